"""A hostile .docx in the place of a form is refused, soon, and whatever it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.kernel.finding import Strength
from tests.attacks.packages import PACKAGES
from tests.attacks.prison import SECONDS, confined
from tests.errors.bench import FORM, drawing, lay


@pytest.mark.parametrize("name", PACKAGES)
def test_it_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = drawing(PACKAGES[name]())
    lay(tmp_path, sample)
    monkeypatch.chdir(tmp_path)
    outcome = confined(
        lambda: [(each.code, str(each.place)) for each in sample.find() if each.strength is Strength.MUST]
    )
    assert outcome.died == ""
    assert outcome.seconds < SECONDS
    assert outcome.found
    assert all(FORM in place for _, place in outcome.found)
