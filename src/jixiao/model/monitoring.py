"""Half-year monitoring of a project's goals (绩效目标执行监控): money so far, forecasts, and what stands in the way."""

from __future__ import annotations

from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import amount, entry, flag, keyed, narrative, records, text
from jixiao.model.staged import NOWHERE
from jixiao.model.values import Entry, Narrative, Text

MONITORING_FORM = "项目支出绩效目标执行监控表"
LIKELY, POSSIBLE, IMPOSSIBLE = LIKELIHOODS = ("确定能", "有可能", "完全不可能")


@keyed
class MonitoredFunds:
    """A row of the funds of the monitoring form."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "资金的名称，如本年一般公共预算拨款、其他资金", required=True, carried=True)
    initial: Entry | None = amount("年初预算数", "年初批复的预算", stage="年初")
    executed: Entry | None = amount("执行数", "监控期间的执行数", stage="监控")
    forecast: Entry | None = amount("预计执行数", "全年预计执行数", stage="预计")


@keyed
class MonitoredIndicator:
    """A third-level indicator in the monitoring form: how far it is, how far it will come, and why not farther."""

    place: SourcePlace = NOWHERE
    group: Text | None = text("一级指标", "一级指标名称", required=True, carried=True, rule=MONITORING_FORM)
    category: Text | None = text("二级指标", "二级指标名称", required=True, carried=True, rule=MONITORING_FORM)
    name: Text | None = text("三级指标", "三级指标名称", required=True, carried=True)
    target: Entry | None = entry("年度指标值", "年初批复的指标值", required=True, stage="年初")
    actual: Entry | None = entry("执行情况", "监控期间的完成值", required=True, stage="监控")
    forecast: Entry | None = entry("预计完成", "全年预计完成值", "全年预计完成情况", required=True, stage="预计")
    lacks_funds: bool | None = flag("经费保障", "偏差是否由于经费保障")
    lacks_rules: bool | None = flag("制度保障", "偏差是否由于制度保障")
    lacks_staff: bool | None = flag("人员保障", "偏差是否由于人员保障")
    lacks_equipment: bool | None = flag("硬件条件保障", "偏差是否由于硬件条件保障")
    lacks_other: bool | None = flag("其他保障", "偏差是否由于其他保障")
    reason: Narrative | None = narrative("原因说明", "偏差的原因")
    likelihood: Text | None = text(
        "可能性", f"完成目标的可能性：{'、'.join(LIKELIHOODS)}", "完成目标可能性", required=True, rule=MONITORING_FORM
    )
    remark: Narrative | None = narrative("备注", "不能完成目标的原因和拟采取的措施")


@keyed
class Monitoring:
    """One monitoring form."""

    place: SourcePlace = NOWHERE
    project: Text | None = text("项目", "所监控项目的名称", "项目名称", required=True, carried=True)
    year: Text | None = text("年度", "监控的预算年度，如2021；不填为报告的年度")
    period: Text | None = text("期间", "监控的期间，如1-6月", required=True, carried=True)
    supervisor: Text | None = text(
        "主管部门", "主管部门及代码；不填用单位名称", "主管部门及代码", carried=True, default="单位.名称"
    )
    implementer: Text | None = text("实施单位", "实施单位；不填用单位名称", carried=True, default="单位.名称")
    goals: Narrative | None = narrative("年度目标", "年度总体目标", "年度总体目标")
    funds: tuple[MonitoredFunds, ...] = records("监控资金", "各项资金的预算、执行和预计", MonitoredFunds)
    indicators: tuple[MonitoredIndicator, ...] = records("监控指标", "各项绩效指标的监控情况", MonitoredIndicator)
