"""Reports that are written, edited as people would, and verified; all in the current folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from jixiao.kernel.finding import Finding
from jixiao.package.reader import OWN, read
from jixiao.package.zip import pack, write
from jixiao.pipeline import draw, examine
from jixiao.verify.verify import verify
from tests.checking import changed

Package = dict[str, bytes]
BODY = "word/document.xml"
FILE = Path("报告.docx")
DATA, TEMPLATES = Path("data"), Path("templates")
PARAGRAPH = re.compile(r"<w:p>(?:(?!</w:p>).)*</w:p>")


def package(unit: str = "样例", year: int = 2022, *, linked: bool = False) -> Package:
    """The parts of the unit's first report."""
    examination = examine(DATA, TEMPLATES, unit, year)
    return read(draw(examination.loaded, examination.reports[0], linked=linked).data, OWN)


def save(parts: Mapping[str, bytes], file: Path = FILE) -> Path:
    """The parts as a file."""
    file.write_bytes(write(pack(name, content) for name, content in parts.items()))
    return file


def verified(parts: Mapping[str, bytes]) -> list[Finding]:
    """What is found in a file of these parts."""
    return verify(save(parts), DATA, TEMPLATES).findings


def edited(*edits: tuple[str, str], part: str = BODY) -> list[Finding]:
    """What is found in the report after these edits in one of its parts."""
    parts = package()
    text = parts[part].decode()
    for edit in edits:
        text = changed(text, edit)
    return verified(parts | {part: text.encode()})


def paragraphs(*words: str) -> str:
    """Paragraphs as somebody types them."""
    return "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in words)


def since(*edits: tuple[Path, str, str], before: Callable[[Package], Package] = lambda parts: parts) -> list[Finding]:
    """What is found in the report after these changes in its data; before: what was done to it."""
    parts = before(package())
    for path, old, new in edits:
        path.write_text(changed(path.read_text(encoding="utf-8"), (old, new)), encoding="utf-8")
    return verified(parts)
