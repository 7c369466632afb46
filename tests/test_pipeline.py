"""The whole way: one changed amount changes what depends on it and nothing else; drafts, gates, file names."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jixiao.checks.told import told
from jixiao.kernel.finding import Finding, Strength
from jixiao.kernel.place import SourcePlace
from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.pipeline import Examination, draw, examine, inspect, write_reports

ROOT = Path(__file__).resolve().parents[1]
FUNDS = "xiangxi/2022/项目/州智慧湘西建设专项/资金.yaml"
BAD = Finding("X001", Strength.MUST)


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data_examples", tmp_path / "data")
    return tmp_path / "data"


def examined(data: Path, only: str = "") -> Examination:
    return examine(data, templates_dir(), "xiangxi", 2022, only)


def change(data: Path, file: str, old: str, new: str) -> None:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def written(data: Path, out: Path) -> tuple[dict[str, Any], list[str]]:
    """Every figure by its id, and the paragraphs of the document."""
    (report,) = write_reports(examined(data), out)
    assert report.stored.path is not None, report.findings
    content = json.loads((report.stored.path.parent / "figures.json").read_text(encoding="utf-8"))
    return {each["id"]: each for each in content["figures"]}, paragraphs(report.stored.path)


def paragraphs(document: Path) -> list[str]:
    return paragraphs_of(document.read_bytes())


def paragraphs_of(document: bytes) -> list[str]:
    xml = read(document)["word/document.xml"].decode()
    return [re.sub(r"<[^>]+>", "", paragraph) for paragraph in re.findall(r"<w:p[ >].*?</w:p>", xml)]


def dependents(figures: dict[str, Any], changed: str) -> set[str]:
    """A figure and all whose formula uses it, however far up."""
    found = {changed}
    while more := {key for key, each in figures.items() if found & set(each["inputs"])} - found:
        found |= more
    return found


def test_one_changed_amount_changes_what_depends_on_it_and_nothing_else(data: Path, tmp_path: Path) -> None:
    figures, words = written(data, tmp_path / "before")
    change(data, FUNDS, "实际支出: 17.6", "实际支出: 17.7")
    new_figures, new_words = written(data, tmp_path / "after")
    differing = {key for key in figures if figures[key]["value"] != new_figures[key]["value"]}
    amount = next(key for key in figures if key.endswith("宣传与推广使用/实际支出"))
    rate = next(key for key in figures if key.endswith("州智慧湘西建设专项/预算执行率"))
    reachable = dependents(figures, amount)
    assert {amount, rate} <= differing <= reachable
    unmoved = {figures[key]["name"] for key in reachable - differing}
    assert unmoved <= {"最高执行率", "最低执行率"}, "the highest and the lowest rate are those of other sub-projects"

    old, new = (strings(each[key] for key in differing) for each in (figures, new_figures))
    pairs = [(before, after) for before, after in zip(words, new_words, strict=True) if before != after]
    assert pairs
    assert [without(after, new) for _, after in pairs] == [without(before, old) for before, _ in pairs]
    assert not [paragraph for paragraph in new_words if re.search(r"(?<![\d.])17\.6(?!\d)", paragraph)]
    assert sum("1160.59" in paragraph for paragraph in new_words) == sum("1160.49" in paragraph for paragraph in words)


def strings(figures: Any) -> list[str]:
    found = {printed for each in figures for printed in each["printed"].values() if printed}
    return sorted(found, key=len, reverse=True)


def without(paragraph: str, printed: list[str]) -> str:
    return re.sub("|".join(map(re.escape, printed)), "※", paragraph)


def test_the_same_data_give_the_same_bytes(data: Path, tmp_path: Path) -> None:
    first, second = (write_reports(examined(data), tmp_path / name)[0].stored.path for name in ("a", "b"))
    assert first is not None
    assert second is not None
    assert first.read_bytes() == second.read_bytes()
    assert (first.parent / "figures.json").read_bytes() == (second.parent / "figures.json").read_bytes()


def test_gates_run_on_the_whole_document_before_it_takes_its_place(data: Path, tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def gate(path: Path) -> list[Finding]:
        seen.append(list(read(path.read_bytes())))
        return [BAD]

    out = tmp_path / "out"
    (report,) = write_reports(examined(data), out, gates=[gate])
    assert "word/document.xml" in seen[0]
    assert (report.stored.path, report.stored.findings, report.in_place) == (None, [BAD], False)
    assert not list(out.rglob("*.docx"))
    assert not list(out.rglob("figures.json"))


def test_what_is_found_while_rendering_blocks_too(data: Path, tmp_path: Path) -> None:
    text = "xiangxi/2022/项目/州智慧湘西建设专项/文字.md"
    change(data, text, "{{ 子项目数|汉字 }}", "{{ 子项目个数|汉字 }}")
    (report,) = write_reports(examined(data), tmp_path)
    assert report.stored.path is None
    assert [finding.code for finding in report.findings if finding.blocks] == ["C104"]
    assert "项目自评" in set(inspect(examined(data)).values())


def test_a_draft_marks_figures_that_checks_doubt(data: Path) -> None:
    change(data, "xiangxi/2022/项目/州智慧湘西建设专项/项目.yaml", "说明:\n  预算执行率:", "说明:\n  资金到位率:")
    examination = examined(data)
    (figured,) = examination.reports
    assert any(finding.figure.endswith("预算执行率") for finding in figured.findings)
    plain = draw(examination.loaded, figured)
    draft = draw(examination.loaded, figured, describe=lambda finding: finding.code)
    assert (draft.stem, plain.stem) == (f"{plain.stem}（草稿）", draft.stem.removesuffix("（草稿）"))
    assert "【K" in read(draft.data)["word/document.xml"].decode()
    assert "【K" not in read(plain.data)["word/document.xml"].decode()


def test_a_file_name_may_be_given_with_the_report(data: Path, tmp_path: Path) -> None:
    change(data, "xiangxi/2022/报告.yaml", "报告时间: 2023-06", "文件名: 自评报告（甲/乙）\n    报告时间: 2023-06")
    (report,) = write_reports(examined(data), tmp_path)
    assert report.stored.path == tmp_path / "2022" / "xiangxi" / "自评报告（甲／乙）.docx"


def test_a_format_that_names_no_file_gets_unit_year_and_report(data: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(templates_dir(), templates)
    rules = templates / "xiangxi-project" / "2022" / "格式.yaml"
    kept = [line for line in rules.read_text(encoding="utf-8").splitlines() if not line.startswith("文件名:")]
    rules.write_text("\n".join(kept), encoding="utf-8")
    (report,) = write_reports(examine(data, templates, "xiangxi", 2022), tmp_path / "out")
    assert report.stored.path is not None
    assert report.stored.path.stem == "智慧湘西领导小组办公室2022年度项目自评"


def test_a_report_without_a_date_is_refused_but_drafted(data: Path, tmp_path: Path) -> None:
    change(data, "xiangxi/2022/报告.yaml", "报告时间: 2023-06", "报告时间:")
    examination = examined(data)
    assert not write_reports(examination, tmp_path / "report")[0].in_place
    assert write_reports(examination, tmp_path / "draft", lambda finding: finding.code)[0].in_place


@pytest.mark.parametrize(
    ("line", "mark", "places"),
    [
        ("实际支出:            # 忘了填", "【待填：实际支出】【D102】", 1),
        ("实际支出: 很少", "—【D107】", 10),  # every total comes from what cannot be read
        ("实际支出: 3个", "—【D109】", 10),
    ],
)
def test_a_draft_marks_a_gap_wherever_it_is_felt(data: Path, line: str, mark: str, places: int) -> None:
    change(data, "xiangxi/2022/项目/州智慧湘西建设专项/资金.yaml", "实际支出: 17.6", line)
    examination = examined(data)
    (figured,) = examination.reports
    draft = draw(examination.loaded, figured, examination.known, lambda finding: finding.code)
    assert "".join(paragraphs_of(draft.data)).count(mark) >= places


def test_a_mistake_in_one_project_does_not_hold_back_the_report_of_another(data: Path, tmp_path: Path) -> None:
    projects = data / "xiangxi" / "2022" / "项目"
    shutil.copytree(projects / "州智慧湘西建设专项", projects / "乙项目")
    change(data, "xiangxi/2022/项目/乙项目/资金.yaml", "实际支出: 17.6", "实际支出: 很少")
    change(data, "xiangxi/2022/项目/乙项目/项目.yaml", "名称: 州智慧湘西建设专项", "名称: 乙项目")
    second = "\n  - {名称: 乙, 格式: xiangxi-project, 项目: 乙项目, 报告时间: 2023-06}\n"
    file = data / "xiangxi" / "2022" / "报告.yaml"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + second, encoding="utf-8")
    first, other = write_reports(examined(data), tmp_path)
    assert (first.in_place, other.in_place) == (True, False)


def test_what_cannot_be_read_of_last_years_data_is_told_and_blocks_nothing(data: Path) -> None:
    shutil.copytree(data / "hunan-zwfw" / "2023", data / "hunan-zwfw" / "2022")
    broken = data / "hunan-zwfw" / "2022" / "部门" / "预算.yaml"
    broken.write_text("预算收入: [", encoding="utf-8")
    found = [each for each in examine(data, templates_dir(), "hunan-zwfw", 2023).findings if each.code[0] == "Y"]
    assert [(str(each.place).endswith("2022/部门/预算.yaml:1:1"), each.blocks) for each in found] == [(True, False)]


def test_a_rounding_tail_is_announced_under_its_table(data: Path) -> None:
    funds = "xiangxi/2022/项目/州智慧湘西建设专项/资金.yaml"
    for typed, exact in (("实际支出: 17.6", "实际支出: 176049元"), ("实际支出: 95.75", "实际支出: 957549元")):
        change(data, funds, typed, exact)
    examination = examined(data)
    (figured,) = examination.reports
    notes = [text for text in paragraphs_of(draw(examination.loaded, figured).data) if text.startswith("注：")]
    assert notes == ["注：表中数字经四舍五入，部分合计数与分项之和相差不超过0.01万元。"]


def test_what_the_departments_report_and_the_projects_own_tell_alike_is_told_once() -> None:
    here, there = (SourcePlace(f"data/样例/2022/{folder}/资金.yaml", 3) for folder in ("项目/某项目", "部门"))
    name, figure = "预算执行率", "某项目/预算执行率"
    of_project = Finding("K303", Strength.SHOULD, here, (("name", name),), figure=f"自评/{figure}")
    of_department = Finding("K303", Strength.SHOULD, here, (("name", figure),), figure=f"整体/{figure}")
    others = [replace(of_project, place=there), replace(of_project, actual="80%"), replace(of_project, code="K304")]
    assert told([of_department, *others, of_project]) == [of_department, *others]


@pytest.mark.parametrize(("written", "code"), [("{ 年度 }}", "Y158"), ("年度 }}", "Y151"), ("{% if 年度 %}", "Y153")])
def test_a_tag_that_is_none_is_told_once(data: Path, written: str, code: str) -> None:
    words = data / "xiangxi/2022/项目/州智慧湘西建设专项/文字.md"
    words.write_text(words.read_text(encoding="utf-8").replace("{{ 年度 }}", written, 1), encoding="utf-8")
    assert [each.code for each in examine(data, templates_dir(), "xiangxi", 2022).all_findings] == [code]
