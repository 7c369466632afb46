import pytest

from jixiao.expr.functions import Items
from jixiao.expr.scope import Fixed
from tests.render.chapters import setting, words_of_chapter, written

SCOPE = Fixed({"空": Items([]), "数": Items(["子", "丑"]), "真": True, "假": False, "文": "# 1. 甲"})


def words(text: str) -> list[str]:
    return [line for line in words_of_chapter(text, setting(), SCOPE).split("\n") if line]


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [
        ("", ["一、甲", "（一）乙", "二、丙"]),
        ("# 题\n", ["（一）甲", "1.乙", "（二）丙"]),
        ("# 题\n## 题\n", ["1.甲", "（1）乙", "2.丙"]),
        ("# 题\n## 题\n### 题\n", ["（1）甲", "①乙", "（2）丙"]),
    ],
)
def test_a_list_takes_the_levels_below_the_heading(heading: str, numbers: list[str]) -> None:
    assert words(f"{heading}1. 甲\n   1. 乙\n2. 丙")[-3:] == numbers


def test_the_level_is_that_of_the_heading_that_is_printed() -> None:
    assert words("{% if 真 %}\n# 题\n{% else %}\n### 题\n{% endif %}\n\n1. 甲") == ["一、题", "（一）甲"]


def test_each_list_begins_anew() -> None:
    assert words("# 题\n1. 甲\n2. 乙\n\n间\n\n1. 丙")[1:] == ["（一）甲", "（二）乙", "间", "（一）丙"]


def test_numbers_typed_in_the_source_do_not_matter() -> None:
    assert words("# 题\n1. 甲\n1. 乙\n1. 丙")[1:] == ["（一）甲", "（二）乙", "（三）丙"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 甲\n{% for 个 in 数 %}\n1. {{ 个 }}\n{% endfor %}\n1. 乙", ["一、甲", "二、子", "三、丑", "四、乙"]),
        ("{% for 个 in 数 %}\n1. {{ 个 }}\n{% endfor %}\n1. 乙", ["一、子", "二、丑", "三、乙"]),
        ("1. 甲\n{% if 假 %}\n2. 乙\n{% endif %}\n3. 丙", ["一、甲", "二、丙"]),
        ("1. 甲\n2. {% if 假 %}乙{% endif %}\n3. 丙", ["一、甲", "二、丙"]),
        ("{% if 假 %}\n1. 甲\n{% else %}\n1. 乙\n{% endif %}\n2. 丙", ["一、乙", "二、丙"]),
        ("{% if 真 %}\n文\n{% else %}\n1. 甲\n{% endif %}\n1. 丙", ["文", "一、丙"]),
        (
            "{% for 个 in 数 %}\n题\n\n1. {{ 个 }}\n2. 又\n{% endfor %}",
            [*("题", "一、子", "二、又"), *("题", "一、丑", "二、又")],
        ),
        ("{% set 字 = 文 %}\n{% for 个 in 数 %}\n1. {{ 字 }}\n{% endfor %}", ["一、# 1. 甲", "二、# 1. 甲"]),
        (
            "1. 甲\n   {% for 个 in 数 %}\n   1. {{ 个 }}\n   {% endfor %}\n2. 乙",
            ["一、甲", "（一）子", "（二）丑", "二、乙"],
        ),
        ("1. 甲\n\n   又一段\n2. 乙", ["一、甲", "又一段", "二、乙"]),
        ("1. 甲\n\n   - 子\n   - 丑\n2. 乙", ["一、甲", "一是子", "二是丑", "二、乙"]),
        ("{% for 个 in 空 %}\n1. {{ 个 }}\n{% endfor %}\n文", ["文"]),
    ],
)
def test_items_in_loops_and_conditions_are_one_list(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做法：\n- 甲；\n- 乙。\n\n后", ["做法：一是甲；二是乙。", "后"]),
        ("做法：\n- 甲\n- 乙（“丙。”）\n- 丁“戊。”\n\n后", ["做法：一是甲；二是乙（“丙。”）；三是丁“戊。”", "后"]),
        ("做法：\n- 甲\n\n后", ["做法：甲。", "后"]),
        ("做法：\n{% for 个 in 数 %}\n- {{ 个 }}\n{% endfor %}\n\n后", ["做法：一是子；二是丑。", "后"]),
        ("做法：\n\n- 甲。\n- 乙。", ["做法：", "一是甲。", "二是乙。"]),
        ("做法：\n{% for 个 in 数 %}\n- {{ 个 }}；\n{% endfor %}\n- 乙。", ["做法：一是子；二是丑；三是乙。"]),
        ("做法：\n{% if 假 %}\n- 甲；\n{% endif %}\n- 乙。", ["做法：乙。"]),
        ("{% if 真 %}\n做法：\n- 甲。\n{% endif %}\n- 乙。", ["做法：甲。", "乙。"]),
        ("1. 做法：\n   - 甲；\n   - 乙。\n2. 丙", ["一、做法：一是甲；二是乙。", "二、丙"]),
        ("做法：\n- 甲\n  续；\n- **乙**。", ["做法：一是甲续；二是乙。"]),
        ("{% for 个 in 数 %}\n{{ 个 }}：\n- 甲。\n{% endfor %}", ["子：甲。", "丑：甲。"]),
    ],
)
def test_items_directly_below_a_paragraph_go_on_with_it(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_single_item_has_no_number() -> None:
    assert words("做法：\n- {{ 文 }}。\n- {% if 假 %}乙{% endif %}\n\n后") == ["做法：# 1. 甲。", "后"]
    assert words("- 甲\n\n后\n\n- 乙\n- 丙\n\n1. 丁") == ["甲", "后", "一是乙", "二是丙", "一、丁"]


def test_items_have_the_indents_of_the_text() -> None:
    xml, _ = written("1. 甲\n   1. 乙\n\n- 丙", setting(), SCOPE)
    assert xml.count('<w:pStyle w:val="BodyText"/>') == 3
    assert "<w:numPr>" not in xml
