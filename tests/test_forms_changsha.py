"""The forms of 长沙, cell by cell: base data, monitoring, a project with points of the second level, weights in 元."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from jixiao.package.reader import read
from tests.test_forms_grid import DATA as DEPARTMENT
from tests.test_forms_grid import PROJECT, document, grid, pages

BASE_DATA = "common/表单/部门整体支出绩效自评基础数据表.docx"
MONITORING = "common/表单/绩效目标执行监控表.docx"
WEIGHTED = "common/表单/部门整体支出权重自评表.docx"
NAMES = ("一级指标", "二级指标", "三级指标", "年度指标值", "计算公式", "实际完成值", "分值", "得分", "偏差原因")
INDICATORS = [
    dict(zip(NAMES, values, strict=True))
    for values in (
        ("投入管理", "预算编审", "预算编审", "按办法填报", "", "100.00%", "10", "10", ""),
        ("投入管理", "预算执行", "预算执行", "按办法填报", "", "100.00%", "20", "19", "进度慢"),
        ("产出指标", "数量指标", "控制率", "≤100%", "在职÷编制", "89%", "30", "30", ""),
        ("产出指标", "数量指标", "办结率", "100%", "", "100%", "20", "20", ""),
        ("产出指标", "时效指标", "及时", "及时", "", "及时", "10", "10", ""),
        ("满意度指标", "公众满意度", "公众满意度", "按办法填报", "", "99%", "10", "10", ""),
    )
]
MONITORED = ("一级指标", "二级指标", "三级指标", "年度指标值", "执行情况", "预计完成", "可能性")
DATA = (
    re.sub("  绩效指标: .*", f"  绩效指标: {json.dumps(INDICATORS, ensure_ascii=False)}", DEPARTMENT, count=1)
    .replace("全年执行数: 30\n", "全年执行数: 30\n  上年执行数: 21.50\n")
    .replace("{一般公共预算拨款: {全年预算数: 40}}", "{一般公共预算拨款: {全年预算数: 40}, 其他资金: {全年执行数: 0}}")
    .replace("政府采购: {", "政府采购: {上年决算数: 405, ")
    .replace(
        "\n项目:",
        """
  执行监控:
  - 项目: 安全监控经费
    年度: "2024"
    期间: 1-6月
    年度目标: 搭建平台
    监控资金:
    - {名称: 本年一般公共预算拨款, 年初预算数: 30, 执行数: 6, 预计执行数: 32.5}
    - {名称: 其他资金, 年初预算数: 0, 执行数: 0}
    监控指标:
    - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 平台, 年度指标值: 1个, 执行情况: 0个, 预计完成: 1个, \
硬件条件保障: 是, 原因说明: 设备未到, 可能性: 有可能, 备注: 催货}
    - {一级指标: 产出指标, 二级指标: 成本指标, 三级指标: 控制率, 年度指标值: ≤100%, 执行情况: 20%, 预计完成: 98%, \
可能性: 确定能}
项目:""",
    )
)
RULES = """
名称: 测试
版本: "1"
继承: [common, common/部门]
选用指标: [在职人员控制率, 二级分值, 财政拨款预算, 财政拨款执行数, 财政拨款执行率]
显示: {表单: {金额: 去零}}
评分: {执行: {分值: 10, 计入满分: 否}}
一级指标:
- {名称: 投入管理, 对象: 部门, 分值: 30}
- {名称: 产出指标, 对象: 部门, 分值: 60, 二级指标: [数量指标, 质量指标, 时效指标]}
- {名称: 满意度指标, 对象: 部门, 分值: 10}
- {名称: 产出指标, 对象: 项目, 分值: 50, 二级指标: [数量指标, 质量指标]}
- {名称: 效益指标, 对象: 项目, 分值: 40, 二级指标: [社会效益指标, 生态效益指标]}
- {名称: 满意度指标, 对象: 项目, 分值: 10}
选项: {自评表年度: 否, 二级指标分值: 是, 不印的一级指标: 效益指标, 签字栏: 不印, 子行空值: ""}
必填文字: [年度目标, 年度完成情况, 厉行节约]
大纲: [{类型: 附件, %EACH名称: 附表, 文件: %FORM%TURNED}]
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def made(folder: Path, form: str, each: str = "", *, data: str = DATA) -> bytes:
    """A document with a form as its only annex; of a list, one for each of its records."""
    rules = RULES.replace("%EACH", f"每个: {each}, " if each else "")
    return document(folder, form, data=data, rules=rules.replace("%TURNED", ", 横排: 是" if form == MONITORING else ""))


