"""Words of the findings in formulas, decisions, and in what a unit's list of reports asks for."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "C101": Message(
        Words(
            "公式写法有误",
            "公式“{formula}”读不懂。",
            '核对括号、引号和运算符，应成对并用半角符号；带单位的数写成 number("50万元")。',
        ),
        Words(
            "formula cannot be read",
            "The formula “{formula}” cannot be read.",
            'Check brackets, quotes and operators; a number with its unit is number("50万元").',
        ),
    ),
    "C127": Message(
        Words("公式里的符号不对", "公式“{formula}”里的“{sign}”读不懂。", "把“{sign}”写成 {right}。"),
        Words(
            "sign of another form", "The formula “{formula}” cannot be read at “{sign}”.", "Write “{sign}” as {right}."
        ),
    ),
    "C102": Message(
        Words(
            "公式用了不允许的写法",
            "公式“{formula}”中不能用 {what}。",
            "公式只用加减乘除、比较、and、or、not、条件，和“表达式”一页所列的函数，如 sum、count、round、abs。",
        ),
        Words(
            "not allowed in formulas",
            "The formula “{formula}” uses {what}, which formulas do not have.",
            "Use + - * /, comparisons, and, or, not, conditions, and functions such as sum, count, round, abs.",
        ),
    ),
    "C103": Message(
        Words("公式太长", "公式超过 {limit} 个字符。", "把它拆成几个数字，分别写公式。"),
        Words("formula too long", "The formula has more than {limit} characters.", "Split it into several figures."),
    ),
    "C104": Message(
        Words("没有这个名称", "公式“{formula}”中的“{name}”没有定义。", "核对名称的写法；相近的名称：{near}。"),
        Words(
            "unknown name",
            "“{name}” in the formula “{formula}” is not defined.",
            "Check how it is written; near names: {near}.",
        ),
    ),
    "C105": Message(
        Words("没有这个函数", "公式“{formula}”中的函数“{name}”不存在。", "相近的：{near}；可用的有：{known}。"),
        Words("unknown function", "“{name}” in the formula “{formula}” is no function.", "Near: {near}; all: {known}."),
    ),
    "C106": Message(
        Words(
            "单位不同，不能合算",
            "公式“{formula}”把单位不同的数字放在一起算：{left} 与 {right}。",
            "核对所引用的数字和它们的单位，如元与个、48个与48家不能相加或比较。",
        ),
        Words(
            "units do not go together",
            "The formula “{formula}” combines figures of different units: {left} and {right}.",
            "Check the figures it refers to, and their units.",
        ),
    ),
    "C107": Message(
        Words(
            "这里要用数字", "公式“{formula}”中的“{what}”是文字，不能计算。", "引用数字；或在被引用处把文字改为数字。"
        ),
        Words(
            "not a number",
            "“{what}” in the formula “{formula}” is words and cannot be computed with.",
            "Refer to a number, or make it one where it is written.",
        ),
    ),
    "C108": Message(
        Words(
            "这里要用清单",
            "公式“{formula}”中 {what} 需要一个清单。",
            "count、where、row、sorted、bands 和 in 只用于清单，如 count(子项目)。",
        ),
        Words(
            "not a list",
            "In the formula “{formula}”, {what} needs a list.",
            "count, where, row, sorted, bands and in go with lists, as in count(子项目).",
        ),
    ),
    "C109": Message(
        Words(
            "点号前不是记录",
            "公式“{formula}”里，“{name}”前面的不是记录，没有这一项。",
            "点号前写“单位”“项目”“文字”或清单名，如 单位.名称、子项目.实际支出。",
        ),
        Words(
            "nothing with fields",
            "In the formula “{formula}”, what stands before “{name}” has no fields.",
            "Write a record or a list before the point, as in 单位.名称.",
        ),
    ),
    "C110": Message(
        Words(
            "函数的参数不对",
            "公式“{formula}”中，{name} 的参数个数或写法不对。",
            '核对逗号、括号和引号，如 round(数字, 2)、子项目|where("实际支出 > 0")。',
        ),
        Words(
            "wrong arguments",
            "In the formula “{formula}”, {name} has wrong arguments.",
            "Check commas, brackets and quotes, as in round(figure, 2).",
        ),
    ),
    "C111": Message(
        Words("公式互相引用", "这些数字绕成了一圈，谁也算不出来：{cycle}。", "把其中一个改为直接填写的数字。"),
        Words(
            "formulas in a circle",
            "These figures refer to each other in a circle: {cycle}.",
            "Type one of them as a number.",
        ),
    ),
    "C112": Message(
        Words(
            "公式嵌套太深",
            "公式的括号、运算一层套一层，超过 {limit} 层。",
            "把它拆成几个数字，分别写公式；合计用 sum。",
        ),
        Words(
            "formula nested too deeply",
            "The formula has more than {limit} operations within one another.",
            "Split it into several figures; use sum for totals.",
        ),
    ),
    "C113": Message(
        Words(
            "公式引用的链条太长",
            "公式“{formula}”要等一个接一个的公式先算出来，超过 {limit} 个。",
            "让公式直接引用源头的数字。",
        ),
        Words(
            "chain of formulas too long",
            "The formula “{formula}” stands at the end of a chain of more than {limit} formulas.",
            "Let formulas refer to the first figure directly.",
        ),
    ),
    "C114": Message(
        Words(
            "这一项不能直接印出",
            "“{formula}”里面有好几项内容，不是一个数字或一段文字。",
            "在后面加一点，写明要印其中哪一项：{names}。",
        ),
        Words(
            "nothing to print",
            "“{formula}” holds several things; it is neither a figure nor words.",
            "Add a point and the name of what to print: {names}.",
        ),
    ),
    "C115": Message(
        Words(
            "要看的行太多",
            "算到“{formula}”时，这份报告的公式和模板已经看了超过{limit}行，不再往下算。",
            "多半是循环套循环、筛选套筛选。先用 {{% set %}} 或“指标”算好一次，再在循环里引用。",
        ),
        Words(
            "too many rows to look at",
            "At “{formula}” the report's formulas and templates have looked at more than {limit} rows; it stops here.",
            "Mostly loops in loops do this. Compute the value once, by {{% set %}} or as a figure, and use its name.",
        ),
    ),
    "C116": Message(
        Words(
            "印出的内容太多",
            "循环“{formula}”印出的内容超过{limit}个字符，不再往下印。",
            "检查循环的清单是否写错，循环里面是否又印了整个清单。",
        ),
        Words(
            "too much is printed",
            "The loop over “{formula}” printed more than {limit} characters; it stops here.",
            "See whether the loop goes over the right list, and whether it prints a whole list each time.",
        ),
    ),
    "C121": Message(
        Words("清单中没有这一行", "公式“{formula}”要的那一行，清单“{list}”里没有。", "核对名称；相近的名称：{near}。"),
        Words(
            "no such row",
            "The list “{list}” has no row as “{formula}” asks for.",
            "Check the name; near names: {near}.",
        ),
    ),
    "C122": Message(
        Words(
            "清单中不止一行",
            "公式“{formula}”只要清单“{list}”中的一行，那里有 {number} 行。",
            "在 row 的括号里写明名称；名称相同的，先用 where 按别的条件筛选。",
        ),
        Words(
            "more than one row",
            "“{formula}” asks for one row of the list “{list}”, and there are {number}.",
            "Give row a name; where names are the same, choose by another condition with where first.",
        ),
    ),
    "C123": Message(
        Words(
            "不能这样印",
            "公式“{formula}”中的“{name}”不能印成“{style}”。",
            "元、万元、亿元用于金额，百分比用于比率，汉字用于不带约数的整数，约用于金额和个数。",
        ),
        Words(
            "cannot be printed like this",
            "“{name}” in “{formula}” cannot be printed as “{style}”.",
            "元, 万元 and 亿元 go with money, 百分比 with ratios, 汉字 with whole numbers, 约 with money and counts.",
        ),
    ),
    "C124": Message(
        Words(
            "约数的写法有误",
            "公式“{formula}”中，约数写成了“{word}”。",
            "余、多、近写一个，可与万、亿合写，如 万余、余万、多、近万；“近”和“余”不同时用。",
        ),
        Words(
            "approximation cannot be read",
            "“{formula}” asks for the approximation “{word}”.",
            "Write one of 余, 多 and 近, with 万 or 亿 where wanted: 万余, 余万, 多, 近万; never both 近 and 余.",
        ),
    ),
    "C125": Message(
        Words(
            "填写的已经是约数",
            "公式“{formula}”把“{name}”取成约数，填写的“{typed}”已经是约数。",
            "直接写 {{{{ {name} }}}}；或者把准确的数填进数据。",
        ),
        Words(
            "approximate already",
            "“{formula}” makes “{name}” approximate, which is typed as “{typed}” already.",
            "Write {{{{ {name} }}}} alone, or type the exact number.",
        ),
    ),
    "C126": Message(
        Words(
            "取约数后只剩零",
            "公式“{formula}”把“{name}”取成“{word}”，只剩零。",
            "换小一级的写法，如把 万余 改为 余，或增加小数位数。",
        ),
        Words(
            "nothing left of the figure",
            "“{formula}” cuts “{name}” to “{word}”, which leaves zero.",
            "Take a smaller step, such as 余 for 万余, or more decimals.",
        ),
    ),
    "C201": Message(
        Words(
            "印出的数与精确数判断不同",
            "“{formula}”按印出的数和按精确数判断不同，以印出的数为准。",
            "核对数字是否正好在界限上；无误的在“说明”中写明。",
        ),
        Words(
            "printed and exact values decide differently",
            "“{formula}” comes out differently for printed and for exact figures; the printed ones decide.",
            "See whether the figure lies right at the bound; if it does, say so under 说明.",
        ),
    ),
    "C202": Message(
        Words(
            "没有这种尾差处理",
            "格式的“尾差”写的是“{name}”，本版本没有这种处理。",
            "可用的：{known}。",
        ),
        Words(
            "unknown footing policy",
            "The format's 尾差 is “{name}”, which this version does not have.",
            "Use one of: {known}.",
        ),
    ),
    "C203": Message(
        Words("显示规则的写法有误", "“显示”里的“{key}”写的是“{typed}”，没有这种写法。", "改成：{known}。"),
        Words("unknown display rule", "“{key}” under 显示 is “{typed}”, which does not exist.", "Use one of: {known}."),
    ),
    "D201": Message(
        Words("没有这个项目", "报告所指的项目“{name}”没有数据。", "改成“项目”文件夹下已有的名称：{near}。"),
        Words(
            "no such project",
            "There are no data of the project “{name}” that the report is about.",
            "Use a name in the folder 项目: {near}.",
        ),
    ),
    "D202": Message(
        Words("没有这个报告", "报告.yaml 里没有名称为“{name}”的报告。", "已列的报告：{known}。"),
        Words("no such report", "报告.yaml lists no report named “{name}”.", "It lists: {known}."),
    ),
}
