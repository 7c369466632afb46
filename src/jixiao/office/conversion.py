"""Documents to PDF: several in one run of LibreOffice, two runs side by side, each bounded in time.

One run starts in one to two seconds and then takes about one for a document; so documents share a run. A run that
crashes or hangs tells by what it has written which document it was at: that one is tried once more, alone, and the
others, which are not to blame, go into another run.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from itertools import count, islice
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from jixiao.office.pdf import is_whole
from jixiao.office.process import start, stop

K = TypeVar("K")

_LOOK_EVERY = 0.02
_FEW = 4  # documents from which a second run is worth its start
_HOPELESS = 4  # failures without any success: it is the program, not the documents
_PREFIX = "jixiao-office-"
_LEFT_OVER_AFTER = 86_400  # seconds after which a folder belongs to nobody: its program was killed
_NOISE = "javaldx"  # LibreOffice complains of a Java that it does not need
_OPTIONS = {
    "ExportBookmarks": True,  # headings as the outline of the PDF
    "ExportBookmarksToPDFDestination": True,  # where each bookmark stands
    "IsSkipEmptyPages": False,  # printed on both sides, page 1 is a front
}


class Fault(StrEnum):
    """Why there is no PDF of a document."""

    HUNG = "hung"
    CRASHED = "crashed"
    REFUSED = "refused"
    """LibreOffice ended as if all were well."""


class Failure(NamedTuple):
    """A document that was tried twice in vain; said: the last line of what LibreOffice said."""

    fault: Fault
    said: str = ""


class Bounds(NamedTuple):
    """start: seconds until the first document is begun; document: for each of them; batch: documents in one run."""

    start: float = 60
    document: float = 60
    batch: int = 16
    processes: int = 2


class _Job(NamedTuple, Generic[K]):
    """A document, and how many runs ended at it."""

    key: K
    document: bytes
    tried: int = 0


def to_pdf(
    program: Path, documents: Iterable[tuple[K, bytes]], bounds: Bounds | None = None
) -> Generator[tuple[K, bytes | Failure], None, None]:
    """The PDF of each document, or why there is none, in the order in which they are done; keys are the caller's.

    Documents are taken as they are needed, so there may be thousands. When the caller stops asking, or is interrupted,
    LibreOffice is ended and its folders are removed.
    """
    _remove_left_overs()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
        desk = _Desk(program, Path(folder), documents, bounds or Bounds())
        try:
            while desk.begin():
                yield from desk.done()
        finally:
            for run in desk.runs:
                stop(run.process)


class _Desk(Generic[K]):
    """The documents that wait, and the runs that are under way."""

    def __init__(self, program: Path, folder: Path, documents: Iterable[tuple[K, bytes]], bounds: Bounds) -> None:
        self.runs: list[_Run[K]] = []
        self._program, self._folder, self._bounds = program, folder, bounds
        self._coming = (_Job(key, document) for key, document in documents)
        self._fresh: deque[_Job[K]] = deque()
        self._suspects: deque[_Job[K]] = deque()
        self._numbers = count(1)
        self._profiles = [self._new_folder() for _ in range(bounds.processes)]
        self._succeeded = self._failed = 0

    def begin(self) -> bool:
        """Start as many runs as may be; whether any is under way."""
        while self._profiles and (jobs := self._next()):
            command = [str(self._program), *_arguments(self._profiles[-1])]
            self.runs.append(_Run(command, self._profiles.pop(), self._new_folder(), jobs, self._bounds))
        return bool(self.runs)

    def done(self) -> Iterator[tuple[K, bytes | Failure]]:
        """Wait until a run has ended, and give what came of it."""
        while not (ended := [run for run in self.runs if run.has_ended()]):
            time.sleep(_LOOK_EVERY)
        for run in ended:
            stop(run.process)
            self.runs.remove(run)
            self._profiles.append(run.profile if run.fault is Fault.REFUSED else self._new_folder())
            for job, pdf in run.results():
                if pdf is not None:
                    self._succeeded += 1
                    yield job.key, pdf
                elif job.tried > 1:
                    self._failed += 1
                    yield job.key, Failure(run.fault, run.said)
                else:
                    (self._suspects if job.tried else self._fresh).append(job)
            shutil.rmtree(run.folder, ignore_errors=True)
            if self._failed >= _HOPELESS and not self._succeeded:
                yield from self._given_up(Failure(run.fault, run.said))

    def _given_up(self, failure: Failure) -> Iterator[tuple[K, Failure]]:
        for waiting in (self._suspects, self._fresh):
            while waiting:
                yield waiting.popleft().key, failure
        yield from ((job.key, failure) for job in self._coming)

    def _new_folder(self) -> Path:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        return folder

    def _next(self) -> list[_Job[K]]:
        """The documents of the next run: one at which a run ended, or a fair share of those that wait."""
        if self._suspects:
            return [self._suspects.popleft()]
        most = self._bounds.batch
        self._fresh.extend(islice(self._coming, max(0, most * self._bounds.processes - len(self._fresh))))
        waiting = len(self._fresh)
        share = waiting if waiting < _FEW else -(-waiting // len(self._profiles))
        return [self._fresh.popleft() for _ in range(min(share, most))]


class _Run(Generic[K]):
    """One run of LibreOffice; fault: why what it has not written is missing."""

    def __init__(self, command: list[str], profile: Path, folder: Path, jobs: list[_Job[K]], bounds: Bounds) -> None:
        self.profile, self.folder, self.fault, self.said = profile, folder, Fault.REFUSED, ""
        self._jobs, self._patience, self._seen = jobs, bounds.document, 0
        self._log = folder / "log"
        names = []
        for number, job in enumerate(jobs, 1):
            path = folder / f"{number:04}.docx"
            path.write_bytes(job.document)
            names.append(str(path))
        self._out = folder / "out"
        self._out.mkdir()
        self.process = start([*command, "--outdir", str(self._out), *names], self._log)
        self._deadline = time.monotonic() + bounds.start + bounds.document

    def has_ended(self) -> bool:
        """Whether it is over, or must be ended because a document takes too long."""
        code = self.process.poll()
        if code is not None:
            self.fault = Fault.CRASHED if code else Fault.REFUSED
            return True
        written = sum(1 for _ in self._out.iterdir())
        if written > self._seen:
            self._seen, self._deadline = written, time.monotonic() + self._patience
        if time.monotonic() < self._deadline:
            return False
        self.fault = Fault.HUNG
        return True

    def results(self) -> Iterator[tuple[_Job[K], bytes | None]]:
        """Each document with its PDF; of those without, the one at which the run ended was tried once more."""
        self.said = _last_words(self._log)
        to_blame = True
        for number, job in enumerate(self._jobs, 1):
            path = self._out / f"{number:04}.pdf"
            pdf = path.read_bytes() if path.exists() else b""
            if is_whole(pdf):
                yield job, pdf
            else:
                yield job._replace(tried=job.tried + to_blame), None
                to_blame = to_blame and self.fault is Fault.REFUSED  # else it did not come as far as the others


def _remove_left_overs() -> None:
    oldest = time.time() - _LEFT_OVER_AFTER
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another run may have been quicker
            if path.stat().st_mtime < oldest:
                shutil.rmtree(path, ignore_errors=True)


def _arguments(profile: Path) -> list[str]:
    options = {name: {"type": "boolean", "value": str(value).lower()} for name, value in _OPTIONS.items()}
    output = f"pdf:writer_pdf_Export:{json.dumps(options, separators=(',', ':'))}"
    home = f"-env:UserInstallation={profile.as_uri()}"  # its own, so an open LibreOffice does not answer instead
    return [home, "--headless", "--norestore", "--convert-to", output]


def _last_words(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    said = [line.strip() for line in lines if line.strip() and _NOISE not in line]
    return said[-1] if said else ""
