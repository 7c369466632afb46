"""Words of the findings in formulas, decisions, and in what a unit's list of reports asks for."""

from __future__ import annotations

from jixiao.messages.words import Message, Words

MESSAGES: dict[str, Message] = {
    "C101": Message(
        Words("公式写法有误", "公式“{formula}”读不懂。", "核对括号、引号和运算符，应成对并用半角符号。"),
        Words(
            "formula cannot be read",
            "The formula “{formula}” cannot be read.",
            "Check brackets, quotes and operators.",
        ),
    ),
    "C102": Message(
        Words(
            "公式用了不允许的写法",
            "公式“{formula}”中不能用 {what}。",
            "公式只用加减乘除、比较、and、or、not、条件和函数 sum、count、min、max、round、abs。",
        ),
        Words(
            "not allowed in formulas",
            "The formula “{formula}” uses {what}, which formulas do not have.",
            "Use + - * /, comparisons, and, or, not, conditions, and sum, count, min, max, round, abs.",
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
        Words("没有这个函数", "公式“{formula}”中的函数“{name}”不存在。", "可用的函数：{known}。"),
        Words("unknown function", "“{name}” in the formula “{formula}” is no function.", "There are: {known}."),
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
            "count、where 和 in 只用于清单，如 count(子项目)。",
        ),
        Words(
            "not a list",
            "In the formula “{formula}”, {what} needs a list.",
            "count, where and in go with lists, as in count(子项目).",
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
            "核对逗号和括号，如 round(数字, 2)、子项目|where(资金来源=名称)。",
        ),
        Words(
            "wrong arguments",
            "In the formula “{formula}”, {name} has wrong arguments.",
            "Check commas and brackets, as in round(figure, 2).",
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
    "C201": Message(
        Words(
            "印出的数与精确数判断不同",
            "条件“{formula}”按印出的数和按精确数判断不同，文字以印出的数为准。",
            "核对数字是否正好在界限上；无误的在“说明”中写明。",
        ),
        Words(
            "printed and exact values decide differently",
            "“{formula}” holds for the printed or for the exact figures only; the printed ones decide.",
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
