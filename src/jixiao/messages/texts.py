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
    "T204": Message(
        Words(
            "文中的股室与名单相近而不同",
            "文中写的是“{actual}”，“内设机构”中是“{name}”。",
            "改为“{name}”；确是别的单位的，在“说明”中写“T204”并说明。",
        ),
        Words(
            "nearly the name of a section",
            "“{actual}” in the text is not in 内设机构, which has “{name}”.",
            "Use “{name}”; if another unit's section is meant, say so under 说明 with the key “T204”.",
        ),
    ),
    "T205": Message(
        Words(
            "约数的说法重复",
            "“{text}”前后都有表示大约的字，读不出是多是少。",
            "只留一个：不到的写“近”，超过的写“余”。",
        ),
        Words(
            "doubt told twice",
            "“{text}” is said to be about a number twice over: is it more or less?",
            "Keep one word: 近 for less, 余 for more.",
        ),
    ),
    "T206": Message(
        Words(
            "文中的个数与清单不符",
            "文中写的是“{actual}”，“{name}”清单中有{expected}个。",
            "改正文字或清单；个数最好写成标签（如 {{{{ count({name}) }}}}），随清单变化。",
        ),
        Words(
            "a count that is not that of the list",
            "The text says “{actual}”, the list {name} has {expected}.",
            "Correct the text or the list; better, print the count by a tag ({{{{ count({name}) }}}}).",
        ),
    ),
    "K605": Message(
        Words("内设机构重复", "“内设机构”中“{name}”写了两次。", "删去重复的一个，或改正名称。"),
        Words("a section twice", "“{name}” stands twice in 内设机构.", "Delete one of them, or correct its name."),
    ),
    "K606": Message(
        Words(
            "评价人员的股室不在内设机构中",
            "评价人员写的是“{text}”，“内设机构”中没有“{name}”。",
            "改为：{near}；或在“内设机构”中补上；名称无误的，在“说明”中写“K606”并说明。",
        ),
        Words(
            "an evaluator of no section",
            "An evaluator is “{text}”, but 内设机构 has no “{name}”.",
            "Use: {near}; or add the section; if both are right, say so under 说明 with the key “K606”.",
        ),
    ),
}