def lines(content: bytes) -> str:
    """The grid of the form, without the list of annexes and the head of the annex."""
    return grid(content).partition("附件1\n附表\n")[2]


def test_base_data_in_four_columns(tmp_path: Path) -> None:
    assert (
        lines(made(tmp_path, BASE_DATA))
        == """\
填报单位：某中心
财政供养人员情况（人） | 编制数 | 2023年实际在职人数 | 控制率
↑ | 88 | 79 | 89.77%
经费控制情况（万元） | 2022年决算数 | 2023年预算数 | 2023年决算数
三公经费 | · | 51 | 26.74
1、公务用车购置和维护经费 | · | 35 | 25.82
其中：公车购置 | · | · | ·
公车运行维护 | · | 35 | 25.82
2、出国经费 | · | · | 0
3、公务接待 | · | 16 | 0.92
项目支出 | 9 | 5 | 11.5
1、业务工作经费 | · | 2 | ·
2、运行维护经费 | · | 3 | ·
公用经费 | 4 | 5 | 3
其中：办公经费 | · | · | 2
水费、电费、差旅费 | · | · | ·
会议费、培训费 | · | · | ·
政府采购金额 | 405 | 2168.8 | 12957.43
部门整体支出预算调整 | 21.5 | 25 | 30
厉行节约保障措施 | 节约×3
说明：“项目支出”填报基本支出以外的所有项目支出，“公用经费”填报基本支出中的一般商品和服务支出。"""
    )


def test_monitoring_in_seventeen_columns_on_a_turned_page(tmp_path: Path) -> None:
    content = made(tmp_path, MONITORING, "执行监控")
    assert (
        lines(content)
        == """\
项目名称×3 | 安全监控经费×14
主管部门及代码×3 | 某中心×4 | 实施单位×5 | 某中心×5
项目资金（万元）×3 | · | 年初预算数×2 | 1-6月执行数×3 | 1-6月执行率×4 | 全年预计执行数×4
↑ | 年度资金总额 | 30×2 | 6×3 | 20.00%×4 | 32.5×4
↑ | 其中：本年一般公共预算拨款 | 30×2 | 6×3 | 20.00%×4 | 32.5×4
↑ | 其他资金 | 0×2 | 0×3 | ×4 | ×4
年度总体目标×3 | 搭建平台×14
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-6月执行情况 | 全年预计完成情况 | 偏差原因分析×6 | 完成目标可能性×3 | 备注
↑ | ↑ | ↑ | ↑ | ↑ | ↑ | ↑ | 经费保障 | 制度保障 | 人员保障 | 硬件条件保障 | 其他保障 | 原因说明 | 确定能 | 有可能 | 完全不可能 | ↑
↑ | 产出指标 | 数量指标 | 平台 | 1个 | 0个 | 1个 | · | · | · | √ | · | 设备未到 | · | √ | · | 催货
↑ | ↑ | 成本指标 | 控制率 | ≤100% | 20% | 98% | · | · | · | · | · | · | √ | · | · | ·
填报人： 单位负责人：
注：1.偏差原因分析：与预期目标有偏差的指标，从经费、制度、人员、硬件条件等保障方面判断、分析，并说明原因。
2.完成目标可能性：对应实现目标的路径，分确定能、有可能、完全不可能三级判断。
3.备注：说明预计到年底不能完成目标的原因和拟采取的措施。"""  # noqa: E501 - a row of the form is a line
    )
    document_xml = read(content)["word/document.xml"].decode()
    assert re.findall(r'<w:pgSz[^>]*w:w="(\d+)"', document_xml)[-1] > "16000"


