"""The second evaluation: what every figure prints as, the same everywhere in the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from jixiao.compute.case import Case
from jixiao.compute.errors import expression_finding
from jixiao.compute.evaluation import Evaluation
from jixiao.compute.prose import Prose
from jixiao.compute.records import WHOLE, ItemRecord
from jixiao.expr.expression import UNKNOWN, Expression, ExpressionError, expression, looks_at_no_rows, truth
from jixiao.expr.figure import MISSING, Figure, FigureId
from jixiao.expr.functions import Items, Shown
from jixiao.expr.scope import Scope
from jixiao.expr.wording import BY_PLACE, Style
from jixiao.expr.work import look_at
from jixiao.formats.rules import DisplayRules
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import Place
from jixiao.kernel.rounding import half_up, power_of_ten
from jixiao.kernel.unit import Dimension, Unit
from jixiao.ledger import footing
from jixiao.ledger.alike import AlikeScope, NotAlikeError
from jixiao.ledger.choices import choice, operands
from jixiao.ledger.printed_figures import PrintedFigures
from jixiao.ledger.relations import system_of
from jixiao.ledger.rounding import Scores
from jixiao.ledger.rules import decimals, display_rules
from jixiao.ledger.strings import Strings, Texts
from jixiao.ledger.tails import Tails
from jixiao.ledger.view import Display, Printed
from jixiao.model.values import Date, Literal, Tag

DECISION_DIFFERS = should("C201")
UNKNOWN_FOOTING = must("C202")

MOST_NAMES = 6
_NAMES = tuple(display.value for display in Display)
_AT = {display: number for number, display in enumerate(Display)}

Marks = Callable[[Figure], tuple[Finding, ...]]


class Ledger:
    """Printed values of one report (the View that templates see).

    Amounts print what the footing policy gives them; a ratio is computed from printed operands and rounded once;
    points are computed from the printed rate and rounded by the format; conditions are decided on printed values.
    footed: the printed amounts, and the sums that they miss. said: what tags made of figures that no place alone
    prints so, as far as the report is printed.
    """

    def __init__(self, case: Case, exact: Evaluation, marks: Marks | None = None) -> None:
        self.exact = exact
        self.rules, self.findings = display_rules(case.format.rules.display)
        display = case.format.rules.display or DisplayRules()
        rules = exact.plans.rules.values()
        self._digits = {id(rule): decimals(rule.digits, "小数", self.findings) for rule in rules if rule.digits}
        self._policy = self._declared_policy(display)
        self._system = system_of(exact, set(self._locked(display)))
        self.footed = self._policy.foot(self._system, self.rules.basis)
        self._tails = Tails(self._system)
        self._scores = Scores.of(case.format.rules.scoring)
        self._marks = marks
        self._strings = Strings(self.rules, self._own_digits)
        self.said: dict[FigureId, dict[str, None]] = {}
        self.printed_figures = PrintedFigures(exact, self._settled, self.footed.printed)
        self.printed_figures.settle_all()
        self.findings += self._figures_chosen_otherwise()
        self.scope: Scope = self.printed_figures.root.scope

    def _declared_policy(self, rules: DisplayRules) -> footing.Policy:
        """The footing policy that the format declares."""
        policy = footing.POLICIES.get(rules.tails.text if rules.tails else footing.DEFAULT)
        if policy is None:
            known = "、".join(footing.POLICIES)
            place = rules.tails.place if rules.tails else None
            self.findings.append(UNKNOWN_FOOTING.at(place, name=rules.tails, known=known))
            policy = footing.POLICIES[footing.DEFAULT]
        return policy

    def _locked(self, rules: DisplayRules) -> Iterator[FigureId]:
        """The figures that the format locks: named as in a formula, a column (子项目.实际支出) in all its rows."""
        for name in rules.locked:
            try:
                values = [expression(name.text).evaluate(self.exact.root.scope)]
            except ExpressionError as error:
                self.findings.append(expression_finding(error, name.place, name.text))
                continue
            while values:
                value = values.pop()
                if isinstance(value, Figure) and value.id:
                    yield value.id
                elif isinstance(value, Items):
                    values += value

    def _settled(self, figure: Figure) -> Figure:
        """A figure with the value that it prints; where that is its own, the figure itself."""
        if figure.value is None or figure.as_typed:
            return figure
        match figure.unit.dimension:
            case Dimension.MONEY:
                return self._settled_amount(figure, figure.value)
            case Dimension.RATIO if figure.number is None:
                return self._settled_ratio(figure, figure.value)
            case Dimension.SCORE if figure.number is None:
                score = self._scores.rounded(figure.value, figure.id)
                return _printing(figure, score, figure.unrounded)
        return figure

    def _settled_amount(self, figure: Figure, value: Decimal) -> Figure:
        """As footed; an amount that is no part of that follows from its operands, as the policy adds them up."""
        exact = self.exact.figures.get(figure.id) if figure.id else None
        unrounded = exact.value if exact else figure.unrounded
        if unrounded is None:
            unrounded = value
        footed = self.footed.printed.get(figure.id) if figure.id else None
        if footed is None:
            footed = half_up(value if self._policy.adds_printed else unrounded, self.rules.basis)
        return _printing(figure, footed, unrounded)

    def _settled_ratio(self, figure: Figure, value: Decimal) -> Figure:
        """Rounded once, from its basis: the quotient of printed values."""
        basis = value if figure.unrounded is None else figure.unrounded
        digits = self._own_digits(figure)
        if digits is None:
            digits = self.rules.places[Display.TEXT].percent_digits
        return _printing(figure, half_up(basis, power_of_ten(-digits - 2)), basis)

    def _own_digits(self, figure: Figure) -> int | None:
        """Percent digits that the format declares for this figure, whatever the place."""
        if not self._digits:
            return None
        identity = figure.id or figure.mirrors
        return self._digits.get(id(self.exact.origins.get(identity))) if identity else None

    # the View

    def decide(self, expression: Expression, scope: Scope, place: Place | None = None) -> bool:
        """Whether a condition holds on printed values; a different answer on exact values is a finding."""
        with suppress(NotAlikeError, ExpressionError):
            if looks_at_no_rows(expression.text):
                return truth(expression.evaluate(AlikeScope(scope, self.exact)))
        answer = truth(expression.evaluate(scope))
        if answer is not truth(self._exactly(expression, scope)):
            self.findings.append(DECISION_DIFFERS.at(place, formula=expression.text))
        return answer

    def value(self, expression: Expression, scope: Scope, place: Place | None = None) -> object:
        """The value of an expression; rows or words that exact values would choose otherwise are a finding."""
        value = expression.evaluate(scope)
        if expression.chooses and choice(value) != choice(self._exactly(expression, scope)):
            self.findings.append(DECISION_DIFFERS.at(place, formula=expression.text))
        return value

    def _exactly(self, expression: Expression, scope: Scope) -> object:
        """What exact values give; MISSING where they fail, as row() of a list that has other rows."""
        try:
            return expression.evaluate(ExactScope(scope, self.exact))
        except ExpressionError:
            return MISSING

    def _figures_chosen_otherwise(self) -> Iterator[Finding]:
        """Derived figures for which exact values choose other rows, or the other branch."""
        anew = {identity for identity in self.printed_figures.anew if self._is_chosen_otherwise(identity)}
        for identity, exact in self.exact.all_figures().items() if anew else ():
            if identity in anew:
                yield DECISION_DIFFERS.at(exact.place, formula=exact.formula, figure=str(identity))

    def _is_chosen_otherwise(self, identity: FigureId) -> bool:
        exact = self.exact.figures.get(identity)
        if exact is None or exact.obstacle or not self.exact.plans.chooses(self.exact.origins.get(identity)):
            return False
        return operands(self.printed_figures.printed(exact)) != operands(exact)

    def printed(self, value: object, display: Display) -> Printed:
        """One value as a string, with what a draft marks; several paragraphs or values are joined."""
        return Printed(self.text(value, display), self._marked(value) if self._marks else ())

    def text(self, value: object, display: Display) -> str:
        """One value as a string. Raises ExpressionError (not_printable)."""
        if isinstance(value, str):
            return value
        if isinstance(value, Figure):
            return self._figure(value, display)
        if isinstance(value, Shown):
            inner, style = value.value, value.style
            return self._figure(inner, display, style) if isinstance(inner, Figure) else self.text(inner, display)
        if isinstance(value, Prose):
            return "\n".join(self.lines(value, display))
        if isinstance(value, Items):
            look_at(len(value))
            return "、".join(self._item(item, display) for item in value)
        return self._words(value, display)

    def _marked(self, value: object) -> tuple[Finding, ...]:
        """What was found about a figure; one that mirrors another stands for it."""
        figure = value.value if isinstance(value, Shown) else value
        if self._marks is None or not isinstance(figure, Figure):
            return ()
        return self._marks(figure if figure.id else replace(self._settled(figure), id=figure.mirrors))

    def _item(self, item: object, display: Display) -> str:
        return str(item) if isinstance(item, ItemRecord) else self.text(item, display)

    def _words(self, value: object, display: Display) -> str:
        """What is no figure: words, dates, answers; of a row its own name."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if value is None or value is UNKNOWN:
            place = self.rules.places[display]
            return place.blank if value is None else place.not_computable
        if isinstance(value, str | Date) or (isinstance(value, ItemRecord) and value.kind not in WHOLE):
            return str(value)
        names: Iterable[str] = getattr(value, "names", list)()  # of a record, or of the counters of a loop
        raise ExpressionError("not_printable", names="、".join(islice(names, MOST_NAMES)))

    def lines(self, value: object, display: Display) -> list[str]:
        """A narrative as its paragraphs; its figures print as in running text wherever it stands."""
        if not isinstance(value, Prose):
            return [self.text(value, display)]
        scope = value.scope
        return [
            "".join([part.text if isinstance(part, Literal) else self._tag(part, scope) for part in paragraph])
            for paragraph in value.narrative.paragraphs
        ]

    def paragraphs(self, value: object, display: Display) -> list[list[Printed]]:
        """The same piece by piece, with what a draft marks."""
        if not isinstance(value, Prose):
            return [[self.printed(value, display)]]
        return [
            [
                Printed(part.text) if isinstance(part, Literal) else self._marked_tag(part, value.scope)
                for part in paragraph
            ]
            for paragraph in value.narrative.paragraphs
        ]

    def _tag(self, tag: Tag, scope: Scope) -> str:
        try:
            return self.text(self.value(expression(tag.expression), scope, tag.place), Display.TEXT)
        except ExpressionError as error:
            self.findings.append(expression_finding(error, tag.place, tag.expression))
            return ""

    def _marked_tag(self, tag: Tag, scope: Scope) -> Printed:
        try:
            return self.printed(self.value(expression(tag.expression), scope, tag.place), Display.TEXT)
        except ExpressionError as error:
            self.findings.append(expression_finding(error, tag.place, tag.expression))
            return Printed("", (self.findings[-1],))

    def _figure(self, figure: Figure, display: Display, style: Style = BY_PLACE) -> str:
        """As the place has it, unless its tag says more."""
        settled = figure if figure.id else self._settled(figure)
        if style is BY_PLACE:
            return self._strings.of(settled)[_AT[display]]
        text = self.rules.figure(settled, display, style, self._own_digits(settled))
        if settled.id:
            self.said.setdefault(settled.id, {})[text] = None
        return text

    def score(self, figure: Figure) -> Decimal | None:
        """What a score would print as by its own value; nothing where it has none."""
        return None if figure.value is None else self._scores.rounded(figure.value, figure.id)

    def money_unit(self, display: Display) -> Unit:
        """The unit of amounts in this kind of place."""
        return self.rules.places[display].money_unit

    def tail_note(self, figures: Sequence[Figure]) -> str:
        """The note under a table of these printed figures, where a total misses its parts by a rounding tail."""
        return self._tails.note(figures)

    def strings(self, figure: Figure) -> dict[str, str]:
        """The printed string of a figure, exact or printed, in each kind of place."""
        printed = self.printed_figures.printed(figure)
        texts = self._strings.of(printed if printed.id else self._settled(printed))
        return dict(zip(_NAMES, texts, strict=True))

    def texts(self) -> list[Texts]:
        """What all figures of the report print as, in their order."""
        return list(map(self._strings.of, self.printed_figures.all_figures().values()))


def _printing(figure: Figure, value: Decimal, unrounded: Decimal | None) -> Figure:
    """The figure with the value that it prints, and what that was before it was rounded; itself, if that is all one."""
    if figure.value == value and (unrounded is None or unrounded == value):
        return figure
    return Figure(
        value,
        figure.unit,
        figure.id,
        figure.formula,
        figure.inputs,
        figure.place,
        figure.number,
        figure.obstacle,
        figure.as_typed,
        unrounded,
        figure.mirrors,
        figure.terms,
    )


class ExactScope:
    """The names of a scope with exact figures in place of printed ones."""

    def __init__(self, scope: Scope, exact: Evaluation) -> None:
        self._scope = scope
        self._exact = exact

    def lookup(self, name: str) -> object:
        """The exact value of the name."""
        return self._exactly(self._scope.lookup(name))

    def names(self) -> Iterable[str]:
        """The same names."""
        return self._scope.names()

    def _exactly(self, value: object) -> object:
        if isinstance(value, Figure) and value.id:
            return self._exact.figures.get(value.id, value)
        if isinstance(value, Items):
            return Items([self._exactly(item) for item in value], value.name)
        if isinstance(value, ItemRecord):
            return value.exact or value
        return value
