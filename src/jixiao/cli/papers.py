"""What `bulk --pdf` does and says when the reports are written."""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from jixiao.bulk.papers import without_pdf
from jixiao.messages.commands import text
from jixiao.pages import Outcome, lay_out

if TYPE_CHECKING:
    from jixiao.bulk.work import Place
    from jixiao.cli.options import Language
    from jixiao.kernel.finding import Finding

_SECONDS_BETWEEN_LINES = 10.0


class Papers:
    """The PDF files of a run: how many are made, of how many; and what was found, each once."""

    def __init__(self, place: Place, lang: Language, *, as_json: bool) -> None:
        self.total = self.made = 0
        self.findings: dict[Finding, None] = {}
        self._place, self._lang, self._as_json = place, lang, as_json
        self._last = time.monotonic()

    def make(self, units: Iterable[str]) -> None:
        """Make those that are missing or older than their report; Ctrl-C ends it with what is done."""
        documents = list(without_pdf(self._place, units))
        self.total = len(documents)
        with _until_interrupted(), closing(lay_out(documents)) as outcomes:
            for outcome in outcomes:
                self.made += outcome.pdf is not None
                self.findings |= dict.fromkeys(outcome.findings)
                self._tell(outcome)
        if self.total and not self._as_json:
            print(self._so_far())

    @property
    def are_missed(self) -> bool:
        """Whether any is missing now."""
        return self.made < self.total

    def _tell(self, outcome: Outcome) -> None:
        if self._as_json:
            codes = [each.code for each in outcome.findings]
            event = {"event": "pdf", "document": str(outcome.document), "made": outcome.pdf is not None, "codes": codes}
            print(json.dumps(event), flush=True)
        elif time.monotonic() - self._last > _SECONDS_BETWEEN_LINES:
            self._last = time.monotonic()
            print(self._so_far(), file=sys.stderr, flush=True)

    def _so_far(self) -> str:
        return text("bulk_pdf", self._lang, made=self.made, total=self.total)


@contextmanager
def _until_interrupted() -> Iterator[None]:
    """Ctrl-C, and the wish of the system, end what is within, and LibreOffice with it."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    former = [signal.signal(number, signal.default_int_handler) for number in numbers]
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        for number, handler in zip(numbers, former, strict=True):
            signal.signal(number, handler)