def test_a_project_with_the_points_of_the_second_level(tmp_path: Path) -> None:
    rows = lines(made(tmp_path, PROJECT, "各项目")).splitlines()
    assert rows[0] == "项目名称×2 | 业务工作经费×7"
    assert rows[rows.index("总分×6 | 90 | 89 | ·") - 5 :] == [
        "↑ | 产出指标（50分） | 数量指标（40） | 控制率 | ≤100% | 89% | 40 | 40 | ·",
        "↑ | ↑ | 质量指标（10） | 质量 | 云平台 | 好 | 5 | 5 | ·",
        "↑ | ↑ | ↑ | ↑ | 大厅 | 好 | 5 | 4 | 窗口少",
        "↑ | · | 社会效益指标（40） | 便民 | 便民 | 是 | 40 | 40 | ·",
        "↑ | ↑ | 生态效益指标 | · | · | · | · | · | ·",
        "总分×6 | 90 | 89 | ·",
    ]


def test_weights_and_amounts_in_yuan(tmp_path: Path) -> None:
    assert (
        lines(made(tmp_path, WEIGHTED))
        == """\
部门（单位）名称×2 | 某中心×7
整体支出规模（元）×2 | ×3 | 全年预算数 | 全年执行数×2 | 执行率
↑ | 资金来源：（1）财政拨款×3 | 400,000.00 | 300,000.00×2 | 75.00%
↑ | （2）其他资金×3 | · | 0.00×2 | ·
↑ | 资金结构：（1）基本支出×3 | 220,000.00 | 185,000.00×2 | 84.09%
↑ | （2）项目支出×3 | 180,000.00 | 115,000.00×2 | 63.89%
年度总体目标×2 | 年初设定目标×3 | 全年完成情况×4
↑ | 目标×3 | 完成×4
分解目标自评×9
一级指标 | 权重 | 二级指标 | 三级指标×2 | 年度指标值 | 全年完成值 | 自评得分 | 偏差及原因分析
投入管理 | 30 | 预算编审（10） | 按办法填报×3 | 100.00% | 10 | ·
↑ | ↑ | 预算执行（20） | ↑ | 100.00% | 19 | 进度慢
产出指标 | 60 | 数量指标（50） | 控制率（30分）×2 | ≤100%在职÷编制 | 89% | 30 | ·
↑ | ↑ | ↑ | 办结率（20分）×2 | 100% | 100% | 20 | ·
↑ | ↑ | 质量指标 | ×2 | · | · | · | ·
↑ | ↑ | 时效指标（10） | 及时×2 | 及时 | 及时 | 10 | ·
满意度指标 | 10 | 公众满意度（10） | 按办法填报×3 | 99% | 10 | ·
总分×6 | 100 | 99 | ·
注：产出指标和效益指标可以按照重点任务的完成情况分别填列，也可以归纳全部重点任务填列综合指标。"""
    )


@pytest.mark.needs("soffice")
def test_the_head_of_the_monitoring_repeats_and_large_amounts_stay_on_a_line(tmp_path: Path) -> None:
    row = re.search(r"    - \{一级指标: 产出指标, 二级指标: 成本指标.*\n", DATA)
    assert row
    found = pages(made(tmp_path, MONITORING, "执行监控", data=DATA.replace(row[0], row[0] * 30)), tmp_path)
    assert len(found) > 2
    assert all("完成目标可能性" in page for page in found[1:])
    large = re.sub(r"(全年预算数|全年执行数): [\d.]+(?=[\n,}])", r"\1: 2213.06", DATA)
    assert "".join(pages(made(tmp_path, WEIGHTED, data=large), tmp_path)).count("22,130,600.00") == 6
