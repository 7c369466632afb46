"""What the syntax tree of an expression says of it before it is evaluated."""

from __future__ import annotations

from jixiao.expr.functions import CHOOSING, WHERE
from jixiao.expr.tree import Tree


def names_in(tree: Tree) -> set[str]:
    """The names that it uses; not those of rows."""
    if tree[:1] == ("name",) and isinstance(tree[-1], str):
        return {tree[-1]}
    if tree[:1] == ("each",):
        return set()
    found: set[str] = set()
    for part in tree:
        if isinstance(part, tuple):
            found |= names_in(part)
    return found


def is_plain(tree: Tree) -> bool:
    """Whether it only looks at values and compares them."""
    match tree:
        case ("name" | "constant" | "percent", *_):
            return True
        case ("attribute", owner, _):
            return is_plain(owner)
        case ("not", inner) | ("call", "computable", (inner,), ()):
            return is_plain(inner)
        case ("and" | "or", left, right):
            return is_plain(left) and is_plain(right)
        case ("compare", first, others):
            return is_plain(first) and all(is_plain(operand) for _, operand in others)
    return False


def path_in(tree: Tree) -> tuple[str, ...]:
    """The names that it is a path of; none where it is more."""
    match tree:
        case ("name", str(name)):
            return (name,)
        case ("attribute", owner, str(name)) if path := path_in(owner):
            return *path, name
    return ()


def chooses(tree: Tree) -> bool:
    """Whether its value may depend on which side of a bound a figure lies."""
    match tree:
        case ("choice", test, *_) if not _is_by_words(test):
            return True
        case ("default", _, _, ("constant", True)):
            return True
        case ("call" | "filter", str(name), (_, *conditions), wanted) if name in CHOOSING:
            if name != WHERE or not all(map(_is_by_words, conditions)) or not all(_is_word(each) for _, each in wanted):
                return True
    return any(chooses(part) for part in tree if isinstance(part, tuple))


def _is_by_words(test: Tree) -> bool:
    """Whether a condition compares with words alone, which no figure equals."""
    match test:
        case ("each", _, inner) | ("not", inner):
            return _is_by_words(inner)
        case ("and" | "or", left, right):
            return _is_by_words(left) and _is_by_words(right)
        case ("compare", left, ((operator, right),)):
            return operator in ("eq", "ne", "in", "notin") and (_is_word(left) or _is_word(right))
    return False


def _is_word(tree: Tree) -> bool:
    match tree:
        case ("list", items):
            return all(map(_is_word, items))
        case ("constant", value):
            return isinstance(value, str)
    return False
