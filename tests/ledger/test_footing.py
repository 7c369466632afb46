from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.unit import WAN_YUAN
from jixiao.ledger.footing import exact

GRID = Decimal(100)  # 0.01万元
AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


@given(st.lists(AMOUNTS, max_size=8))
def test_every_amount_prints_its_own_half_up_value(values: list[Decimal]) -> None:
    figures = {FigureId(str(at)): Figure(value, WAN_YUAN) for at, value in enumerate(values)}
    footed = exact(figures, GRID)
    for identity, figure in figures.items():
        assert figure.value is not None
        assert footed[identity] % GRID == 0
        assert -GRID / 2 <= abs(figure.value) - abs(footed[identity]) < GRID / 2


def test_a_blank_has_no_printed_value() -> None:
    assert exact({FigureId("空"): Figure(None, WAN_YUAN)}, GRID) == {}
