"""An explanation is superfluous only where no report of the unit has a use for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking import RULES
from tests.errors.bench import BASE, FORMAT, PROJECT, UNIT_FILE, Content, Sample, examined, lay

EXPLAINED = ("资金来源: 州财政", "资金来源: 州财政\n说明:\n  预算执行率: 验收较晚。")
REPORT = "- {名称: 自评, 格式: 测试, 项目: 某项目, 报告时间: 2023-06}"
OTHER = f"{REPORT}\n- {{名称: 复评, 格式: 复测, 项目: 某项目, 报告时间: 2023-06, 文件名: 复评}}"
OUTLINE = "大纲: [{类型: 正文, 文件: 正文.md}]\n"


@pytest.mark.parametrize(("limit", "codes"), [("99%", []), ("90%", ["K601"])])
def test_what_another_report_needs_is_not_too_much(
    limit: str, codes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stricter = OUTLINE + RULES.strip().replace("执行率说明: 90%", f"执行率说明: {limit}") + "\n"
    files: dict[str, Content] = {
        PROJECT: EXPLAINED,
        UNIT_FILE: (REPORT, OTHER),
        FORMAT.replace("测试", "复测"): stricter,
    }
    files |= {name.replace("测试", "复测"): BASE[name] for name in BASE if name.endswith(("版式.yaml", "正文.md"))}
    lay(tmp_path, Sample(files))
    monkeypatch.chdir(tmp_path)
    assert [finding.code for finding in examined()] == codes
