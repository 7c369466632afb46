"""The national project report of the example unit 示例市: every figure derived and in its place, also in its form.

What is expected was computed by hand from the amounts and indicators of data_examples/shili.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.pipeline import Examination, draw, examine
from tests.printed import Part, assert_printed, assert_whole_sentences, headings, parts_of, placed

DATA = Path(__file__).parent.parent / "data_examples"
MUSEUM, SHOWS, HERITAGE, VENUES = "展陈改造", "惠民演出", "非遗保护", "免费开放"

EXPECTED = {
    MUSEUM: """
# 引言
财预〔2020〕10号 示例市文化和旅游局会同示例市博物馆对2025年度博物馆展陈改造支出开展了绩效自评
# （一）项目概况
实施期限为2025年1月至2025年12月
年初预算580.00万元，年中调减18.77万元，全年预算561.24万元，其中当年财政拨款481.24万元，上年结转资金80.00万元。
截至2025年12月31日，实际支出312.68万元，结转结余248.56万元，预算执行率为55.71%。
展厅改造工程|428.65|209.85|218.80|48.96%
展柜和照明设备购置|132.59|102.83|29.75|77.55%
合计|561.24|312.68|248.56|55.71%
部分合计数与分项之和相差不超过0.01万元
# （一）绩效评价目的、对象和范围
2025年度全部预算资金561.24万元
# （二）绩效评价原则、评价指标体系、评价方法和评价标准
满分为100分，其中预算执行10分，产出指标50分，效益指标30分，满意度指标10分。 共8项
90（含）—100分为优；80（含）—90分为良；60（含）—80分为中；60分以下为差。
# 三、综合评价情况及评价结论
2个，改造面积1720平方米 100% 19.6万人次 88% 74.23分，等级为“中”
预算执行|10|5.57|55.70%
产出指标|50|36.38|72.76%
效益指标|30|22.5|75.00%
满意度指标|10|9.78|97.80%
合计|100|74.23|74.23%
自评共扣25.77分，其中预算执行扣4.43分，绩效指标扣21.34分
# （二）项目过程情况
248.56万元 预算执行率为55.71%，预算执行得5.57分（分值10分）。执行率偏低的原因：两个展厅
# （三）项目产出情况
产出指标共5项，分值50分，得36.38分，得分率为72.76%。其中3项未完成或未得满分
改造展厅：年度指标值为4个，实际完成值为2个，扣6分。 年度指标值为≥3200平方米，实际完成值为1720平方米，扣4.62分。
推迟到下年6月，扣3分。 设备采购资金节约率：年度指标值为≥3%，实际完成值为4.1%，超额较多。公开招标
# （四）项目效益情况
效益指标共2项，分值30分，得22.5分，得分率为75.00%。未完成或未得满分，情况如下。
年参观人次：年度指标值为≥28万人次，实际完成值为19.6万人次，扣4.5分。 尚待落实，扣3分。
满意度指标共1项，分值10分，得9.78分，得分率为97.80%。未完成 观众满意度：年度指标值为≥90%，实际完成值为88%，扣0.22分。
# （二）存在的问题及原因分析
预算执行率为55.71%
# 七、其他需要说明的问题
附件：1.项目支出绩效自评表
# 附件1
（2025年度） 项目名称|博物馆展陈改造 主管部门|示例市文化和旅游局|实施单位|示例市博物馆
年度资金总额|580.00|561.24|312.68|10|55.71%|5.57
其中：当年财政拨款|500.00|481.24|232.68|—|—|—
上年结转资金|80.00|80.00|80.00|—|—|—
其他资金||||—|—|—
改造展厅|4个|2个|12|6|两个展厅
改造展陈面积|≥3200平方米|1720平方米|10|5.38|
已完工展厅验收合格率|100%|100%|10|10|
改造工程完成时间|11月底前全部完工|两个展厅完工，两个展厅推迟到下年6月|8|5|
设备采购资金节约率|≥3%|4.1%|10|10|公开招标
年参观人次|≥28万人次|19.6万人次|15|10.5|
展陈更新维护机制|建立并执行|已建立制度，维护经费来源尚待落实|15|12|
观众满意度|≥90%|88%|10|9.78|
产出指标（50分） 效益指标（30分） 满意度指标（10分） 总分|100|74.23|
""",
    SHOWS: """
