"""Words of the findings in Word forms."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "F301": Message(
        Words(
            "Word 文件无法读取",
            "文件不是可读的 .docx：{fault}。",
            "用 Word 或 WPS 打开，另存为普通的 Word 文档（.docx）。",
        ),
        Words(
            "unreadable Word file", "The file is no readable .docx: {fault}.", "Open it and save it as a plain .docx."
        ),
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
            "样式不在版式中",
            "版式里没有样式“{what}”，用它的文字按“{used}”排。",
            "在 Word 里改用版式里的样式，相近的有：{near}；只要加粗、居中之类，可以直接设置格式。",
        ),
        Words(
            "unknown style",
            'The layout has no style "{what}"; its text is set in "{used}".',
            "Use a style of the layout in Word, such as: {near}; or format the text directly.",
        ),
    ),
    "F304": Message(
        Words(
            "标签里的减号",
            "{tag} 用减号与旁边的段落接成一段，但那里没有可以接的段落。",
            "去掉紧贴括号的 -；不要空段落就用 p 前缀。",
        ),
        Words(
            "joining tag",
            "{tag} joins the paragraph beside it, and there is none that it could join.",
            "Remove the - beside the braces; use the prefix p to drop a paragraph.",
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
            "图形不能带入",
            "文档里的{what}不会带入报告，其中的文字也会丢失。",
            "把文字移到段落或表格里；图形另存为 PNG 图片，以“嵌入型”插入。",
        ),
        Words(
            "drawing is not carried over",
            "A drawing of the document ({what}) is not carried over, nor are the words in it.",
            "Move its words into a paragraph or table; save the drawing as a PNG picture and insert that in line.",
        ),
    ),
    "F322": Message(
        Words(
            "编号没有定义",
            "这一段的自动编号（{what}）在文档里没有定义，编号不会印出。",
            "在 Word 里重新设置这一段的编号。",
        ),
        Words(
            "numbering without definition",
            "The automatic number of this paragraph ({what}) is not defined in the document and is not printed.",
            "Set the numbering of the paragraph anew in Word.",
        ),
    ),
    "F323": Message(
        Words("不支持尾注", "尾注（{what}）不会印出。", "在 Word 的“脚注和尾注”里转换成脚注。"),
        Words("endnotes are not supported", "An endnote ({what}) is not printed.", "Convert it to a footnote in Word."),
    ),
    "F324": Message(
        Words("文档里有修订", "文档保留着修订记录（{what}）。", "在 Word 的“审阅”中接受或拒绝全部修订后保存。"),
        Words(
            "tracked changes",
            "The document holds tracked changes ({what}).",
            "Accept or reject all changes in Word and save.",
        ),
    ),
    "F325": Message(
        Words("文档中有不支持的内容", "内容“{what}”不会输出。", "从文档中删去。"),
        Words("unsupported content", 'The content "{what}" is not printed.', "Remove it from the document."),
    ),
    "F326": Message(
        Words(
            "内容控件变为普通文字",
            "内容控件“{what}”只保留其中的内容。",
            "不用处理；要去掉提示，在 Word 里删除该控件，保留内容。",
        ),
        Words(
            "content control becomes text",
            'Of the content control "{what}" only the content is kept.',
            "Nothing need be done; to be rid of this note, remove the control in Word and keep its content.",
        ),
    ),
    "F327": Message(
        Words("链接变为普通文字", "链接“{what}”只保留其中的文字。", "不用处理；要去掉提示，在 Word 里取消链接。"),
        Words(
            "link becomes text",
            'Of the link "{what}" only the text is kept.',
            "Nothing need be done; to be rid of this note, remove the link in Word.",
        ),
    ),
    "F328": Message(
        Words(
            "设置不起作用",
            "文档里设置的{what}不起作用：页面和大纲由报告的格式决定。",
            "在 Word 里去掉这项设置；标题用“标题 1”至“标题 4”的样式。",
        ),
        Words(
            "setting without effect",
            "What the document sets ({what}) has no effect: pages and outline are those of the format.",
            "Remove it in Word; give headings the styles heading 1 to heading 4.",
        ),
    ),
    "F331": Message(
        Words(
            "指向文档外面",
            "文档引用了外面的内容（{kind}）：{target}。",
            "链接取消；图片改为插入文件本身，不要链接到文件；模板取消附加。",
        ),
        Words(
            "target outside the document",
            "The document refers to something outside it ({kind}): {target}.",
            "Remove the link; insert pictures instead of linking to them; detach the template.",
        ),
    ),
    "F332": Message(
        Words(
            "嵌入了对象",
            "文档里有{what}（{target}），不会带入报告。",
            "在 Word 里删去；Excel 表格改粘贴为 Word 表格或图片。",
        ),
        Words(
            "embedded object",
            "The document holds {what} ({target}), which no report may.",
            "Delete it in Word; paste a sheet as a table of Word or as a picture.",
        ),
    ),
    "F333": Message(
        Words("文档带有宏", "文档里有宏，不能用来生成报告。", "在 Word 里另存为不带宏的文档（.docx）。"),
        Words("macros", "The document holds macros.", "Save it in Word as a document without macros (.docx)."),
    ),
    "F334": Message(
        Words(
            "不能用的域",
            "域 {field} 不能用；能用的是 PAGE、REF、PAGEREF、SEQ。",
            "在 Word 里选中它，按 Ctrl+Shift+F9 变为普通文字；日期、名称之类写成标签。",
        ),
        Words(
            "field that may not be used",
            "The field {field} may not be used; PAGE, REF, PAGEREF and SEQ may.",
            "Select it in Word and press Ctrl+Shift+F9 to make it text; write dates and names as tags.",
        ),
    ),
    "F335": Message(
        Words(
            "图片不能用",
            "图片 {what} 不在文档里，或者不是 PNG、JPEG、GIF、BMP 图片。",
            "剪切后用“选择性粘贴”粘贴为 PNG 图片。",
        ),
        Words(
            "picture cannot be used",
            "The picture {what} is not in the document, or is neither PNG, JPEG, GIF nor BMP.",
            "Cut it and paste it as a PNG picture with Paste Special.",
        ),
    ),
    "F336": Message(
        Words("批注不带入", "文档里有批注，不会带入报告。", "处理完以后在 Word 里删去批注。"),
        Words("comments are dropped", "The document has comments, which are dropped.", "Delete them once dealt with."),
    ),
    "F337": Message(
        Words("页眉页脚不带入", "文档里的页眉、页脚不会带入报告。", "页码由报告统一编排；其他要印的内容写进正文。"),
        Words(
            "headers and footers are dropped",
            "Headers and footers of the document are dropped.",
            "Page numbers are those of the report; write anything else into the text.",
        ),
    ),
    "F338": Message(
        Words(
            "引用的书签不存在",
            "引用了书签“{name}”，文档里没有这个书签。",
            "在 Word 里重新插入这处交叉引用，或改成普通文字。",
        ),
        Words(
            "reference to no bookmark",
            'The document refers to the bookmark "{name}", which it does not have.',
            "Insert the cross-reference anew in Word, or make it text.",
        ),
    ),
    "F339": Message(
        Words("目录不带入", "文档里的目录不会带入报告，报告的目录由程序编排。", "在 Word 里删去目录。"),
        Words(
            "table of contents is dropped",
            "The table of contents of the document is dropped; the program makes that of the report.",
            "Delete it in Word.",
        ),
    ),
    "F340": Message(
        Words("内容控件没有填写", "内容控件“{what}”里还是提示文字。", "在 Word 里填写它，或删去。"),
        Words("control not filled in", 'The content control "{what}" shows its hint.', "Fill it in, or delete it."),
    ),
    "F341": Message(
        Words(
            "浮动的图片",
            "浮动的图片“{what}”改排在所在的行里。",
            "在 Word 里把它的环绕方式设为“嵌入型”，看看位置是否合适。",
        ),
        Words(
            "floating picture",
            'The floating picture "{what}" is set in its line.',
            "Set its wrapping to In Line with Text in Word and see whether it stands well.",
        ),
    ),
    "F342": Message(
        Words("隐藏的文字", "“{what}”是隐藏文字，不会印出。", "在 Word 里删去，或取消“隐藏”。"),
        Words("hidden text", '"{what}" is hidden text and is not printed.', "Delete it, or show it, in Word."),
    ),
    "F351": Message(
        Words(
            "不在循环里",
            "{tag} 要用循环（loop），可是不在任何 for 循环里。",
            "把它移到 for 和 endfor 之间；vm 不在循环里时，后面写明按什么合并，如 {{% vm 项.名称 %}}。",
        ),
        Words(
            "not in a loop",
            "{tag} asks for a loop and stands in none.",
            "Move it between for and endfor; outside of a loop say by what vm merges, as in {{% vm 项.名称 %}}.",
        ),
    ),
    "F352": Message(
        Words(
            "标签括号写法不对", "“{written}”不是标签，会照原样印出。", "改写为 {right}：花括号用半角，两两相连，成对。"
        ),
        Words(
            "mistyped braces",
            "“{written}” is no tag and would print as it is.",
            "Write {right}: plain braces, two together, in pairs.",
        ),
    ),
    "F353": Message(
        Words(
            "合并的单元格没有开头",
            "这一格要并入上面的格，上面那一行的同一列却没有开始合并的格。",
            "在 Word 里取消这一格的合并，重新选中上下各格合并；带 tr 前缀的行会去掉，不能作合并的开头。",
        ),
        Words(
            "merged cell without a beginning",
            "The cell continues the one above, but no merged cell begins in that column of the row above.",
            "Split the cell in Word and merge the cells anew; a row with a tr tag is dropped and cannot begin a merge.",
        ),
    ),
    "F354": Message(
        Words(
            "表行与列数不合",
            "这一行的格共占{cells}列，表格有{columns}列，印出来会参差不齐。",
            "在 Word 里把这一行的格合并或拆分成与其他行一样宽。",
        ),
        Words(
            "row beside the grid",
            "The cells of this row cover {cells} columns, the table has {columns}.",
            "Merge or split its cells in Word until it is as wide as the other rows.",
        ),
    ),
    "F355": Message(
        Words(
            "循环切断了合并的单元格",
            "这一格并入上面的格，而上面的格在 {tag} 里面，会重复或不印，这一格却不随它。",
            "把循环或条件的开始和结束都移到合并的格之外或之内；循环里上下相同的格要合并，改用 {{% vm 名称 %}}。",
        ),
        Words(
            "merged cell cut by a loop",
            "The cell continues one that stands within {tag} and is repeated or left out without it.",
            "Move both ends of the block outside or inside the merged cell; within loops merge by {{% vm name %}}.",
        ),
    ),
    "F356": Message(
        Words("跨列超出表格", "{tag} 超出了表格，这里最多跨{room}列。", "改小列数，或在 Word 里给表格加列。"),
        Words(
            "span beyond the table",
            "{tag} reaches beyond the table; from here it has {room} columns.",
            "Span fewer columns, or add columns to the table in Word.",
        ),
    ),
}

FAULTS = {
    "not_a_zip": (
        "它不是 zip 压缩包，也许只是改了扩展名，或是旧的 .doc",
        "it is no zip archive; perhaps it was only renamed, or is a .doc",
    ),
    "too_many": ("里面的部件太多", "it has too many parts"),
    "too_large": ("太大", "it is too large"),
    "ratio": ("压缩得过密，像是有意做成的", "it is packed too densely, as if on purpose"),
    "duplicate": ("有两个部件同名", "two of its parts have one name"),
    "name": ("有的部件名称不对", "a part has a name that is not allowed"),
    "encrypted": ("加了密码", "it is encrypted"),
    "damaged": ("已损坏", "it is damaged"),
    "doctype": ("里面有文档类型声明", "it has a document type declaration"),
    "malformed": ("里面的 XML 不完整", "its XML is not well-formed"),
    "depth": ("里面的 XML 嵌套太深", "its XML is nested too deeply"),
    "strict": ("是“严格 Open XML”格式", "it is Strict Open XML"),
}
"""Why a Word file is refused (`package.reader.Fault`), in both languages; where it is known, the part follows."""
