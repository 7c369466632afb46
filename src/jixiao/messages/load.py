"""Words of the findings in reading files: YAML, Markdown, folders."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "Y101": Message(
        Words(
            "文件编码不是 UTF-8",
            "文件是按 {encoding} 编码保存的，不是 UTF-8。",
            "用记事本打开该文件，选“文件—另存为”，在“编码”处选 UTF-8 后保存；WPS、写字板另存时同样选 UTF-8。",
        ),
        Words(
            "file not in UTF-8",
            "The file was saved in {encoding}, not in UTF-8.",
            "Open it in a text editor and save it again with the encoding UTF-8.",
        ),
    ),
    "Y102": Message(
        Words(
            "同一个键写了两次",
            "“{key}”已在 {first} 写过，这里又写了一次。",
            "保留一处，删去另一处；两处不一致时先核对。",
        ),
        Words(
            "key given twice", "“{key}” already stands at {first}.", "Keep one of the two; see first which is right."
        ),
    ),
    "Y103": Message(
        Words(
            "文件中有损坏的字符",
            "文件第 {offset} 个字节（{byte}）不是 UTF-8 字符，文件可能在复制或传输时损坏。",
            "在这一行把显示为“�”的地方重新录入，按 UTF-8 保存。",
        ),
        Words(
            "damaged character",
            "Byte {offset} of the file ({byte}) is not UTF-8; the file may have been damaged.",
            "Type what shows as “�” on this line again and save as UTF-8.",
        ),
    ),
    "Y104": Message(
        Words(
            "不是文本文件",
            "文件扩展名是文本文件，内容却不是文字（可能是改了扩展名的 Word、Excel 或 PDF 文件）。",
            "用记事本新建文本文件录入数据，按 UTF-8 保存；不要把其他文件改名使用。",
        ),
        Words(
            "not a text file",
            "The file is named as text but holds something else (perhaps a renamed Word, Excel or PDF file).",
            "Write the data in a plain text file, saved as UTF-8.",
        ),
    ),
    "Y105": Message(
        Words(
            "有看不见的字符",
            "这一行有看不见的控制字符 {character}，一般是从网页、Word 或聊天软件粘贴带来的。",
            "删去该处前后几个字，用键盘重新录入。",
        ),
        Words(
            "invisible character",
            "The line holds the invisible character {character}, as pasted text may.",
            "Delete the characters around it and type them again.",
        ),
    ),
    "Y106": Message(
        Words("文件太大", "文件有 {size} MB，超过 {limit} MB。", "把内容分成几个文件；图片、附件不要放进数据文件。"),
        Words("file too large", "The file has {size} MB; the limit is {limit} MB.", "Divide it into several files."),
    ),
    "Y107": Message(
        Words("没有内容", "文件或文件夹里没有可读的内容。", "填写内容；不需要的就删去。"),
        Words("nothing in it", "The file or folder holds nothing to read.", "Fill it in, or delete it."),
    ),
    "Y108": Message(
        Words("层次太深", "这里已嵌套超过 {limit} 层。", "数据不需要这么多层，检查缩进和括号。"),
        Words("nested too deep", "More than {limit} levels are nested here.", "Check indentation and brackets."),
    ),
    "Y109": Message(
        Words("数据项太多", "一个文件中的数据项超过 {limit} 个，后面的没有读取。", "把内容分成几个文件。"),
        Words("too many values", "One file holds more than {limit} values; the rest is not read.", "Divide the file."),
    ),
    "Y110": Message(
        Words(
            "这一行读不懂",
            "从这一行起不合 YAML 的写法。",
            "对照相邻的行检查：键后是“半角冒号加空格”，同级各行左端对齐，引号、括号成对。",
        ),
        Words(
            "line not understood",
            "From this line on the file is no valid YAML.",
            "Compare with the lines around: “key: value”, equal indentation, paired quotes and brackets.",
        ),
    ),
    "Y111": Message(
        Words(
            "冒号是全角的",
            "键后面写的是全角冒号“：”，应为半角冒号加一个空格“: ”。",
            "切换到英文输入法，改为“键: 值”；如果这一行是一段话里的文字，请在键后写“|”，文字另起一行并缩进。",
        ),
        Words(
            "full-width colon",
            "The key ends with a full-width colon “：” in place of “: ”.",
            "Write “key: value” with an ASCII colon and a blank; for running text put “|” behind the key.",
        ),
    ),
    "Y112": Message(
        Words("冒号后缺空格", "键后面的冒号和值之间没有半角空格。", "在冒号后加一个半角空格，写成“键: 值”。"),
        Words("no blank behind the colon", "There is no blank between colon and value.", "Write “key: value”."),
    ),
    "Y113": Message(
        Words(
            "用制表符缩进", "行首用了制表符（Tab 键），只能用空格缩进。", "删去行首的制表符，用空格与上下同级的行对齐。"
        ),
        Words(
            "indented by a tab", "The line begins with a tab.", "Indent by blanks, like the lines of the same level."
        ),
    ),
    "Y114": Message(
        Words(
            "用全角空格缩进",
            "行首用了全角空格（或不间断空格），只能用半角空格缩进。",
            "删去行首空白，用半角空格重新对齐。",
        ),
        Words("indented by wide blanks", "The line begins with a wide blank.", "Indent by plain blanks."),
    ),
    "Y115": Message(
        Words("短横线后缺空格", "列表项的短横线“-”后面没有空格。", "在“-”后加一个半角空格。"),
        Words("no blank behind the dash", "There is no blank behind the dash of the list item.", "Put one there."),
    ),
    "Y116": Message(
        Words(
            "引号没有成对",
            "这里开始的引号没有结束（中文引号“”不能与半角引号配对）。",
            "在值的末尾补上同样的半角引号，或去掉开头的引号。",
        ),
        Words("quote not closed", "The quote that opens here is not closed.", "Close it, or take it away."),
    ),
    "Y117": Message(
        Words(
            "引号后面还有文字", "值的引号已经结束，后面又有文字。", "把整个值放进一对引号，里面的引号改用中文引号“”。"
        ),
        Words(
            "text behind the quote",
            "Text follows behind the closing quote.",
            "Put the whole value into one pair of quotes.",
        ),
    ),
    "Y118": Message(
        Words(
            "值的开头有特殊符号",
            "值以“{sign}”开头，YAML 会把它当作专用符号。",
            "把整个值放进半角引号，如 '≥95%'；大于等于号请直接写“≥”。",
        ),
        Words(
            "value begins with a special sign",
            "The value begins with “{sign}”, which means something else in YAML.",
            "Put the value in quotes; write ≥ in place of >=.",
        ),
    ),
    "Y119": Message(
        Words(
            "值里有冒号加空格",
            "值里面有半角冒号加空格，会被当作又一个键。",
            "把整个值放进半角引号，或把值里的冒号改为全角“：”。",
        ),
        Words(
            "colon in the value",
            "The value holds a colon and a blank, as if it were a key.",
            "Put the value in quotes.",
        ),
    ),
    "Y120": Message(
        Words(
            "括号没有成对",
            "这里开始的“{sign}”没有正确结束。",
            "补上对应的括号，各项之间用半角逗号；值以括号开头的文字请放进半角引号。",
        ),
        Words(
            "bracket not closed",
            "The “{sign}” that opens here is not closed as it should be.",
            "Close it, with ASCII commas between the items; put text that begins with a bracket in quotes.",
        ),
    ),
    "Y121": Message(
        Words(
            "缩进不对",
            "这一行的缩进与上下的行对不上。",
            "同一级的各行左端对齐，下一级比上一级多两个空格；一段话请用“|”另起一行写。",
        ),
        Words(
            "wrong indentation",
            "The indentation fits none of the lines above.",
            "Align lines of one level; indent the next level by two.",
        ),
    ),
    "Y122": Message(
        Words(
            "标签没有加引号",
            "值以“{{{{”开头，YAML 会把它当作括号。",
            "把整个值放进半角引号，或在键后写“|”，文字另起一行并缩进。",
        ),
        Words(
            "tag without quotes",
            "The value begins with “{{{{”, a bracket to YAML.",
            "Put the value in quotes, or use “|”.",
        ),
    ),
    "Y123": Message(
        Words(
            "缺少冒号",
            "这一行既不是“键: 值”，也不是以“- ”开头的列表项。",
            "补上“: ”；如果是上一行的文字，请接在上一行后面。",
        ),
        Words(
            "no colon",
            "The line is neither “key: value” nor a list item.",
            "Add the colon, or join it to the line above.",
        ),
    ),
    "Y124": Message(
        Words(
            "不支持引用写法",
            "“{sign}”是 YAML 的锚点、引用、合并或类型标记，这里不用。",
            "直接写出值；以 & * ! 开头的文字请放进半角引号。",
        ),
        Words(
            "reference",
            "“{sign}” is an anchor, alias, merge key or type tag; none is read.",
            "Write the value out, or put the text in quotes.",
        ),
    ),
    "Y125": Message(
        Words("键不是文字", "这里的键是空的，或者是一组数据。", "在冒号前写键名。"),
        Words("key is no word", "The key is empty, or a collection.", "Write a name before the colon."),
    ),
    "Y126": Message(
        Words("文件分成了几份", "从“---”起是第二份数据，没有读取。", "删去“---”，或把后面的内容另存为一个文件。"),
        Words(
            "second document",
            "Behind “---” begins a second document, which is not read.",
            "Delete the “---”, or make it a file.",
        ),
    ),
    "Y127": Message(
        Words("不是“键: 值”", "文件内容不是“键: 值”形式。", "每行写成“键: 值”，冒号用半角，后面加一个空格。"),
        Words("no mapping", "The file does not consist of “key: value”.", "Write “key: value” on each line."),
    ),
    "Y140": Message(
        Words(
            "文件没有读取",
            "不读取 {kind} 文件，其中的数据不会进入报告。",
            "数据写进 .yaml 或 .md 文件；不是数据的文件请移到别处。",
        ),
        Words(
            "file not read",
            "{kind} files are not read; no data come from it.",
            "Write data to .yaml or .md files; move others away.",
        ),
    ),
    "Y141": Message(
        Words("无法读取", "文件或文件夹无法读取（{reason}）。", "检查它是否存在、是否为有效的链接，必要时重新复制。"),
        Words(
            "cannot be read",
            "The file or folder cannot be read ({reason}).",
            "See that it exists; copy it again if need be.",
        ),
    ),
    "Y142": Message(
        Words(
            "没有读取权限",
            "文件或文件夹没有读取权限，或正被其他程序占用（{reason}）。",
            "关闭占用它的程序，或请管理员给予读取权限。",
        ),
        Words(
            "no permission",
            "Reading is not permitted, or another program holds it ({reason}).",
            "Close that program, or ask for permission.",
        ),
    ),
    "Y143": Message(
        Words("文件夹链接成环", "文件夹是指向上级文件夹的链接，会无限循环。", "删去这个链接。"),
        Words("folder loop", "The folder is a link to one of the folders it stands in.", "Delete the link."),
    ),
    "Y144": Message(
        Words("文件夹层次太深", "年度文件夹下嵌套超过 {limit} 层。", "按“年度/项目/项目名”放置文件。"),
        Words(
            "folders nested too deep",
            "More than {limit} folders are nested below the year.",
            "Put files in year/项目/name.",
        ),
    ),
    "Y145": Message(
        Words("没有数据文件夹", "找不到数据文件夹“{folder}”。", "检查 --data 指定的路径，或在项目所在文件夹中运行。"),
        Words("no data folder", "There is no data folder “{folder}”.", "Check --data, or run in the project's folder."),
    ),
    "Y146": Message(
        Words("没有这个单位", "数据文件夹中没有单位“{unit}”。", "可选的单位：{near}。新单位用 jixiao new 建立。"),
        Words("no such unit", "The data hold no unit “{unit}”.", "Near: {near}. A new one is made by jixiao new."),
    ),
    "Y147": Message(
        Words("没有这个年度", "单位“{unit}”没有 {year} 年度的数据。", "已有年度：{known}。新年度用 jixiao new 建立。"),
        Words(
            "no such year", "Unit “{unit}” has no data for {year}.", "Known: {known}. A new one is made by jixiao new."
        ),
    ),
    "Y148": Message(
        Words("不止一个单位叫这个名称", "数据文件夹中有几个单位的文件夹叫“{unit}”。", "写全：{units}。"),
        Words(
            "several units of this name", "Several folders of units are called “{unit}”.", "Write it whole: {units}."
        ),
    ),
    "Y149": Message(
        Words("这是一组单位", "“{unit}”下面是几个单位，它自己没有年度数据。", "写其中一个单位：{units}。"),
        Words("a group of units", "“{unit}” holds units and no data of its own.", "Name one of them: {units}."),
    ),
    "Y150": Message(
        Words("标签没有结束", "“{{{{”没有在同一行内用“}}}}”结束。", "补上“}}}}”；一个标签不能跨行。"),
        Words(
            "tag not closed", "“{{{{” is not closed by “}}}}” on the same line.", "Close it; a tag stays on one line."
        ),
    ),
    "Y151": Message(
        Words("标签多了结束括号", "“}}}}”前面没有对应的“{{{{”。", "删去“}}}}”，或补上“{{{{”。"),
        Words("stray end of a tag", "No “{{{{” belongs to this “}}}}”.", "Delete it, or put “{{{{” before the name."),
    ),
    "Y152": Message(
        Words("空标签", "“{{{{ }}}}”里没有名称。", "写上要引用的名称，如 {{{{ 预算执行率 }}}}，或删去标签。"),
        Words("empty tag", "There is no name in “{{{{ }}}}”.", "Write the name, or delete the tag."),
    ),
    "Y153": Message(
        Words(
            "文字中不能写条件和循环",
            "单位的文字中只能用 {{{{ 名称 }}}}，不能用“{sign}”。",
            "删去它；条件和循环写在格式里，不写在数据里。",
        ),
        Words(
            "statement in text",
            "Text of a unit may hold {{{{ name }}}} only, not “{sign}”.",
            "Delete it; conditions belong to the format.",
        ),
    ),
    "Y154": Message(
        Words("标题前有文字", "第一个“# 名称”之前的文字不知属于哪一段。", "在它前面加一行“# 名称”。"),
        Words(
            "text before the first heading",
            "The text before the first “# name” belongs to nothing.",
            "Put a heading before it.",
        ),
    ),
    "Y155": Message(
        Words("标题下没有文字", "“{name}”下面没有文字。", "补写文字；不需要的就删去标题。"),
        Words("nothing below the heading", "There is no text below “{name}”.", "Write it, or delete the heading."),
    ),
    "Y156": Message(
        Words(
            "标题级别不对", "文字文件只用一级标题“# 名称”，章节的层次由格式规定。", "删去多余的“#”，或改成普通段落。"
        ),
        Words(
            "heading too deep", "Only “# name” is used here; the format sets the levels.", "Use one “#”, or plain text."
        ),
    ),
    "Y158": Message(
        Words(
            "标签括号写法不对", "“{written}”不是标签，会照原样印出。", "改写为 {right}：花括号用半角，两两相连，成对。"
        ),
        Words(
            "mistyped braces",
            "“{written}” is no tag and would print as it is.",
            "Write {right}: plain braces, two together, in pairs.",
        ),
    ),
    "Y157": Message(
        Words("标题写法不对", "标题应写成“# 名称”：半角“#”、一个空格、名称。", "改为“# 名称”。"),
        Words("malformed heading", "A heading is “# name”: one “#”, a blank, a name.", "Write “# name”."),
    ),
}