# （一）项目概况
年初预算240.00万元，年中调增26.00万元，全年预算266.00万元，其中当年财政拨款266.00万元。
实际支出207.36万元，结转结余58.64万元，预算执行率为77.95%。
送戏下乡演出|218.00|162.14|55.86|74.38%
群众文艺辅导|48.00|45.22|2.78|94.21%
合计|266.00|207.36|58.64|77.95%
# 三、综合评价情况及评价结论
84场 64次 8.7万人次 33支 94% 120场 87.07分，等级为“良”
预算执行|10|7.8|78.00%
产出指标|50|43.39|86.78%
效益指标|30|25.88|86.27%
满意度指标|10|10|100.00%
自评共扣12.93分，其中预算执行扣2.2分，绩效指标扣10.73分
# （三）项目产出情况
每场演出平均成本1.93万元，成本标准为2万元 其中2项未完成或未得满分
实际完成值为84场，扣4.5分。 年度指标值为≥95%，实际完成值为70.00%，扣2.11分。
# （四）项目效益情况
其中1项未完成 实际完成值为8.7万人次，扣4.12分。
满意度指标共1项，分值10分，得10分，得分率为100.00%。各项指标均已完成并得满分。
# 附件1
送戏下乡演出|≥120场|84场|15|10.5|
演出计划按期完成率|≥95%|70.00%|8|5.89|
每场演出成本控制率|≤100%|96.50%|7|7|
惠及群众|≥12万人次|8.7万人次|15|10.88|
总分|100|87.07
""",
    HERITAGE: """
# （一）项目概况
年初预算68.00万元，年中未调整，全年预算68.00万元，其中当年财政拨款63.00万元，其他资金5.00万元。
实际支出66.73万元，结转结余1.27万元，预算执行率为98.13%。
# （二）绩效评价原则、评价指标体系、评价方法和评价标准
预算执行10分，产出指标50分，效益指标40分。项目没有设置满意度指标，分值并入效益指标。 共7项
# 三、综合评价情况及评价结论
99.49分，等级为“优”
预算执行|10|9.81|98.10%
产出指标|50|49.68|99.36%
效益指标|40|40|100.00%
合计|100|99.49|99.49%
# （三）项目产出情况
其中1项 建档任务按期完成率：年度指标值为100%，实际完成值为96%，扣0.32分。
# （四）项目效益情况
效益指标共2项，分值40分，得40分，得分率为100.00%。各项指标均已完成并得满分。
# 附件1
其中：当年财政拨款|63.00|63.00|61.73|—|—|—
其他资金|5.00|5.00|5.00|—|—|—
建档任务按期完成率|100%|96%|8|7.68|
单项建档成本|≤1.5万元|1.418万元|7|7|
效益指标（40分） 总分|100|99.49
""",
    VENUES: """
