import pytest

from tests.checking import found_after, sides

SURVEY = "满意度: 96.67%\n  有效问卷: 30份"
Sides = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("survey", "expected"),
    [
        ("满意度: 95.67%\n  有效问卷: 30份", [("K302", "28÷30=93.33%、29÷30=96.67%", "95.67%")]),
        ("满意度: 96.7%\n  有效问卷: 30份", []),
        ("满意度: 100%\n  有效问卷: 30份", []),
        ("满意度: 99%\n  有效问卷: 50份", [("K302", "49÷50=98%、50÷50=100%", "99%")]),
        ("满意度: 95.67%\n  有效问卷: 300余份", []),
        ("满意度: 95.67%\n  有效问卷: 没有统计", []),
        ("满意度: 95.67%", []),
        ("满意度: 95.67%\n  发放问卷数: 30份\n  收回问卷: 300份", []),
        ("满意度: 95.67%\n  问卷份数: 30份", [("K302", "28÷30=93.33%、29÷30=96.67%", "95.67%")]),
    ],
)
def test_a_rate_of_satisfaction_fits_its_questionnaires(survey: str, expected: Sides) -> None:
    assert sides(found_after((SURVEY, survey))) == expected


def test_the_questionnaires_of_an_indicator_come_before_those_of_the_facts() -> None:
    own = ("实际完成值: =满意度\n", "实际完成值: 95%\n  样本数: 40\n")
    assert found_after(own) == []
    assert sides(found_after((own[0], own[1].replace("40", "30")))) == [("K302", "28÷30=93%、29÷30=97%", "95%")]


def test_the_questionnaires_of_a_row_count_for_the_fact_it_refers_to() -> None:
    referring = ("实际完成值: =满意度\n", "实际完成值: =满意度\n  样本数: 30\n")
    assert sides(found_after((SURVEY, "满意度: 95.67%"), referring)) == [
        ("K302", "28÷30=93.33%、29÷30=96.67%", "95.67%")
    ]
