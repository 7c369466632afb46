"""Measures the program on its example and writes docs/measured.md, and of it the few lines that the READMEs quote."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from benchmarks import bulk, memory, throughput, units
from jixiao.bulk.run import processors
from jixiao.office.conversion import Failure, to_pdf
from jixiao.office.program import find_office
from tools import attacks, edits, footing, kills, oracle, paper, samples, template_mutations
from tools.example import DATA, PROJECT, YEAR, document, figured
from tools.mutations import Outcome, equals, mutations, run, state
from tools.timing import cold_starts, stages

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "measured.md"
KEPT = PAGE.with_suffix(".json")
"""What was measured last, by section: the pages are written from it."""
FILLER = "国"
"""A long paragraph of one full-width character shows how many lines and characters a page holds."""


FOOTED = 3000
"""Random systems of amounts that are footed and held against every other way to print them."""

SAMPLES = 200
"""Sample units with faults, and as many without."""

UNITS = 20
"""Departments of which each is written by us and by docxtpl."""
DOCUMENTS = 10_000
"""Written by one process, whose memory must not grow with them."""

READMES = {"README.md": ("what", "measured"), "README.zh-CN.md": ("项目", "实测")}
QUOTED = re.compile(r"(<!-- measured -->\n).*?(\n<!-- /measured -->)", re.DOTALL)


class Row(NamedTuple):
    """One line of the page; chinese: what it is called in the Chinese README, for lines that the READMEs quote."""

    what: str
    value: str
    chinese: str = ""


class Measured(NamedTuple):
    """A section of the page, and what went wrong while it was measured."""

    rows: Iterable[Row]
    problems: Iterable[str] = ()


def main(*titles: str) -> int:
    """Measure the sections of these titles, or all, and write the pages; 1 where something did not do what it must."""
    os.chdir(ROOT)
    if unknown := set(titles) - set(SECTIONS):
        raise SystemExit(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    problems: list[str] = []
    for title in titles or SECTIONS:
        with tempfile.TemporaryDirectory() as name:
            measured = SECTIONS[title](Path(name))
            _keep(title, [*measured.rows])
        problems += measured.problems
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


def _keep(title: str, rows: list[Row]) -> None:
    """Put a section among those measured before, and write the pages of all: a whole round takes more than an hour."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    kept[title] = rows
    sections = {each: [Row(*row) for row in kept[each]] for each in SECTIONS if each in kept}
    lines = [f"{json.dumps(each)}: {json.dumps(rows, ensure_ascii=False, indent=1)}" for each, rows in sections.items()]
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    PAGE.write_text("\n\n".join(_blocks(sections)) + "\n", encoding="utf-8", newline="\n")
    print(_table((title, "measured"), [(row.what, row.value) for row in rows]), flush=True)
    _quote([row for rows in sections.values() for row in rows if row.chinese])


def _blocks(sections: dict[str, list[Row]]) -> Iterator[str]:
    yield "# Measured"
    yield "Written by `make measure` from the example, the unit `xiangxi` in 2022. Times are medians."
    yield f"Machine: {_machine()}."
    for title, rows in sections.items():
        yield f"## {title}"
        yield _table(("what", "measured"), [(row.what, row.value) for row in rows])


def _table(heads: tuple[str, str], rows: list[tuple[str, str]]) -> str:
    return "\n".join(f"| {what} | {value} |" for what, value in [heads, ("---", "---:"), *rows])


def _quote(rows: list[Row]) -> None:
    """Write the quoted lines into the READMEs, between the two marks."""
    for name, heads in READMES.items():
        path = ROOT / name
        quoted = _table(heads, [(row.chinese if "zh" in name else row.what, row.value) for row in rows])
        text = path.read_text(encoding="utf-8")
        path.write_text(QUOTED.sub(rf"\g<1>{quoted}\g<2>", text), encoding="utf-8", newline="\n")


def _machine() -> str:
    cpu = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", cpu.read_text(encoding="utf-8")) if cpu.exists() else None
    model = named[1] if named else platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _times(folder: Path) -> Iterator[Row]:
    mine, plain = cold_starts(folder)
    yield Row("`jixiao report`, cold start to finished files", _ms(mine), "`jixiao report` 从启动到写完文件")
    said = "用 docxtpl 脚本把同一份模板渲染一次"
    yield Row("a plain docxtpl script that renders the same template once", _ms(plain), said)
    yield Row("the first divided by the second", f"{mine / plain:.2f}")
    for name, seconds in stages(folder).items():
        yield Row(f"stage, warm: {name}", _ms(seconds))


MANY = 200
"""Sample units of the run that is timed."""

KINDS = {
    "department": ("a department's report", "部门报告"),
    "project": ("a project's report", "项目报告"),
    "sample": ("a project's report of a sample unit", "示例单位的项目报告"),
}


