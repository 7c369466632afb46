"""Words of the findings in 大纲.yaml, with which a unit changes the outline of its reports (F13, F14)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "F131": Message(
        Words(
            "文件在文件夹之外",
            "“{file}”不在 {folder} 里面。",
            "把文件放到大纲.yaml 所在的文件夹（或它下面的文件夹）里，写从那里找起的路径，不用 .. 和盘符。",
        ),
        Words(
            "file outside the folder",
            "“{file}” is not inside {folder}.",
            "Put it into the folder of 大纲.yaml or below; its path begins there, without .. and drive letters.",
        ),
    ),
    "F132": Message(
        Words("找不到文件", "没有文件 {file}。", "核对“文件”所写的路径，它从大纲.yaml 所在的文件夹找起。"),
        Words("no such file", "There is no file {file}.", "Correct its path, which begins at the folder of 大纲.yaml."),
    ),
    "F133": Message(
        Words(
            "不是大纲的改动",
            "大纲.yaml 里应当是“大纲调整:”和它下面的各项改动。",
            "照“大纲调整: [{{删除: 某一章}}]”的样子写，见手册“自定义章节”。",
        ),
        Words(
            "no changes of an outline",
            "大纲.yaml holds the key 大纲调整 and the changes below it.",
            "Write it as in: 大纲调整: [{{删除: a chapter}}].",
        ),
    ),
    "F134": Message(
        Words(
            "一项只能是一种改动",
            "替换、增加、删除、移动，这一项写了：{actions}。",
            "每项写其中一个；几处改动写成几项。替换的同时要移动，在“替换”下面写“之前”或“之后”。",
        ),
        Words(
            "one change at a time",
            "Of 替换, 增加, 删除 and 移动 this one has: {actions}.",
            "Write one of them; what is replaced is moved by 之前 or 之后.",
        ),
    ),
    "F135": Message(
        Words("改动不完整", "“{action}”没有写“{key}”。", "写上“{key}”：从大纲.yaml 所在的文件夹找起的 .md 或 .docx。"),
        Words(
            "incomplete change",
            "“{action}” lacks “{key}”.",
            "Write it: an .md or .docx, its path seen from the folder of 大纲.yaml.",
        ),
    ),
    "F136": Message(
        Words("这种改动不用这个键", "“{action}”不能写“{key}”。", "删去“{key}”；要换内容，用“替换”。"),
        Words("key of another change", "“{action}” takes no “{key}”.", "Delete it; other content is brought by 替换."),
    ),
    "F137": Message(
        Words(
            "位置写得不对",
            "“之前”和“之后”只写一个，“移动”必须写一个，写的是另外一部分的名称。",
            "写明排在哪一部分之前，或者哪一部分之后。",
        ),
        Words(
            "position not clear",
            "One of 之前 and 之后 may stand, and must for 移动; it names another section.",
            "Say before or after which section it stands.",
        ),
    ),
    "F138": Message(
        Words("不能增加这一类", "“增加”的类型不能是“{kind}”。", "类型只能是：{known}。"),
        Words("nothing to add", "A section of kind “{kind}” cannot be added.", "The kinds are: {known}."),
    ),
    "F139": Message(
        Words(
            "大纲里没有这一部分",
            "格式“{format}”的大纲里没有“{name}”。",
            "相近的：{near}；全部名称用 jixiao outline 列出。只用于某种报告的改动，写上“格式”或“报告”。",
        ),
        Words(
            "no such section",
            "The outline of the format “{format}” has no “{name}”.",
            "Near: {near}; jixiao outline lists all. A change for certain reports says 格式 or 报告.",
        ),
    ),
    "F140": Message(
        Words("不止一个部分叫这个名称", "大纲里有几个部分叫“{name}”。", "写得完整些，或写文件名：{known}。"),
        Words(
            "several sections of this name", "“{name}” names several sections.", "Write it whole, or one of: {known}."
        ),
    ),
    "F141": Message(
        Words(
            "同一部分改了两次",
            "“{name}”在 {first} 已经改过。",
            "一个大纲.yaml 里，一个部分只改一次：合成一项，或删去一项。",
        ),
        Words(
            "changed twice", "“{name}” was changed at {first} already.", "Make one change of the two, or delete one."
        ),
    ),
    "F142": Message(
        Words("看不懂适用年度", "看不懂“{years}”。", "写成 2023、2023起 或 2023-2025。"),
        Words("years not understood", "Cannot read “{years}”.", "Write 2023, 2023起 (from then on) or 2023-2025."),
    ),
    "F143": Message(
        Words(
            "没有这份报告",
            "本年度的 报告.yaml 里没有名称是“{name}”的报告。",
            "改成：{known}；往年才有的，写上“适用年度”。",
        ),
        Words(
            "no such report",
            "The unit owes no report called “{name}” this year.",
            "Use: {known}; for one of other years say 适用年度.",
        ),
    ),
    "F144": Message(
        Words(
            "改动太多", "一个大纲.yaml 最多写 {limit} 项改动。", "大纲大半要改的，新建一种报告格式，见手册“新格式”。"
        ),
        Words(
            "too many changes",
            "One 大纲.yaml may hold {limit} changes.",
            "Where most of an outline is changed, make a format of its own.",
        ),
    ),
    "F145": Message(
        Words(
            "章节太长",
            "到这一章为止，这个大纲.yaml 的各章共 {size} KB，最多 {limit} KB（约四万字）。",
            "写短些；表格放到 Word 附件里。",
        ),
        Words(
            "chapters too long",
            "With this chapter those of this 大纲.yaml have {size} KB; they may have {limit}.",
            "Shorten them, and make annexes of their tables.",
        ),
    ),
}
