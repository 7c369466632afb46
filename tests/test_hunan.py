"""The department report: every figure of the published one stands in it, derived and in its place.

Where the published report contradicts its own data, what the data give is expected: data_examples/hunan-zwfw/SOURCE.md.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from jixiao.expr.expression import expression
from jixiao.expr.figure import Figure
from jixiao.ledger.ledger import Ledger
from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.text import PlacedText, plain_text, texts
from jixiao.pipeline import Examination, draw, examine
from jixiao.render.styles import ANNEX_MARK, HEADINGS, style_id

DATA = Path(__file__).parent.parent / "data_examples"

PUBLISHED = """
# 引言
湘财绩〔2024〕1号 2023年度 2024年3月至5月
# （一）部门基本情况
# 1.职能职责
（1） （2） （3） （4） （5） （6） （7） （8） （9） （10）
# 2.机构设置
7个：综合部、人事部、规划发展部、云网建管安全部、政务服务部（政府网站部）、大数据资源部、大数据应用部。
# 3.人员情况
2023年12月31日 编制88人 在职人员79人 离休人员2人 退休人员77人
招考录用5人 调入1人 机构改革并入3人 在职转退休5人 退休人员去世1人
# （二）部门整体收支情况
一般公共预算财政拨款6306.59万元 上年结转结余681.14万元 预算收入总计6987.73万元 预算调整14318.35万元
全年预算总收入21306.09万元 基本支出2806.05万元 人员经费2382.30万元 公用经费423.75万元
项目支出18500.04万元 业务工作经费183.21万元 其他运转类4086.40万元 其他事业发展资金14230.44万元
追加基本支出166.26万元 追加项目支出14152.09万元 金审三期项目经费5744.24万元
省数字政府区块链平台及应用示范项目建设经费2826万元 电子政务外网统一云平台运维经费3981.62万元
决算支出16037.96万元 基本支出2617.13万元 人员经费2254.42万元 公用经费362.72万元 占16.32%
项目支出13420.83万元 业务工作经费103.82万元 其他运转类3509.23万元 其他事业发展资金9807.77万元 占83.68%
工资福利支出1778.47万元 商品和服务支出8267.30万元 对个人和家庭的补助475.95万元
资本性支出（基本建设）20万元 资本性支出5496.24万元
# 二、一般公共预算支出情况
总收入21306.09万元（含上年结转681.14万元） 基本支出2806.05万元 项目支出18500.04万元
总支出16037.96万元 基本支出2617.13万元 项目支出13420.83万元 均未超出预算
2659.79|4327.94|6987.73|2806.05|18500.04|21306.09|2617.13|13420.83|16037.96
# （一）基本支出情况
无上年结转结余 预算安排2806.05万元 实际支出2617.13万元 93.27%
人员经费可用预算2382.30万元，实际支出2254.42万元，预算执行率94.63%，指标结转结余127.88万元
公用经费可用预算423.75万元，实际支出362.72万元，预算执行率85.60%，指标结转结余61.03万元
人员经费|2382.30|2254.42|127.88|94.63%
公用经费|423.75|362.72|61.03|85.60%
合计|2806.05|2617.13|188.92|93.27%
# 1.项目支出总体情况
18500.04万元（含上年结转681.14万元），实际支出13420.83万元，预算执行率72.54%
业务工作经费183.21万元，占项目资金1%，实际支出103.82万元，预算执行率56.67%
其他运转类4086.40万元，占项目资金22.09%，实际支出3509.23万元，预算执行率85.88%
其他事业发展资金14230.44万元，占项目资金76.92%，实际支出9807.77万元，预算执行率68.92%
# 2.业务工作经费预算执行自评情况
共6个，预算收入合计183.21万元，实际支出103.82万元，预算执行率56.67% 财政业务补助经费全额支出
乡村振兴工作预算执行率85.48% 中心办公设备购置预算执行率53.04% 结转6.7万元 资产清查预算执行率33.33% 出国费未支出
# 3.其他运转类预算执行自评情况
共10个，预算收入合计4086.40万元，实际支出3509.23万元，预算执行率85.88%
4个项目预算执行率在90%以上，分别为“互联网+政务服务”一体化平台、省直单位信息化建设机房租赁、\
电子政务外网统一云平台网络链路租赁、电子政务统一云平台机房租赁。
适配中心年运维经费预算执行率82.59%
5个项目预算执行率在50%—70%，分别为省政务服务大厅运行维护、门户网站保障、省政务服务中心信息化项目、\
电子政务云平台等安全测评、外网平台运维。
合同金额52万元 初步设计费用为29.35万元 实际支付29.35万元
# 4.其他事业发展资金预算执行自评情况
共17个，预算收入合计14230.44万元，实际支出9807.77万元，预算执行率68.92%
7个项目预算执行率在90%以上，分别为日元贷款还本付息项目、网上中介服务超市建设项目、\
电子政务外网统一云平台运维经费、网络链路租赁、省级政府网站群适老化与无障碍改造经费、省直单位信息化建设项目、机房租赁。
3个项目预算执行率在80%—90%，分别为网络身份认证服务试点、政务服务大厅运维经费、\
创新型省份建设专项资金（数字政府政务链关键技术及应用研究）。
2个项目预算执行率在70%—80%，分别为省数字政府区块链平台及应用示范项目建设、省税务信息系统“入云”维保服务经费。
4个项目预算执行率在20%—60%，分别为政府网站集约化管理平台运维项目、金审三期项目经费、\
财政业务补助经费、信息化升级改造经费。
专业特色智库建设项目未支出 追加5744.24万元 追加2826万元 2024年1月10日 湘财评审预字〔2023〕93号 2G 65万元
# （三）“三公”经费情况
“三公”经费预算数61万元，其中公务接待费16万元，因公出国（境）费10万元，\
公务用车购置及运行维护费35万元（公务用车运行维护费35万元，无公务用车购置费）
“三公”经费决算支出26.74万元，其中公务接待费0.92万元，因公出国（境）费0万元，\
公务用车购置及运行维护费25.82万元（公务用车运行维护费25.82万元，无公务用车购置费）
“三公”经费支出增加
“三公”经费预算结余34.26万元，其中公务接待费15.08万元，因公出国（境）费10万元，\
公务用车购置及运行维护费9.18万元（公务用车运行维护费9.18万元，无公务用车购置费）
# 三、政府性基金预算支出情况
2023年度无政府性基金预算支出
# 四、国有资本经营预算支出情况
2023年度无国有资本经营预算支出
# 五、社会保险基金预算支出情况
2023年度无社会保险基金预算支出
# 六、部门整体支出绩效情况
96.03分
# 1.公用经费控制率
公用经费预算安排423.75万元，实际支出362.72万元，公用经费控制率85.60% 上年支出402.28万元 节约39.56万元，降低9.83%
# 2.人员经费控制率
人员经费预算安排2382.30万元，实际支出2254.42万元，人员经费控制率94.63%
# 3.严格控制“三公”经费支出
年初预算安排61万元，实际支出26.74万元
# 1.落实全面预算管理
（1） （2） （3） （4）
# 4.在职人员控制率
2023年12月31日 编制数88人，年末实有在职79人，在职人员控制率89.77%
# 1.履职效能
101家 463个 96台 436台 105个 407条 127批次 65个 67个 1.7亿余条 768余万起 116个 406起 23家 19家 45次 6家
# 2.社会效应
8403家 17011家 66627条 3.8亿元 7093.54万元 6个 5000余件 99.77% 67.68% 46家
20432件 43.86% 18056件 88.37% 320件 2717件
# 4.服务对象满意度
99.9% 100%
# （一）项目实施和预算执行方面
4月 9月、12月
# 九、部门整体支出绩效自评结果拟应用和公开情况
6月30日
附件：1.2023年度部门整体支出绩效评价基础数据表 2.2023年度部门整体支出绩效自评表 3-1.2023年度业务工作经费绩效自评表
3-2.2023年度其他运转类绩效自评表 3-3.2023年度其他事业发展资金绩效自评表
# 附件1
88|79|89.77%
经费控制情况（万元）|2022年决算数|2023年预算数|2023年决算数
三公经费|19.68|61|26.74
1、公务用车购置和维护经费|19.16|35|25.82
公车运行维护|19.16|35|25.82
2、出国经费|0|10|0
3、公务接待|0.52|16|0.92
项目支出|13433.85|4327.94|13420.83
1、业务工作经费|261.41|167.01|103.82
2、运行维护经费|13172.44|4160.94|13317.01
公用经费|402.28|443.75|362.72
其中：办公经费|281.63|255.21|228.74
水费、电费、差旅费|30.26|40|28.22
会议费、培训费|0.42|10.46|4.68
政府采购金额|——|2168.8|12957.43
部门基本支出预算调整|——||146.26
# 附件2
年度资金总额|6987.73|21306.09|16037.96|10|75.27%|7.53
一般公共预算：|21306.09|其中：基本支出：2806.05
项目支出：18500.04
（50分） （30分） （10分）
在职人员控制率|≤100%|89.77%|1|1
预算调整率|≤10%|1.24%|2|2
项目工作完成率|≥90%|90%|5|5
预决算管理合格率|合格率100%|预决算填报数据准确、公开及时，基本完成|2|2
财政资金使用合规性|不发生违规支出事项|未发生违规支出事项|2|2
政府采购管理|严格遵守采购流程，不发生违规采购事项|基本完成|2|2
|日常办公类资产基本达到要求，部分信息化资产的管理还需加强|2|1.5
项目工作完成质量|云平台运维安全稳定|
|5|5 |6|6
年度内完成各项任务|基本完成，部分项目进度需要加快|5|4
|3|3
公用经费控制率|≤100%|85.60%|2|2
三公经费控制率|≤100%|43.84%|2|2
项目经费控制率|≤100%|72.54%|2|2
生态效益指标||||||
省政务服务大厅企业和群众满意度|≥95%|99%|5|5
云平台接入单位满意度|≥95%|99%|5|5
总分|100|96.03
# 附件3-1
年度资金总额|167.01|183.21|103.82|10|56.67%|5.67
其中：当年财政拨款|124.2|124.2|55.79
上年结转资金|42.81|59.01|48.03
结对乡村振兴|1个|1个|4|4
无纸化会议系统建设|1个|1个|4|4
出国（境）培训调研人次|1人次|0人次|2|0
资产清查条数|10000条|10121条|4|4
办公设备购置|40台|35台|4|4
办公设备购置质量合格率|合格率≥95%|符合要求|5|5
资产清查工作合格率|95%|90%|5|4
各项目完成及时性|年度内完成各项目|基本完成，部分项目需加快进展|10|9
设备利用率|≥90%|95%|4|4
办公设备持续使用|使用年限≥6年|使用时间未到6年，目前均可正常使用|4|4
人员满意度|≥95%|99%|10|10
总分|100|91.67
# 附件3-2
年度资金总额|4102.60|4086.40|3509.23|10|85.88%|8.59
其中：当年财政拨款|3522.60|3522.60|2954.57
上年结转资金|580|563.80|554.66
云平台IDC机房租用机柜数量|344个|344个|5|5
云平台双活机房机柜数量|124个|124个|5|5
支撑各市州、省直单位链路连接|14个市州、208家省直单位|14个市州、208家省直单位|5|5
应用系统安全测评数量|8个|10个|5|5
政府网站检查报告|4期|4期|5|5
政务大厅年办件量|160万件|204万件|5|5
各系统平台安全稳定运行|不发生重大安全事故|未发生重大安全事故|10|10
项目完成及时性|年度内按时完成|按时完成|4|4
项目经费控制|各项目成本控制在预算内|各项目支出控制在预算内|2|2
政府网站首页点击量|≥20000万人次|20000万人次以上|5|5
省一体化平台访问数|≥1000万次|3600万次|5|5
政务大厅省内外主流媒体正面报道|5次|10次以上|5|5
生态效益指标||||||
省政务服务大厅企业和群众满意度|≥95%|99%|5|5
总分|100|98.59
# 附件3-3
年度资金总额|58.34|14230.44|9807.77|10|68.92%|6.89
其中：当年财政拨款|0|14172.10|9753.46
上年结转资金|58.34|58.34|54.32
46家 100个 14个市州
网站集约化管理渗透测试|4次|4次|2|2
网站集约化管理重点时期安全保障|8次|8次|2|2
网站集约化管理应急演练|1次|1次|2|2
网站集约化管理风险评估|1次|1次|2|2
网站集约化管理漏洞扫描|12次|12次|2|2
改造网站适老化和无障碍化数量|46家|46家|4|4
14个市州节点、10个厅局节点|14个市州节点、10个厅局节点|4|4
政务大厅信息化升级改造运维次数|1000次|1200次|4|4
GB/T37668-2019
项目建设实施及时性|年度内按时完成|部分项目需加快进展|4|3
集约化网站点击量|≥20000万人次|20000万人次以上|5|5
|部分完成|5|4
生态效益指标||||||
使用单位或人员满意度|≥95%|99%|10|10
总分|100|94.89
"""
POINTS = {
    "附件2": "1/1 2/2 5/5 2/2 2/2 2/2 2/1.5 5/5 5/5 5/5 5/5 5/4 3/3 2/2 2/2 2/2 6/6 6/6 6/6 6/6 6/6 5/5 5/5",
    "附件3-1": "4/4 4/4 2/0 4/4 4/4 5/5 5/5 5/4 5/5 10/9 2/2 5/5 5/5 4/4 4/4 4/4 4/4 4/4 10/10",
    "附件3-2": "5/5 5/5 5/5 5/5 5/5 5/5 10/10 4/4 4/4 2/2 5/5 5/5 5/5 5/5 5/5 5/5 5/5 5/5",
    "附件3-3": "2/2 2/2 2/2 2/2 2/2 4/4 4/4 4/4 10/10 4/4 4/4 4/4 4/3 2/2 5/5 5/5 5/5 5/4 5/5 5/5 10/10",
}
"""Weight and score of every indicator, in the order of the published forms."""

SUMS = """
年初预算数 = 预算收入.一般公共预算拨款.年初预算数 + 预算收入.上年结转.年初预算数
年初预算数 = 基本支出.年初预算数 + 项目支出.年初预算数
全年预算数 = 年初预算数 + 预算调整数
全年预算数 = 基本支出.全年预算数 + 项目支出.全年预算数
全年预算数 = 预算收入.一般公共预算
全年执行数 = 基本支出.全年执行数 + 项目支出.全年执行数
全年执行数 = sum(经济分类.全年执行数)
预算调整数 = 追加基本支出 + 追加项目支出
预算收入.上年结转.全年预算数 = sum(各项目.结转资金)
基本支出.全年预算数 = 基本支出.人员经费.全年预算数 + 基本支出.公用经费.全年预算数
基本支出.全年执行数 = 基本支出.人员经费.全年执行数 + 基本支出.公用经费.全年执行数
基本支出.结转结余 = 基本支出.人员经费.结转结余 + 基本支出.公用经费.结转结余
基本支出.结转结余 = 基本支出.全年预算数 - 基本支出.全年执行数
基本支出.人员经费.结转结余 = 基本支出.人员经费.全年预算数 - 基本支出.人员经费.全年执行数
基本支出.公用经费.结转结余 = 基本支出.公用经费.全年预算数 - 基本支出.公用经费.全年执行数
基本支出.公用经费.较上年增减额 = 基本支出.公用经费.全年执行数 - 基本支出.公用经费.上年决算数
基本支出预算调整 = 基本支出.全年预算数 - 基本支出.年初预算数
项目支出.全年预算数 = sum(各项目.全年预算数)
项目支出.全年预算数 = 项目支出.年初预算数 + 追加项目支出 + 调剂至项目支出
项目支出.全年执行数 = sum(各项目.全年执行数)
项目支出.上年决算数 = sum(项目支出.类别.上年决算数)
项目支出.年初预算数 = sum(项目支出.类别.年初预算数)
项目支出.全年执行数 = sum(项目支出.类别.全年执行数)
三公经费.年初预算数 = 三公经费.公务用车.年初预算数 + 三公经费.因公出国境.年初预算数 + 三公经费.公务接待.年初预算数
三公经费.全年执行数 = 三公经费.公务用车.全年执行数 + 三公经费.因公出国境.全年执行数 + 三公经费.公务接待.全年执行数
三公经费.预算结余 = 三公经费.年初预算数 - 三公经费.全年执行数
各项目.年初预算数 = 资金构成行.年初预算数
各项目.全年预算数 = 资金构成行.全年预算数
各项目.全年执行数 = 资金构成行.全年执行数
"""
HEADING_LEVELS = {style_id(name): level for level, name in enumerate(HEADINGS[:3], 1)}


class Part(NamedTuple):
    """What stands below one heading (of three levels) or in one annex: its words, and its rows with cells in bars."""

    words: str
    rows: list[str]


def expected() -> Iterator[tuple[str, str]]:
    """Each figure of the published report with the heading or the annex where it stands."""
    place = ""
    for line in PUBLISHED.strip().splitlines():
        if line.startswith("# "):
            place = line[2:]
        else:
            yield from ((place, figure) for figure in line.split())


@pytest.fixture(scope="module")
def examination() -> Examination:
    return examine(DATA, templates_dir(), "hunan-zwfw", 2023)


@pytest.fixture(scope="module")
def written(examination: Examination) -> bytes:
    drawn = draw(examination.loaded, examination.reports[0])
    assert drawn.findings == examination.reports[0].findings
    return drawn.data


@pytest.fixture(scope="module")
def parts(written: bytes) -> dict[str, Part]:
    """The parts of the document by heading, in order; those of one heading are taken together."""
    words: dict[str, str] = defaultdict(str)
    cells: dict[str, dict[tuple[int, int], dict[int, str]]] = defaultdict(dict)
    here = "引言"
    for place, text, style in _body(written):
        line = "".join(text.split())
        if style in HEADING_LEVELS or style == style_id(ANNEX_MARK):
            here = line
        words[here] += line + "\n"
        if place.table:
            row = cells[here].setdefault((place.table, place.row), {})
            row[place.cell] = row.get(place.cell, "") + line
    return {
        here: Part(found, ["|".join(row.values()) for row in cells[here].values()]) for here, found in words.items()
    }


def _body(written: bytes) -> list[PlacedText]:
    return [each for each in texts(read(written)) if each.place.part == "正文"]


@pytest.mark.parametrize(("place", "figure"), list(expected()))
def test_a_figure_of_the_published_report_in_its_place(parts: dict[str, Part], place: str, figure: str) -> None:
    assert place in parts
    where = parts[place].rows if "|" in figure else [parts[place].words]
    assert any(figure in each for each in where), where


@pytest.mark.parametrize(("annex", "points"), POINTS.items())
def test_the_points_of_every_indicator_in_order(parts: dict[str, Part], annex: str, points: str) -> None:
    found = (re.search(r"\|(\d+)\|([\d.]+)\|[^|]*$", row) for row in parts[annex].rows if row.count("|") >= 7)
    assert ["/".join(match.groups()) for match in found if match] == points.split()


def test_the_chapters_and_annexes_are_those_of_the_province(written: bytes) -> None:
    headings = [
        (HEADING_LEVELS.get(style, 0), "".join(text.split()))
        for _, text, style in _body(written)
        if style in HEADING_LEVELS or style == style_id(ANNEX_MARK)
    ]
    chapters = [words for level, words in headings if level == 1]
    assert [words[:2] for words in chapters] == [f"{number}、" for number in "一二三四五六七八九"]
    assert [words[:3] for level, words in headings if level == 2] == [
        *("（一）", "（二）", "（三）"),  # 一
        *("（一）", "（二）", "（三）"),  # 二
        *("（一）", "（二）", "（三）"),  # 六
        *("（一）", "（二）"),  # 七
        *("（一）", "（二）", "（三）"),  # 八
    ]
    assert [words for level, words in headings if level == 0] == ["附件1", "附件2", "附件3-1", "附件3-2", "附件3-3"]


def test_the_contents_list_the_headings_of_the_chapters(written: bytes) -> None:
    body = _body(written)
    headings = [text.strip() for _, text, style in body if style in HEADING_LEVELS]
    contents = [text.split("\t")[0].strip() for _, text, style in body if re.fullmatch(r"TOC\d", style)]
    assert contents == headings
    assert len(contents) == 41


def test_nothing_must_be_mended_and_what_the_source_leaves_open_is_told(examination: Examination) -> None:
    found = [(finding.code, dict(finding.fields)["name"]) for finding in examination.all_findings]
    assert found == [
        ("K118", "政府采购/全年执行数"),
        ("K603", "财政业务补助经费"),
        ("K211", "省一体化平台访问数"),
        ("K211", "政务大厅省内外主流媒体正面报道"),
    ]


def missed(ledger: Ledger) -> list[str]:
    """The sums that do not come out for a reader who adds up what is printed."""
    found = []
    for line in SUMS.strip().splitlines():
        total, parts = line.split(" = ")
        if total.startswith("各项目."):
            scopes = [project.root.scope for project in ledger.printed_figures.parts]
            total, parts = total.removeprefix("各项目."), f"sum({parts})"
        else:
            scopes = [ledger.scope]
        sides = [[expression(side).evaluate(scope) for side in (total, parts)] for scope in scopes]
        values = [[each.value for each in pair if isinstance(each, Figure)] for pair in sides]
        found += [line] * any(left != right for left, right in values)
    return found


def test_every_sum_comes_out_on_paper_where_the_format_adjusts(examination: Examination, tmp_path: Path) -> None:
    shutil.copytree(templates_dir(), tmp_path / "templates")
    rules = tmp_path / "templates" / "hunan-department" / "2023" / "格式.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("尾差: exact", "尾差: adjust"), encoding="utf-8")
    adjusted = examine(DATA, tmp_path / "templates", "hunan-zwfw", 2023)
    assert missed(adjusted.reports[0].ledger) == []
    assert adjusted.all_findings == examination.all_findings
    assert "四舍五入" not in plain_text(read(draw(adjusted.loaded, adjusted.reports[0]).data))
    assert len(missed(examination.reports[0].ledger)) == 9  # the tails of the published report


def test_the_tails_are_told_below_the_tables_that_show_them(parts: dict[str, Part]) -> None:
    noted = [here for here, part in parts.items() if "部分合计数与分项之和相差不超过0.01万元" in part.words]
    assert noted == ["（一）基本支出情况", "附件1", "附件3-3"]


def test_the_same_data_give_the_same_bytes(written: bytes) -> None:
    again = examine(DATA, templates_dir(), "hunan-zwfw", 2023)
    assert draw(again.loaded, again.reports[0]).data == written
