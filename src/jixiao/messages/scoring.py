"""Words of the checks on weights, points and grades (K2), and on the scoring rules of formats (F12)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "K201": Message(
        Words(
            "一级指标的分值不符",
            "“{name}”下{count}项指标的分值合计{actual}，规定为{expected}。",
            "调整各项指标的“分值”，使合计等于规定的分值。",
        ),
        Words(
            "weights of a group",
            "The indicators of “{name}” ({count}) weigh {actual} together; the format asks for {expected}.",
            "Change their 分值 so that they add up.",
        ),
    ),
    "K202": Message(
        Words("一级指标不在规定之列", "一级指标“{name}”不在本格式规定的名称之内。", "改为“{near}”。"),
        Words("unknown group", "“{name}” is no first-level indicator of this format.", "Use: {near}."),
    ),
    "K203": Message(
        Words(
            "总分值不等于满分",
            "各项指标的分值合计{indicators}，计入满分的预算执行{execution}，共{actual}，满分应为{expected}。",
            "核对各项指标的“分值”，以及格式规定的分值；没有开展自评的项目，在“未自评原因”写明。",
        ),
        Words(
            "weights do not make the full score",
            "The indicators weigh {indicators}, execution counts {execution}: {actual} in all, not {expected}.",
            "Check the weights of indicators and format; give a reason (未自评原因) where a project was not evaluated.",
        ),
    ),
    "K204": Message(
        Words("得分超过分值", "“{name}”得分{actual}，超过分值，应{expected}。", "改正得分或分值。"),
        Words(
            "score above weight",
            "“{name}” scores {actual}; by its weight it must be {expected}.",
            "Correct one of them.",
        ),
    ),
    "K205": Message(
        Words(
            "缺少得分",
            "“{name}”用文字表述，不能按规则计分，也没有填得分。",
            "由评价小组评定后填写“得分”。",
        ),
        Words(
            "score missing",
            "“{name}” is in words: no rule gives its points, and none are given.",
            "Fill in 得分 as the evaluation group decided.",
        ),
    ),
    "K206": Message(
        Words(
            "按规则应得满分，却扣了分",
            "“{name}”的{basis}是{rate}，按“{method}”应得满分{expected}，填的是{actual}，也没有说明原因。",
            "改为满分（“得分”留空即可），或在“偏差原因”中写明扣分的理由。",
        ),
        Words(
            "full points by the rule, but some taken off",
            "“{name}” ({basis} {rate}) earns all {expected} by the rule “{method}”, "
            "but {actual} are given without a reason.",
            "Leave 得分 empty, or give the reason under 偏差原因.",
        ),
    ),
    "K207": Message(
        Words(
            "得分与规则不符",
            "“{name}”的{basis}是{rate}，按“{method}”应得{expected}，填的是{actual}，也没有说明原因。",
            "按规则计分（“得分”留空即可），或在“偏差原因”中写明理由。",
        ),
        Words(
            "points not by the rule",
            "“{name}” ({basis} {rate}) earns {expected} by the rule “{method}”, "
            "but {actual} are given without a reason.",
            "Leave 得分 empty, or give the reason under 偏差原因.",
        ),
    ),
    "K208": Message(
        Words(
            "扣分没有原因",
            "“{name}”得分{actual}，分值{expected}，扣分没有写明原因。",
            "在“偏差原因”中写明扣分的理由和改进措施。",
        ),
        Words(
            "deduction without a reason",
            "“{name}” scores {actual} of {expected}, without a reason.",
            "Give the reason under 偏差原因.",
        ),
    ),
    "K209": Message(
        Words(
            "指标值与完成值单位不同",
            "“{name}”的年度指标值是{expected}（单位：{target_unit}），实际完成值是{actual}（单位：{actual_unit}）。",
            "两处用同一个单位。",
        ),
        Words(
            "target and actual in different units",
            "The target of “{name}” is {expected} (unit: {target_unit}), the actual value {actual} ({actual_unit}).",
            "Use one unit in both places.",
        ),
    ),
    "K210": Message(
        Words(
            "指标值是数字，完成值是文字",
            "“{name}”的年度指标值是{expected}，实际完成值却是文字“{actual}”。",
            "填写完成的数字，单位与指标值相同。",
        ),
        Words(
            "words for a number",
            "The target of “{name}” is {expected}, but the actual value is words: “{actual}”.",
            "Give the number reached, in the unit of the target.",
        ),
    ),
    "K211": Message(
        Words(
            "超额完成没有原因",
            "“{name}”完成率{actual}，超出正常范围（{expected}），没有说明原因。",
            "在“偏差原因”中写明超额的原因；指标值定得过低的，下年调整。",
        ),
        Words(
            "far over target without a reason",
            "“{name}” reached {actual} without a reason; usual is {expected}.",
            "Give the reason under 偏差原因.",
        ),
    ),
    "K221": Message(
        Words(
            "计分在界限上",
            "“{name}”印作{rate}，得{actual}；按精确值{exact_rate}应得{expected}。得分以印出的比率为准。",
            "核对所填的数字；无误的，在“说明”中写“{name}”并说明。",
        ),
        Words(
            "points at a bound",
            "“{name}” prints as {rate} and earns {actual}; its exact value {exact_rate} would earn {expected}. "
            "The printed one decides.",
            "Check the figures; if they are right, say so under 说明 with the key “{name}”.",
        ),
    ),
    "K222": Message(
        Words(
            "总分封顶",
            "预算执行率为{rate}，低于{bound}：各项得分合计{actual}，总分只计{expected}。",
            "核对全年执行数和预算数；无误的，在“说明”中写“总分”，说明执行率低的原因。",
        ),
        Words(
            "total capped",
            "Execution is {rate}, below {bound}: the points add up to {actual}, but the total is {expected}.",
            "Check the amounts; if they are right, say under 说明 with the key “总分” why execution is low.",
        ),
    ),
    "K223": Message(
        Words(
            "封顶在界限上",
            "预算执行率印作{rate}，总分{actual}；按精确值{exact_rate}，总分{expected}。以印出的比率为准。",
            "核对全年执行数和预算数；无误的，在“说明”中写“预算执行率”并说明。",
        ),
        Words(
            "cap at its bound",
            "Execution prints as {rate}, so the total is {actual}; by the exact value {exact_rate}: {expected}. "
            "The printed one decides.",
            "Check the amounts; if they are right, say so under 说明 with the key “预算执行率”.",
        ),
    ),
    "K224": Message(
        Words(
            "得分与完成程度不符",
            "“{name}”的完成程度是“{level}”，应得分值的{shares}，即{expected}，得分却是{actual}。",
            "改正完成程度或得分；无误的，在“说明”中写“{name}/得分”并说明。",
        ),
        Words(
            "score outside its degree",
            "“{name}” is “{level}”, which earns {shares} of the points ({expected}), but scores {actual}.",
            "Correct one of them, or say why under 说明 with the key “{name}/得分”.",
        ),
    ),
    "K225": Message(
        Words("完成程度不认识", "“{name}”不是本格式的完成程度。", "改为：{near}。"),
        Words("unknown degree of completion", "“{name}” is no 完成程度 of this format.", "Use: {near}."),
    ),
    "K226": Message(
        Words("计分方法不认识", "本格式没有计分方法“{name}”。", "改为：{near}；或在格式的“计分方法”中增加。"),
        Words("unknown method", "This format has no method “{name}”.", "Use: {near}; or declare it in the format."),
    ),
    "K227": Message(
        Words(
            "自评结果与规则不符",
            "“{name}”填的是{actual}，按规则（{formula}）应为{expected}；各处都印所填的数。",
            "删去所填的数，由程序计算；确要这样填的，在“说明”中写“{name}”并说明原因。",
        ),
        Words(
            "result not by the rule",
            "“{name}” is given as {actual}; by the rule ({formula}) it is {expected}. The given one is printed.",
            "Leave it out, and it is computed; or give the reason under 说明 with the key “{name}”.",
        ),
    ),
    "K228": Message(
        Words(
            "所填的等级与总分不符",
            "等级填的是“{actual}”，总分{total}的等级是“{expected}”；各处都印所填的等级。",
            "删去所填的等级，由程序评定；确要这样填的，在“说明”中写“总分”并说明原因。",
        ),
        Words(
            "grade not that of the total",
            "The grade is given as “{actual}”; a total of {total} earns “{expected}”. The given one is printed.",
            "Leave it out; or give the reason under 说明 with the key “总分”.",
        ),
    ),
    "K229": Message(
        Words(
            "得分算不出来",
            "“{name}”算不出得分，总分和等级也就没有。",
            "补上所缺的数；确实算不出的，在“{key}”中填写评定的得分。",
        ),
        Words(
            "points cannot be computed",
            "No points can be computed for “{name}”, and so there is neither total nor grade.",
            "Fill in what is missing; if it cannot be computed, give the points under {key}.",
        ),
    ),
    "K230": Message(
        Words("总分超过满分", "总分填的是{actual}，超过满分，应{expected}。", "改正总分。"),
        Words("total above the full score", "The total is given as {actual}; it must be {expected}.", "Correct it."),
    ),
    "F121": Message(
        Words("评分规则的写法不认识", "“{key}”写的是“{word}”，没有这一种。", "可以写：{known}。"),
        Words("unknown word in the scoring rules", "“{word}” is not known for “{key}”.", "There are: {known}."),
    ),
    "F122": Message(
        Words(
            "各档不是从高到低",
            "“{name}”的各档应当从高到低（等级和定性等级的最后一档从0起），这里写的是{actual}，应为{expected}。",
            "按从高到低排列，一档接一档，不重复，不留空当。",
        ),
        Words(
            "bounds do not fall",
            "The bounds of “{name}” must fall from the first to the last (grades end at 0); "
            "here stands {actual} for {expected}.",
            "Put them in order, each below the one before.",
        ),
    ),
    "F123": Message(
        Words(
            "评分规则的数字用不了",
            "“{typed}”不能用来计分：不是数字，是负数，或超出了范围。",
            "比例在0%和100%之间，门槛低于100%，步长大于0，位数是0至6的整数。",
        ),
        Words(
            "number of no use in the scoring rules",
            "Nothing can be scored with “{typed}”: it is no number, below zero, or out of range.",
            "Shares lie between 0% and 100%, a threshold below 100%, steps above 0, digits between 0 and 6.",
        ),
    ),
    "F124": Message(
        Words("一种计分方法写了两样", "计分方法“{name}”既写了分档，又写了门槛。", "只留一样；都要用的，分成两种方法。"),
        Words("two methods in one", "The method “{name}” has bands and a threshold.", "Keep one, or make two methods."),
    ),
    "F125": Message(
        Words(
            "公式没有用上评分规则",
            "格式规定了“{key}”，“{name}”却另写了公式，没有用上它。",
            "删去“{name}”的公式，由评分规则得出；总分也可以写成 min(…, 总分上限)。",
        ),
        Words(
            "formula that leaves a scoring rule out",
            "The format declares “{key}”, but its own formula of “{name}” does not heed it.",
            "Leave the formula out; that of 总分 may also be min(…, 总分上限).",
        ),
    ),
    "F126": Message(
        Words(
            "格式的分值合计不是满分",
            "各一级指标的分值加上计入总分的执行分值（{execution}）合计{actual}，满分是{expected}。",
            "改“一级指标”的分值，或“评分”的满分、执行分值。",
        ),
        Words(
            "weights of the format are not its full score",
            "The weights of the groups and of execution ({execution}) make {actual}; the full score is {expected}.",
            "Correct the 分值 of 一级指标, or 满分 and 执行 of 评分.",
        ),
    ),
}
