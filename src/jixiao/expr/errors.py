"""What can be wrong with an expression; callers turn it into a located finding."""

from __future__ import annotations


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
