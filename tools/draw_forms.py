"""Draws the shipped forms for the first time.

The .docx files are the source and are edited in Word or WPS afterwards; running this again overwrites such edits.

    python -m tools.draw_forms [FOLDER]      FOLDER defaults to templates
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.forms import (
    base_data,
    department_report,
    evaluators,
    funds,
    goals,
    institutions,
    monitoring,
    own_annex,
    project_report,
    self_evaluation,
    summary,
    weighted,
    yueyang,
)

FORMS = {
    "common/表单/会计凭证表.docx": funds.vouchers,
    "common/表单/定性定量目标表.docx": goals.goals,
    "common/表单/机构收支表.docx": institutions.by_institution,
    "common/表单/评价人员.docx": evaluators.evaluators,
    "common/表单/资金分级表.docx": funds.levels,
    "common/表单/部门整体支出绩效评价基础数据表.docx": base_data.base_data,
    "common/表单/部门整体支出绩效自评基础数据表.docx": base_data.four_columns,
    "common/表单/部门整体支出绩效自评表.docx": self_evaluation.department,
    "common/表单/部门整体支出权重自评表.docx": weighted.weighted,
    "common/表单/绩效目标执行监控表.docx": monitoring.monitoring,
    "common/表单/项目支出绩效自评表.docx": self_evaluation.project,
    "department-summary/2020/表单/封面.docx": summary.cover,
    "department-summary/2020/表单/项目支出绩效自评情况汇总表.docx": summary.projects,
    "hunan-department/2023/表单/封面.docx": department_report.cover,
    "hunan-department/2023/表单/一般公共预算执行明细表.docx": department_report.execution,
    "national-project/2020/表单/封面.docx": project_report.national_cover,
    "xiangxi-project/2022/表单/封面.docx": project_report.cover,
    "xiangxi-project/2022/表单/基本信息表.docx": project_report.basic_information,
    "yueyang-department/2024/表单/封面.docx": yueyang.department_cover,
    "yueyang-department/2024/表单/基本概况.docx": yueyang.profile,
    "yueyang-project/2024/表单/封面.docx": yueyang.project_cover,
}

OWN_FORMS = {"data_examples/yanshi/gonglu/章节/分项目实施情况表.docx": own_annex.parts}
"""Of units that add sections of their own, from the folder of the project on."""


def main(folder: Path) -> None:
    """Draw every form."""
    for path, draw in FORMS.items():
        draw().save(folder / path)
    for path, draw in OWN_FORMS.items():
        draw().save(folder.parent / path)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "templates"))
