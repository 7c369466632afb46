"""Words of the checks on a department: its budget, classes, spending and staff (K108–K126), and names (K603–)."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "K108": Message(
        Words(
            "收入与支出不平",
            "{stage}：“预算收入”合计{actual}，“基本支出”与“项目支出”合计{expected}，相差{gap}。",
            "核对各项收入、人员经费、公用经费和各项目资金构成的{stage}，改正写错或漏填的一处。",
        ),
        Words(
            "income is not expenditure",
            "{stage}: 预算收入 makes {actual}, 基本支出 and 项目支出 make {expected}, {gap} apart.",
            "Check the {stage} of income, of basic expenditure and of the funds of each project.",
        ),
    ),
    "K109": Message(
        Words(
            "全年预算数与年中变动不符",
            "“{name}”为{actual}；年初预算数{initial}，年中追加和调剂{changes}，应为{expected}，相差{gap}。",
            "核对“预算调整”和“经费调剂”中归到这里的各笔，以及年初、全年预算数。",
        ),
        Words(
            "budget not as it was changed",
            "“{name}” is {actual}; {initial} at first and {changes} during the year make {expected}, {gap} apart.",
            "Check what 预算调整 and 经费调剂 give to it, and both budgets.",
        ),
    ),
    "K110": Message(
        Words(
            "追加或调剂的类别不认识",
            "“{name}”不是人员经费、公用经费、项目支出，也不是项目的名称：{amount}没有归处。",
            "改为：{near}。",
        ),
        Words(
            "unknown class of a budget change",
            "“{name}” is no class of expenditure and no project: {amount} would go nowhere.",
            "Use: {near}.",
        ),
    ),
    "K111": Message(
        Words(
            "项目资金超过来源",
            "{stage}：各项目“资金构成”中的{kind}合计{actual}，超过“预算收入”的{source}，应{expected}，超出{gap}。",
            "核对各项目资金构成的行名和金额，以及“预算收入”。",
        ),
        Words(
            "projects have more than its source",
            "{stage}: the projects' {kind} makes {actual}, above 预算收入 ({source}): {expected}, {gap} too much.",
            "Check names and amounts of 资金构成 in the projects, and 预算收入.",
        ),
    ),
    "K112": Message(
        Words(
            "上年结转没有全部落到项目",
            "“{name}”{actual}，“{formula}”少{gap}，这{gap}算作基本支出的上年结转。",
            "核对各项目“资金构成”的上年结转资金；确属基本支出的，在“说明”中写“{name}”并说明。",
        ),
        Words(
            "money carried over that no project shows",
            "“{name}” is {actual}; “{formula}” is {gap} less, which is left for basic expenditure.",
            "Check 上年结转资金 of the projects; if it belongs to 基本支出, say so under 说明 with the key “{name}”.",
        ),
    ),
    "K113": Message(
        Words(
            "项目没有归入基础数据表的一行",
            "项目“{project}”的支出类别是“{name}”，“项目支出”的“类别”中没有这一行，表中会漏掉它的金额。",
            "支出类别改为：{near}；或在“项目支出”的“类别”中加一行。",
        ),
        Words(
            "project in no row of the base data table",
            "The 支出类别 of “{project}” is “{name}”, no row of 项目支出.类别: the table would miss its amounts.",
            "Use: {near}; or add a row to 类别.",
        ),
    ),
    "K114": Message(
        Words(
            "子项目与项目总数不符",
            "“{name}”为{actual}，“{formula}”为{expected}，相差{gap}。",
            "核对“资金构成”各行和“子项目”各项的金额，改正写错或漏填的一处。",
        ),
        Words(
            "sub-projects do not make the project",
            "“{name}” is {actual}, “{formula}” is {expected}, {gap} apart.",
            "Check the rows of 资金构成 and of 子项目.",
        ),
    ),
    "K115": Message(
        Words(
            "经济分类与支出总数不符",
            "“{name}”为{actual}，“{formula}”为{expected}，相差{gap}。",
            "核对“经济分类”各项，以及基本支出和各项目的全年执行数。",
        ),
        Words(
            "economic classes do not make the expenditure",
            "“{name}” is {actual}, “{formula}” is {expected}, {gap} apart.",
            "Check the rows of 经济分类, and what basic expenditure and the projects spent.",
        ),
    ),
    "K116": Message(
        Words(
            "其中项超过公用经费",
            "{stage}：公用经费的其中各项合计{actual}，超过公用经费，应{expected}，超出{gap}。",
            "核对公用经费和其中各项；不属于公用经费的支出不列入。",
        ),
        Words(
            "parts above the whole",
            "{stage}: the parts of 公用经费 make {actual}; they must be {expected}, {gap} too much.",
            "Check 公用经费 and its parts.",
        ),
    ),
    "K117": Message(
        Words(
            "指标文与到位资金不符",
            "“{name}”为{actual}，“{formula}”为{expected}，相差{gap}。",
            "核对“指标文”各文件的金额和到位的金额，改正写错的一处；少了的文件补上。",
        ),
        Words(
            "allotments are not what arrived",
            "“{name}” is {actual}, “{formula}” is {expected}, {gap} apart.",
            "Check the amounts of 指标文 and what arrived.",
        ),
    ),
    "K118": Message(
        Words(
            "支出超过预算，没有说明",
            "“{name}”{actual}，超过预算，应{expected}，超出{gap}。",
            "核对预算和支出；确实超出的，在“说明”中写“{name}”并写明原因。",
        ),
        Words(
            "spent above the budget without a reason",
            "“{name}” is {actual}; by the budget it is {expected}, {gap} too much.",
            "Check both; if they are right, give the reason under 说明 with the key “{name}”.",
        ),
    ),
    "K119": Message(
        Words(
            "“三公”经费比上年多，没有说明",
            "“{name}”{actual}，比上年增加{gap}，没有说明原因。",
            "在“三公经费”或该项的“说明”中写明原因。",
        ),
        Words(
            "more on the three public expenses than last year",
            "“{name}” is {actual}, {gap} more than in the year before, without a reason.",
            "Give the reason as 说明 of 三公经费 or of the account.",
        ),
    ),
    "K120": Message(
        Words(
            "“三公”经费没有预算而有支出",
            "“{name}”{actual}，没有预算。",
            "补填年初预算数；确实没有预算的，在该项的“说明”中写明原因。",
        ),
        Words(
            "three public expenses without a budget",
            "“{name}” is {actual}, and there is no budget for it.",
            "Fill in 年初预算数; if there is none, give the reason as 说明 of the account.",
        ),
    ),
    "K121": Message(
        Words(
            "人员变动与人数不符",
            "“{name}”为{actual}，按“{formula}”应为{expected}，相差{gap}。",
            "核对上年末人数、“人员变动”各项和年末人数，减少的写负数。",
        ),
        Words(
            "staff movements do not lead to the headcount",
            "“{name}” is {actual}, {formula} makes {expected}, {gap} apart.",
            "Check the number a year ago, each row of 人员变动 (a decrease is negative) and the number now.",
        ),
    ),
    "K122": Message(
        Words(
            "在职转退休的两边不一致",
            "“{name}”：在职增减{left}，退休增减{joined}；转退休的人，在职减少几人，退休就增加几人。",
            "两边写同样的人数，在职增减写负数。",
        ),
        Words(
            "those who retired do not match",
            "“{name}”: in post {left}, retired {joined}; as many leave the ones as join the others.",
            "Type the same number twice, negative under 在职增减.",
        ),
    ),
    "K123": Message(
        Words(
            "在职人数超过编制",
            "“{name}”{actual}，超过编制，应{expected}，超出{gap}。",
            "核对编制数和在职人数（编外和退休人员不计入）；确实超编的，在“说明”中写“{name}”并写明原因。",
        ),
        Words(
            "more people than posts",
            "“{name}” is {actual}; by the quota it is {expected}, {gap} too many.",
            "Check both; if they are right, give the reason under 说明 with the key “{name}”.",
        ),
    ),
    "K124": Message(
        Words(
            "上年数与上年的数据不符",
            "“{name}”为{actual}，{formula}是{expected}，相差{gap}。",
            "上年数不用填，删去即由程序取上年的数据；上年的数据有误的，改正上年的数据。",
        ),
        Words(
            "not what last year's data hold",
            "“{name}” is {actual}, {formula} is {expected}, {gap} apart.",
            "Delete it, and it is taken from last year's data; or correct those.",
        ),
    ),
    "K125": Message(
        Words(
            "上年结转与上年的结转结余不同",
            "“{name}”为{actual}，{formula}是{expected}，相差{gap}，没有说明。",
            "核对两年的数据；财政收回、年中才下达结转的，在“说明”中写“{name}”并写明原因。",
        ),
        Words(
            "carried in is not what was left",
            "“{name}” is {actual}, {formula} is {expected}, {gap} apart without a reason.",
            "Check both years; if part of it was taken back, say so under 说明 with the key “{name}”.",
        ),
    ),
    "K126": Message(
        Words(
            "两处金额有尾差",
            "“{name}”为{actual}，“{formula}”为{expected}，相差{gap}，差在四舍五入之内。",
            "有精确到元的数就填精确数；确为四舍五入的，在“说明”中写“{name}”并说明。",
        ),
        Words(
            "two amounts off by a rounding tail",
            "“{name}” is {actual}, “{formula}” is {expected}: {gap} apart, within rounding.",
            "Type exact amounts if you have them; else say so under 说明 with the key “{name}”.",
        ),
    ),
    "K603": Message(
        Words(
            "名称重复",
            "“{name}”出现两次：{first}，{second}。",
            "名称写错的改正；确是两个的，名称写得能够区分，或在“说明”中写“{key}”并说明。",
        ),
        Words(
            "one name twice",
            "“{name}” is there twice: {first}, {second}.",
            "Tell the two apart by their names, or say under 说明 with the key “{key}” why both have it.",
        ),
    ),
    "K604": Message(
        Words(
            "名称和金额都重复",
            "“{name}”出现两次，预算和支出都相同，可能填了两遍：{first}，{second}。",
            "重复的删去一个；确是两个的，在“说明”中写“{key}”并说明。",
        ),
        Words(
            "one name and its amounts twice",
            "“{name}” is there twice with the same amounts, perhaps filled in twice: {first}, {second}.",
            "Delete one; if there are two, say so under 说明 with the key “{key}”.",
        ),
    ),
}
