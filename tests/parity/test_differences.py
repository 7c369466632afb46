"""What docxtpl does otherwise, shown in both engines; every row of the table has its test here or by its rule."""

from __future__ import annotations

import io
import re
import time
from decimal import Decimal
from typing import NamedTuple
from xml.etree.ElementTree import canonicalize, fromstring

import docxtpl
import pytest

from jixiao.package.reader import read
from jixiao.render.run.rich import RichText
from tests.parity import test_parts, test_pictures
from tests.parity.engines import Parts, W, differences, escaped_twice, grid, hidden, ours, own_format, theirs
from tests.parity.packages import FOOTNOTES, changed, with_part
from tests.parity.table import PAGE, ROWS, table
from tests.render.drawn import form, run, seen, written

VALUES: dict[str, object] = {
    "名": "甲 & <乙>",
    "空": [],
    "多": True,
    "无": None,
    "数": 7,
    "元": Decimal("2.5"),
    "函数": lambda: 1,
    "字": "{_{ 字 }_}",
    "井": "#FFEE00",
    "恶": 'x"/><w:vMerge w:val="restart',
}
ERROR = "an error"


class Case(NamedTuple):
    """A template, what a reader sees of both documents, and what we say of it."""

    template: bytes
    theirs: object
    ours: object
    codes: tuple[str, ...] = ()


CASES: dict[str, list[Case]] = {
    "percent": [
        Case(form("{%p if 数 % 2 %}", "单", "{%p endif %}"), ERROR, ["单"]),
        Case(form("{%p set 典 = {'甲': 1} %}", "{{ 典.甲 }}"), ERROR, ["1"]),
        Case(form("{%r if 数 % 2 %}甲{%r endif %}"), ERROR, ["甲"]),
        Case(form([["{%tr if 数 % 2 %}"], ["甲"], ["{%tr endif %}"]]), ERROR, [[[("", "", "", ["甲"])]]]),
        Case(form([["甲", "{%tc if 数 % 2 == 0 %}", "乙", "{%tc endif %}"]]), ERROR, [[[("", "", "", ["甲"])]]]),
        Case(form("{%p if 名 == '}' %}", "甲", "{%p else %}", "乙", "{%p endif %}"), ERROR, ["乙"]),
    ],
    "no_rows": [Case(form([["{%tr for 项 in 空 %}"], ["甲"], ["{%tr endfor %}"]], "后"), [[], "后"], ["后"])],
    "beside": [Case(form("留下{%p if 多 %}", "甲", "{%p endif %}"), ["甲"], ["甲"], ("F313",))],
    "several": [
        Case(form("{%p set 一 = 1 %}{%p set 二 = 2 %}", "{{ 一 }}{{ 二 }}"), ["2"], ["12"]),
        Case(form("{%p if 多 %}{%p for 项 in [1] %}", "甲", "{%p endfor %}{%p endif %}"), ERROR, ["甲"]),
    ],
    "literal_data": [Case(form("{{ 字 }}"), ["{{ 字 }}"], ["{_{ 字 }_}"])],
    "text_before_joining": [Case(form("一", "二{%- if 多 %}三{% endif %}"), ["一三"], ["一", "二三"])],
    "cell_without_paragraph": [
        Case(form([["{%p if not 多 %}\n甲\n{%p endif %}"]]), [[[("", "", "", [])]]], [[[("", "", "", [""])]]])
    ],
    "colour": [
        Case(form([["{% cellbg 井 %}甲"]]), [[[("", "", "#FFEE00", ["甲"])]]], [[[("", "", "FFEE00", ["甲"])]]]),
        Case(
            form([["{% cellbg 恶|safe %}甲"]]),
            [[[("restart", "", "x", ["甲"])]]],
            [[[("", "", "", ["甲"])]]],
            ("C105",),
        ),
        Case(
            form([["{% cellbg 恶 %}甲"]]),
            [[[("", "", str(VALUES["恶"]), ["甲"])]]],
            [[[("", "", "", ["甲"])]]],
            ("R103",),
        ),
    ],
    "plain_passage": [Case(form("{{p 名 }}"), [], ["甲 & <乙>"]), Case(form("{{r 名 }}"), [""], ["甲 & <乙>"])],
    "unclosed": [
        Case(form("{{ 名", "{{ 数 }}"), ERROR, ["{{ 名", "7"], ("F302",)),
        Case(form([["甲"], ["{% if 多"]]), ERROR, [[[("", "", "", ["甲"])], [("", "", "", ["{% if 多"])]]], ("F302",)),
    ],
    "undefined": [
        Case(form("前{{ 没有 }}后"), ["前后"], ["前后"], ("C104",)),
        Case(form("前{{ 没有.甲 }}后"), ERROR, ["前后"], ("C104",)),
        Case(form("{% if 没有 %}前{% endif %}后"), ["后"], ["后"], ("C104",)),
    ],
    "none": [Case(form("前{{ 无 }}后"), ["前None后"], ["前后"])],
    "numbers": [
        Case(form("{{ 10 / 5 }}；{{ 0.1 + 0.2 }}"), ["2.0；0.30000000000000004"], ["2；0.3"]),
        Case(form("{{ 元|round }}；{{ 2.675|round(2) }}"), ["2；2.67"], ["3；2.68"]),
        Case(form("{{ 1 / 3 }}"), ["0.3333333333333333"], ["0.3333333333333333"]),
    ],
    "arithmetic": [
        Case(form("{{ 2 ** 3 }}"), ["8"], [""], ("C102",)),
        Case(form("{{ 'a' * 3 }}"), ["aaa"], [""], ("C107",)),
        Case(form("{{ 'a' + 'b' }}"), ["ab"], [""], ("C107",)),
        Case(form("{% for i in range(3) %}{{ i }}{% endfor %}"), ["012"], [""], ("C105",)),
        Case(form("{{ '%s'|format(数) }}"), ["7"], [""], ("C105",)),
    ],
    "statements": [
        Case(form("{% macro 甲() %}{% endmacro %}乙"), ["乙"], ["乙"], ("F202", "F202")),
        Case(form("{% filter upper %}a{% endfilter %}"), ["A"], ["a"], ("F202", "F202")),
        Case(form("{% raw %}甲{% endraw %}"), ["甲"], ["甲"], ("F202", "F202")),
    ],
    "safe": [Case(form("{{ 字|safe }}"), ["{{ 字 }}"], [""], ("C105",))],
    "callables": [
        Case(form("{{ 函数() }}"), ["1"], [""], ("C105",)),
        Case(form("{{ 名.split(' ')|length }}"), ["3"], [""], ("C102",)),
    ],
}


