"""How a long run goes: a bar on a terminal, a line now and then elsewhere, events for programs."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jixiao.messages.commands import text

if TYPE_CHECKING:
    from jixiao.bulk.run import Progress
    from jixiao.cli.options import Language

Tell = Callable[["Progress"], None]

_SECONDS_BETWEEN_LINES = 10.0


@contextmanager
def speaker(lang: Language, *, as_json: bool) -> Iterator[Tell]:
    """What tells of progress: for programs on standard output, for people on standard error."""
    if as_json:
        yield _event
    elif sys.stderr.isatty():
        with _bar(lang) as tell:
            yield tell
    else:
        yield _Lines(lang).tell


def _event(progress: Progress) -> None:
    built = progress.built
    if built is None:
        event: dict[str, object] = {"event": "looked", "done": progress.done, "total": progress.total}
    else:
        event = {
            "event": "unit",
            "unit": built.unit,
            "state": built.state,
            "why": progress.why,
            "must": built.must,
            "should": built.should,
            "codes": built.codes,
            "seconds": round(progress.seconds, 3),
            "done": progress.done,
            "total": progress.total,
        }
    print(json.dumps(event), flush=True)


class _Lines:
    """A line every few seconds, and one at the end."""

    def __init__(self, lang: Language) -> None:
        self._lang = lang
        self._began = self._last = time.monotonic()
        self._found = Counter[str]()

    def tell(self, progress: Progress) -> None:
        if progress.built is None:
            return
        self._found.update(must=progress.built.must, should=progress.built.should)
        now = time.monotonic()
        if now - self._last < _SECONDS_BETWEEN_LINES and progress.done < progress.total:
            return
        self._last = now
        print(_so_far(progress, self._found, now - self._began, self._lang), file=sys.stderr, flush=True)


def _so_far(progress: Progress, found: Counter[str], seconds: float, lang: Language) -> str:
    rate = progress.done / seconds if seconds else 0.0
    left = (progress.total - progress.done) / rate if rate else 0.0
    return text(
        "bulk_so_far",
        lang,
        done=progress.done,
        total=progress.total,
        rate=f"{rate:.1f}",
        left=_duration(left),
        must=found["must"],
        should=found["should"],
    )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def _bar(lang: Language) -> Iterator[Tell]:
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]}"),
        bars.TimeRemainingColumn(),
        bars.TextColumn("{task.fields[found]}"),
    )
    with bars.Progress(*columns, console=Console(stderr=True)) as bar:
        tasks = {False: bar.add_task(text("looking", lang), total=None, rate="", found="")}
        found = Counter[str]()
        began = time.monotonic()

        def tell(progress: Progress) -> None:
            is_built = progress.built is not None
            if is_built not in tasks:
                tasks[is_built] = bar.add_task(text("building", lang), total=progress.total, rate="", found="")
            if progress.built:
                found.update(must=progress.built.must, should=progress.built.should)
            rate = text("per_second", lang, rate=f"{progress.done / (time.monotonic() - began or 1):.1f}")
            count = text("found_so_far", lang, must=found["must"], should=found["should"]) if is_built else ""
            bar.update(tasks[is_built], completed=progress.done, total=progress.total, rate=rate, found=count)

        yield tell
