"""Words of the checks on monitoring forms (K141–K145, K231–, K308–, K408–)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "K141": Message(
        Words(
            "监控期间执行数超过全年预计",
            "“{name}”为{actual}，超过全年预计执行数（{expected}），超出{gap}。",
            "核对执行数和预计执行数：全年的数不会少于其中几个月的数。",
        ),
        Words(
            "more executed than expected for the year",
            "“{name}” is {actual}, {gap} above the forecast for the whole year ({expected}).",
            "Check both: a year has no less than some of its months.",
        ),
    ),
    "K142": Message(
        Words(
            "监控期间执行数超过年初预算",
            "“{name}”为{actual}，超过年初预算数（{expected}），超出{gap}。",
            "核对金额；年中追加了预算的，在“说明”中写“K142”并说明。",
        ),
        Words(
            "more executed than budgeted",
            "“{name}” is {actual}, {gap} above the first budget ({expected}).",
            "Check the amounts; if the budget was raised, say so under 说明 with the key “K142”.",
        ),
    ),
    "K143": Message(
        Words(
            "全年预计执行数超过年初预算",
            "“{name}”为{actual}，超过年初预算数（{expected}），超出{gap}。",
            "核对金额；需要追加预算的，在“说明”中写“K143”并说明。",
        ),
        Words(
            "forecast above the budget",
            "“{name}” is {actual}, {gap} above the first budget ({expected}).",
            "Check the amounts; if the budget will be raised, say so under 说明 with the key “K143”.",
        ),
    ),
    "K144": Message(
        Words(
            "全年预计执行数远低于年初预算",
            "“{name}”为{actual}，不到年初预算数{budget}的{share}（{expected}）。",
            "核对金额；无误的，在监控指标的“原因说明”或“备注”中写明原因和措施。",
        ),
        Words(
            "forecast far below the budget",
            "“{name}” is {actual}, less than {share} of the first budget of {budget} ({expected}).",
            "Check the amounts; else give the reason in 原因说明 or 备注 of the monitored indicators.",
        ),
    ),
    "K145": Message(
        Words(
            "监控期间执行数超过全年执行数",
            "“{name}”（{period}）合计{actual}，超过该项目全年执行数（{expected}），超出{gap}。",
            "核对监控表和项目的执行数；监控表是别的年度的，改“年度”。",
        ),
        Words(
            "more executed in some months than in the year",
            "“{name}” ({period}) is {actual}, {gap} above what the project executed in the year ({expected}).",
            "Check both; if the form is of another year, correct its 年度.",
        ),
    ),
    "K231": Message(
        Words(
            "完成目标可能性写法不对",
            "“{name}”完成目标的可能性写的是“{actual}”，表中只有：{expected}。",
            "改为：{near}。",
        ),
        Words(
            "unknown likelihood",
            "The likelihood of “{name}” is “{actual}”; the form knows {expected}.",
            "Use: {near}.",
        ),
    ),
    "K232": Message(
        Words(
            "不能确定完成而没有说明",
            "“{name}”完成目标的可能性是“{word}”，而以下都没有填：{missing}。",
            "选出偏差的原因，写明说明和拟采取的措施；不需要的，在“说明”中写“K232”并说明。",
        ),
        Words(
            "doubt without a reason",
            "“{name}” is “{word}”, but none of these is filled in: {missing}.",
            "Tick the cause and give reason and measures; else explain under 说明 with the key “K232”.",
        ),
    ),
    "K308": Message(
        Words(
            "监控期间执行进度偏低",
            "“{name}”{period}的执行率为{actual}，低于这一期间的预警界限（{expected}）。",
            "核对执行数；无误的，在“说明”中写“K308”并写明原因。",
        ),
        Words(
            "behind schedule",
            "“{name}” has executed {actual} in {period}, below the warning of this period ({expected}).",
            "Check the amounts; else give the reason under 说明 with the key “K308”.",
        ),
    ),
    "K309": Message(
        Words(
            "目标已完成而资金没有执行",
            "“{name}”{period}的执行率为{actual}，而监控指标都已完成：目标与资金的进度不相称（应{expected}）。",
            "核对“执行情况”和执行数；工作先行、尚未付款的，在“说明”中写“K309”并说明。",
        ),
        Words(
            "goals reached without money",
            "“{name}” has executed {actual} in {period} (expected: {expected}), and yet all its goals are reached.",
            "Check 执行情况 and 执行数; if payment follows later, say so under 说明 with the key “K309”.",
        ),
    ),
    "K408": Message(
        Words(
            "监控表的年度不对",
            "“{name}”的监控年度为“{actual}”，应为本报告年度或下一年度（{expected}）。",
            "改为四位数的年度；别的年度的监控表不放在这里。",
        ),
        Words(
            "monitoring of another year",
            "“{name}” is monitored for “{actual}”; the report's year or the next is expected ({expected}).",
            "Type the year in four digits; forms of other years do not belong here.",
        ),
    ),
    "K409": Message(
        Words(
            "监控期间写成了日期",
            "“{name}”的监控期间写的是“{actual}”，应写起止月份，如“{expected}”。",
            "改为起止月份；表格软件会把1-6变成1月6日，单元格先设为文本。",
        ),
        Words(
            "a date for a period",
            "The period of “{name}” is “{actual}”; it must be months, like “{expected}”.",
            "Type the first and the last month; spreadsheets make a date of 1-6 unless the cell is text.",
        ),
    ),
}
