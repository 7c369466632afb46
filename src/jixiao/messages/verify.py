"""Words of the findings in documents that are verified (V)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

_TYPED_ZH = "改错了的，把文件改回来；改得对的，改数据或正文的来源，再重新生成，文件里不留手改的数字。"
_TYPED_EN = "If the edit is wrong, take it back; if it is right, change what the report is made of and write it again."

MESSAGES: dict[str, Message] = {
    "V101": Message(
        Words(
            "文件打不开",
            "这不是能读的 Word 文件（.docx）：{fault}。",
            "用 Word 或 WPS 打开看看；能打开的，另存为 .docx 再核对。",
        ),
        Words(
            "not a readable document",
            "This is no Word file (.docx) that can be read: {fault}.",
            "Open it in Word or WPS; if that works, save it as .docx and verify again.",
        ),
    ),
    "V102": Message(
        Words(
            "文件没有来源记录",
            "文件里没有记明它由哪份数据生成：不是 jixiao 生成的，或者被别的程序转存时丢掉了。",
            "从数据重新生成一份，再与它比较：jixiao diff 这份文件 新文件。",
        ),
        Words(
            "no record of its origin",
            "The file does not say which data it was made of: jixiao did not write it, or that was lost.",
            "Write the report again from its data and compare: jixiao diff THIS NEW.",
        ),
    ),
    "V103": Message(
        Words(
            "文件是草稿",
            "这是“{report}”的草稿，文中有标记和问题清单，不作核对。",
            "改正数据后生成正式的报告，再核对。",
        ),
        Words(
            "the file is a draft",
            "This is a draft of “{report}” with marks and a list of findings; it is not verified.",
            "Mend the data, write the report, and verify that.",
        ),
    ),
    "V104": Message(
        Words(
            "文件是预览",
            "这只是“{report}”的一个部分（preview 生成），不作核对。",
            "核对整份报告。",
        ),
        Words(
            "the file is a preview",
            "This is one section of “{report}” (written by preview); it is not verified.",
            "Verify the whole report.",
        ),
    ),
    "V105": Message(
        Words(
            "找不到文件所用的数据或格式",
            "文件记明它是 {unit} {year} 年度的“{report}”，格式 {format}；现在的数据和格式里生成不出这份报告。",
            "用 --data 指明数据目录，用 --templates 指明格式目录；改了名的，改回原名再核对。",
        ),
        Words(
            "data or format of the file not found",
            "The file says it is “{report}” of {unit}, {year}, in the format {format}; "
            "that report cannot be made of the data and formats at hand.",
            "Name the folder of the data with --data, that of the formats with --templates; undo a change of names.",
        ),
    ),
    "V201": Message(
        Words(
            "数字被改动",
            "“{name}”应是“{expected}”，文件里是“{actual}”。",
            "改错了的，把文件改回来；改得对的，改下面列出的数据，再重新生成。",
        ),
        Words(
            "figure changed",
            "“{name}” should read “{expected}”; the file has “{actual}”.",
            "If the edit is wrong, take it back; if it is right, change the data below and write it again.",
        ),
    ),
    "V202": Message(
        Words("文字里的数字被改动", "原为“{old}”，文件里是“{new}”。", _TYPED_ZH),
        Words("digits in words changed", "“{old}” became “{new}” in the file.", _TYPED_EN),
    ),
    "V203": Message(
        Words(
            "文字被改动",
            "原为“{old}”，文件里是“{new}”。",
            "要保留的，改正文的来源（单位的文字或格式的正文），下次生成才会有。",
        ),
        Words(
            "words changed",
            "“{old}” became “{new}” in the file.",
            "To keep it, change the words the report is made of; otherwise the next report will not have it.",
        ),
    ),
    "V204": Message(
        Words("增加了带数字的内容", "文件里多出“{new}”，其中的数字不是算出来的。", _TYPED_ZH),
        Words("something with digits was added", "“{new}” was added; its digits come from no data.", _TYPED_EN),
    ),
    "V205": Message(
        Words("增加了文字", "文件里多出“{new}”。", "要保留的，写进单位的文字，下次生成才会有。"),
        Words(
            "words were added",
            "“{new}” was added in the file.",
            "To keep it, write it into the unit's texts; otherwise the next report will not have it.",
        ),
    ),
    "V206": Message(
        Words("删去了带数字的内容", "文件里没有“{old}”（原在此处或其后）。", _TYPED_ZH),
        Words(
            "something with figures was dropped", "“{old}” is gone from the file (it stood here or behind).", _TYPED_EN
        ),
    ),
    "V207": Message(
        Words("删去了文字", "文件里没有“{old}”（原在此处或其后）。", "确实不要的，从单位的文字或格式的正文里删去。"),
        Words(
            "words were dropped",
            "“{old}” is gone from the file (it stood here or behind).",
            "If it is not wanted, take it out of the words the report is made of.",
        ),
    ),
    "V208": Message(
        Words("内容换了位置", "“{words}”移到了这里，内容没有改动。", "要保留的，在大纲或正文里调整顺序。"),
        Words(
            "moved",
            "“{words}” was moved here, unchanged.",
            "To keep it here, change the order in the outline or the chapter.",
        ),
    ),
    "V209": Message(
        Words(
            "算出的数字没有跟着改",
            "“{name}”改成了“{new}”，由它算出的“{made}”仍是原来的数，勾稽关系断了。",
            "改数据后重新生成，由它算出的数字会一起变。",
        ),
        Words(
            "derived figures were not changed",
            "“{name}” was changed to “{new}”, but what is made of it still reads as before: {made}.",
            "Change the data and write the report again; then all that is made of it changes too.",
        ),
    ),
    "V301": Message(
        Words(
            "数据在文件生成之后改过",
            "{unit} {year} 年度的数据与生成这份文件时不同。下面分开列出：手改的（必须）和数据改动带来的（提示）。",
            "要用新数据的，重新生成；要核对旧文件的，把数据恢复到当时的样子。",
        ),
        Words(
            "data changed since",
            "The data of {unit}, {year}, are not those the file was made of. "
            "Edits of the file (must) and what the data changed (should) are told apart below.",
            "To have the new data, write the report again; to verify the old file, restore the data of that time.",
        ),
    ),
    "V302": Message(
        Words(
            "格式或程序在文件生成之后改过",
            "格式 {format} 或程序（当时 {then}，现在 {now}）与生成这份文件时不同。",
            "要用新格式的，重新生成；要核对旧文件的，用当时的格式和程序。",
        ),
        Words(
            "format or program changed since",
            "The format {format} or the program ({then} then, {now} now) is not the one the file was made by.",
            "To have the new format, write the report again; to verify the old file, use what wrote it.",
        ),
    ),
    "V303": Message(
        Words(
            "数字已过时",
            "“{name}”生成时是“{actual}”，文件里没有改动；按现在的数据应是“{expected}”。",
            "重新生成报告。",
        ),
        Words(
            "outdated figure",
            "“{name}” was printed as “{actual}” and not edited; by the data of today it is “{expected}”.",
            "Write the report again.",
        ),
    ),
    "V304": Message(
        Words(
            "与现在生成的不同，分不清来由",
            "现在生成的是“{old}”，文件里是“{new}”；数据、格式或程序改过，不能断定是不是手改的。",
            "对照数据的改动核实；要断定的，把数据和格式恢复到当时的样子再核对。",
        ),
        Words(
            "differs, for a reason that cannot be told",
            "Written today it reads “{old}”, the file has “{new}”; data, format or program changed since.",
            "Look at what changed in the data; to be sure, restore the data and the format and verify again.",
        ),
    ),
    "V401": Message(
        Words(
            "文件内部的引用落空",
            "引用 {id}（{kind}）指向的“{target}”不在文件里，Word 会报告文件损坏。",
            "重新生成报告，或在 Word 里打开修复后另存。",
        ),
        Words(
            "relationship leads nowhere",
            "The relationship {id} ({kind}) leads to “{target}”, which is not there; Word will call the file damaged.",
            "Write the report again, or let Word repair it and save.",
        ),
    ),
    "V402": Message(
        Words(
            "文件内部的编号重复",
            "编号“{id}”（{kind}）出现了 {number} 次。",
            "重新生成报告，或在 Word 里打开修复后另存。",
        ),
        Words(
            "id used twice",
            "The id “{id}” ({kind}) is used {number} times.",
            "Write the report again, or let Word repair it and save.",
        ),
    ),
    "V403": Message(
        Words(
            "留有模板标记", "文中有“{tag}”，是没有填写的模板标记。", "删去它，或补上应有的内容；由模板带来的，改模板。"
        ),
        Words(
            "left-over tag",
            "The text holds “{tag}”, a tag that was never filled.",
            "Take it out or write what belongs there; if it comes from a template, mend that.",
        ),
    ),
    "V404": Message(
        Words("空表格", "表格里没有单元格，Word 打不开这样的文件。", "删去这个表格，或重新生成报告。"),
        Words(
            "empty table",
            "The table has no cells; Word does not open such files.",
            "Drop it or write the report again.",
        ),
    ),
    "V405": Message(
        Words(
            "数据存储失去标识",
            "存放来源和数字的部分没有了自己的标识（LibreOffice 另存时会丢掉），与正文的联系中断。",
            "不影响核对；要恢复联系的，运行 jixiao verify 文件 --repair。",
        ),
        Words(
            "store without identity",
            "The part that keeps origin and figures has lost its identity (LibreOffice drops it on saving).",
            "Verifying works all the same; to restore the links: jixiao verify FILE --repair.",
        ),
    ),
    "V411": Message(
        Words(
            "联动数字失去存储",
            "文中 {number} 处联动数字找不到存放它们的部分，在 Word 中改一处，别处不会跟着改。",
            "运行 jixiao verify 文件 --repair 恢复；不再需要联动的，不必处理。",
        ),
        Words(
            "linked figures without a store",
            "{number} linked figures find no store: edited in one place in Word, the others stay as they are.",
            "Run jixiao verify FILE --repair; if links are no longer needed, nothing has to be done.",
        ),
    ),
    "V412": Message(
        Words(
            "同一数字各处不一致",
            "这里是“{actual}”，同一数字的另外 {others} 处是“{expected}”。",
            "只改了一处（LibreOffice、WPS 不会带动别处）：各处改成一致，或改数据后重新生成。",
        ),
        Words(
            "one figure reads differently",
            "It reads “{actual}” here and “{expected}” in {others} other places of the same figure.",
            "One place was edited (LibreOffice and WPS change no other): make them agree, or change the data.",
        ),
    ),
    "V413": Message(
        Words(
            "显示的数字与存储的不同",
            "文中 {number} 处是“{expected}”，文件里存的是“{actual}”：用 Word 打开会变成后者。",
            "先确定哪个对；文中的对，运行 jixiao verify 文件 --repair，把存储改成文中的。",
        ),
        Words(
            "stored figure differs from the one shown",
            "It reads “{expected}” in {number} places, but the file keeps “{actual}”: Word will show the latter.",
            "Find out which is right; if it is what the text says, run jixiao verify FILE --repair.",
        ),
    ),
}