def _batch() -> Iterator[Row]:
    """Documents of many units in one process, beside docxtpl; all times are of the processor."""
    for key, (kind, told) in KINDS.items():
        done = throughput.run(UNITS, units.KINDS[key])
        yield Row(f"{kind}: document.xml, figures", f"{done.size // 1024} KB, {done.figures}")
        for name, seconds in done.seconds.items():
            yield Row(f"{kind}: {name}", _ms(seconds))
        said = f"成批生成一份{told}，docxtpl（yaml.safe_load）用时是本程序的几倍"
        yield Row(f"{kind}: docxtpl, safe_load, divided by jixiao", f"{done.ratio(throughput.SAFE):.1f}", said)


def _memory() -> Iterator[Row]:
    sizes = dict(memory.sizes(DOCUMENTS))
    first, *_, last = (number for number in sizes if number)
    for number in (first, last):
        yield Row(f"memory of one process after {number} documents", f"{sizes[number] / 1024:.0f} MB")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds > 0.01 else f"{seconds * 1000:.1f} ms"  # noqa: PLR2004


def _pages(folder: Path) -> Iterator[Row]:
    """Pages of the report, and a full page of it, as LibreOffice lays them out."""
    if find_office() is None:
        yield Row("pages", "not measured: no LibreOffice")
        return
    count = sum(1 for page in _page_lines(DATA) if page)  # not the empty side behind the cover
    yield Row("pages of the example report, cover included", str(count), "示例报告的页数（含封面）")
    filled = folder / "filled"
    shutil.copytree(DATA, filled)
    narrative = filled / PROJECT / "文字.md"
    words = narrative.read_text(encoding="utf-8").replace("无其他需要说明的问题。", FILLER * 3000)
    narrative.write_text(words, encoding="utf-8")
    lines = [[line for line in page if line.startswith(FILLER * 2)] for page in _page_lines(filled)]
    full = [page for page in lines if page][1]
    yield Row("lines of a full page of text", str(len(full)), "满页的行数")
    width, _ = Counter(map(len, full)).most_common(1)[0]
    yield Row("characters of a full line", str(width), "满行的字数")


def _page_lines(data: Path) -> list[list[str]]:
    ((_, made),) = to_pdf(find_office() or Path(), [("", document(figured(data)))])
    if isinstance(made, Failure):
        raise TypeError(made)
    return [page.get_textpage().get_text_bounded().splitlines() for page in pypdfium2.PdfDocument(made)]


def _papers(folder: Path) -> Iterator[Row]:
    """PDF files and page numbers of a department's report, by LibreOffice."""
    if find_office() is None:
        yield Row("PDF files", "not measured: no LibreOffice")
        return
    folder.mkdir()
    taken = paper.times(folder)
    yield Row("pages of a department's report as PDF", str(taken.pages))
    yield Row(
        "PDF and page numbers of a department's report, alone",
        _ms(taken.alone),
        "一份部门报告转成 PDF、填上目录页码（LibreOffice）",
    )
    said = f"同时转{paper.BATCH}份，平均每份"
    yield Row(f"the same for {paper.BATCH} reports at once, each", _ms(taken.batch), said)
    yield Row("its page numbers only", _ms(taken.numbers))


def _outcomes(folder: Path) -> list[Outcome]:
    before = state(DATA)
    return [run(DATA, before, mutation, folder) for mutation in mutations(DATA)]


def _figures(outcomes: list[Outcome]) -> Iterator[Row]:
    wanted, found = oracle.figures(oracle.read_project(DATA / PROJECT)), state(DATA).values
    equal = sum(equals(wanted[key], found[key]) for key in wanted.keys() & found.keys())
    figures = f"{equal}/{len(wanted.keys() | found.keys())}"
    yield Row("figures that equal an independent computation in fractions", figures, "与另行用分数计算的结果相同的数字")
    tried = str(len(outcomes))
    yield Row("typed numbers changed by one unit of the last digit, one by one", tried, "逐个改动末位一个单位的数")
    wrong = str(sum(bool(each.problems) for each in outcomes))
    missed = "after which a figure was wrong, or the document changed elsewhere"
    yield Row(missed, wrong, "改动之后有数字算错、或别处也变了的")
    yield Row("of the numbers changed, amounts of money", str(sum(each.mutation.money for each in outcomes)))
    changed = [each.figures for each in outcomes]
    yield Row("figures that changed with one number", f"{min(changed)} to {max(changed)}")
    places = [each.places for each in outcomes]
    yield Row("places in the document that changed with one number", f"{min(places)} to {max(places)}")


def _footing(footed: footing.Run) -> Iterator[Row]:
    """Sums that hold on paper: small systems against all ways to print them, and how long large ones take."""
    what = "random trees, tables and crossing systems, each printed in the best of all ways to print it"
    said = "随机的合计关系（树、两向表、交叉），每个都是所有印法中最好的"
    yield Row(what, f"{footed.systems - footed.wrong}/{footed.systems}", said)
    for name, seconds in footed.seconds.items():
        yield Row(f"{name}, footed", _ms(seconds))


