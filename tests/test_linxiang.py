"""临湘's department report: every figure of the published one stands in it, derived and in its place.

Where the published report contradicts itself, what the data give is expected: data_examples/linxiang/SOURCE.md.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jixiao.kernel.finding import blocking
from jixiao.locate import templates_dir
from jixiao.pipeline import Examination, draw, examine
from tests.printed import Part, assert_printed, headings, parts_of, placed

DATA = Path(__file__).parent.parent / "data_examples"
REPORT = "部门整体自评"

PUBLISHED = """
# 附件2
临湘市2024年度 部门（单位）整体支出 绩效评价自评报告 临湘市数据局 部门（单位）绩效自评 部门（单位）评价组
2025年6月10日 临湘市财政局（制）
# 一、部门（单位）基本概况
人员编制|22|实有人数|22
（一） （二） （三） （四） （五） （六） （七） （八） （九） （十） （十一） （十二） （十三）
（十四） （十五） （十六） （十七）
任务1： 任务2： 任务3： 任务4：
5层 10500平方米 7300平方米 120个 9封 2次 13次 12次 2024年4月 5家 69家 170个 6家 17个 2025年 60% 2915路
10000余件 1000多个 8065条 50条 93条 468条 630件 504件 17条 8条 5条 1条 6条 28件 1291个 101个 10786件
# 二、部门（单位）收支情况
局机关及二级机构汇总|1574.84||1499.07|||75.77
1、局机关|1574.84||1499.07|||75.77
局机关及二级机构汇总|1574.84|293.05|224.32|68.73|1281.79|0|
1、局机关|1574.84|293.05|224.32|68.73|1281.79|0|
局机关及二级机构汇总|6.5|6.5|0|0|0
1、局机关|6.5|6.5|0|0|0
局机关及二级机构汇总|136.54|136.54||
1、局机关|136.54|136.54||
# 三、部门（单位）整体支出绩效自评情况
目标一： 目标二： 目标三： 目标四： 2024年4月 5家 69家 170个 6家 17个 2025年 60% 2915路 1291个 101个 10786件
10000余件 120个 1000多个 9封
审批合规率：100%|100% 材料一次性通过率：100%|100% 全年办件总量：≥10000件|10000余件 配置审批账号：101个|101个
法定时限内办结率：100%|100% 企业开办全流程时效：推行一窗通取| 人均审批效能：≥217件|217件以上 21.8%
增长率：≥10%|10% 办理覆盖率：100%|100% 企业开办成本下降率：100%|100% 带动就业人员：≥300人|300人以上
电子印章）：100%|100% 建立重大项目生态影响评估机制| 按月满意度：100%|100%
绩效自评综合得分|100 评价等次|优
# 四、评价人员
|副局长|临湘市数据局| |办公室主任|临湘市数据局| |政务公开和政务服务股股长|临湘市数据局|
# （一）部门（单位）基本情况
333号 编制22人 在岗22人 职责17项
内设机构6个：办公室、行政审批制度改革办公室、政务公开和政务服务股、大数据建设管理股、行政效能股、党建办。
# 1.收入支出总体情况
2024年度收入1574.84万元 财政拨款收入1499.07万元 其他资金75.77万元 支出1574.84万元 预算执行率100%
人员经费支出224.32万元 公用经费支出68.73万元 项目支出1281.79万元
# 2.“三公”经费支出情况
合计6.5万元 公务接待费6.5万元 因公出国（境）费0万元 公务用车购置费及运行维护费0万元
# 3.政府性基金预算收支情况
2024年度没有政府性基金预算收支
# （一）基本支出
基本支出293.05万元 人员经费支出224.32万元 人员工资172.12万元 社会保障缴费52.2万元 公用经费支出68.73万元
财政拨款232.28万元 其他资金60.77万元
# 1.专项资金安排落实、总投入等情况分析
支出1281.79万元 占总支出的81.4% 财政拨款收入1266.79万元 其他收入15万元 9项
工作经费178.95万元 水电物业195.9万元 劳务派遣人员经费234万元 软件平台维护更新52万元 食堂工作经费197万元
信息硬件运维经费60.5万元 12345平台建设经费72.39万元 数字化平台100万元 其他零星项目191.05万元
# 2.专项资金实际使用情况分析
支出1281.79万元 信息化建设的支出284.89万元，占专项支出的22.2% 政务大厅正常运转的支出626.9万元，占专项支出的48.9%
大厅服务的支出178.95万元，占专项支出的14% 其他零星项目的支出191.05万元，占专项支出的14.9%
# （一）突出政治引领，建强基层组织
4人次 研讨4次 120个 9封 专题研讨4次 民主生活会1次 警示教育片2次 党员大会2次 支委会13次 主题党日活动12次
# （二）建设数字政府，提升履职能力
2024年4月 5家 69家 170个 3轮 4个部分：机房、网络光纤、软件平台、前端感知设备。 6家 17个 2025年 60%
2915路 2227路 509路 129路 28路 22路 9个平台 7个项目
# （三）严格日常管理，打造数智大厅
10000余件 30余次 120个 1000多个
# （四）深化政务公开，提升治理能力
8065条 50条 93条 468条 17条 8条 5条 1条 6条 8条 630件 504件 28件 14场 13次 13个 培训会1次 调度会1次
# （五）全面深化改革，提升服务水平
60%以上 90%以上 1291个 101个 10786件 38个 18个单位和14个乡镇（街道），共108项 41项 67项
12个单位和14个乡镇（街道），共68项 19项 49项 83条 13.02万条 80.65分 99.99% 3081项 95.86% 100%
认领率100% 发布率100% 详实度100% 1309条 监管行为覆盖率100%
# （六）推动产业数字化转型升级
19家 3个平台：
"""


@pytest.fixture(scope="module")
def examination() -> Examination:
    return examine(DATA, templates_dir(), "linxiang", 2024)


def written(examination: Examination) -> bytes:
    """The department's report."""
    (report,) = (each for each in examination.reports if each.case.report_name == REPORT)
    drawn = draw(examination.loaded, report)
    assert drawn.findings == report.findings
    return drawn.data


