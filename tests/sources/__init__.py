"""Published reports as they were printed, where the examples made of them print or fill in something else."""

from typing import NamedTuple


class Source(NamedTuple):
    """What a published report says beside the example made of it.

    printed: derived figures, one a line, amounts in 万元; of two values the one that the data contradict.
    verbatim: entries that the example words otherwise than the report: file, here, there.
    """

    unit: str
    year: int
    printed: str
    verbatim: tuple[tuple[str, str, str], ...]
