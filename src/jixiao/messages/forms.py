"""Words of the findings in Word forms."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "F301": Message(
        Words(
            "表单无法读取",
            "表单文件不是可读的 .docx：{reason}。",
            "用 Word 或 WPS 打开，另存为普通的 Word 文档（.docx）。",
        ),
        Words("unreadable form", "The form is no readable .docx: {reason}.", "Open it and save it as a plain .docx."),
    ),
    "F302": Message(
        Words(
            "标签括号不成对",
            "标签的括号没有在同一段内成对出现。",
            "补全 {{{{ }}}}、{{% %}} 或 {{# #}}；一个标签不能跨段落。",
        ),
        Words(
            "unpaired tag braces",
            "The braces of a tag are not paired within one paragraph.",
            "Complete {{{{ }}}}, {{% %}} or {{# #}}; a tag cannot cross paragraphs.",
        ),
    ),
    "F303": Message(
        Words(
            "样式不在版式中", "样式“{what}”不是版式规定的样式，已忽略。", "改用版式.yaml 中列出的样式，或直接设置格式。"
        ),
        Words(
            "unknown style",
            'The style "{what}" is none of the layout\'s styles and was ignored.',
            "Use a style listed in 版式.yaml, or format the text directly.",
        ),
    ),
    "F304": Message(
        Words(
            "标签里的减号",
            "{tag} 用减号或加号修剪空白，表单里不支持。",
            "去掉紧贴括号的 - 或 +；不要空段落就用 p 前缀。",
        ),
        Words(
            "trimming tag",
            "{tag} trims the space beside it, which a form does not support.",
            "Remove the - or + beside the braces; use the prefix p to drop a paragraph.",
        ),
    ),
    "F309": Message(
        Words(
            "循环或条件交叉",
            "{opening} 不能由 {tag} 来接续或结束。",
            "改为 {closing}；开始和结束的前缀（p、tr、tc）要一致。",
        ),
        Words(
            "crossed blocks",
            "{opening} cannot be continued or closed by {tag}.",
            "Use {closing}; both ends need the same prefix (p, tr, tc).",
        ),
    ),
    "F311": Message(
        Words("单元格标签重复", "一个单元格里有两个 {tag}。", "每个单元格只保留一个。"),
        Words("repeated cell tag", "A cell has {tag} twice.", "Keep one in each cell."),
    ),
    "F312": Message(
        Words(
            "单元格标签不能同用",
            "{tag} 不能与 {other} 用在同一单元格。",
            "在 Word 中直接设置列数或底色，只留 {other}。",
        ),
        Words(
            "cell tags that exclude each other",
            "{tag} cannot share a cell with {other}.",
            "Set the span or the colour in Word and keep {other} alone.",
        ),
    ),
    "F313": Message(
        Words(
            "标签旁的文字会丢失",
            "带 {level} 前缀的标签会去掉整个段落、表行或单元格，其中的“{text}”也会丢失。",
            "把它移到别处，或去掉前缀。",
        ),
        Words(
            "text beside a tag is lost",
            'A tag with the prefix {level} drops its whole paragraph, row or cell, and "{text}" with it.',
            "Move it elsewhere, or remove the prefix.",
        ),
    ),
    "F314": Message(
        Words("标签只能用在表格里", "{tag} 不在表格单元格里。", "移到表格里，或换用不带 tr、tc 前缀的标签。"),
        Words(
            "tag outside a table",
            "{tag} stands in no table cell.",
            "Move it into a table, or use a tag without the prefix tr or tc.",
        ),
    ),
    "F315": Message(
        Words(
            "不能输出表行或单元格",
            "{tag} 不能输出整个表行或单元格。",
            "改用 {{{{p …}}}} 输出段落，或用 {{%tr for %}} 循环表行。",
        ),
        Words(
            "rows and cells cannot be printed",
            "{tag} cannot print a whole row or cell.",
            "Use {{{{p …}}}} for paragraphs, or {{%tr for %}} to repeat rows.",
        ),
    ),
    "F321": Message(
        Words(
            "表单不支持图片",
            "表单中的图片、文本框或对象（{what}）不会输出。",
            "从表单中删去，文字改放在段落或单元格里。",
        ),
        Words(
            "pictures are not supported",
            "A picture, text box or object of the form ({what}) is not printed.",
            "Remove it; put its text into a paragraph or cell.",
        ),
    ),
    "F322": Message(
        Words("表单不支持自动编号", "自动编号或项目符号（{what}）不会输出。", "取消自动编号，直接写出编号文字。"),
        Words(
            "automatic numbering is not supported",
            "Automatic numbers or bullets ({what}) are not printed.",
            "Turn numbering off and type the number.",
        ),
    ),
    "F323": Message(
        Words("表单不支持脚注尾注", "脚注或尾注（{what}）不会输出。", "把注的文字移到表格下方。"),
        Words(
            "notes are not supported",
            "A footnote or endnote ({what}) is not printed.",
            "Move its text below the table.",
        ),
    ),
    "F324": Message(
        Words("表单里有修订", "表单保留着修订记录（{what}）。", "在 Word 的“审阅”中接受或拒绝全部修订后保存。"),
        Words(
            "tracked changes",
            "The form holds tracked changes ({what}).",
            "Accept or reject all changes in Word and save.",
        ),
    ),
    "F325": Message(
        Words("表单中有不支持的内容", "内容“{what}”不会输出。", "从表单中删去。"),
        Words("unsupported content", 'The content "{what}" is not printed.', "Remove it from the form."),
    ),
    "F326": Message(
        Words("内容控件变为普通文字", "内容控件（{what}）只保留其中的文字。", "在 Word 中删除该控件，保留内容。"),
        Words(
            "content control becomes text",
            "Of a content control ({what}) only the content is kept.",
            "Remove the control in Word and keep its content.",
        ),
    ),
    "F327": Message(
        Words("链接变为普通文字", "超链接或域（{what}）只保留其中的文字。", "在 Word 中取消链接。"),
        Words(
            "link becomes text",
            "Of a link or field ({what}) only the text is kept.",
            "Remove the link in Word.",
        ),
    ),
    "F328": Message(
        Words("分节符不起作用", "表单中的分节符（{what}）不起作用，页面由版式决定。", "删去分节符。"),
        Words(
            "section break is ignored",
            "A section break of the form ({what}) is ignored; the layout decides on pages.",
            "Remove the section break.",
        ),
    ),
}
