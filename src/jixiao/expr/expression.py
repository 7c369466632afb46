"""Expressions: compiled once per process to closures over figures, keyed by their text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache

from jixiao.expr import arithmetic
from jixiao.expr.errors import ExpressionError, unknown_function
from jixiao.expr.figure import MISSING, UNKNOWN, Figure, Named, Obstacle, ObstacleKind
from jixiao.expr.functions import FILTERS, FUNCTIONS, TESTS
from jixiao.expr.lists import Each
from jixiao.expr.plain import plain
from jixiao.expr.plain_paths import Plain
from jixiao.expr.scope import Fixed, Locals, Scope
from jixiao.expr.texts import METHODS, MISSING_KINDS, Record, at, is_in, linked, words
from jixiao.expr.tree import Tree, parse
from jixiao.expr.trees import chooses, is_plain, names_in, path_in
from jixiao.expr.values import Items, attribute, figure_of, same, truth
from jixiao.kernel.frozen import frozen
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import PERCENT

__all__ = ["UNKNOWN", "Expression", "ExpressionError", "Fixed", "Locals", "Scope", "expression", "truth"]

Run = Callable[[Scope], object]


@frozen
class Expression:
    """A readable expression: its text, the names it uses, how to evaluate it, and whether it chooses by figures."""

    text: str
    names: frozenset[str]
    run: Run
    chooses: bool = False

    def evaluate(self, scope: Scope) -> object:
        """Its value; raises ExpressionError for unknown names and impossible arithmetic."""
        return self.run(scope)


MOST_KEPT, MOST_REMEMBERED = 5000, 20_000
"""Expressions, and trees of formats, after which a process lets some go."""

_known: dict[str, Expression] = {}
_trees: dict[str, Tree] = {}
_remembered: dict[str, Tree] = {}


def expression(text: str) -> Expression:
    """The expression with this text; raises ExpressionError when it cannot be read."""
    text = text.strip()
    found = _known.get(text)
    if found is None:
        tree = _tree(text)
        names = frozenset(names_in(tree))
        found = Expression(text, names, _compiled(tree, text), chooses(tree))
        if len(_known) >= MOST_KEPT:
            _forget()
        _known[text], _trees[text] = found, tree
    return found


def plainly(text: str) -> Plain | None:
    """The function of a formula of a common shape; None for others, and for what cannot be read."""
    try:
        return plain(_tree(expression(text).text))
    except ExpressionError:  # told where it is evaluated
        return None


def _tree(text: str) -> Tree:
    return _trees.get(text) or _remembered.get(text) or parse(text)


def _forget() -> None:
    """Let the older half of what is kept go: units of a batch write tags of their own."""
    for text in list(_known)[: MOST_KEPT // 2]:
        del _known[text], _trees[text]


def trees_of(texts: set[str]) -> dict[str, Tree]:
    """The syntax trees of expressions that were read, for a cache."""
    return {text: _tree(text) for text in sorted(texts) if text in _trees or text in _remembered}


def remember(trees: dict[str, Tree]) -> None:
    """Take the syntax trees of a format from a cache, so that these texts need no parser."""
    if len(_remembered) > MOST_REMEMBERED:
        _remembered.clear()
    _remembered.update(trees)


@lru_cache(4096)  # asked of the conditions of templates alone, and of each of them again and again
def looks_at_no_rows(text: str) -> bool:
    """Whether a readable expression is made of names, constants and comparisons alone."""
    return is_plain(_tree(text))


def path_of(text: str) -> tuple[str, ...]:
    """The names of an expression that is no more than a name and names within what it gives (总分, 指标.得分).

    None of an expression that is more, or that cannot be read.
    """
    with suppress(ExpressionError):
        return path_in(_tree(text.strip()))
    return ()


def equated(condition: Expression) -> tuple[Expression, Expression] | None:
    """The two sides of a condition that is an equality, or whose last alternative is one."""
    tree = _tree(condition.text)
    while tree[0] == "or":
        tree = tree[2]
    if tree[0] != "compare" or [operator for operator, _ in tree[2]] != ["eq"]:
        return None
    left, right = (
        Expression(condition.text, frozenset(names_in(side)), _compiled(side, condition.text))
        for side in (tree[1], tree[2][0][1])
    )
    return left, right


def _compiled(tree: Tree, text: str) -> Run:
    return _COMPILE[tree[0]](tree, text)


def _constant(tree: Tree, _: str) -> Run:
    value = figure_of(tree[1], "") if isinstance(tree[1], Decimal) else tree[1]
    return lambda _: value


def _percent(tree: Tree, _: str) -> Run:
    number = parse_number(f"{tree[1]}%")
    value = Figure(number.value if number else None, PERCENT, formula=f"{tree[1]}%", number=number)
    return lambda _: value


def _each(tree: Tree, text: str) -> Run:
    """What stands in quotes: not evaluated here, but for each row of a list."""
    name, run = tree[1], _compiled(tree[2], text)
    return lambda scope: Each(name, run, scope)


def _name(tree: Tree, text: str) -> Run:
    name: str = tree[1]

    def run(scope: Scope) -> object:
        value = scope.lookup(name)
        if value is MISSING:
            from jixiao.kernel.similar import nearest  # noqa: PLC0415 - only for the message

            near = "、".join(nearest(name, list(scope.names())))
            raise ExpressionError("unknown_name", max(text.find(name), 0), name=name, near=near)
        return value

    return run


def _attribute(tree: Tree, text: str) -> Run:
    owner, name = _compiled(tree[1], text), tree[2]
    variable: str = tree[1][1] if tree[1][0] == "name" else ""

    def run(scope: Scope) -> object:
        value = scope.lookup(variable) if variable else owner(scope)
        if isinstance(value, Named):  # as most are: a row, or the report itself
            found = value.get(name)
            if found is not MISSING:
                return found
        return attribute(owner(scope) if value is MISSING else value, name, text)

    return run


def _item(tree: Tree, text: str) -> Run:
    owner, key = _compiled(tree[1], text), _compiled(tree[2], text)
    return lambda scope: at(owner(scope), key(scope), text)


def _record(tree: Tree, text: str) -> Run:
    pairs = [(_compiled(key, text), _compiled(value, text)) for key, value in tree[1]]
    return lambda scope: Record({words(key(scope), "{ }"): value(scope) for key, value in pairs})


def _concat(tree: Tree, text: str) -> Run:
    parts = [_compiled(part, text) for part in tree[1]]
    return lambda scope: linked(part(scope) for part in parts)


def _default(tree: Tree, text: str) -> Run:
    value, otherwise, wide = (_compiled(part, text) for part in tree[1:])

    def run(scope: Scope) -> object:
        found = _found(value, scope)
        is_blank = found is None or (isinstance(found, Figure) and found.is_blank)
        if found is MISSING or is_blank or (truth(wide(scope)) and not truth(found)):
            return otherwise(scope)
        return found

    return run


def _defined(tree: Tree, text: str) -> Run:
    value, wanted = _compiled(tree[1], text), tree[2]
    return lambda scope: (_found(value, scope) is not MISSING) is wanted


def _found(value: Run, scope: Scope) -> object:
    """What is found under a name; MISSING where there is no such name."""
    try:
        return value(scope)
    except ExpressionError as error:
        if error.kind in MISSING_KINDS:
            return MISSING
        raise


def _operation(operation: Callable[[Figure, Figure], Figure]) -> Callable[[Tree, str], Run]:
    def compiled(tree: Tree, text: str) -> Run:
        left, right = _compiled(tree[1], text), _compiled(tree[2], text)
        return lambda scope: operation(figure_of(left(scope), text), figure_of(right(scope), text))

    return compiled


def _negate(tree: Tree, text: str) -> Run:
    inner = _compiled(tree[1], text)
    return lambda scope: arithmetic.negate(figure_of(inner(scope), text))


_ORDER: dict[str, Callable[[int], bool]] = {
    "lt": lambda order: order < 0,
    "lteq": lambda order: order <= 0,
    "gt": lambda order: order > 0,
    "gteq": lambda order: order >= 0,
}


def _compare(tree: Tree, text: str) -> Run:
    first = _compiled(tree[1], text)
    rest = [(operator, _compiled(operand, text)) for operator, operand in tree[2]]

    def run(scope: Scope) -> object:
        left = first(scope)
        for operator, operand in rest:
            right = operand(scope)
            if _has_obstacle(left) or _has_obstacle(right):
                return UNKNOWN
            if not _holds(operator, left, right, text):
                return False
            left = right
        return True

    return run


def _has_obstacle(value: object) -> bool:
    return isinstance(value, Figure) and value.obstacle is not None


def _holds(operator: str, left: object, right: object, text: str) -> bool:
    if operator in ("eq", "ne"):
        return same(left, right) is (operator == "eq")
    if operator in ("in", "notin"):
        return is_in(left, right, text) is (operator == "in")
    order = arithmetic.compare(figure_of(left, text), figure_of(right, text))
    return order is not None and _ORDER[operator](order)


def _joined(decisive: bool) -> Callable[[Tree, str], Run]:  # noqa: FBT001 - what one side must be to decide alone
    """`or` is decided by one true side, `and` by one false; an unknown side leaves the rest unknown."""

    def compiled(tree: Tree, text: str) -> Run:
        left, right = _compiled(tree[1], text), _compiled(tree[2], text)

        def run(scope: Scope) -> object:
            sides = []
            for side in (left, right):
                value = side(scope)
                if value is not UNKNOWN and truth(value) is decisive:
                    return decisive
                sides.append(value)
            return UNKNOWN if UNKNOWN in sides else not decisive

        return run

    return compiled


def _not(tree: Tree, text: str) -> Run:
    inner = _compiled(tree[1], text)

    def run(scope: Scope) -> object:
        value = inner(scope)
        return UNKNOWN if value is UNKNOWN else not truth(value)

    return run


def _undecided(text: str) -> Obstacle:
    return Obstacle(ObstacleKind.UNREADABLE, text)


def _choice(tree: Tree, text: str) -> Run:
    test, chosen, otherwise = (_compiled(part, text) for part in tree[1:])

    def run(scope: Scope) -> object:
        answer = test(scope)
        if answer is not UNKNOWN:
            return chosen(scope) if truth(answer) else otherwise(scope)
        value = chosen(scope)  # nobody knows which it is; what this would be made of mostly says why
        if not isinstance(value, Figure):
            return UNKNOWN
        return value if value.obstacle else Figure(None, value.unit, formula=text, obstacle=_undecided(text))

    return run


def _list(tree: Tree, text: str) -> Run:
    items = [_compiled(item, text) for item in tree[1]]
    return lambda scope: Items([item(scope) for item in items])


def _called(table: dict[str, Callable[..., object]]) -> Callable[[Tree, str], Run]:
    def compiled(tree: Tree, text: str) -> Run:
        function = table.get(tree[1])
        if function is None:
            raise unknown_function(tree[1], text, table)
        positional = [_compiled(argument, text) for argument in tree[2]]
        keyword = {name: _compiled(argument, text) for name, argument in tree[3]}

        def run(scope: Scope) -> object:
            arguments = [argument(scope) for argument in positional]
            try:
                return function(*arguments, **{name: argument(scope) for name, argument in keyword.items()})
            except TypeError as error:
                raise ExpressionError("arguments", max(text.find(tree[1]), 0), name=tree[1]) from error

        return run

    return compiled


_COMPILE: dict[str, Callable[[Tree, str], Run]] = {
    "constant": _constant,
    "percent": _percent,
    "each": _each,
    "name": _name,
    "attribute": _attribute,
    "add": _operation(arithmetic.add),
    "subtract": _operation(arithmetic.subtract),
    "multiply": _operation(arithmetic.multiply),
    "divide": _operation(arithmetic.divide),
    "modulo": _operation(arithmetic.modulo),
    "floor": _operation(arithmetic.floor),
    "concat": _concat,
    "item": _item,
    "record": _record,
    "default": _default,
    "defined": _defined,
    "negate": _negate,
    "compare": _compare,
    "and": _joined(decisive=False),
    "or": _joined(decisive=True),
    "not": _not,
    "choice": _choice,
    "list": _list,
    "call": _called(FUNCTIONS),
    "method": _called(METHODS),
    "filter": _called(FILTERS),
    "test": _called(TESTS),
}
