"""The names that a template of a format may use, with what the field table and the format say of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeGuard, cast

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.indicators import DERIVED, INDICATORS
from jixiao.compute.prose import NarrativeRecord
from jixiao.compute.records import ItemRecord, below
from jixiao.compute.sample import sample_case
from jixiao.compute.scoring import SUBJECT, decided
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.functions import Items
from jixiao.formats.format import Format
from jixiao.formats.rules import FigureRule
from jixiao.kernel.unit import PLAIN, Dimension, unit_named
from jixiao.model.fields import Field, Kind

GENERAL, FIGURES, FACTS, TEXTS, OPTIONS = "通用", "指标", "事实", "文字", "选项"
ROW = "项"
AMOUNT = "金额"

Record = ItemRecord | NarrativeRecord


class Name(NamedTuple):
    """A name as a tag writes it.

    field, rule: what declares it, where anything does. kind: what the unit may write there; None for what the program
    or the format gives. told: what it means if nothing that declares it says so.
    values: the empty value first, then those of a real report, in the order of the data.
    """

    path: str
    field: Field | None
    rule: FigureRule | None
    kind: Kind | None
    told: str
    is_derived: bool
    values: tuple[object, ...]

    @property
    def tag(self) -> str:
        """The tag that prints it."""
        return f"{{{{ {self.path} }}}}"

    @property
    def label(self) -> str:
        """表头, where it is another word."""
        return self.field.label if self.field and self.field.label != self.field.name else ""

    @property
    def meaning(self) -> str:
        """含义: what the format says of a figure that it derives, else the field table."""
        meaning = str(self.rule.meaning or "") if self.rule else ""
        return meaning or (self.field.meaning if self.field else self.told)

    @property
    def source(self) -> str:
        """依据."""
        rule = str(self.rule.rule or "") if self.rule else ""
        return rule or (self.field.rule if self.field else "")

    @property
    def stage(self) -> str:
        """The stage of the budget."""
        return str(self.rule.stage or "") if self.rule else self.field.stage if self.field else ""

    @property
    def unit(self) -> str:
        """What it counts; 金额 for money, which each place prints in a unit of its own."""
        figures = [value for value in self.values if isinstance(value, Figure)]
        known = next((each.unit for each in figures if each.value is not None), None)
        if known is None:
            declared = self.rule.unit if self.rule else None
            known = unit_named(declared.text) if declared else figures[0].unit if figures else PLAIN
        return AMOUNT if known.dimension is Dimension.MONEY else known.name

    def of_more(self, rows: Iterable[Record]) -> Name:
        """The same, with the values of further rows."""
        return self._replace(values=(*self.values, *(found for row in rows for found in _within(row, self.path))))


def _within(row: object, path: str) -> Iterator[object]:
    """The value that a row has under the path of a name; none where it has no such record."""
    for step in path.split(".")[1:]:
        row = row.get(step) if isinstance(row, Record) else MISSING
    if row is not MISSING:
        yield row


@dataclass(frozen=True)
class Group:
    """Names that belong together. ways: of rows, the lists that lead to them, from the outermost to their own."""

    title: str
    meaning: str = ""
    ways: list[tuple[str, ...]] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)

    @property
    def loops(self) -> list[str]:
        """The loops within which the names are known, as a template writes them."""
        return ["".join(loop_tags(way)) for way in self.ways]


def loop_tags(way: Sequence[str]) -> list[str]:
    """A tag for each of the lists that lead to a row; the innermost variable is the one that names begin with."""
    variables = [*(f"{'大' * outside}组" for outside in range(len(way) - 2, -1, -1)), ROW]
    tags = []
    for at, path in enumerate(way):
        inside = variables[at - 1] + path.removeprefix(ROW) if at else path
        tags.append(f"{{% for {variables[at]} in {inside} %}}")
    return tags


def names_of(form: Format, real: Evaluation | None = None) -> list[Group]:
    """All names by group; real: a report in this format, from which the values come."""
    walk = _Walk(Evaluation(sample_case(form)))
    walk.root([real.root] if real else [])
    return sorted(walk.groups.values(), key=_rank)


def _rank(group: Group) -> int:
    """What is on its own comes first, then rows, words last."""
    order = {GENERAL: 0, FIGURES: 2, FACTS: 4, TEXTS: 5, OPTIONS: 6}
    return order.get(group.title, 3 if group.ways else 1)


class _Spot(NamedTuple):
    """Where names are met: their group, the lists that lead there, and how a tag writes what they belong to."""

    group: Group
    way: tuple[str, ...] = ()
    path: str = ""


class _Walk:
    """Meets every name of an empty report; rows of one kind are met once, with every way that leads to them."""

    def __init__(self, sample: Evaluation) -> None:
        self.rules = sample.case.format.rules
        self.sample = sample
        self.groups: dict[object, Group] = {}

    def root(self, real: Sequence[Record]) -> None:
        """The names of the report itself."""
        root = self.sample.root
        for name in _ordered(self.sample, [*self.sample.own_names, *self.sample.case.unit_year.facts]):
            self._meet(_Spot(self._home(name)), root, name, real)

    def _home(self, name: str) -> Group:
        """The group of a name of the report."""
        root = self.sample.root
        value = root.get(name)
        if isinstance(value, Record) and not _is_root(value):
            return self._group(name, _told(root, name))
        if name in self.rules.options:
            return self._group(OPTIONS, "格式“选项”里的固定文字")
        if name in self.sample.case.unit_year.facts:
            return self._group(FACTS, "公式要用而由单位在“事实”里填写的数字")
        if name in self.sample.specials:
            return self._group(GENERAL)
        return self._group(root.kind) if root.field(name) else self._group(FIGURES, "由格式和评分规则算出")

    def _group(self, title: str, meaning: str = "") -> Group:
        return self.groups.setdefault(title, Group(title, meaning))

    def _meet(self, spot: _Spot, record: Record, name: str, real: Sequence[Record]) -> None:
        """One name of a record: itself, or what is within it."""
        value, path = record.get(name), below(spot.path, name)
        values = [found for each in real if (found := each.get(name)) is not MISSING]
        if isinstance(value, Items) and value and isinstance(value[0], ItemRecord):
            rows = [row for each in values for row in _records(each)]
            self._rows((*spot.way, path), _told(record, name), value[0], rows)
        elif _is_root(value):
            leaf = _first_printable(value)
            examples = tuple(each.get(leaf) for each in (value, *_records(values)))
            told = _told(record, name)
            spot.group.names.append(Name(f"{path}.{leaf}", None, None, None, told, is_derived=False, values=examples))
        elif isinstance(value, Record):
            for inner in dict.fromkeys(value.names()):
                self._meet(spot._replace(path=path), value, inner, _records(values))
        elif value is not MISSING:
            spot.group.names.append(self._name(record, name, path, (value, *values)))

    def _rows(self, way: tuple[str, ...], meaning: str, row: ItemRecord, real: Sequence[Record]) -> None:
        """The rows of a list, which show their names by the first of them.

        An indicator of a department has no project: its names are others than those of a project's indicators.
        """
        given = tuple(name for name in DERIVED if row.kind == INDICATORS and row.get(name) is not MISSING)
        key = (row.kind, type(row.data), given)
        group = self.groups.setdefault(key, Group(way[-1].rpartition(".")[2], meaning))
        group.ways.append(way)
        if group.names:
            group.names[:] = [each.of_more(real) for each in group.names]
            return
        for name in self._names_of_row(row):
            self._meet(_Spot(group, way, ROW), row, name, real)

    def _names_of_row(self, row: ItemRecord) -> Iterable[str]:
        """Those of a department's project are all names of its report, but those that are the department's as well."""
        if not _is_root(row):
            return dict.fromkeys(row.names())
        part = _evaluation(row)
        names = (name for name in part.own_names if name not in self.rules.options)
        return _ordered(part, (name for name in names if name not in part.specials or _is_own(part, name)))

    def _name(self, record: Record, name: str, path: str, values: tuple[object, ...]) -> Name:
        if isinstance(record, NarrativeRecord):
            required = {text.text for text in (*self.rules.required_texts, *self.rules.project_texts)}
            told = "单位必须写的文字" if name in required else "单位可以写的文字"
            return Name(path, None, None, Kind.NARRATIVE, told, is_derived=False, values=values)
        found = record.field(name) or decided(record, name)
        rule = _evaluation(record).rule_of(record, name)
        by_rules = name in SUBJECT if _is_root(record) else record.kind == INDICATORS and name in DERIVED
        kind = found[0].kind if found and not rule and not by_rules else None
        is_derived = rule is not None or by_rules
        return Name(path, found[0] if found else None, rule, kind, _told(record, name), is_derived, values)


def _ordered(evaluation: Evaluation, names: Iterable[str]) -> list[str]:
    """Names of the program's that are lists come after those of the data, whose rows they repeat."""
    root, specials = evaluation.root, evaluation.specials
    return sorted(names, key=lambda name: name in specials and isinstance(root.get(name), Items))


