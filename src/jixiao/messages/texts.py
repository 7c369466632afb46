"""Words of the checks on what the unit wrote (T)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "T101": Message(
        Words(
            "缺少必填文字",
            "没有写“{name}”，本格式要求填写。",
            "在项目文件夹的 .md 文件里加一节“# {name}”，写上内容。",
        ),
        Words(
            "narrative missing",
            "“{name}” is required by the format and not written.",
            "Add a section “# {name}” to a .md file of the project.",
        ),
    ),
    "T102": Message(
        Words("有模板残留或多余符号", "“{text}”不应出现在正式报告中。", "改为实际内容，或删去。"),
        Words("left over from a template", "“{text}” has no place in a report.", "Replace or delete it."),
    ),
    "T103": Message(
        Words("括号或引号没有闭合", "“{sign}”没有对应的“{closing}”。", "在该段补上“{closing}”，或删去“{sign}”。"),
        Words("bracket not closed", "“{sign}” has no “{closing}”.", "Add it in the same paragraph."),
    ),
    "T201": Message(
        Words(
            "文中写死了数字",
            "“{text}”在数据里已有：{names}。数据改了，这里不会跟着改。",
            "改用名称：{{{{ {tag} }}}}；确与数据无关的，在“说明”中写“T201/{name}”并说明。",
        ),
        Words(
            "figure typed in prose",
            "“{text}” stands in the data: {names}. When the data change, this does not.",
            "Write {{{{ {tag} }}}}; if it is another thing, say so under 说明 with the key “T201/{name}”.",
        ),
    ),
    "T202": Message(
        Words(
            "文中是别的年度",
            "写的是“{actual}”，本报告是{year}年度。",
            "改为 {{{{ 年度 }}}}年度；确指该年度的，在“说明”中写“T202”并说明。",
        ),
        Words(
            "another year in the text",
            "It says “{actual}”, in a report on {year}.",
            "Write {{{{ 年度 }}}}年度; if that year is meant, say so under 说明 with the key T202.",
        ),
    ),
    "T203": Message(
        Words("字词重复", "“{actual}”可能多写了一遍。", "改为“{expected}”。"),
        Words("word typed twice", "“{actual}” may be typed twice.", "Write “{expected}”."),
    ),
}
