"""What can be wrong with an expression; callers turn it into a located finding."""

from __future__ import annotations

from collections.abc import Iterable


class ExpressionError(Exception):
    """An expression that cannot be read or evaluated.

    kind: key of the sentence (syntax, refused, unknown_name, unit_mismatch, not_a_number, …).
    fields: the gaps of that sentence. offset: character of the expression's text, where known.
    """

    def __init__(self, kind: str, offset: int | None = None, **fields: str) -> None:
        super().__init__(f"{kind}: {fields}")
        self.kind = kind
        self.fields = fields
        self.offset = offset


def unknown_function(name: str, text: str, known: Iterable[str]) -> ExpressionError:
    """The error for a function, filter or test that there is not."""
    from jixiao.kernel.similar import nearest  # noqa: PLC0415 - only for the message

    table = list(known)
    near = "、".join(nearest(name, table))
    return ExpressionError("unknown_function", max(text.find(name), 0), name=name, near=near, known="、".join(table))
