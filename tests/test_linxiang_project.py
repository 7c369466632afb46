"""临湘's project report: every figure of the published one stands in it, derived and in its place.

Where the published report contradicts itself, what the data give is expected: data_examples/linxiang/SOURCE.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.locate import templates_dir
from jixiao.pipeline import Examination, Figured, draw, examine
from tests.printed import Part, assert_printed, headings, parts_of, placed

DATA = Path(__file__).parent.parent / "data_examples"
REPORT = "项目自评"

PUBLISHED = """
# 引言
临湘市2024年度 项目支出绩效评价自评报告 2025年6月10日 临湘市财政局（制）
# 一、项目基本概况
项目负责人||联系电话| 项目地址|临湘市长盛路333号|邮编| 项目起止时间|2024年1月至2024年12月
计划安排资金（万元）|1049|实际到位资金（万元）|1281.79|实际支出（万元）|1281.79|结余（万元）|0
其中：中央财政||其中：中央财政||其中：中央财政||其中：中央财政| 省财政||省财政||省财政||省财政|
市财政|1049|市财政|1266.79|市财政|1266.79|市财政|0 县市区财政||县市区财政||县市区财政||县市区财政|
其它||其它|15|其它|15|其它|0
# 二、项目支出明细情况
智慧政务大厅服务工作经费|178.95|1月9-13#15-25#2月10#13-14#16-18#20#3月6-10#4月6#8#10-11#13-18#20-22#5月10-11#13-17#\
6月8-9#11#13#15-17#19-20#22#7月7-8#11-15#18-19#8月6#9月8#14#16-19#10月3-4#10#11月3#6-7#9#12-13#15#21#\
12月3#12#15#21-25#27#29#31#47#|
智慧大厅水电物业|195.9|1月4#6#2月19#3月5#4月7#9#5月8#12#6月7#18#7月6#10#8月5#9月10#20#10月5#11月8#|
劳务派遣人员经费|234|1月3#5#2月5-6#3月4#5月5#6月5-6#7月5#9月6#10月2#11月5#12月7#|
软件平台维护更新|52|3月11#13#11月20#12月42#| 食堂工作经费|197|2月7-8#5月9#20#9月11-12#12月9#11#|
智慧政务大厅信息硬件运维经费|60.5|3月12#4月12#23#5月19#| 12345平台建设经费|72.39|9月22#23#11月19#22#|
数字化平台|100|5月21#6月23#7月20#8月7#9月24-37#10月7#11#11月16#23#12月44#|
其他零星项目|191.05|1月8#2月9#5月18#7月17#9月21#11月11#18#12月13-14#18#33-36#38-41#| 支出合计|1281.79||
# 三、项目绩效自评情况
12345平台 120个 9封 2915路 8065条 50条 93条 468条 630件 504件 17条 8条 5条 1条 6条 28件
全年行政许可事项|9000件|10000件 行政许可事项合法率|100%|100% 事项办理准确率|100%|100%
简单事项即办率|≥90%|90%以上 数据共享|100%|100% 企业因审批延迟损失|0损失|0损失
无纸化办公节约纸张费用（一年）|≥20万元|20万元以上 推行电子证照减少印刷费（一年）|≥10万元|10万元以上
数据共享减少重复率|100%|100% 一网通办覆盖率|100%|100% 投诉处理满意率|100%|100% 绿色审批|100%|100%
群众满意率|100%|100% 绩效自评综合得分|100 评价等次|优
# 四、评价人员
|副局长|临湘市数据局| |办公室主任|临湘市数据局| |政务公开和政务服务股股长|临湘市数据局|
评价组组长（签字）： 项目单位意见： 主管部门意见： 财政部门归口业务股室意见： 填报人（签名）： 联系电话：
# （一）项目基本概况
2024年 支出1281.79万元 财政拨款1266.79万元 其他收入15万元 九项支出
智慧政务大厅服务工作经费178.95万元 智慧大厅水电物业195.9万元 劳务派遣人员经费234万元 软件平台维护更新52万元
食堂工作经费197万元 智慧政务大厅信息硬件运维经费60.5万元 12345平台建设经费72.39万元 数字化平台100万元
其他零星项目191.05万元
# （二）项目资金使用及管理情况
计划安排1049万元 实际到位1281.79万元 实际支出1281.79万元 结余0万元 100% 比计划多232.79万元 文创园电费 政务中心电费
四类 信息化建设284.89万元，占全部支出的22.2% 政务大厅正常运转626.9万元，占全部支出的48.9%
大厅服务178.95万元，占全部支出的14% 其他零星项目191.05万元，占全部支出的14.9%
# （四）综合评价情况及评价结论
十三项绩效指标 100分 “优”
# 1.产出指标
10000件 100% 90%以上
# 2.效益指标
20万元以上 10万元以上 100% 2915路 8065条 630件 504件 28件
# 3.满意度指标
100% 120个 9封
# 2.存在问题
1049万元 1281.79万元 232.79万元
"""


@pytest.fixture(scope="module")
def examination() -> Examination:
    return examine(DATA, templates_dir(), "linxiang", 2024)


def figured(examination: Examination) -> Figured:
    (found,) = (each for each in examination.reports if each.case.report_name == REPORT)
    return found


@pytest.fixture(scope="module")
def written(examination: Examination) -> bytes:
    drawn = draw(examination.loaded, figured(examination))
    assert drawn.findings == []
    return drawn.data


@pytest.fixture(scope="module")
def parts(written: bytes) -> dict[str, Part]:
    return parts_of(written)


@pytest.mark.parametrize(("place", "figure"), list(placed(PUBLISHED)))
def test_a_figure_of_the_published_report_in_its_place(parts: dict[str, Part], place: str, figure: str) -> None:
    assert_printed(parts, place, figure)


def test_four_forms_and_seven_sections_in_the_order_of_the_published_form(written: bytes) -> None:
    assert [words for level, words in headings(written) if level < 3] == [
        *(
            "一、项目基本概况",
            "二、项目支出明细情况",
            "三、项目绩效自评情况",
            "四、评价人员",
            "五、评价报告综述（文字部分）",
        ),
        *("（一）项目基本概况", "（二）项目资金使用及管理情况", "（三）项目组织实施情况"),
        *(
            "（四）综合评价情况及评价结论",
            "（五）项目主要绩效情况分析",
            "（六）主要经验及做法、存在问题和建议",
            "（七）附件",
        ),
    ]


def test_the_report_is_complete(examination: Examination) -> None:
    assert figured(examination).findings == []


def test_the_same_data_give_the_same_bytes(written: bytes) -> None:
    again = examine(DATA, templates_dir(), "linxiang", 2024)
    assert draw(again.loaded, figured(again)).data == written
