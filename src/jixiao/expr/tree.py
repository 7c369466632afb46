"""Text to syntax tree: Jinja's parser, then an allow-list. Trees are plain tuples, so a cache can keep them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jixiao.expr.errors import ExpressionError

if TYPE_CHECKING:
    from jinja2 import nodes

Tree = tuple[Any, ...]

MAX_LENGTH = 2_000
MAX_DEPTH = 200
"""Operations within operations; a sum of many terms counts one for each."""

FOR_EACH_ROW = ("where", "sorted", "bands", "sum", "avg")
"""Functions and filters whose second argument, in quotes, is an expression about each row of the first."""

DEFAULT = ("default", "d")
METHODS = ("upper", "lower", "capitalize", "title", "replace", "items", "strip", "keys", "values", "cycle")
"""What may be called behind a point, on what is no literal."""

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_PLAIN = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*(?: *\| *[^\W\d]\w*)*")  # a name, its attributes, filters
_QUOTES = re.compile(r"[“‘]([^“”‘’\"]*)[”’]")
"""Quotation marks as Word makes them of straight ones."""
_SIGNS = {
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "÷": "/",
    "、": ",",
    "&&": "and",
    "||": "or",
    "=": "==",
    "\\|": "|",
}
_SIGN = re.compile(r"\"[^\"]*\"|'[^']*'|(?P<sign>[≥≤≠×÷、]|&&|\\\||\|\||(?<![=!<>])=(?!=))")
_JINJA_WORDS = {"and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False", "None"}

_FALSE: Tree = ("constant", False)
_RawToken = tuple[int, str, str]


class Percentage(NamedTuple):
    """A literal such as 90%."""

    typed: str


def parse(text: str) -> Tree:
    """The tree of an expression; raises ExpressionError (syntax, refused, too_long, too_deep)."""
    text = _QUOTES.sub(r'"\1"', unicodedata.normalize("NFKC", text).strip())
    if len(text) > MAX_LENGTH:
        raise ExpressionError("too_long", limit=str(MAX_LENGTH))
    if _PLAIN.fullmatch(text) and text not in _JINJA_WORDS:
        return _plain_tree(text)
    try:
        tree = _grown(_jinja_tree(text), text)
    except RecursionError:
        tree = None
    if tree is None or _is_too_deep(tree):
        raise ExpressionError("too_deep", limit=str(MAX_DEPTH))
    return tree


def _is_too_deep(tree: Tree) -> bool:
    """Whether evaluating it would take more steps into one another than a program may take."""
    level: list[Tree] = [tree]
    for _ in range(MAX_DEPTH):
        level = [part for each in level for part in _parts(each)]
    return bool(level)


def _parts(tree: Tree) -> Iterator[Tree]:
    """The operands of an operation, through the tuples they may stand in."""
    for part in tree:
        if isinstance(part, tuple):
            yield from (part,) if part and isinstance(part[0], str) else _parts(part)


def _plain_tree(text: str) -> Tree:
    """The tree of what nearly every tag is, without the parser, whose import costs more than a report."""
    path, *filters = (part.strip() for part in text.split("|"))
    first, *steps = path.split(".")
    _refuse_inner((first, *steps), text)
    tree: Tree = ("name", first)
    for step in steps:
        tree = ("attribute", tree, step)
    for name in filters:
        tree = ("filter", name, (tree,), ()) if name not in DEFAULT else ("default", tree, ("constant", ""), _FALSE)
    return tree


def _jinja_tree(text: str) -> nodes.Expr:
    from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415 - most expressions are names and never need it

    if "%}" in text or "}}" in text or "{%" in text or "{{" in text:
        raise ExpressionError("syntax", reason="{{ }}")
    try:
        template = _environment().parse("{{ " + text + " }}")
    except TemplateSyntaxError as error:
        raise _unreadable(text, error.message or "") from error
    output = template.body[0] if len(template.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise ExpressionError("syntax", reason=text)
    return output.nodes[0]


def _unreadable(text: str, reason: str) -> ExpressionError:
    """The error for a text that is no expression; a sign that has another form here is most likely the reason."""
    found = next((match for match in _SIGN.finditer(text) if match["sign"]), None)
    if found is None or (found["sign"] == "=" and "(" in text):  # there it names an argument
        return ExpressionError("syntax", reason=reason)
    return ExpressionError("odd_sign", found.start(), sign=found["sign"], right=_SIGNS[found["sign"]])


@cache
def _environment() -> Any:
    from jinja2 import Environment  # noqa: PLC0415 - see _jinja_tree
    from jinja2.lexer import Lexer, Token  # noqa: PLC0415

    class DecimalLexer(Lexer):
        """Reads a literal with a point as Decimal, so that no float ever exists, and 90% as one literal."""

        def wrap(self, stream: Any, name: str | None = None, filename: str | None = None) -> Iterator[Token]:
            for line, kind, value in _percentages(stream):
                if kind == "percent":
                    yield Token(line, "float", Percentage(value))  # type: ignore[arg-type]
                elif kind == "float":
                    yield Token(line, kind, Decimal(value.replace("_", "")))  # type: ignore[arg-type]
                else:
                    yield from super().wrap([(line, kind, value)], name, filename)

    class DecimalEnvironment(Environment):
        """An environment that is used as a parser only."""

        @property
        def lexer(self) -> Lexer:
            return DecimalLexer(self)

    return DecimalEnvironment(autoescape=True)


def _percentages(stream: Iterable[_RawToken]) -> Iterator[_RawToken]:
    """The tokens with each number that a % follows at once as one of them."""
    last: _RawToken | None = None
    for token in stream:
        if last and token[1:] == ("operator", "%") and last[1] in ("integer", "float") and _DIGITS.fullmatch(last[2]):
            yield last[0], "percent", last[2]
            last = None
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def _grown(node: nodes.Node, text: str) -> Tree:
    grow = _GROW.get(type(node).__name__)
    if grow is None:
        raise ExpressionError("refused", what=type(node).__name__, text=text)
    return grow(node, text)


def _refuse_inner(names: Iterable[str], text: str) -> None:
    """Names that Python gives to what is inside its objects mean nothing here."""
    for name in names:
        if name.startswith("__"):
            raise ExpressionError("refused", what=name, text=text)


def _name(node: Any, text: str) -> Tree:
    _refuse_inner([node.name], text)
    return ("name", node.name)


def _attribute(node: Any, text: str) -> Tree:
    _refuse_inner([node.attr], text)
    return ("attribute", _grown(node.node, text), node.attr)


def _binary(operator: str) -> Callable[[Any, str], Tree]:
    return lambda node, text: (operator, _grown(node.left, text), _grown(node.right, text))


def _constant(node: Any, text: str) -> Tree:
    if isinstance(node.value, Percentage):
        return ("percent", node.value.typed)
    if isinstance(node.value, bool | str) or node.value is None:
        return ("constant", node.value)
    if isinstance(node.value, int | Decimal) and abs(Decimal(node.value).adjusted()) <= MAX_LENGTH:
        return ("constant", Decimal(node.value))
    raise ExpressionError("refused", what=str(node.value), text=text)


def _comparison(node: Any, text: str) -> Tree:
    pairs = tuple((operand.op, _grown(operand.expr, text)) for operand in node.ops)
    return ("compare", _grown(node.expr, text), pairs)


def _named_arguments(node: Any, text: str) -> tuple[tuple[str, Tree], ...]:
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        raise ExpressionError("refused", what="*", text=text)
    return tuple((pair.key, _grown(pair.value, text)) for pair in node.kwargs)


def _call(node: Any, text: str) -> Tree:
    kind = type(node.node).__name__
    if kind == "Getattr" and node.node.attr in METHODS and type(node.node.node).__name__ != "Const":
        given = (node.node.node, *node.args)
        return ("method", node.node.attr, tuple(_grown(each, text) for each in given), _named_arguments(node, text))
    if kind != "Name":
        raise ExpressionError("refused", what="()", text=text)
    return ("call", node.node.name, _arguments(node.node.name, node.args, text), _named_arguments(node, text))


def _filter(node: Any, text: str) -> Tree:
    if node.node is None:
        raise ExpressionError("refused", what=node.name, text=text)
    if node.name in DEFAULT:
        return _default(node, text)
    return ("filter", node.name, _arguments(node.name, [node.node, *node.args], text), _named_arguments(node, text))


def _test(node: Any, text: str) -> Tree:
    if node.name in ("defined", "undefined"):
        return ("defined", _grown(node.node, text), node.name == "defined")
    return ("test", node.name, tuple(_grown(each, text) for each in (node.node, *node.args)), ())


def _item(node: Any, text: str) -> Tree:
    return ("item", _grown(node.node, text), _grown(node.arg, text))


def _dict(node: Any, text: str) -> Tree:
    return ("record", tuple((_grown(pair.key, text), _grown(pair.value, text)) for pair in node.items))


def _default(node: Any, text: str) -> Tree:
    """What stands in for what is missing: with true behind it, also for what is empty, zero or false."""
    given = [*node.args, *(pair.value for pair in node.kwargs)]
    if len(given) > 2 or node.dyn_args is not None or node.dyn_kwargs is not None:  # noqa: PLR2004 - value, true
        raise ExpressionError("arguments", name=node.name)
    value, wide = (*(_grown(each, text) for each in given), *(("constant", ""), _FALSE)[len(given) :])
    return ("default", _grown(node.node, text), value, wide)


def _arguments(name: str, given: Sequence[nodes.Expr], text: str) -> tuple[Tree, ...]:
    """The arguments; the quoted one behind a list is an expression about each of its rows."""
    grown = [_grown(argument, text) for argument in given]
    if name in FOR_EACH_ROW and len(grown) > 1 and grown[1][0] == "constant" and isinstance(grown[1][1], str):
        grown[1] = _each(grown[1][1], text)
    return tuple(grown)


def _each(quoted: str, text: str) -> Tree:
    try:
        return ("each", quoted, _grown(_jinja_tree(quoted), quoted))
    except ExpressionError as error:
        raise ExpressionError(error.kind, max(text.find(quoted), 0), **error.fields) from error


def _choice(node: Any, text: str) -> Tree:
    otherwise = ("constant", None) if node.expr2 is None else _grown(node.expr2, text)
    return ("choice", _grown(node.test, text), _grown(node.expr1, text), otherwise)


_GROW: dict[str, Callable[[Any, str], Tree]] = {
    "Name": _name,
    "Getattr": _attribute,
    "Const": _constant,
    "Add": _binary("add"),
    "Sub": _binary("subtract"),
    "Mul": _binary("multiply"),
    "Div": _binary("divide"),
    "And": _binary("and"),
    "Or": _binary("or"),
    "Neg": lambda node, text: ("negate", _grown(node.node, text)),
    "Pos": lambda node, text: _grown(node.node, text),
    "Not": lambda node, text: ("not", _grown(node.node, text)),
    "Compare": _comparison,
    "Call": _call,
    "Filter": _filter,
    "Test": _test,
    "CondExpr": _choice,
    "Mod": _binary("modulo"),
    "FloorDiv": _binary("floor"),
    "Concat": lambda node, text: ("concat", tuple(_grown(each, text) for each in node.nodes)),
    "Getitem": _item,
    "Dict": _dict,
    "List": lambda node, text: ("list", tuple(_grown(item, text) for item in node.items)),
}
