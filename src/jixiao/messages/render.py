"""Words of the findings about chapters, layout and the finished document."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "F201": Message(
        Words("标签未闭合", "这里的“{found}”没有配对。", "标签写在同一行内：{{{{ 名称 }}}} 或 {{% if 条件 %}}。"),
        Words(
            "tag not closed",
            "“{found}” has no counterpart.",
            "Write the tag on one line: {{{{ name }}}} or {{% if condition %}}.",
        ),
    ),
    "F202": Message(
        Words(
            "不认识的标签",
            "没有这样的标签：{tag}。",
            "可用的标签：for、if、elif、else、endfor、endif、set，章节里还有 form、newpage、landscape、endlandscape。"
            "相近的有：{near}。",
        ),
        Words(
            "unknown tag",
            "There is no such tag: {tag}.",
            "Known: for, if, elif, else, endfor, endif, set; in chapters also form, newpage, landscape, endlandscape."
            " Near: {near}.",
        ),
    ),
    "F203": Message(
        Words("标签写法不对", "看不懂 {tag}。", "应写作 {form}。"),
        Words("malformed tag", "Cannot read {tag}.", "Write it as {form}."),
    ),
    "F204": Message(
        Words(
            "标签没有结束",
            "{tag} 之后没有 {closing}。",
            "在它管到的最后一处之后写 {closing}；段内开始的要在同一段内结束。",
        ),
        Words(
            "block not ended",
            "{tag} is not followed by {closing}.",
            "Write {closing} after the last thing it governs.",
        ),
    ),
    "F205": Message(
        Words(
            "多余的标签",
            "{tag} 不属于任何已开始的标签。",
            "删去它，或补上开始的标签；表格行之间、段落之间、段内的标签各自配对。",
        ),
        Words(
            "stray tag",
            "{tag} belongs to no open block.",
            "Delete it or write its opening tag; blocks may not cross tables or paragraphs.",
        ),
    ),
    "F206": Message(
        Words("没有这个样式", "版式里没有样式“{name}”。", "可用的样式：{near}。"),
        Words("unknown style", "The layout has no style “{name}”.", "Use one of: {near}."),
    ),
    "F207": Message(
        Words(
            "手写的序号",
            "这里写了序号“{number}”。",
            "删去序号，由程序编排：标题用 #，各项用“1.”或“-”开头的列表，表题写作“表N 名称 {{.表题}}”，图题不写序号。",
        ),
        Words(
            "typed number",
            "The number “{number}” is typed.",
            "Delete it: the program numbers headings (#), items of lists (1. or -), tables (表N {{.表题}}), pictures.",
        ),
    ),
    "F208": Message(
        Words("HTML 标记", "正文里有 HTML 标记 {found}。", "删去它；样式写在段末，如 {{.表题}}，加粗写作 **文字**。"),
        Words(
            "raw HTML",
            "The chapter holds the HTML tag {found}.",
            "Delete it; name a style at the end of the paragraph, write bold as **words**.",
        ),
    ),
    "F209": Message(
        Words(
            "不支持的写法",
            "正文里不能用“{what}”这种写法：引用块、代码、斜体、网址、分隔线，“*”“+”开头的列表，文字中间的图片。",
            "改写成段落、标题、表格，或“1.”“-”开头的列表；图片单独一段，链接只写 `[](#名称)`；字面的 *_`[ 前加反斜杠。",
        ),
        Words(
            "unsupported Markdown",
            "A chapter cannot hold “{what}”: no quotations, code, italics, rules, links elsewhere, pictures in a line.",
            "Use paragraphs, headings, tables and lists (1. or -); put a backslash before a literal * _ ` [.",
        ),
    ),
    "F210": Message(
        Words(
            "表格不完整",
            "以“|”开头，却不成表格。",
            "表头的下一行写分隔行，如 |---|---:|，格数与表头相同；表格中间不留空行。",
        ),
        Words(
            "not a table",
            "The line begins with “|” but is no table.",
            "Below the head write a line such as |---|---:| with as many cells; no blank lines inside.",
        ),
    ),
    "F211": Message(
        Words(
            "表格格数不一",
            "这一行有{cells}格，表头有{columns}格。",
            "补足或删去单元格；格内的“|”写作“\\|”；表格之后空一行再写正文。",
        ),
        Words(
            "cells do not match",
            "The row has {cells} cells, the head {columns}.",
            "Add or remove cells; write a literal | as \\|; leave a blank line after the table.",
        ),
    ),
    "F212": Message(
        Words("标题层级过深", "{level}级标题没有序号规则。", "标题最多四级：#、##、###、####。"),
        Words(
            "heading too deep", "There is no numbering for level {level}.", "Use at most four levels: #, ##, ###, ####."
        ),
    ),
    "F213": Message(
        Words(
            "标签要单独成行",
            "{tag} 不能写在这里。",
            "它只能在章节里单独成一行，不在表格的行与行之间，也不在表单里（图表的标签写在画好的图表的替换文字里）；有开始就要有结束。",
        ),
        Words(
            "tag that must stand alone",
            "{tag} cannot stand here.",
            "Give it a line of its own in a chapter: not between the rows of a table, and not in a form "
            "(the tag of a chart is the alternative text of a chart that is drawn there).",
        ),
    ),
    "F214": Message(
        Words(
            "章节所用的表单不存在",
            "找不到文件 {file}。",
            "核对文件名，或补上这个表单；以 common/ 开头的取自 common。相近的：{near}。",
        ),
        Words(
            "form of a chapter missing",
            "The file {file} does not exist.",
            "Correct its name, or add the form; names that begin with common/ are shared. Near: {near}.",
        ),
    ),
    "F220": Message(
        Words(
            "版式缺样式",
            "版式里没有样式“{name}”。",
            "在 版式.yaml 的“样式”下写明“{name}”，或在 格式.yaml 中继承 common。",
        ),
        Words(
            "style missing",
            "The layout does not define the style “{name}”.",
            "Define “{name}” under 样式 in 版式.yaml, or extend common.",
        ),
    ),
    "R101": Message(
        Words("不是清单", "{expression} 不是清单，不能逐项循环。", "for 的 in 之后写清单的名称，如 子项目。"),
        Words("not a list", "{expression} is no list to loop over.", "Name a list after in, such as 子项目."),
    ),
    "R102": Message(
        Words("跨列数不对", "{expression} 的值不是1到63之间的整数。", "colspan 之后写列数。"),
        Words(
            "bad column span",
            "{expression} is no whole number from 1 to 63.",
            "Give the number of columns after colspan.",
        ),
    ),
    "R103": Message(
        Words("颜色不对", "{expression} 的值“{colour}”不是颜色。", "颜色写六位十六进制，如 D9D9D9。"),
        Words(
            "bad colour",
            "{expression} gives “{colour}”, which is no colour.",
            "Write six hexadecimal digits, such as D9D9D9.",
        ),
    ),
    "R104": Message(
        Words("含有无法打印的字符", "{expression} 的值里有 {characters}，已略去。", "在数据里删去这些字符。"),
        Words(
            "unprintable characters",
            "The value of {expression} holds {characters}; they were left out.",
            "Delete them in the data.",
        ),
    ),
    "R105": Message(
        Words(
            "不能逐项成附件",
            "{expression} 里的项没有自己的名称和数据。",
            "“每个”之后写清单的名称，如 各项目、子项目，或“名单”里的清单。",
        ),
        Words(
            "no list of records",
            "The items of {expression} have no names of their own.",
            "Name a list of records after 每个, such as 各项目, 子项目, or a list of 名单.",
        ),
    ),
    "R110": Message(
        Words(
            "文档结构错误",
            "生成的部件不是合法的 XML：{reason}。",
            "检查引号处附近的表单：for、if 是否跨了段落、行或单元格。",
        ),
        Words(
            "malformed document",
            "A part of the document is not well-formed XML: {reason}.",
            "Check the form near the quoted place.",
        ),
    ),
}
