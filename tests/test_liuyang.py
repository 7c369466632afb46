"""The report of 长沙: every figure of the published one that its data support stands in it, derived and in its place.

Where the published report contradicts its own data, what the data give is expected: data_examples/liuyang/SOURCE.md.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.pipeline import Examination, draw, examine
from tests.printed import Part, assert_printed, headings, parts_of, placed

DATA = Path(__file__).parent.parent / "data_examples"
EXAMPLE = ("liuyang", 2020, "")

PUBLISHED = """
# （一）部门职能概述
1、 2、 3、 4、 5、 6、 7、 8、 9、 10、
# （二）部门组织机构及人员情况
2018年9月30日 2019年
# 1.部门设置
内设机构4个：办公室、电子政务部（运维保障部）、智慧城市建设事务部、数据部。
# 2.人员情况
编制15名 干部职工15人 在编13人 编外合同用工2人
# （三）年度重点工作计划
1. 2. 3.
# （四）部门整体支出规模、使用方向、主要内容和涉及范围
2020年度收入总额1112.50万元，其中财政拨款收入1112.50万元，占总收入的100.00%
支出总额1112.50万元 基本支出162.53万元，占比14.61% 项目支出949.97万元，占比85.39%
# 1.实际整体收支情况
2020年收入合计1112.50万元，支出合计1112.50万元，收支平衡
2019年总支出779.60万元，本年增加332.90万元，增长42.70%
2020年度基本支出162.53万元，全部为财政拨款
人员经费143.77万元，占基本支出的88.46% 公用经费18.76万元，占基本支出的11.54%
# 2.“三公”经费总支出情况
2020年“三公”经费预算2.00万元，其中因公出国（境）费0万元、公务用车购置及运行维护费0万元、公务接待费2.00万元。
实际支出0.95万元，其中因公出国（境）费0万元、公务用车购置及运行维护费0万元、公务接待费0.95万元，\
比预算节约1.05万元，较上年减少0.91万元
# 3.因公出国（境）费用支出和公务用车（购置）情况
出国（境）团组0个 新购公务用车0台 零支出
# 1.项目资金安排落实、总投入等情况分析
2020年度项目支出949.97万元（其中财政拨款949.97万元），资金到位率100%
商品和服务支出491.21万元、对个人和家庭的补助8.60万元、资本性支出450.16万元
# 2.项目资金实际使用情况分析
2020年度有全市政务网络（政务外网和党政工作专网）链路租赁经费、全市政务网络运行维护等业务经费2个项目，共计支出949.97万元
# 四、资产管理情况
12月31日 资产合计197.80万元 固定资产原值19.47万元，累计折旧0.91万元，净值18.56万元，占比9.38%
无形资产179.24万元 负债合计0万元
# （一）单位总支出情况的绩效分析
2020年度支出总额1112.50万元 基本支出162.53万元 项目支出949.97万元
# 1.项目基本情况简介
2020年项目支出年初预算478.24万元 全市核心政务基础设施及业务系统运维保障经费43.64万元
全市政务网络（政务外网和党政工作专网）链路租赁经费403万元 政务外网和政府网站安全监控经费28万元
市级重点工作专项经费3.6万元
# 2.项目资金使用及管理情况
949.97万元
# 4.项目绩效情况
（1） （2） （3） （4） 一期
25个单位 130个电子证照 41万余条 470枚 13个单位 363条 8483条 7类 19万余条
10家 90余万条 116万余条 81类 22万余次 100% 74万余件 29.5万余件 28个 1800余项 20.8万余人 10.4万余人
21万余人次 5万余条 2.2万余条 3545条 18669条
7.5万余条 2020年 148个 30余万份 约320万元 110次 6800余人次 7×24小时
# 5.综合评价情况及评价结论
2020年度项目资金绩效自评综合得分为96分
# 九、部门整体支出绩效评价等级
2020年度部门整体支出绩效评价得分96分
附件：1.部门整体支出绩效自评基础数据表 2.2021年项目支出绩效目标执行监控表 3.2020年项目支出绩效自评表
4.2020年部门整体支出绩效自评表
# 附件1
填报单位：浏阳市数据资源中心
财政供养人员情况（人）|编制数|2020年实际在职人数|控制率
|15|13|
经费控制情况（万元）|2019年决算数|2020年预算数|2020年决算数
三公经费|1.86|2|0.95
1、公务用车购置和维护经费|0|0|0
其中：公车购置|0|0|0
公车运行维护|0|0|0
2、出国经费|0|0|0
3、公务接待|1.86|2|0.95
项目支出|634.13|478.24|949.97
1、业务工作专项|634.13|478.24|949.97
2、运行维护专项|0|0|0
公用经费||10|18.76
其中：办公经费|8.73|4|5.35
水费、电费、差旅费|5.44|5|2.08
会议费、培训费|0|0|0
政府采购金额|405||450.16
部门整体支出预算调整|779.6|627.25|1112.5
26℃ 20℃
# 附件2
项目名称|政务外网和政府网站安全监控等经费
主管部门及代码|浏阳市数据资源中心|实施单位|浏阳市数据资源中心
|年初预算数|1-6月执行数|1-6月执行率|全年预计执行数
|年度资金总额|32.68|0|0.00%|32.68
|其中：本年一般公共预算拨款|32.68|
|其他资金|0|
7×24小时
年度指标值|1-6月执行情况|全年预计完成情况
数量指标|监控平台搭建（包括外网和网站）|100%|100%|100%||||||
质量指标|外网系统及门户网站安全评估、协助加固|
时效指标|全天候运行|7×24小时|
成本指标|项目预算控制率|≤100%|
经济效益指标|
社会效益指标|监控平台对外网和网站实时监测|100%|100%|100%|
生态效益指标|节省能源|100%|100%|100%|
可持续影响指标|可持续发展|100%|100%|100%|
服务对象满意度指标|为各部门信息化、智慧化应用和数据共享提供支撑|100%|100%|100%|||||||√|||
# 附件3
项目支出名称|全市政务网络（政务外网和党政工作专网）链路租赁经费
主管部门|浏阳市数据资源中心|实施单位|浏阳市数据资源中心
年度资金总额|403|403|403|10|100.00%|10
其中：当年财政拨款|403|403|
上年结转资金|0|0|0
其他资金|0|0|0
25个单位 130个电子证照 41万余条 470枚 13个单位 363条 8483条 7类 19万余条
产出指标（50分）|数量指标（15）|带宽总共3G，政务网络覆盖全市所有市直单位、32个乡镇（街道）、323个村（社区）|100.00%|100%|15|15
质量指标（20）|网络安全稳定、顺畅高效运行|7×24小时|100%|20|19
时效指标（5）|全天候运行|7×24小时|100%|5|5
成本指标（10）|链路租赁费、日常监测、安全运维|≤100%|100.00%|10|10
效益指标（40分）|经济效益指标（10）|统一全市政务网络管理，节省财政投资|统一政务网络“一张网”|100%|10|9
社会效益指标（10）|保障全市网上办公和业务系统正常运行，方便群众和企业办事|保障政务网络及业务系统正常稳定运行|100%|10|9
生态效益指标（10）|节省能源|100%|100%|10|10
可持续影响指标（10）|可持续发展|100%|100%|10|10
|服务对象满意度指标（10）|社会和人民群众满意度的评价|≥95%|超93%|10|9
总分|100|96
# 附件4
部门（单位）名称|浏阳市数据资源中心
全年预算数|全年执行数|执行率
资金来源：（1）财政拨款|11,124,990.85|11,124,990.85|100.00%
（2）其他资金|0.00|0.00
资金结构：（1）基本支出|1,625,312.00|1,625,312.00|100.00%
（2）项目支出|9,499,678.85|9,499,678.85|100.00%
年初设定目标|全年完成情况
一级指标|权重|二级指标|三级指标|年度指标值|全年完成值|自评得分|偏差及原因分析
投入管理|30|预算编审管理（3）|按财政管理工作绩效考核办法的规定填报|100.00%|3
预算执行管理（4）||100.00%|4
部门结转结余资金管理（4）||100.00%|4
预算绩效管理（5）||100.00%|5
预决算信息公开管理（4）||100.00%|4
财政监督管理（3）||100.00%|3
政府采购管理（3）||100.00%|3
资产管理（4）||100.00%|3
产出指标|25|数量指标（6）|在职人员控制率（3分）|≤100%在职人数÷编制数×100%|86.67%|3
“三公经费”变动率（3分）|≤0%（本年决算数－上年决算数）÷上年决算数×100%|-48.92%|3
质量指标（8）|支出经费控制率（4分）|≤100%实际支出总额÷预算安排总额×100%|100.00%|4
资金使用合规性（4分）|符合单位财务管理规定|100.00%|4
时效指标（5）|资金到位率（2分）|100%实际到位资金÷计划投入资金×100%|100.00%|2
重点工作办结率（3分）|100%重点工作实际完成数÷交办数×100%|100.00%|3
成本指标（6）|整体绩效支出总量增长率（2分）|整体支出总量与上年的对比率|42.70%|2
政府采购、购买服务执行情况（2分）|符合政府采购法的规定|100.00%|2
整体绩效支出完成率（2分）|100%整体支出÷预算×100%|100.00%|2
效益指标|45|经济效益指标（10）|统一全市政务网络管理，节省财政投资|\
带宽总共3G，政务网络覆盖全市所有市直单位、32个乡镇（街道）、323个村（社区）|100.00%|9
社会效益指标（10）|全市政务网络（政务外网和党政工作专网）安全稳定、顺畅高效运行|\
保障全市网上办公和业务系统正常运行，方便群众和企业办事|100.00%|9
生态效益指标（7）|全市政务网络（政务外网和党政工作专网）|节省能源|100.00%|7
可持续影响指标（8）|链路租赁费、日常监测、安全运维|可持续发展|100.00%|8
满意度指标（10）|社会和人民群众满意度的评价|≥100%|超98%|9
总分|100|96
"""
SCORES = [
    ("附件3", r"\|(\d+)\|(\d+)\|[^|]*$", "15/15 20/19 5/5 10/10 10/9 10/9 10/10 10/10 10/9"),
    ("附件4", r"\|(\d+)\|[^|]*$", "3 4 4 5 4 3 3 3 3 3 4 4 2 3 2 2 2 9 9 7 8 9"),
]
"""Scores of every indicator, in the order of the published forms; in the project's form beside their weights."""


