"""The display rules that a format declares, read from its 显示."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jixiao.expr.wording import AS_TYPED, FIXED, STRIPPED
from jixiao.formats.rules import DisplayRules, PlaceDisplay
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.unit import WAN_YUAN, YI_YUAN, YUAN, unit_named
from jixiao.ledger.display import DECIMALS, PlaceRules, Rules
from jixiao.ledger.view import Display
from jixiao.model.values import Entry, Text

UNKNOWN_DISPLAY = must("C203")

NOTHING = "空"
"""What a format writes for that which prints as nothing."""
MONEY = (STRIPPED, FIXED, AS_TYPED)
MONEY_UNITS = (WAN_YUAN.name, YUAN.name, YI_YUAN.name)
_BASIS = Decimal(100)
_MOST_DECIMALS = 9


def display_rules(declared: DisplayRules | None) -> tuple[Rules, list[Finding]]:
    """The rules with defaults where the format says nothing; what it says in other words than there are is found."""
    declared = declared or DisplayRules()
    findings: list[Finding] = []
    places = {
        Display.TEXT: _place(declared.prose, declared, findings, with_unit=True),
        Display.TABLE: _place(declared.table, declared, findings, with_unit=False),
        Display.FORM: _place(declared.form, declared, findings, with_unit=False),
    }
    return Rules(places, _basis(declared.basis, findings)), findings


def _basis(said: Entry | None, findings: list[Finding]) -> Decimal:
    """What amounts are rounded to, in 元: above zero, or there is no grid."""
    number = said.number if said else None
    if said is None or number is None:
        return _BASIS
    if number.value <= 0:
        findings.append(UNKNOWN_DISPLAY.at(said.place, key="基准", typed=said.typed, known="0.01万元"))
        return _BASIS
    return number.value


def _place(
    declared: PlaceDisplay | None, whole: DisplayRules, findings: list[Finding], *, with_unit: bool
) -> PlaceRules:
    place = declared or PlaceDisplay()
    return PlaceRules(
        money=_one_of(MONEY, place.money, "金额", findings),
        with_unit=with_unit if place.unit is None else place.unit,
        money_unit=unit_named(_one_of(MONEY_UNITS, place.money_unit, "金额单位", findings)),
        thousands=bool(place.thousands),
        percent_digits=decimals(place.percent_digits, "百分比", findings),
        percent_strip=bool(place.percent_strip),
        percent_sign=place.percent_sign is not False,
        zero=None if place.zero is None else _words(place.zero, ""),
        blank=_words(place.blank or whole.blank, ""),
        not_computable=_words(place.not_computable or whole.not_computable, "—"),
    )


def _one_of(known: Sequence[str], said: Text | None, key: str, findings: list[Finding]) -> str:
    """What is said, if it is known; else the first that is."""
    if said and said.text not in known:
        findings.append(UNKNOWN_DISPLAY.at(said.place, key=key, typed=said.text, known="、".join(known)))
    return said.text if said and said.text in known else known[0]


def decimals(said: Entry | None, key: str, findings: list[Finding]) -> int:
    """How many decimals are said; the default where nothing is said, or more than can be printed, which is found."""
    number = said.number if said else None
    if said is None or number is None:
        return DECIMALS
    if number.value not in range(_MOST_DECIMALS + 1):
        known = f"0—{_MOST_DECIMALS}"
        findings.append(UNKNOWN_DISPLAY.at(said.place, key=key, typed=said.typed, known=known))
        return DECIMALS
    return int(number.value)


def _words(said: Text | None, default: str) -> str:
    if said is None:
        return default
    return "" if said.text == NOTHING else said.text
