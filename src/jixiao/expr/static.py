"""What is wrong with an expression whatever the figures are: every part is judged, those too that evaluation skips.

Names have sample values here: a figure may be blank, and of a list one row stands for all. A value of which nothing is
known is ANYTHING, and nothing is said of what is made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from jixiao.expr import arithmetic
from jixiao.expr.errors import ExpressionError, unknown_function
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.functions import FILTERS, FUNCTIONS, MOST_DIGITS, TESTS
from jixiao.expr.lists import Band
from jixiao.expr.scope import Scope, Within
from jixiao.expr.texts import METHODS, MISSING_KINDS, Record, at, is_in, words
from jixiao.expr.tree import FOR_EACH_ROW, Tree, parse
from jixiao.expr.values import Items, attribute, figure_of
from jixiao.expr.wording import Shown
from jixiao.kernel.unit import PERCENT, PLAIN, Dimension


class Anything:
    """The type of ANYTHING: a value of which nothing is known."""

    kind = label = ""

    def get(self, name: str) -> object:  # noqa: ARG002 - the protocol of records
        """Whatever is asked for."""
        return self

    def names(self) -> tuple[str, ...]:
        """None: there is no mistaking them."""
        return ()


ANYTHING: Final = Anything()

_TABLES = {"call": FUNCTIONS, "method": METHODS, "filter": FILTERS, "test": TESTS}
_LISTS = {"count": (1, 1), "where": (1, 2), "row": (1, 2), "sorted": (2, 2), "bands": (3, 3)}
"""What goes with a list, and how many arguments it takes."""
_BY_FIGURE = ("sorted", "bands")
_ANY_NUMBER = (1, 1_000)
_FIGURES = {
    **dict.fromkeys(("sum", "avg", "min", "max"), _ANY_NUMBER),
    "round": (1, 2),
    "abs": (1, 1),
    "direction": (2, 5),
    "computable": (1, 1),
}
"""What adds up, compares or rounds figures, and how many arguments it takes."""
_OF_ROWS = ("sum", "avg")
_LIKELY = Decimal(123_450_000)
"""A value that every style can print unless the unit forbids it."""
_BY_VALUE = ("approximate_nothing", "approximate_twice")


_parsed = lru_cache(maxsize=2_000)(parse)
"""The forms that formats share are judged once for each of them."""


def judged(text: str, scope: Scope) -> tuple[object, list[ExpressionError]]:
    """A sample of what the expression gives, and all that is wrong with it."""
    try:
        tree = _parsed(text)
    except ExpressionError as error:
        return ANYTHING, [error]
    judge = _Judge(text.strip())
    return judge.value(tree, scope), judge.errors


class _Judge:
    """Judges one expression; its errors gather in the order in which they are met."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.errors: list[ExpressionError] = []
        self._of: dict[str, Callable[[Tree, Scope], object]] = {
            "constant": lambda tree, _: figure_of(tree[1], "") if isinstance(tree[1], Decimal) else tree[1],
            "percent": lambda *_: Figure(Decimal(1), PERCENT),
            "name": self._name,
            "attribute": lambda tree, scope: self._safely(attribute, self.value(tree[1], scope), tree[2], self.text),
            "add": self._sum,
            "subtract": self._sum,
            "multiply": self._product,
            "divide": self._product,
            "modulo": self._remains,
            "floor": self._remains,
            "concat": self._concat,
            "item": self._item,
            "record": lambda tree, scope: Record({str(key[1]): self.value(each, scope) for key, each in tree[1]}),
            "default": self._default,
            "defined": self._default,
            "negate": lambda tree, scope: self._figure(tree[1], scope),
            "compare": self._compare,
            "and": self._both,
            "or": self._both,
            "not": self._both,
            "choice": self._choice,
            "list": lambda tree, scope: Items([self.value(item, scope) for item in tree[1]]),
            "call": self._call,
            "method": self._call,
            "filter": self._call,
            "test": self._call,
        }

    def value(self, tree: Tree, scope: Scope) -> object:
        """A sample of what this part gives."""
        return self._of[tree[0]](tree, scope)

    def _safely(self, function: Callable[..., object], *arguments: object) -> object:
        """What a function of the language gives, ANYTHING where it fails or is asked of ANYTHING."""
        if any(each is ANYTHING for each in arguments):
            return ANYTHING
        try:
            return function(*arguments)
        except ExpressionError as error:
            self.errors.append(error)
        return ANYTHING

    def _name(self, tree: Tree, scope: Scope) -> object:
        name = tree[1]
        found = scope.lookup(name)
        if found is not MISSING:
            return found
        from jixiao.kernel.similar import nearest  # noqa: PLC0415 - only for the message

        near = nearest(name, list(scope.names()))
        is_misspelt = name == "loop" or any(abs(len(each) - len(name)) <= 1 for each in near)
        kind = "unknown_name" if is_misspelt else "unknown_fact"
        return self._refuse(ExpressionError(kind, max(self.text.find(name), 0), name=name, near="、".join(near)))

    # figures

    def _figure(self, tree: Tree, scope: Scope) -> object:
        return self._safely(figure_of, self.value(tree, scope), self.text)

    def _operands(self, trees: Iterator[Tree] | tuple[Tree, ...], scope: Scope) -> list[Figure]:
        """The operands as figures; what is wrong with one is told, and it counts as any figure."""
        found = (self._figure(each, scope) for each in trees)
        return [each if isinstance(each, Figure) else Figure(None) for each in found]

    def _sum(self, tree: Tree, scope: Scope) -> object:
        return self._of_one_unit(self._operands(tree[1:], scope))

    def _of_one_unit(self, operands: list[Figure]) -> Figure:
        unit = self._safely(arithmetic.common_unit, operands)
        known = [each.unit for each in operands if not _is_open(each)]
        return Figure(None, known[0] if known and unit is not ANYTHING else PLAIN)

    def _product(self, tree: Tree, scope: Scope) -> object:
        left, right = self._operands(tree[1:], scope)
        if _is_open(left) or _is_open(right):
            return Figure(None)
        made = self._safely(arithmetic.multiply if tree[0] == "multiply" else arithmetic.divide, left, right)
        return replace(made, value=None, obstacle=None) if isinstance(made, Figure) else Figure(None)

    def _remains(self, tree: Tree, scope: Scope) -> object:
        self._safely(arithmetic.modulo, *self._operands(tree[1:], scope))
        return Figure(None)

    # words and records

    def _concat(self, tree: Tree, scope: Scope) -> object:
        for part in tree[1]:
            value = self.value(part, scope)
            likely = replace(value, value=_LIKELY) if isinstance(value, Figure) and not value.is_blank else value
            self._safely(words, likely, "~")
        return ANYTHING

    def _item(self, tree: Tree, scope: Scope) -> object:
        owner, key = self.value(tree[1], scope), self.value(tree[2], scope)
        return self._safely(at, owner, key, self.text) if tree[2][0] == "constant" else ANYTHING

    def _default(self, tree: Tree, scope: Scope) -> object:
        """What may be missing, and what stands in for it."""
        silent = _Judge(self.text)
        silent.value(tree[1], scope)
        self.errors += (error for error in silent.errors if error.kind not in (*MISSING_KINDS, "unknown_fact"))
        if tree[0] == "defined":
            return True
        for part in tree[2:]:
            self.value(part, scope)
        return ANYTHING

    # conditions

    def _compare(self, tree: Tree, scope: Scope) -> object:
        left = self.value(tree[1], scope)
        for operator, operand in tree[2]:
            right = self.value(operand, scope)
            if operator in ("in", "notin"):
                self._safely(is_in, left, right, self.text)
            elif operator not in ("eq", "ne") or (isinstance(left, Figure) and isinstance(right, Figure)):
                sides = [self._safely(figure_of, each, self.text) for each in (left, right)]
                if all(isinstance(each, Figure) for each in sides):
                    self._safely(arithmetic.compare, *sides)
            left = right
        return True

    def _both(self, tree: Tree, scope: Scope) -> object:
        for side in tree[1:]:
            self.value(side, scope)
        return True

    def _choice(self, tree: Tree, scope: Scope) -> object:
        _, chosen, otherwise = (self.value(part, scope) for part in tree[1:])
        return chosen if type(chosen) is type(otherwise) or otherwise is None else ANYTHING

    # functions, filters, tests

    def _call(self, tree: Tree, scope: Scope) -> object:
        kind, name, positional, named = tree
        table = _TABLES[kind]
        row = self._row_of(positional, scope)
        arguments = [self._argument(each, scope, row) for each in positional]
        keywords = {key: self.value(each, scope) for key, each in named}
        if name not in table:
            return self._refuse(unknown_function(name, self.text, table))
        if name in _LISTS:
            return self._of_list(name, arguments, keywords, is_quoted=_has_quotes(positional))
        if name in _OF_ROWS and _has_quotes(positional):
            arguments = arguments[1:]
        return (
            self._of_figures(name, arguments) if name in _FIGURES else self._applied(table[name], arguments, keywords)
        )

    def _row_of(self, positional: tuple[Tree, ...], scope: Scope) -> object:
        """What a condition in quotes is about: a row of the list before it."""
        if not _has_quotes(positional):
            return ANYTHING
        silent = _Judge(self.text)
        rows = silent.value(positional[0], scope)
        return rows[0] if isinstance(rows, Items) and rows else ANYTHING

    def _argument(self, tree: Tree, scope: Scope, row: object) -> object:
        if tree[0] != "each":
            return self.value(tree, scope)
        inner = _Judge(tree[1])
        found = inner.value(tree[2], Within(row, scope) if row is not ANYTHING else _Open(scope))
        for error in inner.errors:
            at = None if error.offset is None else max(self.text.find(tree[1]), 0) + error.offset
            self.errors.append(ExpressionError(error.kind, at, **error.fields))
        return found

    def _of_list(self, name: str, arguments: list[object], keywords: dict[str, object], *, is_quoted: bool) -> object:
        least, most = _LISTS[name]
        wrong = ExpressionError("arguments", max(self.text.find(name), 0), name=name)
        if not least <= len(arguments) <= most or (keywords and name != "where"):
            return self._refuse(wrong)
        rows = arguments[0]
        if name in FOR_EACH_ROW and len(arguments) > 1 and not is_quoted:
            self.errors.append(wrong)
        elif name in _BY_FIGURE:
            self._safely(figure_of, arguments[1], self.text)
        if not isinstance(rows, Items):
            return rows if rows is ANYTHING else self._refuse(ExpressionError("not_a_list", what=name))
        for key in keywords:
            self._safely(attribute, rows[0] if rows else ANYTHING, key, key)
        return self._chosen(name, rows, arguments)

    def _chosen(self, name: str, rows: Items, arguments: list[object]) -> object:
        """What a function gives of a list."""
        if name == "count":
            return Figure(None)
        if name == "row":
            return rows[0] if rows else ANYTHING
        return self._bands(rows, arguments[2]) if name == "bands" else rows

    def _bands(self, rows: Items, bounds: object) -> object:
        """The bands between bounds, of which one stands for all."""
        if bounds is not ANYTHING and not isinstance(bounds, list):
            return self._refuse(ExpressionError("not_a_list", what="bands"))
        for bound in _flat([bounds]):
            self._safely(figure_of, bound, self.text)
        return Items([Band(None, None, rows)], rows.name)

    def _refuse(self, error: ExpressionError) -> Anything:
        self.errors.append(error)
        return ANYTHING

    def _of_figures(self, name: str, arguments: list[object]) -> object:
        """What adds up, compares or rounds figures; lists stand for their values."""
        least, most = _FIGURES[name]
        if not least <= len(arguments) <= most:
            return self._refuse(ExpressionError("arguments", max(self.text.find(name), 0), name=name))
        compared = arguments[:2] if name == "direction" else arguments  # the others are its words
        figures = [self._safely(figure_of, each, self.text) for each in _flat(compared)]
        known = [each for each in figures if isinstance(each, Figure)]
        if name == "computable":
            return True
        if name == "direction":
            self._of_one_unit(known)
            return ""
        if name == "round" and len(known) > 1 and known[1].value is not None and abs(known[1].value) > MOST_DIGITS:
            self._refuse(ExpressionError("arguments", max(self.text.find(name), 0), name=name))
        if name in ("round", "abs"):
            return known[0] if known else Figure(None)
        return self._of_one_unit(known)

    def _applied(
        self, function: Callable[..., object], arguments: list[object], keywords: Mapping[str, object]
    ) -> object:
        """A style, or what reads a number in words, of a likely value."""
        subject, *others = arguments or [ANYTHING]
        if any(each is ANYTHING for each in _flat([subject, *others, *keywords.values()])):
            return ANYTHING
        is_open = isinstance(subject, Figure) and _is_open(subject)
        if isinstance(subject, Figure) and subject.value is None and not is_open:
            subject = replace(subject, value=_LIKELY, number=None, obstacle=None)
        if subject == "":
            return ANYTHING
        try:
            made = function(subject, *others, **keywords)
        except TypeError:
            name = next(name for table in _TABLES.values() for name, each in table.items() if each is function)
            return self._refuse(ExpressionError("arguments", max(self.text.find(name), 0), name=name))
        except ExpressionError as error:
            return ANYTHING if error.kind in _BY_VALUE else self._refuse(error)
        return Shown(arguments[0], made.style) if isinstance(made, Shown) else made


def _has_quotes(positional: tuple[Tree, ...]) -> bool:
    """Whether a list is followed by what is asked of its rows."""
    return len(positional) > 1 and positional[1][0] == "each"


class _Open:
    """The names within the quotes behind a list of which nothing is known: any may be one of its rows'."""

    def __init__(self, outer: Scope) -> None:
        self._outer = outer

    def lookup(self, name: str) -> object:
        found = self._outer.lookup(name)
        return ANYTHING if found is MISSING else found

    def names(self) -> tuple[str, ...]:
        return ()


def _is_open(figure: Figure) -> bool:
    """Whether nobody has said what it counts."""
    return figure.unit.dimension is Dimension.PLAIN and figure.value is None


def _flat(values: list[object]) -> Iterator[object]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        else:
            yield value
