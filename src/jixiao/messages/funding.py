"""Words of the checks on levels, vouchers, wholes, assets, institutions and classes of use (K13–K17)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "K131": Message(
        Words(
            "资金级次不在名单中",
            "“{name}”不是本格式的资金级次，表中没有它的位置，这笔钱会漏掉。",
            "改为：{near}；没有写级次的，在项目的“资金来源”中写明。",
        ),
        Words(
            "unknown level of funds",
            "“{name}” is no 资金级次 of this format: its table has no place for the money.",
            "Use: {near}; where no level is given, name it in the 资金来源 of the project.",
        ),
    ),
    "K132": Message(
        Words("资金级次重复", "“资金分级”中“{name}”写了两次，金额会加在一起。", "合成一项，或改正写错的级次。"),
        Words(
            "a level twice",
            "“{name}” stands twice in 资金分级, and its amounts would be added up.",
            "Make one row of the two, or correct the level.",
        ),
    ),
    "K133": Message(
        Words(
            "各级次资金与总数不符",
            "“{name}”为{actual}，“{formula}”为{expected}，相差{gap}。",
            "核对“资金分级”各行和项目的总数，改正写错或漏填的一处。",
        ),
        Words(
            "levels do not make the total",
            "“{name}” is {actual}, “{formula}” is {expected}, {gap} apart.",
            "Check the rows of 资金分级 and the total of the project.",
        ),
    ),
    "K134": Message(
        Words(
            "一级资金的支出超过到位",
            "“{level}”支出{actual}，超过到位（{expected}），超出{gap}。",
            "核对这一级次的到位和支出；用别的级次的资金支出的，记在那一级次。",
        ),
        Words(
            "a level spent more than it got",
            "“{level}” spent {actual}, {gap} more than arrived ({expected}).",
            "Check both amounts of this level; what another level paid belongs there.",
        ),
    ),
    "K135": Message(
        Words("凭证的月份不对", "“{name}”的会计凭证月份为{actual}，应为{expected}。", "改为凭证所在的月份。"),
        Words("no month", "A voucher of “{name}” has the month {actual}; it must be {expected}.", "Type its month."),
    ),
    "K136": Message(
        Words(
            "凭证号读不出",
            "“{name}”的凭证号“{text}”读不出是哪些凭证。",
            "一个号或一段连号写一项，如 [5, 9-13, 记-21]，号码从小到大；“9月13日”这样的，是表格软件把9-13当成了日期。",
        ),
        Words(
            "voucher number cannot be read",
            "“{name}”: “{text}” is neither a voucher nor a run of them.",
            "One number or one rising run an item, like [5, 9-13, 记-21]; 9月13日 is what spreadsheets make of 9-13.",
        ),
    ),
    "K137": Message(
        Words(
            "凭证号重复",
            "“{name}”{month}月的凭证{numbers}写了两次：“{other}”和“{text}”。",
            "删去重复的，或改正写错的号码、月份。",
        ),
        Words(
            "a voucher twice",
            "“{name}”, month {month}: {numbers} stands in “{other}” and again in “{text}”.",
            "Delete one of them, or correct the number or the month.",
        ),
    ),
    "K138": Message(
        Words(
            "一张凭证列在两个子项目",
            "“{name}”{month}月的凭证{numbers}，也列在：{others}。",
            "核对凭证号；一张凭证确有几笔支出的，在“说明”中写“K138”并说明。",
        ),
        Words(
            "a voucher in two sub-projects",
            "“{name}”, month {month}: {numbers} is listed under {others} as well.",
            "Check the numbers; if vouchers hold several entries, say so under 说明 with the key “K138”.",
        ),
    ),
    "K139": Message(
        Words(
            "凭证不按顺序",
            "“{name}”的会计凭证，“{before}”后面是“{text}”。",
            "核对是否写错；没有写错的，按月份、号码从小到大排列。",
        ),
        Words(
            "vouchers out of order",
            "The vouchers of “{name}” have “{text}” behind “{before}”.",
            "Check for a slip; else sort them by month and number.",
        ),
    ),
    "K151": Message(
        Words(
            "整体与部分的名称不是数字",
            "“{name}”不是本报告的数字。",
            "改为已有的数字名称（相近的：{near}），或在“事实”中补上它的数字。",
        ),
        Words(
            "no figure of this name",
            "“{name}” is no figure of this report.",
            "Use the name of a figure (near: {near}), or add the figure to 事实.",
        ),
    ),
    "K152": Message(
        Words("部分不足两项", "“{name}”的部分只有：{actual}；整体由两项以上组成。", "补上其余部分，或删去这一条。"),
        Words(
            "fewer than two parts",
            "“{name}” has no other parts than {actual}; a whole has two or more.",
            "Add the other parts, or delete the entry.",
        ),
    ),
    "K153": Message(
        Words(
            "整体与部分单位不同",
            "“{name}”为{expected}，部分“{part}”为{actual}，不能相比。",
            "统一单位；比率写百分号，数量写量词。",
        ),
        Words(
            "unlike units",
            "“{name}” is {expected}, its part “{part}” is {actual}: they cannot be compared.",
            "Give both the same kind of unit.",
        ),
    ),
    "K154": Message(
        Words(
            "部分合计不等于整体",
            "“{name}”为{actual}，“{formula}”为{expected}，相差{gap}。",
            "核对整体和各部分，改正写错的一处；部分没有列全的，补上其余部分或删去这一条。",
        ),
        Words(
            "parts do not make the whole",
            "“{name}” is {actual}, “{formula}” is {expected}, {gap} apart.",
            "Correct the one that is wrong; add the parts that are missing, or delete the entry.",
        ),
    ),
    "K155": Message(
        Words(
            "整体的比率在各部分之外",
            "“{name}”为{actual}，而各部分为{parts}：整体的比率应在{expected}之间。",
            "核对整体和各部分的比率，改正写错的一处。",
        ),
        Words(
            "rate outside those of its parts",
            "“{name}” is {actual}, its parts are {parts}: the rate of the whole lies within {expected}.",
            "Check the rates of the whole and of its parts.",
        ),
    ),
    "K161": Message(
        Words(
            "累计折旧超过原值",
            "“{name}”为{actual}，超过原值（{expected}），超出{gap}。",
            "核对原值和累计折旧（摊销）是否填反。",
        ),
        Words(
            "worn more than it cost",
            "“{name}” is {actual}, {gap} above the cost ({expected}).",
            "Check whether cost and depreciation were exchanged.",
        ),
    ),
    "K162": Message(
        Words(
            "固定资产的用途合计不符",
            "“{name}”合计{actual}，既不等于固定资产的原值，也不等于净值：{expected}。",
            "在用、出租和其他固定资产统一按原值或按净值填写，合计应为全部固定资产。",
        ),
        Words(
            "uses do not make the fixed assets",
            "“{name}” make {actual}, neither the cost nor the net value of the fixed assets: {expected}.",
            "Give all uses at cost, or all at net value; together they are all fixed assets.",
        ),
    ),
    "K171": Message(
        Words(
            "机构当年结余为负",
            "“{name}”当年结余为{actual}：支出超过了收入。",
            "核对该机构的收入和支出，上年结转是否漏填；用以前年度结余支出的，在“说明”中写“{name}/当年结余”并说明。",
        ),
        Words(
            "an institution spent more than it had",
            "“{name}” is left with {actual}: it spent more than its income.",
            "Check income and expenditure and 上年结转; if savings were used, say so under 说明 (“{name}/当年结余”).",
        ),
    ),
    "K172": Message(
        Words("机构重复", "“机构”中“{name}”写了两次，部门总数会多算。", "删去重复的一项，或改正名称。"),
        Words(
            "an institution twice",
            "“{name}” stands twice in 机构: the totals of the department would count it twice.",
            "Delete one of them, or correct its name.",
        ),
    ),
    "K173": Message(
        Words(
            "机构中没有局机关",
            "“机构”只有：{actual}；没有部门本级，部门总数会漏掉它。",
            "补上部门本级（名称写“{expected}”或单位名称）；本级确无收支的，在“说明”中写“K173”并说明。",
        ),
        Words(
            "the department itself is missing",
            "机构 holds {actual}, but not the department's own offices.",
            "Add them as “{expected}” or under the unit's name; if they have no money, say so under 说明 (“K173”).",
        ),
    ),
    "K174": Message(
        Words(
            "用途不在用途分类中",
            "子项目“{project}”的用途是“{name}”，“用途分类”中没有，按用途汇总时会漏掉。",
            "改为：{near}；或在“用途分类”中加一类。",
        ),
        Words(
            "unknown class of use",
            "“{project}” is used for “{name}”, which 用途分类 does not have: no class would count it.",
            "Use: {near}; or add a class.",
        ),
    ),
    "K175": Message(
        Words(
            "用途类别下没有子项目",
            "“用途分类”中的“{name}”没有子项目。",
            "核对子项目的“用途”，或删去这一类；须保留的，在“说明”中写“K175”并说明。",
        ),
        Words(
            "a class without sub-projects",
            "No sub-project has the use “{name}” of 用途分类.",
            "Check the 用途 of the sub-projects, or delete the class; else explain under 说明 with the key “K175”.",
        ),
    ),
    "K406": Message(
        Words(
            "资产日期不是本年末",
            "资产的截止日期为{actual}，本报告是{year}年度，应为{expected}。",
            "填写本年末的资产，并改日期；不要沿用上年的数据。",
        ),
        Words(
            "assets of another year",
            "The assets are those of {actual}; a report on {year} shows those of {expected}.",
            "Give the assets at the end of the year, and its date.",
        ),
    ),
    "K407": Message(
        Words(
            "资产日期不在年末",
            "资产的截止日期为{actual}，一般为{expected}。",
            "填写年末的资产；确按这一天填报的，在“说明”中写“K407”并说明。",
        ),
        Words(
            "assets before the end of the year",
            "The assets are those of {actual}, and not of {expected}.",
            "Give those at the end of the year; else explain under 说明 with the key “K407”.",
        ),
    ),
}
