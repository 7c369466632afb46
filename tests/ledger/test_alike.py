from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.expression import ExpressionError, Scope, expression, truth
from jixiao.ledger.ledger import ExactScope, Ledger
from tests.cases import ledger_of

DATA = """
子项目:
- {名称: 升级, 预算安排: 200, 实际到位: 200, 实际支出: 95.756}
- {名称: 电信, 预算安排: 200, 实际到位: 200, 实际支出: 188.194}
- {名称: 其余, 预算安排: 1400, 实际到位: 1400, 实际支出: "8,765,500.00元"}
事实: {共享单位: 48个, 巡查: 1000余次, 空报: =子项目数}
文字: {综述: "支出{{ 全年执行数 }}"}
"""
RULES = """
显示: {正文: {金额: 去零}, 不可计算: —}
评分:
  执行: {分值: 10, 方法: 比例}
  取整: {方式: 步长, 步长: 0.5}
  等级: [{名称: 优, 起: 6.5}, {名称: 差, 起: 0}]
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排)}
- {名称: 全年执行数, 公式: sum(子项目.实际支出)}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
- {名称: 整数率, 公式: 全年执行数 / 全年预算数, 单位: "%", 小数: 0}
- {名称: 子项目数, 公式: count(子项目)}
- {名称: 总分, 公式: 执行分值 * 预算执行率, 单位: 分}
- {名称: 空率, 公式: 全年执行数 / 年初预算数, 单位: "%"}
"""
LEDGER = ledger_of(DATA, RULES)
NAMES = st.sampled_from(
    (
        "总分",
        "等级",
        "主体.等级",
        "整数率",
        "预算执行率",
        "空率",
        "全年预算数",
        "全年执行数",
        "年初预算数",
        "共享单位",
        "文字.综述",
        "文字.无",
        "单位.名称",
        "单位.地址",
        "年度",
        "子项目",
        "子项目.名称",
        "子项目.实际支出",
        "报告.报告时间",
        "主体",
        "单位",
        "无名",
        "主体.无名",
        "项目.总分",
    )
)
CONSTANTS = st.sampled_from(("0", "6.5", "64%", "6.447", '"优"', '"差"', '""', "1160.5", "True", "none"))
OPERATORS = st.sampled_from(("==", "!=", "<", ">=", "in", "not in"))
CONDITIONS = st.recursive(
    NAMES | st.builds("{} {} {}".format, NAMES, OPERATORS, CONSTANTS | NAMES) | NAMES.map("computable({})".format),
    lambda inner: (
        inner.map("not ({})".format) | st.builds("({}) {} ({})".format, inner, st.sampled_from(("and", "or")), inner)
    ),
    max_leaves=4,
)


def twice(ledger: Ledger, text: str, scope: Scope) -> tuple[object, int]:
    """The answer on printed values, and how many findings there are of another one on exact values."""
    condition = expression(text)
    try:
        answer = truth(condition.evaluate(scope))
    except ExpressionError as error:
        return error.kind, 0
    try:
        exact = truth(condition.evaluate(ExactScope(scope, ledger.exact)))
    except ExpressionError:
        exact = False
    return answer, int(exact is not answer)


@given(CONDITIONS)
def test_a_condition_is_decided_as_if_it_were_evaluated_on_printed_and_on_exact_values(text: str) -> None:
    before = len(LEDGER.findings)
    try:
        answer: object = LEDGER.decide(expression(text), LEDGER.scope)
    except ExpressionError as error:
        answer = error.kind
    assert (answer, len(LEDGER.findings) - before) == twice(LEDGER, text, LEDGER.scope)


def test_printed_values_decide_otherwise_here() -> None:
    assert [twice(LEDGER, text, LEDGER.scope) for text in ("总分 >= 6.5", "整数率 == 64%", "年度")] == [
        (True, 1),
        (True, 1),
        (True, 0),
    ]
