"""`jixiao bulk`: the reports of all units, or of those below a superior, that are not those of their data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Json,
    Lang,
    Language,
    Out,
    Status,
    Templates,
    Year,
    templates_or_own,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jixiao.bulk.lock import Shard
    from jixiao.bulk.record import State
    from jixiao.bulk.run import Order, Result, Run
    from jixiao.bulk.work import Place
    from jixiao.kernel.finding import Finding

Under = Annotated[
    list[str] | None,
    typer.Option("--under", metavar="UNIT", help="只要这个单位和它的下属单位：名称、代码或文件夹，或一组单位的文件夹"),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="EXPR",
        help="只要这些单位：名称、代码、通配符，changed 有变动的，failed 没有完成的，has:检查编号；前加 ! 为除外",
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=0, help="同时用几个进程，0 表示全部处理器")]
Force = Annotated[bool, typer.Option("--force", help="没有变动的也重新生成")]
ShardText = Annotated[str, typer.Option("--shard", metavar="I/N", show_default=False, help="只处理第 I 份（共 N 份）")]
Why = Annotated[list[str] | None, typer.Option("--why", metavar="UNIT", help="不生成，只说明这个单位为什么要重新生成")]
Figures = Annotated[bool, typer.Option("--figures", help="另把全部报告的全部数字写成 figures.csv")]
Zip = Annotated[bool, typer.Option("--zip", help="另把每个分支（主管部门）的报告打成一个压缩包")]
Pdf = Annotated[bool, typer.Option("--pdf", help="再转成 PDF，目录填上页码（需要 LibreOffice）")]
Seconds = Annotated[float, typer.Option("--seconds", metavar="S", min=0, help="一个单位最多用多少秒，0 表示不限")]
Memory = Annotated[int, typer.Option("--memory", metavar="MB", min=0, help="一个进程最多用多少内存（MB），0 表示不限")]

_MOST_LISTED, _MOST_ALIKE = 20, 3


def bulk(
    year: Year,
    under: Under = None,
    select: Select = None,
    jobs: Jobs = 0,
    force: Force = False,
    shard: ShardText = "",
    why: Why = None,
    figures: Figures = False,
    zipped: Zip = False,
    pdf: Pdf = False,
    seconds: Seconds = 120,
    memory: Memory = 2000,
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Write what is due; findings are kept with each unit and counted at the end."""
    from jixiao.bulk.run import Order, Run
    from jixiao.bulk.supervisor import Limits
    from jixiao.bulk.work import Place
    from jixiao.messages.commands import text

    part = _shard(shard)
    if shard and part is None:
        print(text("bad_shard", lang, shard=shard), file=sys.stderr)
        return Status.UNUSABLE
    if not data.is_dir():
        print(text("no_units", lang, data=data, year=year), file=sys.stderr)
        return Status.UNUSABLE
    order = Order(
        Place(data, templates_or_own(templates), out, year),
        under or (),
        select or (),
        force,
        part,
        jobs,
        Limits(seconds, memory * 1_000_000),
    )
    if why:
        return _tell_why(Run(order), why, lang)
    results = _Results(order.place, lang, figures=figures, zipped=zipped)
    return _run(order, results, lang, pdf=pdf, as_json=as_json)


def _shard(words: str) -> Shard | None:
    """I/N as numbers; None where it is not that."""
    from jixiao.bulk.lock import Shard

    number, _, count = words.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        return None
    return Shard((int(number), int(count)))


def _tell_why(run: Run, units: list[str], lang: Language) -> int:
    """Say of each unit why its reports are due, or that they are not."""
    from jixiao.messages.commands import text

    surveyed = run.look(lambda _: None).chosen
    unknown = 0
    for name in units:
        meant = [each for each in surveyed.values() if name in each.head.names or each.head.unit.endswith(f"/{name}")]
        for each in meant:
            print(f"{each.head.unit}  {text(f'why_{each.why}', lang)}")
        if not meant:
            unknown += 1
            print(text("no_such_unit", lang, name=name), file=sys.stderr)
    return Status.UNUSABLE if unknown else Status.CLEAN


class _Results:
    """What is written when a run is done; paths: what that was."""

    def __init__(self, place: Place, lang: Language, *, figures: bool, zipped: bool) -> None:
        self.paths: list[Path] = []
        self._place = place
        self._lang = lang
        self._figures = figures
        self._zipped = zipped

    def write(self, result: Result) -> None:
        """The page, the workbook and the findings where they do not show what there is; and what was asked for."""
        from jixiao.bulk.results.overview import overview
        from jixiao.bulk.results.write import digest_of, is_current, write_archives, write_figures, write_results
        from jixiao.cli.results import speech

        if not result.chosen:
            return
        out, year = self._place.out, self._place.year
        superiors = result.tree.superiors
        digest = digest_of((unit, superiors.get(unit, ""), stamp) for unit, stamp in result.stamps.items())
        is_shown = is_current(out / str(year), digest)
        if is_shown and not (self._figures or self._zipped):
            return
        made = overview(result.tree, out, year)
        if not is_shown:
            self.paths += write_results(made, out, digest, speech(self._lang))
        if self._figures:
            self.paths.append(write_figures(made, out))
        if self._zipped:
            self.paths += write_archives(made, out)


