"""Faults in narratives: words that should not stand there (T), tags that cannot be read (Y15) or computed (C)."""

from __future__ import annotations

from jixiao.sample.faults.draft import Draft, Fault, Plant, Planted

SENTENCES = {
    "T102": "共有XX个单位参加。",
    "T103": "按照《示例办法的规定办理。",
    "T202": "{before}年度的做法继续执行。",
    "T203": "各单位的的台账齐全。",
    "T205": "全年办件近8000余件。",
    "Y150": "全年支出{{{{ 全年执行数 。",
    "Y151": "全年支出 全年执行数 }}}}。",
    "Y152": "全年支出{{{{ }}}}。",
    "Y153": "全年支出{{% if 全年执行数 %}}。",
    "Y158": "全年支出｛｛ 全年执行数 ｝｝。",
    "C101": "支出{{{{ 全年执行数 + }}}}。",
    "C102": "支出{{{{ 全年执行数 ** 2 }}}}。",
    "C103": "支出{{{{ {long}1 }}}}。",
    "C104": "支出{{{{ 全年执行书 }}}}。",
    "C105": "支出{{{{ median(全年执行数) }}}}。",
    "C106": "支出{{{{ 全年执行数 + {fact} }}}}。",
    "C107": "支出{{{{ 单位.名称 + 1 }}}}。",
    "C108": "支出{{{{ count(全年执行数) }}}}。",
    "C109": "支出{{{{ 年度.月份 }}}}。",
    "C110": "支出{{{{ round(全年执行数, 2, 3) }}}}。",
    "C112": "支出{{{{ {deep}全年执行数 }}}}。",
    "C114": "支出{{{{ 单位 }}}}。",
    "C121": "支出{{{{ row(子项目, '没有的子项目').实际支出 }}}}。",
    "C122": "支出{{{{ row(子项目).实际支出 }}}}。",
    "C123": "支出{{{{ 全年执行数|汉字 }}}}。",
    "C124": "涉及近{{{{ {fact}|约('近余', -1) }}}}。",
    "C126": "涉及{{{{ {fact}|约('万余') }}}}。",
    "C127": "支出{{{{ 全年执行数 ≥ 90 }}}}。",
}
"""By code: a sentence that is added to a narrative; {fact}: the name of a fact that is a count."""

LONG, DEEP = "全年执行数 + " * 400, "-" * 300


def _sentence(code: str, sentence: str) -> Plant:
    def plant(draft: Draft) -> Planted | None:
        file = f"{draft.projects[0]}/文字.md"
        facts = draft.tree(f"{draft.projects[0]}/事实.yaml")["事实"]
        fact = next((name for name, value in facts.items() if not value.endswith("%") and "万" not in value), "")
        texts = draft.tree(file)
        if not fact or not texts:
            return None
        words = sentence.format(before=draft.year - 2, fact=fact, long=LONG, deep=DEEP)
        name = draft.chance.pick(list(texts))
        texts[name] = [*texts[name], words]
        return Planted(code, file, f"“{name}”后面加一句：{words[:40]}", path=(name, len(texts[name]) - 1))

    return plant


def _typed(draft: Draft) -> Planted | None:
    """A number of the data typed again in words (T201)."""
    file = f"{draft.projects[0]}/文字.md"
    texts, facts = draft.tree(file), draft.tree(f"{draft.projects[0]}/事实.yaml")["事实"]
    fact = next((name for name, value in facts.items() if value[:3].isdecimal() and value[3:4] != "%"), "")
    if not fact or not texts:
        return None
    name = draft.chance.pick(list(texts))
    texts[name] = [*texts[name], f"本年完成{facts[fact]}。"]
    return Planted("T201", file, f"“{name}”写死了“{fact}”", path=(name, len(texts[name]) - 1))


def _missing(draft: Draft) -> Planted | None:
    """A narrative that the format asks for (T101)."""
    file = f"{draft.projects[0]}/文字.md"
    texts = draft.tree(file)
    rules = draft.unit.kind.rules
    asked = rules[-1].required_texts if str(rules[-1].subject) == "项目" else rules[0].project_texts
    if "年度目标" not in map(str, asked):
        return None
    del texts["年度目标"]
    return Planted("T101", draft.projects[0], "删去“年度目标”一节")


def _rounded(draft: Draft) -> Planted | None:
    """A figure that is rounded already, rounded again (C125)."""
    facts = draft.tree(f"{draft.projects[0]}/事实.yaml")["事实"]
    facts["备用巡查"] = "1000余次"
    planted = _sentence("C125", "巡查{{{{ 备用巡查|约('余', -3) }}}}。")(draft)
    if planted is None:
        del facts["备用巡查"]
    return planted


AREA = "文字"
FAULTS = [
    *(Fault(code, AREA, _sentence(code, sentence)) for code, sentence in SENTENCES.items()),
    Fault("T201", AREA, _typed),
    Fault("T101", AREA, _missing),
    Fault("C125", AREA, _rounded),
]
