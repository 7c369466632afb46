"""Words of the checks on figures (K1, K3, K5, K6) and dates (K4)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "K101": Message(
        Words(
            "合计与分项不符",
            "“{name}”填的是{actual}，按“{formula}”应为{expected}，相差超出了小数位数能解释的范围。",
            "核对合计和各分项，改正写错的一处；或删去合计，由程序计算。",
        ),
        Words(
            "total contradicts its parts",
            "“{name}” is given as {actual}, but {formula} makes {expected}; "
            "the digits typed do not explain the difference.",
            "Correct the total or the part that is wrong; or leave the total out, and it is computed.",
        ),
    ),
    "K102": Message(
        Words(
            "合计与分项有尾差",
            "“{name}”填的是{actual}，按“{formula}”为{expected}，差在四舍五入之内；各处都印所填的数，表下注明尾差。",
            "有精确到元的数就填精确数；确为四舍五入的，在“说明”中写“{name}”并说明。",
        ),
        Words(
            "total off by a rounding tail",
            "“{name}” is given as {actual}, {formula} makes {expected}: within rounding. The given one is printed.",
            "Type exact amounts if you have them; else say so under 说明 with the key “{name}”.",
        ),
    ),
    "K103": Message(
        Words(
            "支出超过到位资金",
            "“{name}”{actual}，超过“{other}”，应{expected}。",
            "核对两个金额；用上年结转安排的支出，在“资金构成”填写上年结转资金。",
        ),
        Words(
            "more spent than arrived",
            "“{name}” is {actual}, above “{other}”; it must be {expected}.",
            "Check both amounts; money carried over from last year belongs into 资金构成.",
        ),
    ),
    "K104": Message(
        Words("金额或分数为负", "“{name}”是负数：{actual}。", "核对正负号；调减的金额填调减以后的数。"),
        Words("negative amount", "“{name}” is negative: {actual}.", "Check the sign."),
    ),
    "K105": Message(
        Words(
            "到位与安排不一致",
            "“{name}”{actual}，“{other}”{expected}，两者不同而没有说明。",
            "金额无误的，在“说明”中写“{name}”并写明原因。",
        ),
        Words(
            "arrived not as planned",
            "“{name}” is {actual}, “{other}” is {expected}, and nothing explains the difference.",
            "If both are right, give the reason under 说明 with the key “{name}”.",
        ),
    ),
    "K106": Message(
        Words("没有填本格式要求的内容", "“{name}”没有填，本格式要用。", "按实际填写；数字没有发生的填0。"),
        Words(
            "what the format asks for is missing", "“{name}” is empty, and the format shows it.", "Type it; 0 for none."
        ),
    ),
    "K107": Message(
        Words(
            "印出的合计与分项凑不平",
            "“{name}”印{actual}，分项印出的数合计{expected}：锁定的数不能调整，无法凑平；表下注明尾差。",
            "少锁定一些数（格式“显示”的“锁定”）；必须锁定的，在“说明”中写“{name}”并说明。",
        ),
        Words(
            "a total misses its parts on paper",
            "“{name}” prints as {actual}, its printed parts make {expected}: locked amounts stand in the way. "
            "A note under the table tells it.",
            "Lock fewer amounts (锁定 under 显示 in the format); else say so under 说明 with the key “{name}”.",
        ),
    ),
    "K301": Message(
        Words("比率超出范围", "“{name}”为{actual}，应在{expected}之间。", "核对数字和百分号；分子不应大于分母。"),
        Words(
            "rate out of range",
            "“{name}” is {actual}; it must lie within {expected}.",
            "Check the number and the percent sign.",
        ),
    ),
    "K302": Message(
        Words(
            "满意度与问卷数不符",
            "“{name}”为{actual}，而有效问卷{sample}份得不出这个比率；相近的是{expected}。",
            "核对满意的份数和有效问卷份数。",
        ),
        Words(
            "rate impossible for the sample",
            "“{name}” is {actual}, which {sample} questionnaires cannot give; nearest: {expected}.",
            "Check the number of questionnaires and of those satisfied.",
        ),
    ),
    "K303": Message(
        Words(
            "预算执行率偏低，没有说明",
            "“{name}”为{actual}，低于须说明原因的界限（{expected}）。",
            "在“说明”中写“{name}”并写明原因；写“预算执行率”的，总体和各子项目都算已说明。子项目的原因也可写在“偏离原因”中。",
        ),
        Words(
            "low execution without a reason",
            "“{name}” is {actual}, below the threshold ({expected}).",
            "Give the reason under 说明 with the key “{name}”; the key 预算执行率 covers all sub-projects too, "
            "and each may have its 偏离原因.",
        ),
    ),
    "K304": Message(
        Words(
            "分母为零，算不出来",
            "“{name}”＝{formula}，其中“{operand}”是零，算不出来，印作“{printed}”。",
            "核对“{operand}”；确为零的，在“说明”中写“{name}”并说明。",
        ),
        Words(
            "not computable: zero base",
            "“{name}” = {formula}, but “{operand}” is zero; it prints as “{printed}”.",
            "Check “{operand}”; if it is zero indeed, say so under 说明 with the key “{name}”.",
        ),
    ),
    "K305": Message(
        Words(
            "缺少数据，算不出来",
            "“{name}”＝{formula}，其中“{operand}”没有数据，算不出来，印作“{printed}”。",
            "填写“{operand}”；确实没有的，在“说明”中写“{name}”并说明。",
        ),
        Words(
            "not computable: no data",
            "“{name}” = {formula}, but there are no data for “{operand}”; it prints as “{printed}”.",
            "Fill in “{operand}”; or say why there are none under 说明 with the key “{name}”.",
        ),
    ),
    "K306": Message(
        Words(
            "等级在界限上",
            "总分印作{total}，等级为“{actual}”；精确总分{exact_total}的等级是“{expected}”。等级以印出的总分为准。",
            "核对各项得分；无误的，在“说明”中写“总分”并说明。",
        ),
        Words(
            "grade at its bound",
            "The total prints as {total}, grade {actual}; the exact total {exact_total} earns {expected}. "
            "The printed one decides.",
            "Check the scores; if they are right, say so under 说明 with the key “总分”.",
        ),
    ),
    "K307": Message(
        Words(
            "预算执行率在界限上",
            "“{name}”印作{actual}，达到界限（{expected}），精确值却低于界限。",
            "在“说明”中写“{name}”并写明原因。",
        ),
        Words(
            "execution at its threshold",
            "“{name}” prints as {actual} and reaches the threshold ({expected}); its exact value does not.",
            "Give a word under 说明 with the key “{name}”.",
        ),
    ),
    "K401": Message(
        Words("结束早于开始", "结束时间是{actual}，早于开始时间。", "改正开始时间或结束时间。"),
        Words("ends before it starts", "The end, {actual}, lies before the start.", "Correct one of the two."),
    ),
    "K402": Message(
        Words(
            "数据截止日期不在本年度",
            "数据截止日期是{actual}，不在{year}年度内。",
            "改为本年度的日期，一般是{year}年12月31日。",
        ),
        Words(
            "cut-off outside the year",
            "The cut-off date, {actual}, lies outside {year}.",
            "Give a date of that year, as a rule the 31st of December.",
        ),
    ),
    "K403": Message(
        Words(
            "报告时间早于数据截止日期",
            "报告时间是{actual}，早于数据截止日期。",
            "改正其中一个日期。",
        ),
        Words(
            "report before the cut-off",
            "The report is of {actual}, before the cut-off date.",
            "Correct one of the two dates.",
        ),
    ),
    "K404": Message(
        Words(
            "项目不在本年度实施",
            "按起止时间（{actual}），项目在{year}年度没有实施。",
            "核对年份；可能是上一年度留下的数据。",
        ),
        Words(
            "project not of this year",
            "By its dates ({actual}) the project does not run in {year}.",
            "Check the years; they may be left over from another one.",
        ),
    ),
    "K405": Message(
        Words(
            "指标文不是本年度下达",
            "指标文“{name}”的下达日期是{actual}，不在{year}年度内。",
            "核对日期；提前下达或上年结转的，在“说明”中写“K405”并说明。",
        ),
        Words(
            "allotted outside the year",
            "The allotment “{name}” is dated {actual}, outside {year}.",
            "Check the date; if money was allotted ahead, say so under 说明 with the key K405.",
        ),
    ),
    "K501": Message(
        Words("检查的强度不认识", "强度“{strength}”不认识。", "强度只能是：{known}。"),
        Words("unknown strength of a check", "“{strength}” is no strength.", "There are: {known}."),
    ),
    "K502": Message(
        Words("检查编号已被占用", "编号“{code}”是程序自带的检查。", "换一个编号，如格式名的字母加两位数字。"),
        Words("code of a check is taken", "“{code}” is a code of the program itself.", "Choose another code."),
    ),
    "K601": Message(
        Words(
            "多余的说明",
            "“说明”里的“{name}”没有对应的提示。",
            "情况已经不存在的，删去；名称写错的，改正：{near}。",
        ),
        Words(
            "explanation of nothing",
            "Nothing asks for the explanation “{name}”.",
            "Delete it if it is out of date, or correct its key: {near}.",
        ),
    ),
    "K602": Message(
        Words(
            "名称已有他用",
            "“{name}”与已有的名称相同：文中写“{name}”时，只能印出其中一个。",
            "换一个名称，引用它的地方一起改。",
        ),
        Words(
            "name means something else",
            "The name “{name}” is taken: where “{name}” is written, only one of the two is printed.",
            "Choose another name, and change what refers to it.",
        ),
    ),
}
