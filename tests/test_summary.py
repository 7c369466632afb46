"""The summary of a department's projects (示例市): coverage, scores, grades and lists, all derived, in their places.

What is expected was computed by hand from the amounts and indicators of data_examples/shili.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jixiao.locate import templates_dir
from jixiao.pipeline import draw, examine
from tests.printed import Part, assert_printed, assert_whole_sentences, headings, parts_of, placed

DATA = Path(__file__).parent.parent / "data_examples"
EXAMPLE = ("shili", 2025, "自评总结")

EXPECTED = """
# 引言
财预〔2020〕10号 示例市文化和旅游局组织开展了2025年度项目支出绩效自评
# （一）项目支出构成情况
2025年度，示例市文旅局项目支出共6个项目，全年预算1298.78万元。 公共文化场馆免费开放193.55万元 文化惠民演出266.00万元
图书馆数字资源建设120.00万元 博物馆展陈改造561.24万元 非物质文化遗产保护68.00万元 市民文化中心前期工作90.00万元。
公共文化服务579.55万元，文化遗产保护68.00万元，文化设施建设651.24万元。
# （二）项目支出预算和执行情况
年初预算1201.55万元，年中调增97.24万元，全年预算1298.78万元。
年中增加的有新增乡镇演出经费26.00万元、市民文化中心前期工作经费90.00万元；年中减少的有展陈改造按评审结果核减18.77万元。
全年执行892.45万元，结转结余406.33万元，预算执行率为68.71%。
# （一）自评覆盖情况
应开展自评的项目6个，涉及资金1298.78万元；已开展自评的项目5个，涉及资金1208.78万元。
按项目个数计算覆盖率为83.33%，按资金计算覆盖率为93.07%。
市民文化中心前期工作（全年预算90.00万元）未开展自评的原因：资金于12月下旬下达
# （一）自评得分情况
已开展自评的5个项目平均得分92.03分。
得分最高的是公共文化场馆免费开放，得99.96分；得分最低的是博物馆展陈改造，得74.23分。
按等级分，“优”3个，为公共文化场馆免费开放、图书馆数字资源建设、非物质文化遗产保护；
“良”1个，为文化惠民演出；“中”1个，为博物馆展陈改造。
# （二）绩效指标完成情况
5个项目共设定三级指标39项，完成29项，完成率为74.36%。 未完成或未得满分的指标10项
文化惠民演出|送戏下乡演出|≥120场|84场|汛期露天场地不能使用
文化惠民演出|演出计划按期完成率|≥95%|70.00%|与演出场次未完成的原因相同
文化惠民演出|惠及群众|≥12万人次|8.7万人次|演出场次减少
博物馆展陈改造|改造展厅|4个|2个|两个展厅消防设计重新报审
博物馆展陈改造|改造展陈面积|≥3200平方米|1720平方米|与改造展厅未完成的原因相同
博物馆展陈改造|改造工程完成时间|11月底前全部完工|两个展厅完工，两个展厅推迟到下年6月|消防设计报审时间估计不足
博物馆展陈改造|年参观人次|≥28万人次|19.6万人次|改造期间部分展厅闭馆
博物馆展陈改造|展陈更新维护机制|建立并执行|已建立制度，维护经费来源尚待落实|维护经费没有列入运行预算
博物馆展陈改造|观众满意度|≥90%|88%|部分展厅闭馆
非物质文化遗产保护|建档任务按期完成率|100%|96%|传承人外出，一个项目推迟采录
完成值达到指标值130%以上的指标2项
图书馆数字资源建设|数字资源访问量|≥30万人次|46.8万人次|移动端阅读平台上线
博物馆展陈改造|设备采购资金节约率|≥3%|4.1%|公开招标竞争充分
# （三）预算执行情况
项目支出预算执行率为68.71%。
预算执行率90%以上的项目3个，为公共文化场馆免费开放、图书馆数字资源建设、非物质文化遗产保护；
预算执行率60%以上、不足80%的项目1个，为文化惠民演出；
预算执行率不足60%的项目2个，为博物馆展陈改造、市民文化中心前期工作。
文化惠民演出：预算执行率为77.95%。汛期 博物馆展陈改造：预算执行率为55.71%。两个展厅的消防设计
市民文化中心前期工作：预算执行率为0.00%。资金年末才下达
# （二）预算安排建议
对自评等级为优、良的公共文化场馆免费开放、文化惠民演出、图书馆数字资源建设、非物质文化遗产保护，
对自评等级为中、差的博物馆展陈改造，
对预算执行率偏低、形成结转结余的文化惠民演出、博物馆展陈改造、市民文化中心前期工作，
# 附件1
2025年度项目支出绩效自评情况汇总表 单位：万元
序号|项目名称|实施单位|年初预算数|全年预算数|全年执行数|预算执行率|自评得分|等级
1|公共文化场馆免费开放|示例市文化馆|193.55|193.55|192.85|99.64%|99.96|优
2|文化惠民演出|示例市文化馆|240.00|266.00|207.36|77.95%|87.07|良
3|图书馆数字资源建设|示例市图书馆|120.00|120.00|112.84|94.03%|99.4|优
4|博物馆展陈改造|示例市博物馆|580.00|561.24|312.68|55.71%|74.23|中
5|非物质文化遗产保护|示例市非物质文化遗产保护中心|68.00|68.00|66.73|98.13%|99.49|优
6|市民文化中心前期工作|示例市文化和旅游局|0.00|90.00|0.00|0.00%|—|—
合计|1201.55|1298.78|892.45|68.71%|平均92.03|—
部分合计数与分项之和相差不超过0.01万元
"""
CHAPTERS = [
    *("一、项目支出基本情况", "（一）项目支出构成情况", "（二）项目支出预算和执行情况"),
    *("二、自评工作开展情况", "（一）自评覆盖情况", "（二）自评组织程序"),
    *("三、自评结果及分析", "（一）自评得分情况", "（二）绩效指标完成情况", "（三）预算执行情况"),
    *("四、存在的问题及整改情况", "（一）存在的问题", "（二）整改情况"),
    *("五、自评工作建议及预算安排建议", "（一）自评工作建议", "（二）预算安排建议"),
    *("六、其他需要说明的问题", "附件1"),
]
"""The outline of 豫财效〔2020〕10号."""

VENUES, SHOWS, LIBRARY, HERITAGE, CENTRE = (
    *("公共文化场馆免费开放", "文化惠民演出", "图书馆数字资源建设", "非物质文化遗产保护", "市民文化中心前期工作"),
)


@pytest.mark.parametrize(("place", "figure"), list(placed(EXPECTED)))
def test_a_figure_in_its_place(parts: dict[str, Part], place: str, figure: str) -> None:
    assert_printed(parts, place, figure)


def test_the_outline_is_the_one_prescribed(written: bytes) -> None:
    assert [words for _, words in headings(written)] == CHAPTERS
    assert_whole_sentences(written)


def test_the_lists_hold_nothing_else(parts: dict[str, Part]) -> None:
    assert len(parts["（二）绩效指标完成情况"].rows) == 10 + 2 + 2  # with a head each


def test_the_same_data_give_the_same_bytes(written: bytes) -> None:
    again = examine(DATA, templates_dir(), *EXAMPLE)
    assert draw(again.loaded, again.reports[0]).data == written


def with_projects(folder: Path, *kept: str) -> Path:
    """The example with these of its projects; the folder of its year."""
    home = folder / "shili" / "2025"
    shutil.copytree(DATA / "shili", folder / "shili")
    for each in (home / "项目").iterdir():
        if each.name not in kept:
            shutil.rmtree(each)
    reports, budget = home / "报告.yaml", home / "部门" / "预算.yaml"
    reports.write_text(reports.read_text(encoding="utf-8").partition("\n项目:")[0], encoding="utf-8")
    lines = budget.read_text(encoding="utf-8").splitlines()
    own = [line for line in lines if "类别: " not in line or any(f"类别: {name}," in line for name in kept)]
    budget.write_text("\n".join(own), encoding="utf-8")
    return home


def summary(home: Path) -> dict[str, Part]:
    """The summary of changed data, each of its paragraphs a whole one."""
    examination = examine(home.parents[1], templates_dir(), *EXAMPLE)
    written = draw(examination.loaded, examination.reports[0]).data
    assert_whole_sentences(written)
    return parts_of(written)


ONE = """
# （一）项目支出构成情况
项目支出共1个项目，全年预算193.55万元。该项目为公共文化场馆免费开放。
# （二）项目支出预算和执行情况
年初预算193.55万元，年中未调整，全年预算193.55万元。
# （一）自评覆盖情况
公共文化场馆免费开放已开展自评，涉及资金193.55万元，实现项目和资金全覆盖。
# （一）自评得分情况
公共文化场馆免费开放自评得分为99.96分，等级为“优”。
# （二）绩效指标完成情况
共设定三级指标8项，完成8项，完成率为100.00%。 各项指标均达到年度指标值，没有未完成的指标。
没有完成值达到指标值130%以上的指标。
# （三）预算执行情况
项目支出预算执行率为99.64%。
"""
ALIKE = """
# （一）项目支出构成情况
项目支出共3个项目，全年预算381.55万元。
# （一）自评覆盖情况
全部3个项目均开展自评，涉及资金381.55万元，实现项目和资金全覆盖。
# （一）自评得分情况
已开展自评的3个项目平均得分99.62分。 各项目等级均为“优”。
# （三）预算执行情况
项目支出预算执行率为97.60%，各项目均达到90%。
"""
NONE = """
# （一）自评覆盖情况
应开展自评的项目1个，涉及资金90.00万元，均未开展自评。 市民文化中心前期工作（全年预算90.00万元）未开展自评的原因：
# （一）自评得分情况
2025年度没有项目开展自评。
# （二）绩效指标完成情况
没有项目开展自评，暂无绩效指标完成情况。
# 附件1
合计|0.00|90.00|0.00|0.00%|—|—
"""


@pytest.mark.parametrize(
    ("kept", "expected"), [((VENUES,), ONE), ((VENUES, LIBRARY, HERITAGE), ALIKE), ((CENTRE,), NONE)]
)
def test_other_projects_are_told_in_other_words(tmp_path: Path, kept: tuple[str, ...], expected: str) -> None:
    found = summary(with_projects(tmp_path, *kept))
    for place, words in placed(expected):
        assert_printed(found, place, words)


def replaced(home: Path, file: str, old: str, new: str) -> Path:
    """The same folder with something replaced in a file, which must be there."""
    path = home / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return home


def test_a_poor_project_is_told_among_the_grades_and_the_proposals(tmp_path: Path) -> None:
    facts = f"项目/{SHOWS}/事实.yaml"
    home = replaced(with_projects(tmp_path, VENUES, SHOWS), facts, "演出场次: 84场", "演出场次: 1场")
    found = summary(replaced(home, facts, "惠及群众: 8.7万人次", "惠及群众: 0.1万人次"))
    assert_printed(found, "（一）自评得分情况", "“优”1个，为公共文化场馆免费开放；“差”1个，为文化惠民演出。")
    assert_printed(found, "（二）预算安排建议", "对自评等级为中、差的文化惠民演出，建议完善")


@pytest.mark.parametrize(
    ("file", "old", "new", "codes"),
    [
        (f"项目/{CENTRE}/项目.yaml", "未自评原因:", "# ", {"K203"}),
        (f"项目/{VENUES}/项目.yaml", "主管部门:", "未自评原因: 涉密。\n主管部门:", {"ZJ02"}),
        ("部门/预算.yaml", "类别: 市民文化中心前期工作", "类别: 市民中心", {"K110"}),
        (f"项目/{LIBRARY}/绩效指标.yaml", "偏差原因: 移动端", "# ", {"K211"}),
        (f"项目/{SHOWS}/项目.yaml", "预算执行率: 汛期", "# ", {"K303"}),
        ("部门/文字.md", "# 整改情况", "# 整改", {"T101"}),
        ("部门/预算.yaml", "金额: 260000元", "金额: 26000元", {"ZJ03"}),
        (f"项目/{SHOWS}/绩效指标.yaml", "偏差原因: 汛期", "# ", {"ZJ04"}),
        (f"项目/{SHOWS}/事实.yaml", "演出场次: 84场", "演出场次: 0场", {"K229", "K304"}),
    ],
)
def test_what_is_missing_or_contradicts_is_found(
    tmp_path: Path, file: str, old: str, new: str, codes: set[str]
) -> None:
    shutil.copytree(DATA / "shili", tmp_path / "shili")
    replaced(tmp_path / "shili" / "2025", file, old, new)
    examination = examine(tmp_path, templates_dir(), *EXAMPLE)
    assert {each.code for each in examination.all_findings} == codes


def test_a_project_is_called_by_its_name_and_not_by_its_folder(tmp_path: Path) -> None:
    home = with_projects(tmp_path, VENUES, SHOWS)
    found = summary(replaced(home, f"项目/{SHOWS}/项目.yaml", f"名称: {SHOWS}", "名称: 送戏下乡专项"))
    for place in ("（一）自评得分情况", "（三）预算执行情况", "（二）预算安排建议"):
        assert "送戏下乡专项" in found[place].words
        assert SHOWS not in found[place].words


def test_a_unit_without_projects_owes_no_summary(tmp_path: Path) -> None:
    with_projects(tmp_path)
    examination = examine(tmp_path, templates_dir(), *EXAMPLE)
    assert "ZJ01" in {each.code for each in examination.all_findings}
