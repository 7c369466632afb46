"""Chinese numerals: 一百零一 for counts and headings, 壹佰贰拾叁元整 for amounts; both written and read back."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.kernel.rounding import CENT, WIDE, half_up

LARGEST = 99_999
LARGEST_AMOUNT = 10**16 - 1

_Style = tuple[str, tuple[tuple[int, str], ...]]
_COMMON: _Style = ("零一二三四五六七八九", ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")))
_CAPITAL: _Style = ("零壹贰叁肆伍陆柒捌玖", ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾")))
_TEENS = range(10, 20)

_AMOUNT = re.compile(r"(?P<sign>负)?(?:(?P<yuan>\w{1,40})元)?零?(?:(?P<jiao>\w)角)?(?:(?P<fen>\w)分)?")
_LEFT_OPEN = re.compile(r"(?<=[亿万元])零(?=\w[仟角])|(?<=[元角])[整正]$")


def chinese(count: int) -> str:
    """Write a whole number from 0 to 99999 as it is read: 七, 十一, 二十, 一百零一."""
    if not 0 <= count <= LARGEST:
        raise ValueError(f"no Chinese numeral is written for {count}")
    text = _written(count, _COMMON)
    return text.removeprefix("一") if count in _TEENS else text


def chinese_to_int(text: str) -> int | None:
    """Read what `chinese` writes; None where it writes nothing like this."""
    if len(text) > len(chinese(LARGEST)):
        return None
    count = _read("一" + text if text.startswith("十") else text, _COMMON)
    return count if count <= LARGEST and chinese(count) == text else None


def capital_amount(yuan: Decimal) -> str:
    """Write an amount in 元 in capital numerals, rounded half-up to 分, below one 亿亿.

    Rule: 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1): 整 after 元 and 角, none after 分; zeros between
    figures are one 零; 零 before 分 where 角 is zero. Where the rule leaves 零 open, none is written.
    """
    cents = int(WIDE.multiply(half_up(yuan.copy_abs(), CENT), Decimal(100)))
    whole, (jiao, fen) = cents // 100, divmod(cents % 100, 10)
    if whole > LARGEST_AMOUNT:
        raise ValueError(f"too large to be written in capital numerals: {yuan}")
    parts = [
        "负" if yuan < 0 and cents else "",
        f"{_written(whole, _CAPITAL)}元" if whole or not cents else "",
        f"{_CAPITAL[0][jiao]}角" if jiao else "零" * bool(whole and fen),
        f"{_CAPITAL[0][fen]}分" if fen else "整",
    ]
    return "".join(parts)


def capital_to_yuan(text: str) -> Decimal | None:
    """Read an amount in capital numerals, with 圆, 正, 人民币 and optional zeros too; None where it is none."""
    folded = _folded(text.strip().removeprefix("人民币").replace("圆", "元"))
    match = _AMOUNT.fullmatch(folded)
    if match is None:
        return None
    yuan, jiao, fen = (_read(digits or "", _CAPITAL) for digits in match.group("yuan", "jiao", "fen"))
    amount = Decimal((1 if match["sign"] else 0, tuple(map(int, str(100 * yuan + 10 * jiao + fen))), -2))
    return amount if yuan <= LARGEST_AMOUNT and _folded(capital_amount(amount)) == folded else None


def _folded(capitals: str) -> str:
    """Without what the rule leaves open."""
    return _LEFT_OPEN.sub("", capitals)


def _written(number: int, style: _Style) -> str:
    digits, units = style
    for size, unit in units:
        if number >= size:
            high, low = divmod(number, size)
            gap = digits[0] if 0 < low < size // 10 else ""
            return _written(high, style) + unit + (gap + _written(low, style) if low else "")
    return digits[number]


def _read(text: str, style: _Style) -> int:
    """Read a numeral; other text gives some number, which is written otherwise."""
    digits, units = style
    for size, unit in units:
        high, found, low = text.rpartition(unit)
        if found:
            return _read(high, style) * size + _read(low.removeprefix(digits[0]), style)
    return max(digits.find(text), 0)
