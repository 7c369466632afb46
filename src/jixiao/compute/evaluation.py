"""One evaluation of a report's figures. The exact one computes; the ledger runs a second one on printed values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableSequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from jixiao.compute.access import Derivation, plans_of
from jixiao.compute.case import Case
from jixiao.compute.errors import expression_finding
from jixiao.compute.form_rows import FORM_ROWS, form_rows
from jixiao.compute.indicators import INDICATORS, Rule
from jixiao.compute.prose import explanations_of, narratives_of
from jixiao.compute.records import ItemRecord, Made, Reads, rows
from jixiao.compute.rule_records import GRADES, LIMITS, grades, limits
from jixiao.compute.scoring import SUBJECT, execution_points
from jixiao.compute.typed import figures_among, formula_place, is_unreadable, refused, take_facts, take_typed, unit_of
from jixiao.expr.expression import ExpressionError, expression
from jixiao.expr.figure import MISSING, Figure, FigureId, Obstacle, ObstacleKind, identified
from jixiao.expr.functions import Items
from jixiao.expr.plain_paths import NOT_PLAIN, Plain
from jixiao.formats.rules import FigureRule
from jixiao.formats.scoring import EXECUTION
from jixiao.kernel.finding import Finding
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import PLAIN
from jixiao.model.fields import Field, Kind
from jixiao.model.unit import Unit as BudgetUnit
from jixiao.model.values import Entry, Text

PROJECTS, SUB_PROJECTS, ALL_INDICATORS, GROUPS = "各项目", "子项目", "各指标", "一级指标"

MAX_CHAIN = 40
"""Figures that wait for one another; more would exhaust the program."""

_TOO_LONG_A_CHAIN = ExpressionError("long_chain", limit=str(MAX_CHAIN))


@frozen
class Stated:
    """A total the unit typed although the format derives it."""

    stated: Figure
    derived: Figure


class Special(NamedTuple):
    """A name that every report has: what it means, and how its value is made."""

    meaning: str
    value: Callable[[], object]


class Evaluation:
    """Names of a report to exact values, each computed once, on demand.

    A department's evaluation has those of its projects as parts; what they compute is known to it as well.
    figures: those known so far. origins: the rule or the field behind each. owners: the record of each.
    stated: the totals that were typed beside what they are made of.
    read_for: what was read of records for a figure that was made step by step. decided_by: the words, and the figures
    by their signs, that decided what one of a common shape was made of.
    identity: report, project and year of the figures. waiting: those being computed, each for the one before.
    """

    def __init__(self, case: Case, whole: Evaluation | None = None) -> None:
        self.case = case
        self.whole = whole
        self.identity = (case.report_name, case.project_key, case.year)
        self.findings: list[Finding] = whole.findings if whole else []
        self.figures: dict[FigureId, Figure] = whole.figures if whole else {}
        self.stated: dict[FigureId, Stated] = whole.stated if whole else {}
        self.origins: dict[FigureId, FigureRule | Field] = whole.origins if whole else {}
        self.owners: dict[FigureId, ItemRecord] = whole.owners if whole else {}
        self.waiting: dict[FigureId, None] = whole.waiting if whole else {}
        self.reads: Reads = whole.reads if whole else Reads()
        self.read_for: dict[FigureId, MutableSequence[object]] = whole.read_for if whole else {}
        self.decided_by: dict[FigureId, list[object]] = whole.decided_by if whole else {}
        self.plans = plans_of(case.format.rules)
        self._records: list[ItemRecord] = []
        subject = case.subject
        self.root = ItemRecord(self, subject.kind, case.project_key, subject, path="")

    @cached_property
    def parts(self) -> tuple[Evaluation, ...]:
        """The evaluations of a department's projects; none in the report of a project."""
        if self.case.project:
            return ()
        projects = self.case.unit_year.projects.values()
        return tuple(Evaluation(replace(self.case, project=each), self) for each in projects)

    @cached_property
    def last_year(self) -> Evaluation | None:
        """The same report on the data of the year before; what is wrong with those is told in their own year."""
        before = self.case.last_year
        if before is None or (self.case.project and self.case.project_key not in before.projects):
            return None
        if self.whole:
            return self.whole.last_year and self.whole.last_year.part(self.case.project_key)
        project = before.projects[self.case.project_key] if self.case.project else None
        return Evaluation(replace(self.case, unit_year=before, project=project, last_year=None))

    def part(self, project: str) -> Evaluation:
        """The evaluation of one of a department's projects; without a name the department's own."""
        return next((part for part in self.parts if part.case.project_key == project), self)

    # names of the report

    def lookup(self, name: str) -> object:
        """The value of a name in the report's scope, or MISSING."""
        return self.root.get(name)

    @cached_property
    def own_names(self) -> dict[str, None]:
        """The names that the program, the model and the format give, which no fact may have."""
        rules = self.case.format.rules
        special = [*self.specials, *SUBJECT, GROUPS]
        return dict.fromkeys(
            [*special, *self.root.plan.derived_names, *self.root.plan.field_names, *rules.lists, *rules.options]
        )

    def names(self) -> Iterable[str]:
        """All names of the report's scope."""
        yield from self.own_names
        for facts in self._fact_sources():
            yield from facts
        for lists in self._list_sources():
            yield from lists

    def rule_of(self, record: ItemRecord, name: str) -> FigureRule | None:
        """The rule of the format that derives a figure of a record."""
        return record.plan.rule(name)

    def beyond(self, name: str) -> object:
        """The value of a name that the root has besides its fields and figures: what every report has, and facts."""
        special = self.specials.get(name)
        if special is not None:
            return special.value()
        for facts in self._fact_sources():
            if name in facts:
                return self.keep(self.root, self.entry_value(self.root, Field(name, name, Kind.ENTRY, ""), facts[name]))
        for lists in self._list_sources():
            if name in lists:
                return Items(map(str, lists[name]), name)
        return self._format_value(name)

    @cached_property
    def specials(self) -> dict[str, Special]:
        """The names that every report has."""
        case = self.case
        made: dict[str, Special] = {
            "年度": Special("财政年度", lambda: str(case.year)),
            "单位": Special(
                "填报的单位", lambda: ItemRecord(self, "单位", "单位", case.unit_year.unit or BudgetUnit())
            ),
            "报告": Special("这份报告", lambda: ItemRecord(self, "报告", case.report_name, case.report)),
            "主体": Special("报告评价的项目或部门，后面可接它的任何名称", lambda: self.root),
            FORM_ROWS: Special("自评表的各行：绩效指标，和必列而没有指标的二级指标的空行", lambda: form_rows(self)),
            self.root.kind: Special(f"当前的{self.root.kind}，后面可接它的任何名称", lambda: self.root),
            "文字": Special(
                "单位写的文字", lambda: narratives_of(case, self.root.scope, is_part=self.whole is not None)
            ),
            "说明": Special("单位对检查提示的说明", lambda: explanations_of(case, self.root.scope)),
            GRADES: Special("格式的各个等级，从高到低", lambda: grades(self)),
            LIMITS: Special("格式规定须说明的界限", lambda: limits(self)),
        }
        department = self.whole or self
        if not department.case.project:
            made["部门"] = Special("部门，后面可接它的任何名称", lambda: department.root)
            made[PROJECTS] = Special(
                "部门的全部项目", lambda: Items([part.root for part in department.parts], PROJECTS)
            )
            made[ALL_INDICATORS] = Special("全部项目的绩效指标", lambda: department.joined(INDICATORS, ALL_INDICATORS))
        if department is self and not case.project:
            made[SUB_PROJECTS] = Special("全部项目的子项目", lambda: self.joined(SUB_PROJECTS, SUB_PROJECTS))
        return made

    def joined(self, name: str, called: str) -> Items:
        """The rows of a list of all projects of a department, one project after the other."""
        lists = (part.lookup(name) for part in self.parts)
        return Items(chain.from_iterable(each for each in lists if isinstance(each, Items)), called)

    def _format_value(self, name: str) -> object:
        rules = self.case.format.rules
        if name == GROUPS:
            return rows(self, GROUPS, rules.groups_of(self.root.kind))
        if name in rules.lists:
            made = [ItemRecord(self, name, text.text, None, {"名称": text.text}) for text in rules.lists[name]]
            return Items(made, name)
        if name in rules.options:
            return rules.options[name].text
        return MISSING

    def _fact_sources(self) -> list[dict[str, Entry]]:
        return [self.case.subject.facts, self.case.unit_year.facts]

    def _list_sources(self) -> list[dict[str, tuple[Text, ...]]]:
        return [self.case.subject.lists, self.case.unit_year.lists]

    # values of a record

    def values_of(self, record: ItemRecord) -> dict[str, object]:
        """The values of a new record: its typed numbers and words at once, as most of them are asked for."""
        values = Made(record)
        if record.data is not None:
            take_typed(self, record, values)
        return values

    def keep(self, record: ItemRecord, value: object) -> object:
        """A value, known from now on if it is a figure of a record."""
        if isinstance(value, Figure) and value.id and (value.formula or not value.is_blank):
            self.figures[value.id] = value
            self.owners[value.id] = record
        return value

    def by_rule(self, record: ItemRecord, rule: Rule, stated: object) -> object:
        """What 评分 makes of a name of an indicator, or of the subject of the report."""
        read: list[object] = []
        value = rule(record, stated, read)
        if not isinstance(value, Figure):
            return value
        if read and value.id:
            self.read_for[value.id] = read
        return self.keep(record, value)

    def total(self, record: ItemRecord, rule: Derivation, stated: object) -> object:
        """A figure of the format that the unit may have typed itself: then that is the one that is kept."""
        derived = self.derived(record, rule)
        if is_unreadable(stated):
            return self.keep(record, stated)
        if isinstance(stated, Figure) and stated.value is not None and stated.id:
            self.stated[stated.id] = Stated(stated, derived)
            return self.keep(record, stated)
        return self.keep(record, derived)

    def default(self, field: Field) -> object:
        """The words of a field that nobody filled in."""
        return expression(field.default).evaluate(self.root.scope) if field.default else ""

    def entry_value(self, record: ItemRecord, field: Field, entry: Entry | None) -> object:
        """What was typed as a number, a formula or words."""
        report, project, year = self.identity
        identity = identified(field.name, record.path, report, project, field.stage, field.scope, year)
        self.origins[identity] = field
        if entry is None or not entry.typed:
            place = entry.place if entry else getattr(record.data, "place", None)
            return self._empty(record, field, identity, place)
        number = entry.number
        if number is None:
            return self._referred(record, field, identity, entry)
        as_typed = field.kind is Kind.ENTRY
        return Figure(number.value, number.unit, identity, place=entry.place, number=number, as_typed=as_typed)

    def _referred(self, record: ItemRecord, field: Field, identity: FigureId, entry: Entry) -> object:
        """What is no number: words, or a formula."""
        if entry.is_words and field.kind is Kind.ENTRY:
            return entry.typed
        found = None if entry.is_words else self._evaluated(record, identity, entry.formula, formula_place(entry))
        wrong = refused(found, field)
        if wrong:
            self.findings.append(expression_finding(wrong, formula_place(entry), entry.formula))
        if wrong or entry.is_words:
            obstacle = Obstacle(ObstacleKind.UNREADABLE, field.name)
            return Figure(None, unit_of(field), identity, place=entry.place, obstacle=obstacle)
        if not isinstance(found, Figure):
            return found
        inputs = (found,) if found.id else found.inputs
        as_typed = found.as_typed and field.kind is Kind.ENTRY  # a fact in a field of money prints as money there
        return replace(found, id=identity, formula=entry.formula, inputs=inputs, place=entry.place, as_typed=as_typed)

    def _empty(self, record: ItemRecord, field: Field, identity: FigureId, place: SourcePlace | None) -> Figure:
        """A field that nobody filled in: what last year's data say, else a blank."""
        before = self.before(record, field)
        if before is None or before.value is None:
            return Figure(None, unit_of(field), identity, place=place)
        formula = f"{self.case.year - 1}年{field.last_year}"
        return replace(before, id=identity, formula=formula, inputs=(before,), number=None)

    def before(self, record: ItemRecord, field: Field) -> Figure | None:
        """What last year's data hold for a field of a record; None where they hold nothing of the kind."""
        if not field.last_year or self.last_year is None:
            return None
        same = (each for each in self.last_year.records(record.kind) if each.path == record.path)
        found = next((each.get(field.last_year) for each in same), None)
        return found if isinstance(found, Figure) else None

    def derived(self, record: ItemRecord, rule: Derivation) -> Figure:
        """The figure that a rule of the format makes."""
        name, formula = rule.name, rule.formula
        report, project, year = self.identity
        identity = identified(name, record.path, report, project, rule.stage, "", year)
        self.origins[identity] = rule.rule
        if formula is None:
            self.owners.setdefault(identity, record)  # of a blank too; the exact figures come first
            missing = Figure(None, obstacle=Obstacle(ObstacleKind.MISSING, name))
            made = execution_points(record) if name == EXECUTION else missing
            return replace(made, id=identity, place=rule.rule.place)
        value = self._plainly(record, identity, rule.plain) if rule.plain else NOT_PLAIN
        if value is NOT_PLAIN:
            value = self._evaluated(record, identity, formula.text, formula.place)
        if value is None:
            self.owners.setdefault(identity, record)
            return Figure(None, rule.unit or PLAIN, identity)
        if not isinstance(value, Figure):
            value = Figure(None, obstacle=Obstacle(ObstacleKind.MISSING, name))
        return Figure(
            value.value,
            rule.unit or value.unit,
            identity,
            formula.text,
            (value,) if value.id else value.inputs,
            formula.place,
            None,
            value.obstacle,
            False,  # noqa: FBT003 - positions, as keywords take twice the time
            value.unrounded,
            value.mirrors,
            value.terms,
        )

    def _plainly(self, record: ItemRecord, identity: FigureId, formula: Plain) -> object:
        """The value of a formula of a common shape, if what it is made of is ordinary."""
        waiting = self.waiting
        if identity in waiting or len(waiting) >= MAX_CHAIN:
            return NOT_PLAIN
        waiting[identity] = None
        read: list[object] = []
        try:
            value = formula(record.values, self.root.values, read)
        except (ExpressionError, RecursionError):  # which come again, step by step
            return NOT_PLAIN
        finally:
            del waiting[identity]
        if value is not NOT_PLAIN:
            self.decided_by[identity] = read
        return value

    def _evaluated(self, record: ItemRecord, identity: FigureId, formula: str, place: SourcePlace) -> object:
        """The value of a formula; a formula that fails is a finding and a figure that is not computable."""
        waiting, error = self.waiting, None
        if identity in waiting:
            names = [each.name for each in waiting]
            cycle = [*names[list(waiting).index(identity) :], identity.name]
            error = ExpressionError("cycle", cycle=" → ".join(cycle))
        elif len(waiting) >= MAX_CHAIN:
            error = _TOO_LONG_A_CHAIN
        else:
            waiting[identity] = None
            outside, self.reads.values = self.reads.values, []
            try:
                return expression(formula).evaluate(record.scope)
            except ExpressionError as found:
                error = found
            except RecursionError:  # a chain of few figures, each within many operations
                error = _TOO_LONG_A_CHAIN
            finally:
                del waiting[identity]
                self.read_for[identity], self.reads.values = self.reads.values, outside
        self.findings.append(expression_finding(error, place, formula))
        return Figure(None, obstacle=Obstacle(ObstacleKind.MISSING, identity.name))

    @cached_property
    def _all_figures(self) -> dict[FigureId, Figure]:
        figures, values = self.figures, self.root.values
        take_facts(self, self._fact_sources())
        met, self._records = figures_among(self.root, [values[name] for name in self._figure_names()])
        found = {each: figure for each in met if (figure := figures.get(each)) is not None}
        for part in self.parts:
            found |= part.all_figures()
        if self.whole is None:
            return found | figures
        key = self.case.project_key
        return found | {each: figure for each, figure in figures.items() if each.project == key}

    def all_figures(self) -> dict[FigureId, Figure]:
        """Every figure of the report, in the order of the names; fields that nobody filled in are left out."""
        return self._all_figures

    def records(self, kind: str) -> list[ItemRecord]:
        """The records of a kind (对象), in order: what is evaluated itself, or those it holds."""
        return list(self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> dict[str, list[ItemRecord]]:
        self.all_figures()
        found: dict[str, list[ItemRecord]] = {}
        for record in [self.root, *self._records]:
            for kind in record.kinds:
                found.setdefault(kind, []).append(record)
        return found

    def _figure_names(self) -> dict[str, None]:
        """The names of the report's scope whose values may be figures or hold some, in the order of `names`."""
        plan, rules = self.root.plan, self.case.format.rules
        filled = plan.filled(self.root, goes_on=self.last_year is not None)
        own = [*self.specials, *SUBJECT, GROUPS, *plan.derived_names, *filled, *rules.lists]
        return dict.fromkeys(chain(own, *self._fact_sources()))
