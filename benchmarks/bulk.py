"""A run over many sample units: documents per second with one process and with several, again with nothing changed.

    python -m benchmarks.bulk [UNITS] [PROCESSES]

Times are of the clock, so the machine must have nothing else to do. Memory is the largest of the supervising process.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from jixiao.bulk.record import State
from jixiao.bulk.run import Order, Run, processors
from jixiao.bulk.work import Place
from jixiao.locate import templates_dir
from jixiao.sample.tree import Tree, first_full_year, write_tree


class Measured(NamedTuple):
    """Seconds of a run by one process, by several, and again. memory: of the parent; size: of all documents; bytes."""

    units: int
    documents: int
    size: int
    one: float
    several: float
    again: float
    memory: int


def main(units: str = "200", processes: str = "") -> int:
    """Measure and print."""
    several = int(processes or processors())
    done = run(int(units), several)
    lines = [
        f"{done.units} units, {done.documents} documents, {done.size / 1e6:.0f} MB",
        f"one process        {done.one:8.1f} s  {done.documents / done.one:6.1f} documents per second",
        f"{several} processes        {done.several:8.1f} s  {done.documents / done.several:6.1f} documents per second",
        f"                   {done.one / done.several:.2f} times as fast",
        f"nothing changed    {done.again:8.1f} s  {done.again / done.several:.1%} of the full run",
        f"memory of the parent {done.memory / 1e6:.0f} MB",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def run(units: int, several: int) -> Measured:
    """Runs over so many units, each in a process of its own, as the command line has it."""
    with tempfile.TemporaryDirectory() as name:
        folder, year = Path(name), first_full_year(templates_dir())
        write_tree(folder / "data", templates_dir(), Tree(units, 1, year))
        one, _ = _timed(folder, "one", year, 1)
        full, memory = _timed(folder, "several", year, several)
        again, _ = _timed(folder, "several", year, several)
        documents = list((folder / "several").rglob("*.docx"))
        return Measured(units, len(documents), sum(each.stat().st_size for each in documents), one, full, again, memory)


def _timed(folder: Path, out: str, year: int, processes: int) -> tuple[float, int]:
    """Seconds and memory of one run."""
    context = multiprocessing.get_context("spawn")
    receive, send = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(folder, out, year, processes, send))
    process.start()
    seconds, memory = receive.recv()
    process.join()
    return seconds, memory


def _run(folder: Path, out: str, year: int, processes: int, answer: multiprocessing.connection.Connection) -> None:
    os.environ["JIXIAO_CACHE"] = str(folder / "cache")
    start = time.perf_counter()
    place = Place(folder / "data", templates_dir(), folder / out, year)
    result = Run(Order(place, processes=processes)).all(lambda _: None)
    states = {each.state for each in result.built.values()}
    if states - {State.DONE}:
        raise SystemExit("a unit was not finished")
    answer.send((time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