@pytest.mark.parametrize(("place", "figure"), list(placed(PUBLISHED)))
def test_a_figure_of_the_published_report_in_its_place(parts: dict[str, Part], place: str, figure: str) -> None:
    assert_printed(parts, place, figure)


@pytest.mark.parametrize(("annex", "columns", "scores"), SCORES)
def test_the_points_of_every_indicator_in_order(parts: dict[str, Part], annex: str, columns: str, scores: str) -> None:
    found = (re.search(columns, row) for row in parts[annex].rows if row.count("|") >= 6)
    assert ["/".join(match.groups()) for match in found if match] == scores.split()


def test_the_chapters_and_annexes_are_those_of_the_city(written: bytes) -> None:
    found = headings(written)
    assert [words for level, words in found if level == 1] == [
        "一、部门概况",
        "二、部门整体支出资金管理及使用情况",
        "三、部门项目组织实施情况",
        "四、资产管理情况",
        "五、部门整体支出绩效情况",
        "六、存在的主要问题",
        "七、改进措施和有关建议",
        "八、单位在资金管理、项目管理等方面的先进经验及做法",
        "九、部门整体支出绩效评价等级",
    ]
    assert [words[:3] for level, words in found if level == 2] == [
        *("（一）", "（二）", "（三）", "（四）"),  # 一
        *("（一）", "（二）") * 3,  # 二, 三, 五
    ]
    numbers = "".join(words[0] for level, words in found if level == 3)
    assert numbers == "12" + "123" + "123" + "1234567"
    assert [words for level, words in found if level == 0] == ["附件1", "附件2", "附件3", "附件4"]


