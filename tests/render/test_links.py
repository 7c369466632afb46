import re
from decimal import Decimal

import pytest

from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.unit import PLAIN
from jixiao.ledger.marks import marked
from jixiao.render.links import Linked, link
from jixiao.render.parts import STORE_PART

BOLD = "<w:rPr><w:b/></w:rPr>"
BUDGET, SPENT = (Figure(Decimal(5), PLAIN, FigureId("自评", name)) for name in ("预算", "支出"))
COPY = Figure(Decimal(5), PLAIN, mirrors=BUDGET.id)
GAP = Figure(None, PLAIN, FigureId("自评", "缺"))
NAMELESS = Figure(Decimal(5), PLAIN)
FIGURES = [BUDGET, SPENT, COPY, GAP, NAMELESS]


def run(*words: str, look: str = "") -> str:
    """A run; a word such as 0:12万元 is what the figure 0 prints."""
    text = "".join(marked(word[2:], int(word[0])) if re.match(r"\d:", word) else word for word in words)
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def linked(*texts: str) -> Linked:
    return link([f"<w:p>{each}</w:p>" for each in texts], FIGURES)


def shown(*texts: str) -> str:
    """The runs of some paragraphs, a control as [number of its element=its words]."""
    return _shown(linked(*texts))


def _shown(found: Linked) -> str:
    control = r"<w:sdt>.*?/j:f\[(\d+)\].*?<w:t>([^<]*)</w:t></w:r></w:sdtContent></w:sdt>"
    text = re.sub(control, r"[\1=\2]", " / ".join(found.texts))
    return re.sub(r"<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>", r"(\1)", text).replace("<w:p>", "")


def store(found: Linked) -> list[tuple[str, str]]:
    return re.findall(r'<j:f id="([^"]*)">([^<]*)</j:f>', found.store.get(STORE_PART, ""))


def test_a_figure_that_stands_twice_is_linked_in_all_texts() -> None:
    found = linked(run("预算", "0:12.50", "。"), run("0:12.50"))
    assert _shown(found) == "(预算)[1=12.50](。)</w:p> / [1=12.50]</w:p>"
    assert store(found) == [(str(BUDGET.id), "12.50")]


def test_a_figure_that_stands_once_is_only_printed() -> None:
    found = linked(run("预算", "0:12.50", "，支出", "1:12.50"))
    assert found == Linked(['<w:p><w:r><w:t xml:space="preserve">预算12.50，支出12.50</w:t></w:r></w:p>'], {})


def test_units_stay_outside_so_that_an_amount_is_one_fact_with_and_without() -> None:
    assert shown(run("预算", "0:1800万元", "。"), run("0:1800")) == "(预算)[1=1800](万元。)</w:p> / [1=1800]</w:p>"


@pytest.mark.parametrize("printed", ["-1,234.50", "98.13%", "100%", "7"])
def test_signs_commas_and_percent_are_part_of_the_number(printed: str) -> None:
    assert store(linked(run(f"0:{printed}"), run(f"0:{printed}"))) == [(str(BUDGET.id), printed)]


@pytest.mark.parametrize(
    "printed",
    ["0:无", "0:二", "0:3-5天", "0:1月2日", "3:5", "4:5"],
    ids=["words", "Chinese", "range", "date", "gap", "none"],
)
def test_words_gaps_and_what_is_no_single_number_are_not_linked(printed: str) -> None:
    found = linked(run(printed), run(printed))
    assert found.store == {}
    assert found.texts[0] == f"<w:p>{run(printed[2:])}</w:p>"


def test_markup_stays_outside() -> None:
    assert shown(run("0:&lt;5%"), run("0:&lt;5%")) == "(&lt;)[1=5%]</w:p> / (&lt;)[1=5%]</w:p>"


def test_a_figure_without_its_sign_is_the_same_where_it_reads_the_same() -> None:
    assert store(linked(run("0:5", "2:5"))) == [(str(BUDGET.id), "5")]


def test_what_is_printed_in_two_ways_has_two_elements() -> None:
    assert store(linked(run("0:5", "0:5.00"), run("0:5.00", "0:5"))) == [
        (str(BUDGET.id), "5"),
        (str(BUDGET.id), "5.00"),
    ]


def test_two_figures_of_one_value_are_two_facts() -> None:
    assert shown(run("0:5", "1:5"), run("1:5", "0:5")) == "[1=5][2=5]</w:p> / [2=5][1=5]</w:p>"


def test_a_run_of_its_own_format_keeps_it_and_has_no_type() -> None:
    first, second = linked(run("0:5", look=BOLD), run("0:5")).texts
    assert f"<w:sdtPr>{BOLD}<w:alias" in first
    assert f"<w:sdtContent><w:r>{BOLD}<w:t>5</w:t>" in first
    assert "<w:text/>" not in first
    assert "<w:text/>" in second


@pytest.mark.parametrize(
    "copy",
    [
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_what_links_and_fields_print_is_a_copy_and_not_linked(copy: str) -> None:
    inside = copy.format(run("0:5"))
    assert linked(inside, run("0:5")).store == {}
    assert linked(inside, run("0:5"), run("0:5")).texts[0] == f"<w:p>{copy.format(run('5'))}</w:p>"


def test_controls_are_numbered_through_all_texts() -> None:
    found = linked(run("0:5", "1:6"), run("1:6", "0:5"))
    assert re.findall(r'<w:id w:val="(\d+)"/>', "".join(found.texts)) == ["1", "2", "3", "4"]
