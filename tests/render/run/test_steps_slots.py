from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.figure import Figure
from jixiao.expr.functions import Items
from jixiao.expr.scope import Locals
from jixiao.kernel.place import DocumentPlace
from jixiao.kernel.unit import unit_named
from jixiao.ledger.view import Display
from jixiao.render.run.state import State
from jixiao.render.run.steps_slots import SlotStep, printed
from jixiao.render.template import Slot
from tests.templates import view_of

VIEW = view_of("子项目: [{名称: 甲<乙, 实际支出: 3.456}]\n事实: {零: 0元, 号: '>=5%'}")
FIGURES = st.builds(Figure, st.decimals(-9, 9, places=3), st.sampled_from(list(map(unit_named, ("元", "%", "个", "")))))
ROW = VIEW.exact.root.get("子项目")[0]  # type: ignore[index]
VALUES = st.text() | st.none() | st.booleans() | FIGURES | st.just(Items([Figure(None), "甲"])) | st.just(ROW)
EXPRESSIONS = (
    "a",
    "b",
    "无",
    "a.b",
    "行.名称",
    "行.实际支出",
    "行.无",
    "行.名称.b",
    "主体.零",
    "号",
    "a|元",
    "年度 ~ a",
)


@given(st.lists(st.sampled_from(EXPRESSIONS), max_size=6), VALUES, VALUES, st.sampled_from(Display), st.booleans())
def test_slots_in_a_row_print_as_each_would_alone(
    written: list[str], a: object, b: object, display: Display, is_draft: bool
) -> None:
    place = DocumentPlace("表.docx")
    slots = [SlotStep.of(f"<{at}>", Slot(text, display, "", place)) for at, text in enumerate(written)]
    scope = Locals(VIEW.scope, {"a": a, "b": b, "行": ROW})
    together, alone = State(VIEW, is_draft=is_draft), State(VIEW, is_draft=is_draft)
    printed(slots)(together, scope)
    for each in slots:
        alone.out.append(each.xml)
        each.step(alone, scope)
    assert together.out == alone.out
    assert together.figures == alone.figures
    assert together.findings == alone.findings
