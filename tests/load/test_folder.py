"""All files of a unit's year are read in one run, put together, and bound; nothing that lies in the folder raises."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.load import files as files_module
from jixiao.load.folder import Loaded, load_unit_year
from tests.load.reading import said, write

UNIT = "单位: {名称: 甲局}\n报告:\n- {名称: 自评, 格式: 某格式, 项目: 专项, 报告时间: 2023-06}\n"
DATES = "开始时间: 2022-01\n结束时间: 2022-12\n数据截止日期: 2022-12-31\n"
WELL: dict[str, str | bytes] = {"甲局/2022/单位.yaml": UNIT, "甲局/2022/项目/专项/项目.yaml": DATES}

Load = Callable[[dict[str, str | bytes]], Loaded]


@pytest.fixture(name="load")
def load_fixture(tmp_path: Path) -> Load:
    def load(files: dict[str, str | bytes]) -> Loaded:
        return load_unit_year(write(tmp_path, WELL | files), 2022)

    return load


def test_a_year_is_put_together_from_all_its_files(load: Load) -> None:
    loaded = load(
        {
            "甲局/2022/项目/专项/资金.yaml": "金额单位: 元\n"
            "子项目:\n- {名称: 一, 预算安排: 80, 实际到位: 8, 实际支出: 1万元}\n",
            "甲局/2022/项目/专项/补充.yml": "指标文: [{文号: 一号, 金额: 3}]\n事实:\n  单位数: 48个\n",
            "甲局/2022/项目/专项/事实.yaml": "事实:\n  次数: 1000余次\n文字: {结果: 好}\n",
            "甲局/2022/项目/专项/文字.md": "# 总目标\n甲{{ 单位数 }}\n",
            "甲局/2022/项目/专项/文字/更多.md": "# 措施\n乙\n",
            "甲局/2022/文字.md": "# 全局\n丙\n",
        }
    )
    assert loaded.findings == []
    assert (loaded.unit_year.folder, loaded.unit_year.year) == ("甲局", 2022)
    assert list(loaded.unit_year.narratives) == ["全局"]
    project = loaded.unit_year.projects["专项"]
    assert (project.key, str(project.name)) == ("专项", "专项")
    assert set(project.facts) == {"次数", "单位数"}
    assert set(project.narratives) == {"总目标", "结果", "措施"}
    sub, document = project.sub_projects[0], project.allotments[0]
    amounts = [each.number.value for each in (sub.budget, sub.spent, document.amount) if each and each.number]
    assert [str(amount) for amount in amounts] == ["80", "10000", "30000"]
    assert loaded.files[0] == "data/甲局/2022/单位.yaml"
    assert loaded.sources["data/甲局/2022/单位.yaml"] == UNIT


def test_places_show_the_folder_as_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, WELL | {"甲局/2022/多.yaml": "多: 1\n"})
    monkeypatch.chdir(tmp_path)
    shown = [str(load_unit_year(path, 2022).findings[0].place) for path in (Path("data/甲局"), folder)]
    assert shown == ["data/甲局/2022/多.yaml:1:1"] * 2
    assert str(load_unit_year(folder, 2022, "某处/甲局").findings[0].place) == "某处/甲局/2022/多.yaml:1:1"


def test_the_digest_knows_names_and_bytes_and_nothing_else(tmp_path: Path) -> None:
    digests = [
        load_unit_year(write(tmp_path / "一", WELL), 2022).digest,
        load_unit_year(write(tmp_path / "二", WELL | {"甲局/2022/说明.bak": "x"}), 2022).digest,
        load_unit_year(write(tmp_path / "三", WELL | {"甲局/2022/单位.yaml": UNIT + "\n"}), 2022).digest,
        load_unit_year(write(tmp_path / "四", {"甲局/2022/甲.yaml": UNIT}), 2022).digest,
    ]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_one_broken_file_hides_no_problem_of_the_others(load: Load) -> None:
    loaded = load(
        {
            "甲局/2022/项目/专项/一.yaml": '项目负责人：某\n实施单位: "某\n',
            "甲局/2022/项目/专项/二.yaml": "全年预算数: 90\n".encode("gbk"),
            "甲局/2022/项目/专项/三.yaml": "全年预算数: 80个\n结束时间: 2022-11\n",
            "甲局/2022/项目/专项/四.yaml": b"PK\x03\x04",
            "甲局/2022/项目/专项/五.yaml": "名称\n",
            "甲局/2022/项目/专项/六.yaml": "名称：甲\n",
            "甲局/2022/项目/专项/七.yaml": "金额单位: 吨\n[]: 1\n",
        }
    )
    assert sorted(
        f"{finding.code} {finding.place}".replace("data/甲局/2022/项目/专项/", "") for finding in loaded.findings
    ) == [
        "D109 三.yaml:1:8",
        "D115 七.yaml:1:7",
        "Y101 二.yaml:1:1",
        "Y102 二.yaml:1:1",
        "Y102 项目.yaml:2:1",
        "Y104 四.yaml",
        "Y111 一.yaml:1:6",
        "Y111 六.yaml:1:3",
        "Y116 一.yaml:2:7",
        "Y125 七.yaml:2:1",
        "Y127 五.yaml:1:1",
    ]
    said(loaded.findings)


def test_a_key_in_two_files_is_found_once_with_both_places(load: Load) -> None:
    loaded = load({"甲局/2022/甲.yaml": "单位:\n  名称: 乙局\n事实:\n文字:\n", "甲局/2022/文字.md": "# 甲\n乙\n"})
    assert [(each.code, str(each.place), str(each.related[0])) for each in loaded.findings] == [
        ("Y102", "data/甲局/2022/甲.yaml:2:3", "data/甲局/2022/单位.yaml:1:6")
    ]
    assert str(loaded.unit_year.unit and loaded.unit_year.unit.name) == "甲局"


def test_what_is_missing_is_said_only_where_all_was_read(load: Load) -> None:
    whole = load({"甲局/2022/项目/专项/项目.yaml": "名称: 甲\n"})
    assert said(whole.findings) == ["D102 data/甲局/2022/项目/专项"] * 3
    broken = load({"甲局/2022/项目/专项/项目.yaml": "名称: 甲\n开始时间 2022-01\n"})
    assert said(broken.findings) == ["Y123 2:1"]


def test_other_files_are_ignored_or_named(load: Load) -> None:
    names = ("~$单位.docx", "附件.docx", "单位.yaml.bak", ".单位.yaml.swp", ".DS_Store", "Thumbs.db", "单位.yaml~")
    assert load({f"甲局/2022/{name}": "x" for name in names}).findings == []
    findings = load({"甲局/2022/资金.XLSX": "x", "甲局/2022/说明": "x"}).findings
    assert said(findings) == ["Y140 data/甲局/2022/说明", "Y140 data/甲局/2022/资金.XLSX"]
    assert not any(finding.blocks for finding in findings)


def test_an_empty_folder_is_no_key(load: Load) -> None:
    assert said(load({"甲局/2022/附件/扫描.docx": "x"}).findings) == ["Y107 data/甲局/2022/附件"]


def test_a_folder_that_no_record_knows_is_an_unknown_key(load: Load) -> None:
    assert said(load({"甲局/2022/附件/一.yaml": "甲: 1\n"}).findings) == ["D101 data/甲局/2022/附件"]


def test_links_in_a_circle_and_broken_links_are_findings(load: Load, tmp_path: Path) -> None:
    year = write(tmp_path, WELL) / "2022"
    (year / "环").symlink_to(year, target_is_directory=True)
    (year / "断.yaml").symlink_to(year / "无.yaml")
    (year / "自.yaml").symlink_to(year / "自.yaml")
    os.mkfifo(year / "管.yaml")
    assert said(load({}).findings) == [
        "Y141 data/甲局/2022/断.yaml",
        "Y143 data/甲局/2022/环",
        "Y141 data/甲局/2022/管.yaml",
        "Y141 data/甲局/2022/自.yaml",
    ]


def test_deep_folders_and_large_files_are_findings(load: Load) -> None:
    deep = "/".join(["层"] * (files_module.MAX_FOLDERS + 2))
    findings = load({f"甲局/2022/{deep}/一.yaml": "甲: 1\n", "甲局/2022/大.yaml": b"a" * 4_000_001}).findings
    assert [each.split()[0] for each in said(findings)][:2] == ["Y106", "Y144"]


def test_a_file_without_permission_is_a_finding(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("jixiao.load.files.open", refuse, raising=False)
    findings = load({}).findings
    assert said(findings) == [
        "Y142 data/甲局/2022/单位.yaml",
        "Y142 data/甲局/2022/项目/专项/项目.yaml",
    ]


def test_a_folder_without_permission_is_a_finding(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> list[str]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.listdir", refuse)
    assert said(load({}).findings) == ["Y142 data/甲局/2022"]


def test_a_missing_unit_or_year_names_what_there_is(tmp_path: Path) -> None:
    folder = write(tmp_path, WELL | {"乙局/2021/单位.yaml": UNIT, "乙局/2020/单位.yaml": UNIT})
    missing = [
        load_unit_year(path, 2022).findings
        for path in (folder.parent / "甲剧", folder.parent / "无", folder.parent / "乙局")
    ]
    assert [(finding.code, dict(finding.fields)) for findings in missing for finding in findings] == [
        ("Y146", {"unit": "甲剧", "near": "甲局"}),
        ("Y146", {"unit": "无", "near": "乙局、甲局"}),
        ("Y147", {"unit": "乙局", "year": "2022", "known": "2020、2021"}),
    ]
    assert said(load_unit_year(tmp_path / "无" / "甲局", 2022).findings) == ["Y145 无/甲局"]
    assert said(load_unit_year(folder.parent / ("长" * 300), 2022).findings) == [f"Y146 data/{'长' * 300}"]


def test_the_example_is_read_without_findings() -> None:
    loaded = load_unit_year(Path(__file__).parents[2] / "data_examples" / "xiangxi", 2022)
    assert loaded.findings == []
    assert len(loaded.unit_year.projects) == 1


@pytest.mark.parametrize("name", ["一.yaml", "资金.yaml"])
def test_a_full_width_colon_is_told_as_such_though_another_file_has_the_key_too(name: str, load: Load) -> None:
    fact, slip = "事实:\n  机架: 12个\n", "事实:\n  机房：3个\n"
    loaded = load({f"甲局/2022/项目/专项/{name}": slip, "甲局/2022/项目/专项/事实.yaml": fact})
    assert [each.code for each in loaded.findings] == ["Y111"]