def body(parts: Parts) -> list[object]:
    found = fromstring(parts["word/document.xml"]).find(f"{W}body")
    assert found is not None
    return seen(found)


@pytest.mark.parametrize(("row", "at"), [(row, at) for row, cases in CASES.items() for at in range(len(cases))])
def test_what_each_engine_makes_of_it(row: str, at: int) -> None:
    case = CASES[row][at]
    try:
        other: object = body(theirs(case.template, VALUES))
    except Exception as error:  # noqa: BLE001 - whatever docxtpl, Jinja or lxml raise
        other = ERROR if type(error).__module__.split(".")[0] in ("jinja2", "lxml") else error
    rendered = ours(case.template, VALUES)
    assert other == case.theirs
    assert body(rendered.parts) == case.ours
    assert tuple(rendered.codes) == case.codes


def test_escape() -> None:
    template = form("{{ 名 }}")
    document = docxtpl.DocxTemplate(io.BytesIO(template))
    document.render(VALUES)
    assert seen(document.element.body) == ["甲  "]
    assert body(ours(template, VALUES).parts) == ["甲 & <乙>"]


def test_malformed() -> None:
    data = written(f"<w:p>{run('{{ 名 }}')}</w:p>")
    broken = changed(data, {"word/document.xml": ("<w:body>", "<w:body><w:p>")})
    assert ours(broken, VALUES).codes == ["F301"]
    with pytest.raises(Exception, match="mismatch"):
        theirs(broken, VALUES)
    link = '<w:hyperlink w:anchor="b">{}</w:hyperlink>'
    crossing = written(f"<w:p>{run('一{% if not 多 %}二')}{link.format(run('三{% endif %}四'))}</w:p>")
    assert body(theirs(crossing, VALUES)) == ["一四"]  # the start of the link is gone, its end mended
    assert ours(crossing, VALUES).codes == ["R110"]


def test_reproducible(monkeypatch: pytest.MonkeyPatch) -> None:
    template = form("{{ 名 }}")
    made = []
    for year in (2024, 2025):
        monkeypatch.setattr(time, "localtime", lambda *_, year=year: (year, 1, 1, 0, 0, 0, 0, 1, 0))
        document = docxtpl.DocxTemplate(io.BytesIO(template))
        document.render(VALUES)
        stream = io.BytesIO()
        document.save(stream)
        made.append((stream.getvalue(), ours(template, VALUES).data))
    (their_first, our_first), (their_second, our_second) = made
    assert their_first != their_second
    assert our_first == our_second


def test_objects() -> None:
    template = form("{{r 富 }}")
    assert body(ours(template, {"富": RichText("粗", bold=True)}).parts) == ["*粗*"]
    assert body(ours(template, {"富": docxtpl.RichText("粗", bold=True)}).parts)[0] != "*粗*"


def test_values_with_formats_stand_in_runs_alone() -> None:
    template = written('<w:p><w:bookmarkStart w:id="1" w:name="{{ 富 }}"/><w:bookmarkEnd w:id="1"/></w:p>')
    assert ours(template, {"富": RichText("粗", bold=True)}).codes == ["C114"]


@pytest.mark.parametrize(
    ("template", "part"),
    [
        (form("前{% if 多 %}{{ 数 }}{% endif %}后"), "word/document.xml"),
        (form([["{% cellbg '00FF00' %}甲"]]), "word/document.xml"),
        (with_part(form("{{ 数 }}"), "word/footnotes.xml", "footnotes", FOOTNOTES), "[Content_Types].xml"),
    ],
    ids=["runs", "order", "package"],
)
def test_what_is_the_same_on_paper(template: bytes, part: str) -> None:
    rendered, expected = ours(template, VALUES).parts, theirs(template, VALUES)
    assert canonicalize(rendered[part].decode()) != canonicalize(expected[part].decode())
    assert differences(expected, rendered) == []


def test_every_row_of_the_table_has_a_test() -> None:
    named = {
        name.removeprefix("test_") for module in (globals(), vars(test_parts), vars(test_pictures)) for name in module
    }
    rules = {rule.__name__ for rule in (escaped_twice, grid, hidden, own_format)}  # used in test_shared and test_own
    assert set(ROWS) - named - rules - {"runs", "order", "package"} == set(CASES)


def test_the_page_holds_the_table() -> None:
    assert table() in PAGE.read_text(encoding="utf-8"), "`python -m tests.parity.table` writes it"


def test_the_example_of_the_page_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    made: dict[str, object] = {"data": form("{{ 名称 }}：{% for 项 in 行 %}{{ 项.名 }}{{ 项.数 }}{% endfor %}")}
    exec(example, made)  # noqa: S102 - our own page
    assert (made["findings"], made["found"]) == ([], [])
    assert body(read(bytes(made["document"]))) == ["某中心：甲1"]  # type: ignore[call-overload]