def _run(order: Order, results: _Results, lang: Language, *, pdf: bool, as_json: bool) -> int:
    """Run, tell how it goes, and close with what is not finished."""
    from jixiao.bulk.lock import InUseError
    from jixiao.bulk.run import Run
    from jixiao.cli.papers import Papers
    from jixiao.cli.progress import speaker
    from jixiao.messages.commands import text

    run, papers = Run(order), Papers(order.place, lang, as_json=as_json)

    def finish(result: Result) -> None:
        if pdf and not result.left:
            papers.make(_done(result))
        results.write(result)

    _stop_on_signals(run.stop)
    try:
        with speaker(lang, as_json=as_json) as tell:
            result = run.all(tell, finish)
    except InUseError as error:
        print(text("in_use", lang, folder=error.folder), file=sys.stderr)
        return Status.UNUSABLE
    status = _closing(result, lang, as_json=as_json)
    if results.paths and not as_json:
        for path in results.paths[:_MOST_LISTED]:
            print(text("written", lang, path=path))
    if not as_json:
        _show_some(list(papers.findings), lang)
    return status or (Status.BLOCKED if papers.are_missed else Status.CLEAN)


def _done(result: Result) -> list[str]:
    """The units whose reports are written, in this run or before."""
    from jixiao.bulk.record import State

    return [unit for unit in result.chosen if _state(result, unit) is State.DONE]


def _stop_on_signals(stop: Callable[[], None]) -> None:
    """Ctrl-C, and the wish of the system, end a run after the units that are begun; asked again, at once."""
    import signal

    def asked(number: int, _: object) -> None:
        stop()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGINT, asked)
    signal.signal(signal.SIGTERM, asked)


def _closing(result: Result, lang: Language, *, as_json: bool) -> int:
    """Findings of the tree, the units that are not finished, and how many there are of each kind."""
    import json

    from jixiao.bulk.record import State
    from jixiao.kernel.finding import blocking
    from jixiao.messages.commands import text

    states = {unit: _state(result, unit) for unit in result.chosen}
    counts = {str(state): sum(1 for each in states.values() if each is state) for state in State}
    untouched = len(result.chosen) - len(result.built) - len(result.left)
    numbers = {"all": len(states), **counts, "left": len(result.left), "untouched": untouched}
    if as_json:
        print(json.dumps({"event": "end", **numbers}))
    else:
        _show_some(result.findings, lang)
        _list_unfinished(result, states, lang)
        print(text("bulk_end", lang, **numbers))
    if not result.chosen:
        print(text("nobody_chosen", lang), file=sys.stderr)
        return Status.UNUSABLE
    unfinished = result.left or counts[State.DONE] < len(states) or blocking(result.findings)
    return Status.BLOCKED if unfinished else Status.CLEAN


def _state(result: Result, unit: str) -> State | None:
    """What became of a unit, in this run or before."""
    if unit in result.left:
        return None
    built = result.built.get(unit)
    return built.state if built else result.chosen[unit].state


def _show_some(findings: list[Finding], lang: Language) -> None:
    """Of each kind of finding the first few: thousands of units may lack the same."""
    from jixiao.cli.show import finding_lines
    from jixiao.messages.commands import text

    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.code, []).append(finding)
    for found in kinds.values():
        for finding in found[:_MOST_ALIKE]:
            print("\n".join(finding_lines(finding, lang)), end="\n\n", file=sys.stderr)
        if len(found) > _MOST_ALIKE:
            print(text("more_findings", lang, count=len(found) - _MOST_ALIKE), file=sys.stderr)


def _list_unfinished(result: Result, states: dict[str, State | None], lang: Language) -> None:
    from jixiao.bulk.record import State
    from jixiao.messages.commands import text

    unfinished = [unit for unit, state in states.items() if state in {State.BLOCKED, State.FAILED}]
    for unit in unfinished[:_MOST_LISTED]:
        built = result.built.get(unit)
        codes = built.codes if built else result.chosen[unit].codes
        print(f"{text(f'state_{states[unit]}', lang)}  {unit}  {' '.join(codes)}", file=sys.stderr)
    if len(unfinished) > _MOST_LISTED:
        print(text("more_units", lang, count=len(unfinished) - _MOST_LISTED), file=sys.stderr)