@pytest.fixture(scope="module")
def document(examination: Examination) -> bytes:
    return written(examination)


@pytest.fixture(scope="module")
def parts(document: bytes) -> dict[str, Part]:
    return parts_of(document)


@pytest.mark.parametrize(("place", "words"), list(placed(PUBLISHED)))
def test_a_figure_of_the_published_report_in_its_place(parts: dict[str, Part], place: str, words: str) -> None:
    assert_printed(parts, place, words)


def test_the_parts_are_those_of_the_form(document: bytes) -> None:
    found = headings(document)
    assert [words.partition("（")[0] for level, words in found if level == 1] == [
        *("一、部门", "二、部门", "三、部门", "四、评价人员", "五、评价报告综述"),
        *("一、部门", "二、部门", "三、部门", "四、部门", "五、存在的主要问题", "六、改进措施和有关建议"),
    ]
    assert [words[:3] for level, words in found if level == 2] == [
        *("（一）", "（二）"),
        *("（一）", "（二）"),
        *("（一）", "（二）"),
        *("（一）", "（二）", "（三）", "（四）", "（五）", "（六）"),
    ]


def test_nothing_is_left_to_mend(examination: Examination) -> None:
    assert examination.all_findings == []


def test_a_secondary_institution_that_is_not_there_is_not_named(parts: dict[str, Part]) -> None:
    rows = parts["二、部门（单位）收支情况"].rows
    assert [row.rstrip("|") for row in rows if row.startswith("2、")] == ["2、二级机构（无）"] * 4
    assert "二级机构1" not in "".join(rows)


INSTITUTIONS = """
机构:
- {名称: 局机关, 公共财政拨款: 1000, 其他收入: 75.77, 人员支出: 124.32, 公用支出: 48.73, 项目支出: 881.79,
   公务接待费: 4.5, 公务用车运行维护费: 0, 公务用车购置费: 0, 因公出国境费: 0, 在用固定资产: 100.04, 累计结余: 20.93}
- {名称: 政务服务中心, 上年结转: 10, 公共财政拨款: 299.07, 人员支出: 60, 公用支出: 12.5, 项目支出: 236.57,
   公务接待费: 1.5, 在用固定资产: 30.5, 出租固定资产: 2, 累计结余: 0}
- {名称: 大数据中心, 公共财政拨款: 200, 政府基金拨款: 3.5, 人员支出: 40, 公用支出: 7.5, 项目支出: 163.43,
   公务接待费: 0.5, 在用固定资产: 3.5, 其他固定资产: 0.5}
"""
ROLLED_UP = """
局机关及二级机构汇总|1588.34|10|1499.07|3.5||75.77
1、局机关|1075.77||1000|||75.77
2、政务服务中心|309.07|10|299.07|||
3、大数据中心|203.5||200|3.5||
局机关及二级机构汇总|1574.84|293.05|224.32|68.73|1281.79|13.5|20.93
1、局机关|1054.84|173.05|124.32|48.73|881.79|20.93|20.93
2、政务服务中心|309.07|72.5|60|12.5|236.57|0|0
3、大数据中心|210.93|47.5|40|7.5|163.43|-7.43|
局机关及二级机构汇总|6.5|6.5|0|0|0
1、局机关|4.5|4.5|0|0|0
2、政务服务中心|1.5|1.5|||
3、大数据中心|0.5|0.5|||
局机关及二级机构汇总|136.54|134.04|2|0.5
1、局机关|100.04|100.04||
2、政务服务中心|32.5|30.5|2|
3、大数据中心|4|3.5||0.5
"""
OWN = """
预算收入:
  一般公共预算拨款: {全年执行数: 1499.07}
  其他资金: {全年执行数: 75.77}
"""


