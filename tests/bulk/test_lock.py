"""One run at a time for an output folder; shards of one division go side by side."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from jixiao.bulk.lock import InUseError, Shard, locked

ONE, TWO, OTHER = Shard((1, 2)), Shard((2, 2)), Shard((1, 3))


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (None, None, False),
        (None, ONE, False),
        (ONE, None, False),
        (ONE, ONE, False),
        (ONE, TWO, True),
        (ONE, OTHER, False),
    ],
)
def test_who_may_work_at_a_time(tmp_path: Path, first: Shard | None, second: Shard | None, together: bool) -> None:
    with locked(tmp_path, first):
        if together:
            with locked(tmp_path, second):
                pass
        else:
            with pytest.raises(InUseError), locked(tmp_path, second):
                pass
    with locked(tmp_path, second):
        pass


def test_every_unit_belongs_to_one_shard() -> None:
    digests = [hashlib.sha256(str(each).encode()).digest() for each in range(300)]
    shards = [Shard((number, 3)) for number in (1, 2, 3)]
    shares = [sum(shard.has(digest) for shard in shards) for digest in digests]
    assert shares == [1] * len(digests)
    assert all(sum(shard.has(digest) for digest in digests) > 70 for shard in shards)