def test_only_the_monitoring_form_lies_on_turned_pages(written: bytes) -> None:
    document = read(written)["word/document.xml"].decode()
    pages = re.findall(r"<w:pgSz [^>]*>", document)
    assert ["landscape" in page for page in pages] == [False, False, True, False, False]
    assert "1月6日" not in document


def test_nothing_must_be_mended_and_what_the_source_leaves_open_is_told(examination: Examination) -> None:
    found = [(finding.code, dict(finding.fields)["name"]) for finding in examination.all_findings]
    assert found == [
        ("K208", "资产管理"),
        ("K208", "统一全市政务网络管理，节省财政投资"),
        ("K208", "全市政务网络（政务外网和党政工作专网）安全稳定、顺畅高效运行"),
        ("K309", "政务外网和政府网站安全监控等经费"),
        ("K208", "网络安全稳定、顺畅高效运行"),
        ("K208", "统一全市政务网络管理，节省财政投资"),
        ("K208", "保障全市网上办公和业务系统正常运行，方便群众和企业办事"),
    ]


def test_with_execution_inside_the_full_score_the_forms_would_make_110_points(tmp_path: Path) -> None:
    shutil.copytree(templates_dir(), tmp_path / "templates")
    rules = tmp_path / "templates" / "changsha-department" / "2020" / "格式.yaml"
    text = rules.read_text(encoding="utf-8")
    assert text.count("计入满分: 否") == 1
    rules.write_text(text.replace("计入满分: 否", "计入满分: 是"), encoding="utf-8")
    found = examine(DATA, tmp_path / "templates", "liuyang", 2020).all_findings
    assert [(each.code, each.expected, each.actual) for each in found if each.blocks] == [("F126", "100", "110")] * 2


