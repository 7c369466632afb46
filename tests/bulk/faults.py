"""Runs that are killed, and whether what they leave is whole; `make measure` kills many more of them."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile

from jixiao.bulk.work import Place


def started(place: Place) -> subprocess.Popen[bytes]:
    """A run as another process, at work in the folder of the tree, so that the same is found wherever that is."""
    folders = ["--data", place.data.name, "--out", place.out.name, "--templates", place.templates.name]
    program = "from jixiao.cli.start import main; main()"
    command = [sys.executable, "-c", program, "bulk", "--year", str(place.year), "--jobs", "2", *folders]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=place.data.parent, stdout=quiet, stderr=quiet)


def killed_at(place: Place, seconds: float) -> bool:
    """Start a run and kill it after so many seconds; whether it had not ended by then."""
    process = started(place)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def finish(place: Place) -> None:
    """A run that nobody disturbs."""
    assert started(place).wait() == 0


def whole(place: Place) -> bool:
    """Whether every document, and every list of figures, can be read; raises what reading raises where one cannot."""
    for path in place.out.rglob("*"):
        if path.name.startswith(".") or path.is_dir():
            continue
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as document:
                if document.testzip() is not None:
                    return False
        elif path.suffix == ".json":
            json.loads(path.read_bytes())
    return True
