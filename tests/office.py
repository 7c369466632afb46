"""LibreOffice as a person uses it: documents opened, edited and saved again, by one process for many documents."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian gives the module `uno`
SCRIPT = Path(__file__).with_name("office_uno.py")
FORMATS = {".docx": "MS Word 2007 XML", ".pdf": "writer_pdf_Export", ".txt": "Text (encoded)"}


class Edit(NamedTuple):
    """A change somebody makes in LibreOffice.

    kind: find (`at` counts from 0 the places where `old` stands, headers and footers included), control (the content
    control `at`), cell (`old` is table and cell, as 0:B2) or header (of every page style).
    """

    kind: str
    old: str
    new: str
    at: int = 0


class Job(NamedTuple):
    """Open the source, change it, and save it as the target, whose name tells the format."""

    source: Path
    target: Path
    edits: Sequence[Edit] = ()


@cache
def missing() -> str:
    """What is missing to run LibreOffice by a program, or ""."""
    if not Path(SYSTEM_PYTHON).exists():
        return f"not installed: {SYSTEM_PYTHON}"
    found = subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return "not installed: python3-uno" if found.returncode else ""


def needed() -> None:
    """Skip the test where LibreOffice cannot be run by a program; under CI fail."""
    if reason := missing():
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


def work(jobs: Sequence[Job], folder: Path, seconds: int = 120) -> list[list[str]]:
    """Do the jobs; for each what the edits found in their places. What is not done in time, or goes wrong, raises."""
    needed()
    order = json.dumps(
        {
            "profile": (folder / "office").as_uri(),
            "jobs": [
                {
                    "source": job.source.as_uri(),
                    "target": job.target.as_uri(),
                    "filter": FORMATS[job.target.suffix],
                    "edits": [edit._asdict() for edit in job.edits],
                }
                for job in jobs
            ],
        }
    )
    process = subprocess.Popen(
        [SYSTEM_PYTHON, str(SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        start_new_session=True,
    )
    try:
        answer, complaint = process.communicate(order, timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # LibreOffice and all it started
        process.wait()
        raise
    assert process.returncode == 0, complaint
    done: list[list[str]] = json.loads(answer)
    return done


def edited(source: Path, target: Path, *edits: Edit, seconds: int = 120) -> Path:
    """One document changed and saved; without edits saved as it is."""
    work([Job(source, target, edits)], target.parent, seconds)
    return target
