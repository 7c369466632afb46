"""Templates of our own for every kind of tag, through both engines."""

from __future__ import annotations

from decimal import Decimal

import docxtpl
import pytest

from jixiao.render.run.rich import RichParagraphs, RichText
from tests.parity.engines import Context, Rule, differences, grid, hidden, ours, own_format, theirs
from tests.render.drawn import Rows, form, run, written

BOLD = "<w:rPr><w:b/></w:rPr>"
BOOKMARK = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
PARAGRAPH = "<w:p><w:r><w:t>{{ 名 }}</w:t></w:r></w:p>"
ROWS = [{"名": "甲 & <乙>", "数": 1, "色": "FFEE00"}, {"名": "丙", "数": 2, "色": "00AA00"}]
VALUES: dict[str, object] = {
    "名": "某中心 & <处>",
    "行": ROWS,
    "空": [],
    "多": True,
    "少": False,
    "色": "FFEE00",
    "列数": 2,
    "数": 3,
    "金额": Decimal("1234567890123456789.10"),
    "典": {"甲": {"乙": "深"}, "b": "x"},
    "词": "ab cd",
    "层": [{"名": "一", "里": [{"名": "1"}, {"名": "2"}]}, {"名": "二", "里": []}],
    "单": "一行\n二行\t制表\a新段\f新页",
}


def same(template: bytes, values: Context, *rules: Rule) -> None:
    """Both engines give the same parts, by these rules; and no rule more than is needed."""
    rendered = ours(template, values)
    assert rendered.codes == []
    expected = theirs(template, values)
    assert differences(expected, rendered.parts, *rules) == []
    for rule in rules:
        assert differences(expected, rendered.parts, *(each for each in rules if each is not rule))


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{{ 名 }}", "前{{ 名 }}后", "{{ 金额 }}、{{ 数 }}、{{ 数 + 1 }}、{{ 多 }}"],
        ["{{ 典.甲.乙 }}{{ 典['b'] }}{{ 典['甲']['乙'] }}{{ 行[0].名 }}{{ 行[-1]['名'] }}"],
        ["甲{# 注 #}乙", "{#p 整段的注 #}", "丙"],
        ["{% if 多 %}有{% elif 少 %}少{% else %}无{% endif %}", "{% if 少 %}有{% endif %}"],
        ["{%p if 多 %}", "可选", "{%p else %}", "别的", "{%p endif %}", "末"],
        ["{%p for 项 in 行 %}", "{{ loop.index }}/{{ loop.length }} {{ 项.名 }}", "{%p endfor %}"],
        ["{%p for 项 in 空 %}", "{{ 项.名 }}", "{%p else %}", "没有", "{%p endfor %}"],
        ["{%p for 项 in 行 if 项.数 > 1 %}", "{{ loop.revindex }}{{ 项.名 }}", "{%p endfor %}"],
        ["{% for 项 in 行 %}{{ 项.名 }}{% if not loop.last %}、{% endif %}{% endfor %}"],
        ["{% for 项 in 层 %}{{ 项.名 }}{% for 子 in 项.里 %}{{ 子.名 }}{{ loop.first }}{% endfor %}{% endfor %}"],
        ["{% for 甲, 乙 in 典.items() %}{{ 甲 }}{% endfor %}", "{% for 甲 in 典.keys() %}{{ 甲 }}{% endfor %}"],
        ["{% for 项 in 行 %}{{ loop.cycle('单', '双') }}{{ loop.index0 }}{{ loop.revindex0 }}{% endfor %}"],
        ["{%p set 别名 = 名 %}", "{{ 别名 }}{% set 别名 = '乙' %}{{ 别名 }}"],
        ["{% if 多 %}{% set 新 = '甲' %}{% else %}{% set 新 = '乙' %}{% endif %}{{ 新 }}"],
        ["一{% if 多 %}二", "三{% endif %}四"],
        ["一{% if 少 %}二", "三{% endif %}四"],
        ["一{% for 项 in 行 %}{{ 项.名 }}", "二{% endfor %}三"],
        ["写作 {_{ 名 }_}，或 {_% if %_}", "{_{ 名 }_}{{ 名 }}"],
        ["甲 {{- 名 -}} 乙", "甲 {{ 名 }} 乙"],
        ["住在", "{%- if 多 -%}", "城里", "{%- else -%}", "乡下", "{%- endif -%}", "。"],
        ["前{% if 多 -%}", "后{% endif %}末"],
        ["{{ 单 }}", "{单括号} {1, 2} ｛全角｝ { {"],
        ["{{ “引号” }}{{ ‘单引号’ }}{% if 数 < 4 and 数 >= 3 %}是{% endif %}"],
        ["{{ 词|upper }}{{ 词|title }}{{ 词|replace('a', 'A') }}{{ 词.upper() }}{{ 词|length }}{{ 词|e }}"],
        ["{{ 行|map(attribute='名')|join('、') }}{{ 行|length }}{{ (行|first).名 }}{{ (行|last).名 }}"],
        ["{{ 没有|default('—') }}{{ 没有 is defined }}{{ 名 is string }}{{ 空 is sequence }}{{ 典 is mapping }}"],
        ["{{ 7 % 3 }}{{ 7 // 2 }}{{ -7 % 3 }}{{ 2 * 3 - 1 }}{{ '甲' ~ 数 }}{{ 'b' in 典 }}{{ 3 in [1, 3] }}"],
        ["{{ (行|sort(attribute='数', reverse=true)|first).名 }}{{ [3, 1, 2]|sort|join }}{{ [1, 1]|unique|list }}"],
        ["{{ [1, '甲'] }}{{ {'a': 1, 'b': [2]} }}{{ 典 }}{{ '甲' if 少 else '乙' }}{{ '甲' if 少 }}"],
    ],
)
def test_paragraphs(paragraphs: list[str]) -> None:
    same(form(*paragraphs), VALUES)