def _attacks(attacked: attacks.Run) -> Iterator[Row]:
    """Escapes from Jinja, bombs and hostile packages: none may succeed or take long."""
    tried = "escapes, resource bombs and hostile packages tried, each with 256 MB"
    yield Row(tried, str(attacked.tried), "试过的越权、耗资源的写法和恶意文件，每个限256 MB")
    yield Row("of these, what came through, or took more than 2 s", str(len(attacked.problems)), "其中得逞或超过2秒的")
    yield Row("the slowest took", f"{attacked.slowest:.2f} s")


def _samples(alone: samples.Run, units: samples.Run, clean: samples.Run) -> Iterator[Row]:
    yield Row("sample units without faults: findings", f"{clean.others} in {SAMPLES}")
    yield Row("kinds of faults, each alone in every kind of unit that has a place for it", str(len(alone.codes)))
    for what, round_ in (("each alone", alone), (f"{SAMPLES} units with one or more", units)):
        counted = f"{round_.planted}, {round_.found}, {round_.others}"
        yield Row(f"faults, {what}: planted, found where listed, other findings", counted)


def _templates(changed: template_mutations.Run) -> Iterator[Row]:
    """One thing changed about one tag of a shipped chapter or form, and checked without data."""
    what = "changes of one tag of a shipped chapter or form: braces, letters, ends, tags moved"
    yield Row(what, str(changed.tried), "改动自带模板里一个标签的一处（括号、字、结束、位置）")
    found = "of these, found by `template check` at the tag, or at the one that lost its counterpart"
    yield Row(found, f"{changed.found}/{changed.tried}", "其中在原处、或在失去另一半的标签处查出的")


def _many_units() -> Iterator[Row]:
    done = bulk.run(MANY, processors())
    yield Row("sample units, documents", f"{done.units}, {done.documents}")
    yield Row("sample units, one process: documents per second", f"{done.documents / done.one:.1f}")
    said = "批量生成，每秒份数（两个进程）"
    yield Row(
        f"sample units, {processors()} processes: documents per second", f"{done.documents / done.several:.1f}", said
    )
    yield Row("the second divided by the first", f"{done.one / done.several:.2f}")
    yield Row("a run with nothing changed, of the full run", f"{done.again / done.several:.1%}")
    yield Row("memory of the supervising process", f"{done.memory / 1e6:.0f} MB")


def _killed(killed: kills.Kills) -> Iterator[Row]:
    same = killed.runs - len(killed.problems)
    yield Row(
        f"runs killed at random moments ({killed.killed} before their end), then finished alike",
        f"{same}/{killed.runs}",
    )


def _verified(edited: edits.Run) -> Iterator[Row]:
    """Each figure changed in the finished documents, wherever it stands, and looked for."""
    tried = len(edited.outcomes)
    what = f"figures changed in the files of all {edited.reports} example reports, each in each place, one by one"
    yield Row(what, str(tried), "逐处改动示例报告文件里印出的每一个数字")
    found = "of these, found by `verify`, in their paragraph or cell and nowhere else"
    missed = sum(bool(each.problem) for each in edited.outcomes)
    yield Row(found, f"{tried - missed}/{tried}", "其中由 `verify` 在原处查出的")
    yield Row("found in the same files before they were changed", str(len(edited.untouched)), "没有改动的文件里误报的")
    yield Row(f"`verify`, warm, of the largest, a file of {edited.size // 1024} KB", _ms(edited.seconds))


def _figures_and_mutations(folder: Path) -> Measured:
    outcomes = _outcomes(folder)
    problems = [f"{each.mutation.place}: {problem}" for each in outcomes for problem in each.problems]
    return Measured(_figures(outcomes), problems)


def _footed(_: Path) -> Measured:
    footed = footing.run(FOOTED, seed=YEAR)
    return Measured(_footing(footed), footed.problems)


def _attacked(_: Path) -> Measured:
    attacked = attacks.run()
    return Measured(_attacks(attacked), attacked.problems)


def _templates_changed(_: Path) -> Measured:
    changed = template_mutations.run_all()
    return Measured(_templates(changed), changed.problems)


def _documents_edited(_: Path) -> Measured:
    edited = edits.run_all()
    return Measured(_verified(edited), edited.problems)


def _runs_killed(_: Path) -> Measured:
    killed = kills.run_all()
    return Measured(_killed(killed), killed.problems)


def _sampled(_: Path) -> Measured:
    alone, many = samples.run_codes(), samples.run_units(SAMPLES, seed=YEAR)
    clean = samples.run_clean(SAMPLES, seed=YEAR)
    return Measured(_samples(alone, many, clean), [*alone.problems, *many.problems, *clean.problems])


SECTIONS: dict[str, Callable[[Path], Measured]] = {
    "Time": lambda folder: Measured(_times(folder)),
    "Batch": lambda _: Measured(_batch()),
    "Memory": lambda _: Measured(_memory()),
    "Many units": lambda _: Measured(_many_units()),
    "Pages": lambda folder: Measured(_pages(folder)),
    "PDF": lambda folder: Measured(_papers(folder / "papers")),
    "Figures": _figures_and_mutations,
    "Footing": _footed,
    "Attacks": _attacked,
    "Templates": _templates_changed,
    "Verifying": _documents_edited,
    "Killed runs": _runs_killed,
    "Samples": _sampled,
}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
