"""How long one report takes, from a cold start: `jixiao report` beside a plain docxtpl script.

The script does as little as such a script can: it renders the finished report as a template without tags. Both run as
whole processes in turn; jixiao's format is compiled before the first round.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15
UNIT, YEAR = "xiangxi", "2022"

PLAIN = """
import sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render({}, autoescape=True)
template.save(sys.argv[2])
"""


def seconds(command: list[str]) -> float:
    """Wall time of a process that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the median of each, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        jixiao = str(Path(sys.executable).with_name("jixiao"))
        ours = [jixiao, "report", UNIT, "--year", YEAR, "--out", folder]
        seconds(ours)
        report = next(Path(folder).rglob("*.docx"))
        theirs = [sys.executable, "-c", PLAIN, str(report), str(Path(folder, "plain.docx"))]
        seconds(theirs)
        rounds = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    mine, plain = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"jixiao report   {mine * 1000:6.0f} ms")
    print(f"docxtpl, plain  {plain * 1000:6.0f} ms")
    print(f"ratio           {mine / plain:6.2f}")


if __name__ == "__main__":
    main()