@pytest.mark.parametrize(
    "rows",
    [
        [["名", "数"], ["{%tr for 项 in 行 %}", ""], ["{{ 项.名 }}", "{{ 项.数 }}"], ["{%tr endfor %}", ""]],
        [["{%tr if not 行 %}", ""], ["甲", "乙"], ["{%tr else %}", ""], ["丙", "丁"], ["{%tr endif %}", ""]],
        [["{#tr 整行的注 #}", ""], ["甲", "乙"]],
        [["甲", "{#tc 整格的注 #}", "乙"]],
        [["甲", "{%tc for 项 in 行 %}", "{{ 项.名 }}", "{%tc endfor %}"], ["一", "二", "三", "四"]],
        [["甲", "{%tc for 项 in 行 %}", "{{ 项.名 }}", "{%tc endfor %}"]],
        [["甲", "{%tc if 少 %}", "乙", "{%tc endif %}"]],
        [["甲", "{% for 项 in 行 %}", "{{ 项.名 }}{% endfor %}"]],
        [["{% cellbg 色 %}甲", "{% colspan 列数 %}乙", "{#tc 去掉 #}"], ["一", "二", "三"]],
        [["{%tr for 项 in 行 %}", ""], ["{% cellbg 项.色 %}{{ 项.名 }}", "甲"], ["{%tr endfor %}", ""]],
        [["甲", "{%tc for 项 in 行 %}", "{% hm %}乙", "{%tc endfor %}"], ["一", "二", "三", "四"]],
        [["{%tr for 项 in 行 %}", ""], ["{% vm %}同一", "{{ 项.名 }}"], ["{%tr endfor %}", ""]],
        [["甲\n{%p if 少 %}\n乙\n{%p endif %}\n丙", "{{ 名 }}"]],
        [["甲\n{%p for 项 in 行 %}\n{{ 项.名 }}\n{%p endfor %}"]],
    ],
)
def test_tables(rows: Rows) -> None:
    same(form(rows), VALUES)