def _told(record: Record, name: str) -> str:
    """What the program says of a name that no table declares."""
    if isinstance(record, NarrativeRecord):
        return ""
    found = record.field(name)
    if found:
        return found[0].meaning
    if record.data is None:
        return f"“{record.kind}”中的一项"
    if record.kind == INDICATORS:
        return DERIVED.get(name, "")
    special = _evaluation(record).specials.get(name)
    return special.meaning if special else SUBJECT.get(name, "")


def _is_root(value: object) -> TypeGuard[ItemRecord]:
    return isinstance(value, ItemRecord) and not value.path


def _is_own(part: Evaluation, name: str) -> bool:
    """Whether a special name gives what a project has of its own: itself, its words, its rows."""
    value = part.root.get(name)
    if isinstance(value, Items):
        return part.whole is not None and value != part.whole.root.get(name)
    return isinstance(value, NarrativeRecord) or name == part.root.kind


def _first_printable(root: ItemRecord) -> str:
    """What may stand behind a name of the whole."""
    return next(name for name in root.field_names() if isinstance(root.get(name), Figure | str))


def _evaluation(record: ItemRecord) -> Evaluation:
    return cast("Evaluation", record.evaluation)


def _records(value: object) -> list[Record]:
    return [each for each in value if isinstance(each, Record)] if isinstance(value, list) else []