def test_a_department_without_projects_and_monitoring_has_whole_sentences_and_two_forms(tmp_path: Path) -> None:
    year = tmp_path / "liuyang" / "2020"
    shutil.copytree(DATA / "liuyang" / "2020", year, ignore=shutil.ignore_patterns("项目", "执行监控.yaml"))
    owed = year / "报告.yaml"
    owed.write_text(owed.read_text(encoding="utf-8").partition("\n项目:")[0], encoding="utf-8")
    examination = examine(tmp_path, templates_dir(), "liuyang", 2020)
    found = parts_of(draw(examination.loaded, examination.reports[0]).data)
    assert "占比100.00%，无项目支出。" in found["（四）部门整体支出规模、使用方向、主要内容和涉及范围"].words
    assert "2020年度未安排项目支出。" in found["（二）项目支出"].words
    assert "本年度没有单独填报项目支出绩效自评表。" in found["5.综合评价情况及评价结论"].words
    assert [here for here in found if here.startswith("附件")] == ["附件1", "附件2"]


@pytest.mark.parametrize(
    ("old", "new", "codes", "told"),
    [
        ("  无形资产原值: 179.24\n", "", [], "净值18.56万元，占比100.00%。负债合计0万元。"),
        ("  固定资产累计折旧: 0.91\n", "", [], "固定资产原值19.47万元，占比9.80%；无形资产179.24万元"),
        ("  负债合计: 0\n", "", ["K106"], ""),
        ("  固定资产原值: 19.47\n  固定资产累计折旧: 0.91\n", "", ["K106"], ""),
    ],
)
def test_assets_that_are_not_there_leave_whole_sentences(
    tmp_path: Path, old: str, new: str, codes: list[str], told: str
) -> None:
    shutil.copytree(DATA / "liuyang", tmp_path / "liuyang")
    path = tmp_path / "liuyang" / "2020" / "部门" / "资产.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    examination = examine(tmp_path, templates_dir(), "liuyang", 2020)
    assert [each.code for each in examination.all_findings if each.blocks] == codes
    assert told in parts_of(draw(examination.loaded, examination.reports[0]).data)["四、资产管理情况"].words


def test_economic_classes_make_up_what_projects_spent(tmp_path: Path) -> None:
    shutil.copytree(DATA / "liuyang", tmp_path / "liuyang")
    path = tmp_path / "liuyang" / "2020" / "部门" / "预算.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("全年执行数: 450.16万元}", "全年执行数: 450.16}"), encoding="utf-8")
    found = examine(tmp_path, templates_dir(), "liuyang", 2020).all_findings
    assert [each.code for each in found if each.blocks] == ["CS01"]


def test_the_same_data_give_the_same_bytes(written: bytes) -> None:
    again = examine(DATA, templates_dir(), "liuyang", 2020)
    assert draw(again.loaded, again.reports[0]).data == written
