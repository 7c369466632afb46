"""All figures of a report as lines of JSON: what `json.dumps` writes of each of them, in a fraction of the time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring

from jixiao.ledger.listing import PLACES, Columns

_BETWEEN = "\x7f"
"""A sign that JSON does not escape, and that hardly any text holds."""


def json_lines(figures: Columns) -> list[str]:
    """Of each figure its object on one line."""
    ids, names, parts, items, units = map(
        escaped, (figures.ids, figures.names, figures.parts, figures.items, figures.units)
    )
    formulas, places, obstacles = map(escaped, (figures.formulas, figures.places, figures.obstacles))
    numbers = figures.values, figures.half_up, figures.footed
    rest = _printed(figures), formulas, _inputs(figures, ids), places, obstacles
    return [
        f'{{"id": "{identity}", "name": "{name}", "part": "{part}", "item": "{item}", '
        f'"value": "{value}", "half_up": "{half_up}", "footed": "{footed}", "unit": "{unit}", "printed": {printed}, '
        f'"formula": "{formula}", "inputs": [{inputs}], "place": "{place}", "obstacle": "{obstacle}"}}'
        for identity, name, part, item, value, half_up, footed, unit, printed, formula, inputs, place, obstacle in zip(
            ids, names, parts, items, *numbers, units, *rest, strict=True
        )
    ]


def _printed(figures: Columns) -> list[str]:
    """The strings of each figure by the kind of place; many figures print alike."""
    made: dict[tuple[str, ...], str] = {}
    for texts in figures.printed:
        if texts not in made:
            pairs = [f'"{name}": {encode_basestring(text)}' for name, text in zip(PLACES, texts, strict=True)]
            made[texts] = f"{{{', '.join(pairs)}}}"
    return [made[texts] for texts in figures.printed]


def _inputs(figures: Columns, ids: Sequence[str]) -> list[str]:
    """The identities of what each figure was made of. ids: those of the report, escaped."""
    known = dict(zip(figures.ids, [f'"{each}"' for each in ids], strict=True))
    return [", ".join([known.get(each) or encode_basestring(each) for each in own]) for own in figures.inputs]


def escaped(texts: Sequence[str]) -> list[str]:
    """The texts as they stand between the quotes of JSON, all escaped at once."""
    found = encode_basestring(_BETWEEN.join(texts))[1:-1].split(_BETWEEN)
    return found if len(found) == len(texts) else [encode_basestring(each)[1:-1] for each in texts]


def json_text(heads: Mapping[str, object], figures: Columns) -> str:
    """A JSON object of some keys and all figures, each on a line of its own, so that two runs can be compared."""
    lines = [f"{encode_basestring(key)}: {json.dumps(value, ensure_ascii=False)},\n" for key, value in heads.items()]
    return "".join(["{\n", *lines, '"figures": [\n', ",\n".join(json_lines(figures)), "\n]\n}\n"])