def test_a_loop_of_tables() -> None:
    table = [["{{ 项.名 }}", "数"], ["{%tr for 子 in 项.里 %}", ""], ["{{ 子.名 }}", "1"], ["{%tr endfor %}", ""]]
    same(form("{%p for 项 in 层 %}", "表{{ loop.index }}", table, "{%p endfor %}", "末"), VALUES)


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (f"<w:p>{run('前{', BOLD)}{run('{ 名', BOLD)}{run(' }', BOLD)}{run('}后', BOLD)}</w:p>", ()),
        (f"<w:p>{run('前{{ 名', BOLD)}{run(' }}后')}</w:p>", (own_format,)),
        (f"<w:p>{run('{% if 多 %}甲')}{run('乙', BOLD)}{run('{% endif %}丙')}</w:p>", ()),
        (
            f"<w:p>{run('{{ 名')}<w:proofErr w:type='spellStart'/>{run(' }}')}{BOOKMARK}</w:p>",
            (),
        ),
        ("<w:p><w:r><w:t>{{ 名 }}</w:t><w:br/><w:t>{{ 数 }}</w:t><w:tab/><w:t>x</w:t></w:r></w:p>", ()),
        ('<w:p><w:hyperlink w:anchor="b"><w:r><w:t>见{{ 名 }}</w:t></w:r></w:hyperlink></w:p>', ()),
        (f"<w:sdt><w:sdtPr><w:alias w:val='框'/></w:sdtPr><w:sdtContent>{PARAGRAPH}</w:sdtContent></w:sdt>", ()),
        ("<w:p><w:r><w:instrText> REF {{ 词 }} </w:instrText></w:r></w:p>", ()),
        ('<w:p><w:bookmarkStart w:id="1" w:name="{_{ 数 }_}"/><w:bookmarkEnd w:id="1"/></w:p>', ()),
        ('<w:p><w:bookmarkStart w:id="1" w:name="{{ 数 }}"/><w:bookmarkEnd w:id="1"/></w:p>', ()),
        (f"<w:p><w:ins w:id='1' w:author='a'>{run('{{ 名 }}')}</w:ins></w:p>", ()),
    ],
)
def test_what_word_writes_around_tags(body: str, rules: tuple[Rule, ...]) -> None:
    same(written(body), VALUES, *rules)


def test_formats_of_a_program() -> None:
    template = form(
        "前{{r 富 }}", "{%r if 多 %}{{r 富 }}{%r endif %}", "{{p 段 }}", "{{ 列 }}", [["{{p 段 }}", "{{r 富 }}"]]
    )
    rich = RichText("粗\t一", bold=True)
    rich.add("红\n二\a三", color="#FF0000", size=30, italic=True)
    passage = RichParagraphs(rich)
    passage.add("二段", "Heading1")
    their_rich = docxtpl.RichText("粗\t一", bold=True)
    their_rich.add("红\n二\a三", color="#FF0000", size=30, italic=True)
    their_passage = docxtpl.RichTextParagraph(their_rich)
    their_passage.add("二段", "Heading1")
    rendered = ours(template, VALUES | {"富": rich, "段": passage, "列": "一\n二"})
    values = VALUES | {"富": their_rich, "段": their_passage, "列": docxtpl.Listing("一\n二")}
    assert rendered.codes == []
    assert differences(theirs(template, values), rendered.parts) == []


def test_a_grid_has_the_columns_that_spans_ask_for() -> None:
    same(form([["甲", "{% colspan 列数 %}乙"], ["一", "二"]]), VALUES, grid)


def test_what_stands_in_a_cell_that_continues_another_is_left_out() -> None:
    rows = [["{%tr for 项 in 行 %}", ""], ["{% vm %}同一\n{{ 项.名 }}", "甲"], ["{%tr endfor %}", ""]]
    same(form(rows), VALUES, hidden)
