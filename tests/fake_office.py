"""A program that stands for LibreOffice where it must fail, or be quick: each document says what becomes of it.

A text is what it does (hang, crash …); a package has a file of that name in the folder `does`.
"""

from __future__ import annotations

import stat
from pathlib import Path

_SCRIPT = r"""#!/bin/sh
cd "$(dirname "$0")"
if [ "$1" = --version ]; then echo "LibreOffice 6.4.7.2 40(Build:2)"; exit; fi
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
echo $# >>runs
for each; do
    does=$(head -c 40 "$each" | tr -d '\0')
    case $does in PK*) does=$(grep -ao 'does/[a-z]*' "$each" | head -n 1) does=${does#does/} ;; esac
    pdf=$out/$(basename "$each" .docx).pdf
    echo "$does" >>begun
    case $does in
        hang*) echo $$ >hung; (sleep 1.2; touch alive); sleep 60 ;;
        crash*) echo "Fatal exception: Signal 11"; kill -KILL $$ ;;
        once*) [ -e once ] || { touch once; kill -KILL $$; } ;;
        refuse*) echo "Error: source file could not be loaded"; continue ;;
        change*) printf . >>"$(cat replaced)" ;;
        half*) printf '%%PDF-1.6\nhalf a page' >"$pdf"; continue ;;
        other*) echo "PK" >"$pdf"; continue ;;
    esac
    printf '%%PDF-1.6\nof %s\nstartxref\n0\n%%%%EOF\n' "$does" >"$pdf"
done
"""


class FakeOffice:
    """The program in a folder of its own, where it also leaves what it did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = executable(folder / "soffice", _SCRIPT)

    @property
    def runs(self) -> list[int]:
        """How many documents each run was given."""
        return [int(each) for each in self._lines("runs")]

    @property
    def begun(self) -> list[str]:
        """The documents that were begun, in their order."""
        return self._lines("begun")

    @property
    def survived(self) -> bool:
        """Whether a part of it went on after it was ended."""
        return (self.folder / "alive").exists()

    def _lines(self, name: str) -> list[str]:
        path = self.folder / name
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def pdf_of(document: str) -> bytes:
    """What it gives for a document."""
    return f"%PDF-1.6\nof {document}\nstartxref\n0\n%%EOF\n".encode()


def executable(path: Path, script: str) -> Path:
    """A script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8", newline="\n")
    path.chmod(stat.S_IRWXU)
    return path
