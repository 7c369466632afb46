"""Words of the findings about charts."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "F241": Message(
        Words("没有这种图表", "没有“{kind}”这种图表。", "改成 {near}；别的图表在 Word 里画好，放进表单。"),
        Words(
            "no such kind of chart",
            "There are no charts called “{kind}”.",
            "Write {near}; draw any other chart in Word, in a form.",
        ),
    ),
    "F242": Message(
        Words(
            "图表的系列太多",
            "{kind}最多画{most}个系列，这里写了{count}个。",
            "饼图只画一列数；其他的分成两张图。",
        ),
        Words(
            "too many series in a chart",
            "A {kind} has at most {most} series, this one {count}.",
            "A pie shows one column of numbers; make two charts of any other.",
        ),
    ),
    "F243": Message(
        Words(
            "标签与画的图表不同",
            "标签写的是{kind}，文档里画的是{drawn}。",
            "标签里不写种类，就照画的；要{kind}，在文档里改图表类型。",
        ),
        Words(
            "tag for another kind of chart",
            "The tag says {kind}, but what is drawn is {drawn}.",
            "Leave the kind out of the tag, or change the kind of chart in the document.",
        ),
    ),
    "F244": Message(
        Words(
            "系列的个数与画的图表不同",
            "标签写了{count}个系列，文档里的图表画了{drawn}个。",
            "增减标签里的系列，或者在文档里编辑图表的数据，使两边一样多；样子按先后对应。",
        ),
        Words(
            "other series than the chart that is drawn",
            "The tag names {count} series, the chart in the document has {drawn}.",
            "Name as many series as are drawn; each takes the look of its place.",
        ),
    ),
    "F245": Message(
        Words(
            "这种图表不能填",
            "标签所在的是{what}，程序只填柱形、条形、饼（环）、折线、面积、雷达图。",
            "在文档里改用这几种图表类型，类别轴用文字，不用日期。",
        ),
        Words(
            "kind of chart that cannot be filled",
            "The chart with the tag is of a kind ({what}) that the program does not fill.",
            "Use columns, bars, a pie, lines, areas or a radar, with words and not dates for categories.",
        ),
    ),
    "F246": Message(
        Words(
            "图表里的文字不能写标签",
            "图表的标题或坐标轴标题里有标签，程序不填图表里的文字。",
            "把带标签的标题写成图表下面的一段图题；{{% chart … %}} 写在图表的替换文字或标题里。",
        ),
        Words(
            "tags in the words of a chart",
            "A title of the chart or of an axis holds tags, which are not filled there.",
            "Write such a title as a caption below the chart; only {{% chart … %}} stands in its title.",
        ),
    ),
    "R121": Message(
        Words(
            "图表的个数对不上",
            "系列“{name}”有{count}个数，类别有{categories}个。",
            "类别和系列取自同一个清单，如 类别=子项目.名称, 实际支出=子项目.实际支出。",
        ),
        Words(
            "chart with unequal columns",
            "The series “{name}” has {count} numbers for {categories} categories.",
            "Take the categories and the series from the same list.",
        ),
    ),
    "R122": Message(
        Words(
            "图表里有几种单位",
            "一张图里的数有几种单位：{units}。",
            "分成几张图；金额统一成一种单位，如 子项目.实际支出|万元。",
        ),
        Words(
            "chart of several units",
            "The numbers of a chart have several units: {units}.",
            "Make a chart for each; print amounts in one unit, such as 子项目.实际支出|万元.",
        ),
    ),
    "R123": Message(
        Words("饼图里有负数", "饼图里的数不能小于零：{names}。", "改用柱形图或条形图。"),
        Words("negative part of a pie", "The parts of a pie cannot be below zero: {names}.", "Use 柱形图 or 条形图."),
    ),
    "R124": Message(
        Words(
            "图表的类别太多",
            "{kind}有{count}个类别，这样的图最多画{most}个。",
            "用 where 选出主要的几项，类别多的用条形图（最多30个），或者改用表格。",
        ),
        Words(
            "chart of too many categories",
            "The {kind} has {count} categories; such a chart shows at most {most}.",
            "Choose the most important ones with where, use 条形图 (at most 30), or print a table.",
        ),
    ),
    "R125": Message(
        Words("图表里有算不出的数", "图表里空着：{names}。", "补填所缺的数；本来就没有的，用 where 去掉这一项。"),
        Words(
            "number of a chart not computable",
            "The chart leaves empty: {names}.",
            "Fill in what is missing, or leave the row out with where.",
        ),
    ),
}
