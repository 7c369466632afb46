"""Words of the findings in report formats (格式.yaml)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "F101": Message(
        Words("没有这个报告格式", "templates 里没有格式“{name}”。", "改成已有的格式：{near}。"),
        Words(
            "no such format",
            "There is no format “{name}” in the templates folder.",
            "Use one that exists: {near}.",
        ),
    ),
    "F102": Message(
        Words(
            "该格式不适用于这一年度",
            "格式“{name}”没有适用于{year}年度的版本，现有版本从这些年度起适用：{known}。",
            "换用适用的格式，或为该年度增加一个版本文件夹。",
        ),
        Words(
            "format too new for the year",
            "The format “{name}” has no edition for {year}; its editions apply from: {known}.",
            "Use another format, or add an edition for that year.",
        ),
    ),
    "F103": Message(
        Words("大纲所列文件不存在", "找不到文件 {file}。", "核对“大纲”中的文件名，或补上这个文件；相近的：{near}。"),
        Words(
            "file of the outline missing",
            "The file {file} does not exist.",
            "Correct its name in 大纲, or add it; near: {near}.",
        ),
    ),
    "F104": Message(
        Words("大纲的类型不认识", "“{kind}”不是大纲的类型。", "类型只能是：{known}。"),
        Words("unknown kind of section", "“{kind}” is no kind of section.", "The kinds are: {known}."),
    ),
    "F105": Message(
        Words(
            "版式的尺寸不可能",
            "“{measure}”排不出版面：是负数、太大，或页边距占满了整页。",
            "改为实际的尺寸；页面以毫米计，样式以磅或字数计。",
        ),
        Words(
            "impossible measure",
            "No page can be made with “{measure}”: it is below zero, too large, or leaves no room for text.",
            "Correct it; pages are measured in millimetres, styles in points or characters.",
        ),
    ),
    "F106": Message(
        Words("选用的指标不存在", "“选用指标”中的“{name}”没有定义。", "相近的名称：{near}；或在“指标”中写出公式。"),
        Words("no such indicator", "“{name}” under 选用指标 is not defined.", "Near: {near}; or define it under 指标."),
    ),
    "F107": Message(
        Words(
            "必填项不存在",
            "“必填项”中的“{name}”不是数据里能填的项。",
            "写成“记录或清单的名称.字段”，如 子项目.实际到位、自评结果.总分。相近的：{near}。",
        ),
        Words(
            "nothing to be filled in",
            "“{name}” under 必填项 is nothing that the data can hold.",
            "Write the record or list, a point and its field, as in 子项目.实际到位. Near: {near}.",
        ),
    ),
    "F111": Message(
        Words(
            "没有这个选项",
            "格式没有选项“{name}”。",
            "改成已有的选项：{near}；新的选项先在格式的“选项”里写明平时印什么。",
        ),
        Words(
            "no such option",
            "The format has no option “{name}”.",
            "Use one that exists: {near}; declare a new one, with what it is otherwise, in 选项 of the format.",
        ),
    ),
    "F112": Message(
        Words("这一类型不用这个键", "类型“{kind}”不能写“{key}”。", "删去它；“{key}”只用于：{kinds}。"),
        Words("key of another kind", "A section of kind “{kind}” takes no “{key}”.", "Delete it; it is for: {kinds}."),
    ),
    "F113": Message(
        Words(
            "目录的写法不对",
            "看不懂“{key}: {value}”。",
            "级别写1到4；页码写出样子，用一个1代表页码，如 - 1 -。",
        ),
        Words(
            "malformed table of contents",
            "Cannot read “{key}: {value}”.",
            "级别 is 1 to 4; 页码 shows how a number looks, with one 1 in its place, such as - 1 -.",
        ),
    ),
    "F114": Message(
        Words(
            "不能接排",
            "“{kind}”写了“接排: 是”，但前面没有可以接的部分。",
            "删去“接排”；第一部分和{kinds}之后总是另起一页。",
        ),
        Words(
            "nothing to continue",
            "The section “{kind}” says 接排, but there is nothing before it to follow.",
            "Delete 接排; the first section, and what stands after {kinds}, begins a page.",
        ),
    ),
    "F115": Message(
        Words(
            "接排的页方向不同",
            "“{kind}”接在“{before}”后面，但一个横排、一个竖排。",
            "删去“接排”，或把两部分的“横排”写成一样的。",
        ),
        Words(
            "continued on other paper",
            "The section “{kind}” follows “{before}” on its page, but one of them is turned and the other is not.",
            "Delete 接排, or give both the same 横排.",
        ),
    ),
    "F116": Message(
        Words(
            "哪里都没有的选项",
            "所继承的格式没有选项“{name}”，本格式的章节、表单和规则也没有用到它。",
            "写错了的改成：{near}；不用的删去。",
        ),
        Words(
            "option that is nowhere",
            "What the format extends has no option “{name}”, and no chapter, form or rule of its own uses it.",
            "Write one that is known: {near}; or delete it.",
        ),
    ),
    "F151": Message(
        Words(
            "没有这个对象",
            "“{name}”的对象写成“{kind}”，没有这种清单或记录，这个数字不会计算。",
            "核对“对象”；相近的：{near}。总数不写“对象”。",
        ),
        Words(
            "no such records",
            "“{name}” is declared for “{kind}”, which is no list or record; it would never be computed.",
            "Correct 对象; near: {near}. A total has no 对象.",
        ),
    ),
    "F152": Message(
        Words(
            "字体没有替代",
            "样式“{style}”的字体“{font}”没有写替代字体，没有装它的电脑会换成别的字体。",
            "在 版式.yaml 的“字体”下写上“{font}”和依次选用的字体；已有的字体：{near}。",
        ),
        Words(
            "font without substitutes",
            "The font “{font}” of the style “{style}” has no substitutes.",
            "List it with its substitutes under 字体 in 版式.yaml; near: {near}.",
        ),
    ),
    "F153": Message(
        Words(
            "字体不在版式中",
            "字体“{font}”不在 版式.yaml 的“字体”里，没有装它的电脑会换成别的字体。",
            "改用样式里的字体（相近的：{near}），或在 版式.yaml 的“字体”下写明它和替代字体。",
        ),
        Words(
            "font unknown to the layout",
            "The font “{font}” is none of 字体 in 版式.yaml; computers without it will take some other.",
            "Use a font of the styles (near: {near}), or list it with its substitutes under 字体.",
        ),
    ),
    "F154": Message(
        Words(
            "这个名称要由单位填写",
            "公式“{formula}”里的“{name}”没有别处定义，要由单位在“事实”里填写。",
            "如果不是要单位填写的，核对写法；相近的名称：{near}。",
        ),
        Words(
            "a name the unit is asked for",
            "Nothing defines “{name}” in the formula “{formula}”: each unit will be asked for it as a fact.",
            "If it is misspelt, correct it; near names: {near}.",
        ),
    ),
    "F155": Message(
        Words(
            "循环或条件跨了单元格",
            "{tag} 与它的另一头不在同一个单元格里，中间的格会随它重复或消失，表格会参差不齐。",
            "开始和结束写在同一格里；要重复或去掉整行用 {{%tr … %}}，整格用 {{%tc … %}}。",
        ),
        Words(
            "block across cells",
            "{tag} has its counterpart in another cell; the cells between them are repeated or lost with it.",
            "Begin and end it in one cell; repeat or drop rows by {{%tr … %}}, cells by {{%tc … %}}.",
        ),
    ),
}