# （一）项目概况
年初预算193.55万元，年中未调整，全年预算193.55万元，其中当年财政拨款186.00万元，上年结转资金7.55万元。
实际支出192.85万元，结转结余0.70万元，预算执行率为99.64%。
# 三、综合评价情况及评价结论
99.96分，等级为“优” 自评共扣0.04分，均为预算执行扣分
# （三）项目产出情况
产出指标共5项，分值50分，得50分，得分率为100.00%。各项指标均已完成并得满分。
# 附件1
场馆免费开放天数|≥300天|318天|12|12|
支出控制率|≤100%|99.64%|8|8|
总分|100|99.96
""",
}
CHAPTERS = [
    *("一、基本情况", "（一）项目概况", "（二）项目绩效目标"),
    *("二、绩效评价工作开展情况", "（一）绩效评价目的、对象和范围"),
    *("（二）绩效评价原则、评价指标体系、评价方法和评价标准", "（三）绩效评价工作过程"),
    "三、综合评价情况及评价结论",
    *("四、绩效评价指标分析", "（一）项目决策情况", "（二）项目过程情况", "（三）项目产出情况", "（四）项目效益情况"),
    *("五、主要经验及做法、存在的问题及原因分析", "（一）主要经验及做法", "（二）存在的问题及原因分析"),
    *("六、有关建议", "七、其他需要说明的问题", "附件1"),
]
"""The outline of annex 3 of 财预〔2020〕10号, and the form of annex 1."""

FUNDS, VENUE_FACTS = (f"项目/公共文化场馆免费开放/{name}.yaml" for name in ("资金", "事实"))


@pytest.fixture(scope="module")
def examination() -> Examination:
    return examine(DATA, templates_dir(), "shili", 2025)


@pytest.fixture(scope="module")
def written(examination: Examination) -> dict[str, bytes]:
    drawn = {each.case.report_name: draw(examination.loaded, each) for each in examination.reports}
    assert [each.findings for each in drawn.values()] == [[]] * 5
    return {name: each.data for name, each in drawn.items()}


@pytest.fixture(scope="module")
def parts(written: dict[str, bytes]) -> dict[str, dict[str, Part]]:
    return {name: parts_of(data) for name, data in written.items()}


@pytest.mark.parametrize(
    ("report", "place", "figure"),
    [(report, place, figure) for report, text in EXPECTED.items() for place, figure in placed(text)],
)
def test_a_figure_in_its_place(parts: dict[str, dict[str, Part]], report: str, place: str, figure: str) -> None:
    assert_printed(parts[report], place, figure)


@pytest.mark.parametrize("report", EXPECTED)
def test_the_outline_is_that_of_the_ministry(written: dict[str, bytes], report: str) -> None:
    assert [words for _, words in headings(written[report])] == CHAPTERS


def test_a_group_without_indicators_is_no_row_of_the_scores(parts: dict[str, dict[str, Part]]) -> None:
    rows = parts[HERITAGE]["三、综合评价情况及评价结论"].rows
    assert [row.partition("|")[0] for row in rows] == ["评价内容", "预算执行", "产出指标", "效益指标", "合计"]


def test_a_project_without_parts_has_no_table_of_them(parts: dict[str, dict[str, Part]]) -> None:
    assert [bool(parts[report]["（一）项目概况"].rows) for report in (SHOWS, VENUES)] == [True, False]


def test_nothing_is_left_to_mend_or_explain(examination: Examination) -> None:
    assert examination.all_findings == []


def test_the_same_data_give_the_same_bytes(written: dict[str, bytes]) -> None:
    again = examine(DATA, templates_dir(), "shili", 2025, only=MUSEUM)
    assert draw(again.loaded, again.reports[0]).data == written[MUSEUM]


def changed(folder: Path, report: str, file: str, old: str, new: str) -> Examination:
    """One report of the example with something replaced in a file, which must be there."""
    shutil.copytree(DATA / "shili", folder / "shili")
    path = folder / "shili" / "2025" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return examine(folder, templates_dir(), "shili", 2025, only=report)


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (FUNDS, "全年执行数: 1852973", "全年执行数: 1860000", "支出193.55万元，无结转结余，预算执行率为100.00%。"),
        (FUNDS, "全年执行数: 1852973", "全年执行数: 1860000", "预算执行和各项绩效指标均得满分。"),
        (FUNDS, "年初预算数: 1860000", "年初预算数: 1800000", "年初预算187.55万元，年中调增6.00万元，全年预算"),
        (FUNDS, "年初预算数: 1860000", "年初预算数: 0", "年初预算7.55万元，年中调增186.00万元，全年预算"),
        (FUNDS, "全年执行数: 1852973", "全年执行数: 1900000", "支出197.55万元，超出预算4.00万元，预算执行率"),
        (VENUE_FACTS, "场馆达标率: 100%", "场馆达标率: 98%", "自评共扣0.24分，其中预算执行扣0.04分，绩效指标扣0.2分"),
        (
            VENUE_FACTS,
            "服务人次: 50.4",
            "服务人次: 60.4",
            "指标值为≥45万人次，实际完成值为60.4万人次，超额较多。",
        ),
        ("单位.yaml", "名称: 示例市文化和旅游局", "名称: 示例市文化馆", "规定，示例市文化馆对2025年度公共文化场馆"),
    ],
)
def test_a_sentence_says_what_the_figures_say(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    examination = changed(tmp_path, VENUES, file, old, new)
    written = draw(examination.loaded, examination.reports[0]).data
    assert sentence in plain_text(read(written))
    assert_whole_sentences(written)


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        ("项目/博物馆展陈改造/资金.yaml", "预算安排: 1325850", "预算安排: 1335850", ["K114"]),
        ("项目/博物馆展陈改造/资金.yaml", "实际支出: 1028329", "实际支出: 1038329", ["K114"]),
        ("项目/博物馆展陈改造/项目.yaml", "预算执行率: 两个展厅", "#", ["K303"]),
        ("项目/博物馆展陈改造/文字.md", "# 决策情况", "# 决策", ["T101"]),
        ("项目/博物馆展陈改造/绩效指标.yaml", "分值: 12", "分值: 10", ["K201"]),
    ],
)
def test_what_does_not_agree_is_found(tmp_path: Path, file: str, old: str, new: str, codes: list[str]) -> None:
    assert [each.code for each in changed(tmp_path, MUSEUM, file, old, new).all_findings] == codes
