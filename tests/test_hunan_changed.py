"""The department report with other data: its sentences say what the figures say, and its checks find what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.pipeline import Examination, draw, examine

DATA = Path(__file__).parent.parent / "data_examples" / "hunan-zwfw"
BUDGET, CARS, STAFF, DUTIES, INDICATORS = (
    f"部门/{name}.yaml" for name in ("预算", "三公经费", "人员", "职责", "绩效指标")
)
OFFICE, RUNNING = "项目/业务工作经费/资金.yaml", "项目/其他运转类/资金.yaml"

LEFT_OPEN = {"K118", "K211", "K603"}  # what the published report leaves unexplained


def changed(folder: Path, file: str, old: str, new: str) -> Examination:
    """The example with something replaced in a file, which must be there; without `old` in the whole of the file."""
    home = folder / "hunan-zwfw"
    shutil.copytree(DATA, home)
    path = home / "2023" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
    return examine(folder, templates_dir(), "hunan-zwfw", 2023)


CAR = "{上年决算数: 19.16, 年初预算数: 35, 全年执行数: 25.82}"
RECEPTION = "{上年决算数: 0.52, 年初预算数: 16, 全年执行数: 0.92}"
FUNDS = "\n  政府性基金拨款: {年初预算数: 100万元, 全年执行数: 80万元}\n\n预算调整:"


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (CARS, CAR, CAR.replace("25.82", "9.82"), "相比，“三公”经费支出减少8.94万元，主要原因"),
        (CARS, CAR, CAR.replace("25.82", "18.76"), "相比，“三公”经费支出持平，主要原因"),
        (CARS, CAR, CAR.replace("19.16", ""), "与上年决算数0.52万元相比，"),
        (CARS, CAR, CAR.replace("25.82", "70"), "全年“三公”经费超出预算9.92万元，其中公务接待费15.08万元，"),
        (CARS, RECEPTION, RECEPTION.replace("0.92", "20"), "其中公务接待费超支4万元，因公出国（境）费10万元，"),
        (CARS, RECEPTION, "", "经费预算数45万元，其中无公务接待费，因公出国（境）费10万元，"),
        (
            CARS,
            "购置费: ",
            "购置费: {年初预算数: 18} ",
            "维护费53万元（公务用车运行维护费35万元，公务用车购置费18万元）",
        ),
        (CARS, "", "三公经费: {}", "2023年度无“三公”经费预算和支出。"),
        (CARS, "", "三公经费: {}", "2023年年初未安排“三公”经费预算。"),
        (BUDGET, "    上年决算数: 4022799\n", "    上年决算数: 3000000\n", "相比，增加62.72万元，增长20.91%。"),
        (BUDGET, "    上年决算数: 4022799\n", "    上年决算数: 3627150\n", "与上年支出362.72万元相比，持平。"),
        (BUDGET, "    上年决算数: 4022799\n", "", "公用经费控制率85.60%。"),
        (BUDGET, "金额: 1662600", "金额: -1662600", "具体为：一是核减基本支出166.26万元，全部为人员经费；二是追加项目"),
        (BUDGET, "金额: 16002349", "金额: -176002349", "年中预算核减4882.11万元，全年预算总收入2105.62万元，"),
        (BUDGET, "类别: 人员经费", "类别: 公用经费", "一是追加基本支出166.26万元，全部为公用经费；二是"),
        (BUDGET, "全年执行数: 3627150", "全年执行数: 4300000", "预算执行率101.47%，超支6.25万元。"),
        (BUDGET, "全年执行数: 3627150", "全年执行数: 6300000", "基本支出超出预算78.37万元，项目支出未超出预算，"),
        (BUDGET, "年初预算数: 6811449", "年初预算数: 7811449", "2023年基本支出含上年结转100.00万元，"),
        (
            BUDGET,
            "转出: 公用经费, 转入: 其他事业发展资金",
            "转出: 其他事业发展资金, 转入: 公用经费",
            "由项目支出调剂20.00万元用于基本支出，",
        ),
        (BUDGET, "\n预算调整:", FUNDS, "收入100万元，支出80万元，预算执行率80.00%，结转结余20万元。"),
        (BUDGET, "\n预算调整:", FUNDS, "一般公共预算资金21306.09万元（含上年结转），政府性基金预算资金100万元。"),
        (STAFF, "在职人数: 79", "在职人数: 90", "在职人员控制率102.27%，实有人数超出编制数。"),
        (STAFF, "离休人数: 2", "离休人数: 0", "实有在职人员79人，退休人员77人。"),
        (OFFICE, "实际支出: 265000", "实际支出: 0", "乡村振兴工作未支出，主要是差旅费"),
        (RUNNING, "实际支出: 1817000", "实际支出: 1997000", "5个项目预算执行率在90%以上，分别为"),
        (RUNNING, "实际支出: 968400", "实际支出: 178000", "5个项目预算执行率在10%—70%，分别为"),
    ],
)
def test_a_sentence_says_what_the_figures_say(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    examination = changed(tmp_path, file, old, new)
    document = draw(examination.loaded, examination.reports[0])
    assert sentence in plain_text(read(document.data))


def test_a_department_without_projects_has_none_to_tell_of(tmp_path: Path) -> None:
    home = tmp_path / "hunan-zwfw"
    shutil.copytree(DATA, home)
    shutil.rmtree(home / "2023" / "项目")
    reports, budget = home / "2023" / "报告.yaml", home / "2023" / BUDGET
    reports.write_text(reports.read_text(encoding="utf-8").partition("\n项目:")[0], encoding="utf-8")
    budget.write_text(budget.read_text(encoding="utf-8").partition("\n项目支出:")[0], encoding="utf-8")
    examination = examine(tmp_path, templates_dir(), "hunan-zwfw", 2023)
    words = plain_text(read(draw(examination.loaded, examination.reports[0]).data))
    for sentence in (
        "公用经费423.75万元），无项目支出。",
        "本年未安排项目支出。",
        "占100.00%。",
        "相比，基本支出未超出预算，详",
    ):
        assert sentence in words
    assert "附件3" not in words


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        (BUDGET, "年初预算数: 63065900", "年初预算数: 63165900", "K108"),
        (BUDGET, "金额: 16002349", "金额: 16102349", "K109"),
        (BUDGET, "全年执行数: 82673000", "全年执行数: 82573000", "K115"),
        (BUDGET, "全年执行数: 17784698", "全年执行数: 17884698", "K115 HN01"),
        (OFFICE, "年初预算数: 428050", "年初预算数: 528050", "K111 HN02"),
        (OFFICE.replace("资金", "项目"), "支出类别: 业务工作经费", "支出类别: 业务费", "K113"),
        (BUDGET, "全年执行数: 22544198", "全年执行数: 2254,41x98", "D107"),
        (BUDGET, "年初预算数: 4437500", "年初预算数: 四百万", "D107"),
        (STAFF, "", "", "K106 Y107"),
        (DUTIES, "", "内设机构: [综合部]", "K106"),
        (INDICATORS, "", "", "K203 Y107"),
    ],
)
def test_what_does_not_agree_is_found_once(tmp_path: Path, file: str, old: str, new: str, codes: str) -> None:
    found = {finding.code for finding in changed(tmp_path, file, old, new).all_findings}
    assert found - LEFT_OPEN == set(codes.split())
