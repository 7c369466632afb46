"""Where LibreOffice is, and which one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "JIXIAO_SOFFICE"
"""The environment variable that names the program, for those who have several or keep it elsewhere."""

_NAMES = ("soffice", "libreoffice")
_SECONDS = 30


def find_office() -> Path | None:
    """The program: the one that the variable names, else on the path, else where installers put it.

    A variable that names nothing gives None: to take another one silently is not what it was set for.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        return Path(found) if found else None
    on_path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    return Path(on_path) if on_path else next((path for path in _usual_places() if path.is_file()), None)


def office_version(program: Path) -> str:
    """What the program says of itself, such as "LibreOffice 7.4.7.2"; "" where it says nothing."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ""
    return " ".join(said.stdout.decode(errors="replace").split()[:2])


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramFiles(x86)"):
            if root := os.environ.get(variable):
                yield Path(
                    root, "LibreOffice", "program", "soffice.com"
                )  # the .exe is a program for windows: it says nothing
    elif sys.platform == "darwin":
        for root in (Path("/Applications"), Path.home() / "Applications"):
            yield root / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        for root in ("/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/opt/libreoffice"):
            yield Path(root, "program", "soffice")
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield Path("/snap/bin/libreoffice")
