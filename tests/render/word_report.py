"""Reports of Word files: what they print, and what is told of them."""

from __future__ import annotations

from pathlib import Path

from jixiao.package.reader import read
from jixiao.package.text import plain_text
from tests.render.foreign import styles
from tests.templates import document, format_in


class Report:
    """A report of Word files, by their content; lines: how the outline names each, as chapters if nothing is said."""

    def __init__(self, folder: Path, *sections: bytes, lines: str = "", kind: str = "类型: 正文") -> None:
        names = [f"节{number}.docx" for number in range(len(sections))]
        outline = lines + "\n".join(f"- {{{kind}, 文件: {name}}}" for name in names)
        data, self.findings = document(format_in(folder, outline, dict(zip(names, sections, strict=True))))
        self.files = read(data)
        self.xml = self.files["word/document.xml"].decode()
        self.words = [line for line in plain_text(self.files).split("\n") if line and "—" not in line]

    @property
    def told(self) -> list[str]:
        """Code and place of what was found, without the name of the file."""
        return [f"{each.code} {str(each.place).partition('docx')[2].strip()}".strip() for each in self.findings]


def sheet(*names: str) -> dict[str, str | bytes]:
    """A style sheet with paragraphs of these names, whose ids are a1, a2 …"""
    return {"styles.xml": styles(*(("paragraph", f"a{number}", name) for number, name in enumerate(names, 1)))}
