"""What each format's forms need of a unit's data: a row for a format. A new format is a row here, with its own needs.

Texts that a format asks for (必填文字) are read from the format, so they need no row.
"""

from __future__ import annotations

from jixiao.kernel.frozen import frozen

STAFF = ("在职人员控制率", "人员情况.在职人数/人员情况.编制数")
PERSONNEL = ("人员经费控制率", "基本支出.人员经费.全年执行数/基本支出.人员经费.全年预算数")
OPERATING = ("公用经费控制率", "基本支出.公用经费.全年执行数/基本支出.公用经费.全年预算数")
EXPENSES = ("三公经费控制率", "三公经费.全年执行数/三公经费.年初预算数")
PROJECTS = ("项目经费控制率", "项目支出.全年执行数/项目支出.全年预算数")


@frozen
class Shape:
    """What a report in this format shows, beyond what all show.

    projects, subs: from how many to how many projects its units have, and sub-projects each of these.
    indicators: how many each project has, about. goals: those of the department. paragraphs: of each narrative.
    notice: the check that tells of another year's notice, and that year. rates: rates of the department among its
    indicators, with their formulas. texts, project_texts: narratives that the format leaves open
    for the subject, or a department's projects, written all the same.
    """

    is_department: bool = False
    projects: tuple[int, int] = (1, 1)
    subs: tuple[int, int] = (6, 12)
    indicators: int = 16
    goals: int = 24
    paragraphs: int = 2
    notice: tuple[str, int] = ("", 0)
    rates: tuple[tuple[str, str], ...] = ()
    has_accounts: bool = False
    has_initial: bool = True
    has_economic: bool = False
    has_project_economic: bool = False
    has_assets: bool = False
    has_institutions: bool = False
    has_monitoring: bool = False
    has_achievements: bool = False
    has_result: bool = False
    has_funds: bool = True
    has_allotments: bool = False
    has_levels: bool = False
    has_uses: bool = False
    has_evaluators: bool = False
    texts: tuple[str, ...] = ()
    project_texts: tuple[str, ...] = ()


SHAPES = {
    "hunan-department": Shape(
        is_department=True,
        projects=(3, 4),
        indicators=14,
        notice=("HN03", 2023),
        rates=(STAFF, PERSONNEL, OPERATING, EXPENSES, PROJECTS),
        has_accounts=True,
        has_economic=True,
        texts=("公用经费结余原因", "三公经费控制", "服务对象满意度"),
    ),
    "changsha-department": Shape(
        is_department=True,
        projects=(3, 4),
        subs=(5, 9),
        indicators=14,
        rates=(STAFF, PERSONNEL, OPERATING),
        has_accounts=True,
        has_economic=True,
        has_project_economic=True,
        has_assets=True,
        has_monitoring=True,
        has_achievements=True,
        texts=("收支变动原因", "出国购车"),
        project_texts=("年度目标", "年度完成情况"),
    ),
    "yueyang-department": Shape(
        is_department=True,
        projects=(3, 5),
        subs=(6, 10),
        goals=88,
        paragraphs=6,
        has_accounts=True,
        has_initial=False,
        has_assets=True,
        has_institutions=True,
        has_achievements=True,
        has_result=True,
        has_funds=False,
        has_levels=True,
        has_uses=True,
        has_evaluators=True,
    ),
    "yueyang-project": Shape(has_result=True, has_funds=False, has_levels=True, has_uses=True, has_evaluators=True),
    "department-summary": Shape(is_department=True, projects=(8, 12), subs=(3, 6), indicators=12, paragraphs=4),
    "national-project": Shape(),
    "xiangxi-project": Shape(
        subs=(18, 26),
        indicators=34,
        paragraphs=6,
        notice=("XJ04", 2022),
        has_allotments=True,
        has_evaluators=True,
        texts=("产出综述",),
    ),
}

FORMS = (
    ("hunan-department",),
    ("changsha-department",),
    ("yueyang-department", "yueyang-project"),
    ("hunan-department", "department-summary", "national-project"),
    ("xiangxi-project",),
    ("department-summary", "national-project"),
)
"""Kinds of units: the formats in which each reports, the main one first; its projects report in the last one.

A kind comes in where its formats hold in the year, and one of them stands in no kind above.
"""
