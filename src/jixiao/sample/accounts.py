"""The accounts of a department as its forms show them: income, expenditure by class, three public expenses, assets."""

from __future__ import annotations

from jixiao.sample.chance import Chance
from jixiao.sample.plan import CATEGORIES, Plan
from jixiao.sample.shapes import Shape
from jixiao.sample.vocabulary import ECONOMIC, Sector
from jixiao.sample.writing import Node, money

KINDS = ("办公经费", "水费电费差旅费", "会议费培训费")


class Accounts:
    """Draws what the plan leaves open, and writes it as files."""

    def __init__(self, chance: Chance, plan: Plan) -> None:
        self.chance, self.plan = chance, plan
        self.running, self.reception = chance.between(150, 3_000), chance.between(20, 800)
        self.fixed, self.surplus = chance.spread(20_000, 900_000), plan.spent * chance.between(2, 40) // 1_000 + 100

    def budget(self, shape: Shape) -> dict[str, Node]:
        """Income, changes during the year and expenditure by class."""
        tree: dict[str, Node] = {"金额单位": "万元"}
        if shape.has_accounts and shape.has_initial:
            tree |= self._income(shape) | {"基本支出": self._basic()}
        if not shape.has_accounts or shape.has_initial:
            tree |= self._changes()
        if not shape.has_institutions:
            tree["项目支出"] = self._project_classes(shape)
        if shape.has_economic:
            tree["经济分类"] = self._economic()
        if shape.has_institutions:
            tree["基本支出"] = {"人员经费": {"明细": self._personnel_rows()}}
        return tree

    def _income(self, shape: Shape) -> dict[str, Node]:
        plan = self.plan
        carried, other = (sum(getattr(each, name) for each in plan.projects) for name in ("carried", "other"))
        initial = plan.personnel.initial + plan.operating.initial + sum(each.initial for each in plan.projects)
        added = plan.budget - initial
        rows = {"一般公共预算拨款": initial - carried - other, "上年结转": carried, "其他资金": other}
        found: dict[str, Node] = {name: {"年初预算数": money(amount)} for name, amount in rows.items()}
        if shape.has_assets:  # this form shows what was received
            found["一般公共预算拨款"]["全年执行数"] = money(rows["一般公共预算拨款"] + added)
            found["上年结转"]["全年执行数"], found["其他资金"]["全年执行数"] = money(carried), money(other)
        tree: dict[str, Node] = {"预算收入": found}
        if shape.has_assets:
            tree["上年执行数"] = money(plan.spent * self.chance.between(9_000, 10_800) // 10_000)
        return tree

    def _changes(self) -> dict[str, Node]:
        plan = self.plan
        changes = [("人员经费", plan.personnel.added), ("公用经费", plan.operating.added)]
        rows: list[Node] = [
            {"名称": f"追加{name}", "类别": name, "金额": money(added)} for name, added in changes if added
        ]
        rows += [
            {"名称": f"追加{each.subs[-1].name}经费", "类别": each.name, "金额": money(each.added), "列举": "是"}
            for each in plan.projects
            if each.added
        ]
        if self.plan.projects and not rows:
            return {}
        return {"预算调整": rows}

    def _basic(self) -> dict[str, Node]:
        kinds: dict[str, Node] = {}
        operating = self.plan.operating
        for name, share in zip(KINDS, (35, 20, 8), strict=True):
            kinds[name] = {
                "上年决算数": money(operating.prior * share // 100),
                "年初预算数": money(operating.initial * share // 100),
                "全年执行数": money(operating.initial * share // 100 * 95 // 100),
            }
        return {
            "人员经费": {
                "年初预算数": money(self.plan.personnel.initial),
                "全年执行数": money(self.plan.personnel.spent),
            },
            "公用经费": {
                "上年决算数": money(operating.prior),
                "年初预算数": money(operating.initial),
                "全年执行数": money(operating.spent),
            }
            | kinds,
        }

    def _project_classes(self, shape: Shape) -> dict[str, Node]:
        plan = self.plan
        rows = []
        for name in CATEGORIES:
            spent = sum(each.spent for each in plan.projects if each.category == name)
            row = {"名称": name}
            if shape.has_accounts:
                row["上年决算数"] = money(spent * 97 // 100)
            rows.append(row)
        tree: dict[str, Node] = {"类别": rows}
        if shape.has_project_economic:
            bought = plan.projects_spent * 30 // 100
            tree["经济分类"] = self._by_class(ECONOMIC, (plan.projects_spent - bought, bought))
        return tree

    def _economic(self) -> list[Node]:
        plan = self.plan
        pensions, bought = plan.personnel.spent * 6 // 100, plan.projects_spent * 30 // 100
        classes = ("工资福利支出", "对个人和家庭的补助", *ECONOMIC)
        goods = plan.operating.spent + plan.projects_spent - bought
        return self._by_class(classes, (plan.personnel.spent - pensions, pensions, goods, bought))

    def _by_class(self, names: tuple[str, ...], amounts: tuple[int, ...]) -> list[Node]:
        pairs = zip(names, amounts, strict=True)
        return [{"名称": name, "全年执行数": money(amount)} for name, amount in pairs]

    def _personnel_rows(self) -> list[Node]:
        spent = self.plan.personnel.spent
        insurance = spent * 22 // 100
        return self._by_class(("人员工资", "社会保障缴费"), (spent - insurance, insurance))

    def expenses(self, shape: Shape) -> dict[str, Node]:
        """The three public expenses and procurement."""
        if shape.has_institutions:
            budget = {"年初预算数": money(self.reception + 50)}
            cars = {"运行维护费": {"年初预算数": money(self.running + 50)}}
            return {"三公经费": {"公务接待": budget, "公务用车": cars}}
        nothing = {"上年决算数": "0", "年初预算数": "0", "全年执行数": "0"}
        bought = self.plan.projects_spent * 28 // 100
        return {
            "三公经费": {
                "公务用车": {"购置费": nothing, "运行维护费": self._expense(self.running)},
                "因公出国境": nothing,
                "公务接待": self._expense(self.reception),
                "说明": "严格执行标准，从严控制次数和规模。",
            },
            "政府采购": {"年初预算数": money(bought + 500), "全年执行数": money(bought)},
        }

    def _expense(self, spent: int) -> dict[str, Node]:
        prior = spent + self.chance.below(spent // 5 + 1)
        return {"上年决算数": money(prior), "年初预算数": money(prior + 40), "全年执行数": money(spent)}

    def assets(self, shape: Shape, year: int) -> dict[str, Node]:
        """What is owned at the end of the year."""
        date = {"截止日期": f"{year}-12-31"}
        if shape.has_institutions:
            return {"资产": date}
        worn, intangible = self.fixed * 35 // 100, self.fixed // 20
        return {
            "资产": date
            | {
                "流动资产": money(self.fixed // 9),
                "固定资产原值": money(self.fixed),
                "固定资产累计折旧": money(worn),
                "无形资产原值": money(intangible),
                "无形资产累计摊销": money(intangible // 4),
                "负债合计": money(self.fixed // 30),
            }
        }

    def institutions(self, sector: Sector) -> dict[str, Node]:
        """The department's own offices and the institutions below it, of which all totals are made."""
        plan, number = self.plan, self.chance.between(2, 4)
        others = sum(min(each.other, each.spent) for each in plan.projects)
        names = ("局机关", *self.chance.some(sector.centres, number - 1))
        parts = {
            "公共财政拨款": plan.spent - others + self.surplus,
            "其他收入": others,
            "人员支出": plan.personnel.spent,
            "公用支出": plan.operating.spent,
            "项目支出": plan.projects_spent,
            "累计结余": self.surplus,
            "公务接待费": self.reception,
            "公务用车运行维护费": self.running,
            "公务用车购置费": 0,
            "因公出国境费": 0,
            "在用固定资产": self.fixed,
            "出租固定资产": 0,
            "其他固定资产": self.fixed // 40,
        }
        return {"机构": [self._institution(name, each, number, parts) for each, name in enumerate(names)]}

    def _institution(self, name: str, each: int, number: int, parts: dict[str, int]) -> Node:
        """One of them: every institution below has a tenth of everything, the offices what is left."""
        shares = {key: whole // 10 if each else whole - whole // 10 * (number - 1) for key, whole in parts.items()}
        return {"名称": name} | {key: money(amount) for key, amount in shares.items()}
