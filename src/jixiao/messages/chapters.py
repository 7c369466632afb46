"""Words of the findings about lists, pictures, footnotes and references of chapters."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "F231": Message(
        Words(
            "没有这张图片",
            "读不到图片 {file}。",
            "核对文件名。图片放在格式（或 大纲.yaml）的文件夹里，从那里写起，如 图/机构.png；不能写标签、网址和“..”。",
        ),
        Words(
            "no such picture",
            "The picture {file} cannot be read.",
            "Correct its name: pictures lie in the folder of the format (or of 大纲.yaml) and are named from there.",
        ),
    ),
    "F232": Message(
        Words("图片不能用", "{file} 不是完整的 PNG 或 JPEG 图片。", "在画图软件里打开，另存为 PNG 或 JPEG。"),
        Words(
            "picture not readable",
            "{file} is not a whole PNG or JPEG file.",
            "Open it in a drawing program and save it as PNG or JPEG.",
        ),
    ),
    "F233": Message(
        Words("图片太大", "图片 {file} 超过5 MB或4000万像素。", "在画图软件里缩小；印出来不会宽于版心。"),
        Words(
            "picture too large",
            "The picture {file} has more than 5 MB or 40 million pixels.",
            "Make it smaller: it is never printed wider than the text.",
        ),
    ),
    "F234": Message(
        Words(
            "脚注没有写",
            "没有名为“{name}”的脚注。",
            "另起一行写 [^{name}]: 脚注的文字；本章有的脚注：{near}。",
        ),
        Words(
            "footnote missing",
            "No footnote is called “{name}”.",
            "Write [^{name}]: and its words on a line of their own. In this chapter: {near}.",
        ),
    ),
    "F235": Message(
        Words("脚注没有用到", "脚注“{name}”没有在正文里标出。", "在要加注的文字后面写 [^{name}]，或删去这条脚注。"),
        Words(
            "footnote not used",
            "Nothing in the chapter refers to the footnote “{name}”.",
            "Write [^{name}] behind the words it belongs to, or delete it.",
        ),
    ),
    "F236": Message(
        Words(
            "引用的名称不存在",
            "报告里没有叫“{name}”的标题、表、图或附件。",
            "写标题、图题、附件名称的原文，或“表N”后面的表名（标签不写）；相近的有：{near}。",
        ),
        Words(
            "reference to nothing",
            "No heading, table, picture or annex is called “{name}”.",
            "Write its words without their tags. Near: {near}.",
        ),
    ),
    "F237": Message(
        Words("脚注重名", "名为“{name}”的脚注有两条。", "改用不同的名称，正文里的标记也一起改。"),
        Words("footnote twice", "Two footnotes are called “{name}”.", "Give one another name, in the text too."),
    ),
    "F238": Message(
        Words(
            "列表层级过深",
            "这一项要编到第{level}级，序号只有五级：一、（一）1.（1）①。",
            "减少列表的层级，或移到级别高一些的标题下面。",
        ),
        Words(
            "list too deep",
            "The item would be of level {level}; there are five: 一、（一）1.（1）①.",
            "Use fewer levels, or move the list below a higher heading.",
        ),
    ),
    "F239": Message(
        Words(
            "手写的引用",
            "“{number}”的序号是手写的，前面增减以后会对不上。",
            '写 `[](#名称)`，印出来就是它的序号，如“见表3”；别的文件的附件写成 {{{{ "{number}" }}}}。',
        ),
        Words(
            "typed reference",
            "The number of “{number}” is typed and will not follow.",
            'Write `[](#name)`; for an annex of another document write {{{{ "{number}" }}}}.',
        ),
    ),
    "F240": Message(
        Words("一条脚注标了两次", "脚注“{name}”在前面已经标过。", "另写一条脚注，如“同前注”，或删去这个标记。"),
        Words(
            "footnote referred to twice",
            "The text refers to the footnote “{name}” before.",
            "Write another one, or delete this mark.",
        ),
    ),
    "R111": Message(
        Words(
            "引用的没有印出来",
            "“{name}”这一次没有印出来，这里无从引用。",
            "把引用也放进同样的条件里，或引用总会印出来的。",
        ),
        Words(
            "reference to what is not printed",
            "“{name}” is not printed in this report.",
            "Put the reference under the same condition.",
        ),
    ),
    "R112": Message(
        Words(
            "引用的不止一个",
            "叫“{name}”的有{found}，不知道引用哪一个。",
            "各起一个名称（表写 {{.表题 名称}}）；循环里的，在同一次循环里引用。",
        ),
        Words(
            "reference to more than one",
            "“{name}” is {found}.",
            "Give each a name of its own; refer to what a loop prints within that loop.",
        ),
    ),
}