def rolled_up(folder: Path, *changes: tuple[str, str]) -> Examination:
    """The example with two secondary institutions in place of its own totals."""
    shutil.copytree(DATA / "linxiang", folder / "linxiang")
    file = folder / "linxiang" / "2024" / "部门" / "决算.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        (OWN, INSTITUTIONS),
        ("  公用经费:\n    全年执行数: 68.73\n", ""),
        ("  公务接待: {全年执行数: 6.5}\n", "  公务接待:\n"),
        ("  在用固定资产: 136.54\n", ""),
        *changes,
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return examine(folder, templates_dir(), "linxiang", 2024)


def test_institutions_have_a_row_each_and_make_up_the_department(tmp_path: Path) -> None:
    examination = rolled_up(tmp_path)
    assert not blocking(examination.all_findings)
    parts = parts_of(written(examination))
    rows = [row for row in parts["二、部门（单位）收支情况"].rows if row[0] in "局123"]
    assert rows == ROLLED_UP.split()
    told = parts["1.收入支出总体情况"].words
    assert (
        "收入1588.34万元，其中上年结转10万元，财政拨款收入1499.07万元，政府性基金拨款3.5万元，其他资金75.77万元" in told
    )
    assert "预算执行率99.2%，当年结余13.5万元" in told
    assert "列入汇总的机构3个：局机关、政务服务中心、大数据中心。" in parts["（一）部门（单位）基本情况"].words


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("项目支出: 236.57", "项目支出: 240", "YD01"), ("人员支出: 124.32", "人员支出: 120", "YD02")],
)
def test_institutions_that_do_not_make_up_the_department_are_told(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert code in [each.code for each in rolled_up(tmp_path, (old, new)).all_findings if each.blocks]


def test_what_a_department_does_not_have_is_said(tmp_path: Path) -> None:
    shutil.copytree(DATA / "linxiang", tmp_path / "linxiang")
    folder = tmp_path / "linxiang" / "2024" / "部门"
    (folder / "说明.yaml").unlink()
    for name, start, end in (("决算.yaml", "三公经费:", "资产:"), ("职责.yaml", "内设机构:", "年度工作:")):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text[: text.index(start)] + text[text.index(end) :], encoding="utf-8")
    parts = parts_of(written(examine(tmp_path, templates_dir(), "linxiang", 2024)))
    assert "未设内设机构" in parts["（一）部门（单位）基本情况"].words
    assert "全年没有发生“三公”经费支出" in parts["2.“三公”经费支出情况"].words
    assert "局机关及二级机构汇总|||||" in parts["二、部门（单位）收支情况"].rows


FUNDS = "项目/政务大厅和数字化专项/资金.yaml"
ALLOTTED = "一般公共预算拨款: {全年执行数: 1499.07}\n  其他资金: {全年执行数: 75.77}"


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("部门/决算.yaml", "公务接待: {全年执行数: 6.5}", "公务接待:", ["K106"]),
        ("部门/决算.yaml", ALLOTTED, "其他资金: {全年执行数: 1574.84}", ["K106", "YD04"]),
        ("部门/人员.yaml", "  总分: 100", "  总分: 105", ["K230"]),
        (FUNDS, "\n    用途: 大厅服务", "", ["K106"]),
        (FUNDS, "用途: 大厅服务", "用途: 大厅服物", ["K174"]),
        (FUNDS, "实际支出: 178.95", "实际支出: 278.95", ["K103", "K301", "K301", "YD03"]),
    ],
)
def test_a_mistake_is_told_once_in_both_reports(
    tmp_path: Path, file: str, old: str, new: str, found: list[str]
) -> None:
    shutil.copytree(DATA / "linxiang", tmp_path / "linxiang")
    path = tmp_path / "linxiang" / "2024" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    examination = examine(tmp_path, templates_dir(), "linxiang", 2024)
    assert sorted(each.code for each in examination.all_findings if each.code != "K601") == found


def test_a_class_without_sub_projects_is_left_out_of_the_text(tmp_path: Path) -> None:
    shutil.copytree(DATA / "linxiang", tmp_path / "linxiang")
    path = tmp_path / "linxiang" / "2024" / FUNDS
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("用途分类:", "用途分类:\n  - {名称: 空类, 说明: 暂无}\n #", 1), encoding="utf-8")
    examination = examine(tmp_path, templates_dir(), "linxiang", 2024)
    for figured in examination.reports:
        parts = parts_of(draw(examination.loaded, figured).data)
        assert all("空类" not in part.words for part in parts.values())


def test_the_same_data_give_the_same_bytes(document: bytes) -> None:
    assert written(examine(DATA, templates_dir(), "linxiang", 2024)) == document
