"""What a draft shows in place: doubtful values on yellow, followed by the finding's code in red brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.kernel.finding import Finding
from jixiao.render.escape import run_text

NOTE = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
_AFTER = re.compile(
    r"<w:(?:u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b|</w:rPr>"
)
_OLD = re.compile(r'<w:highlight w:val="\w+"/>')


def highlighted(run_properties: str) -> str:
    """The run properties with a yellow ground, at the place the schema wants it."""
    if not run_properties:
        return f"<w:rPr>{_HIGHLIGHT}</w:rPr>"
    plain = _OLD.sub("", run_properties)
    match = _AFTER.search(plain)
    at = match.start() if match else len(plain)
    return plain[:at] + _HIGHLIGHT + plain[at:]


def gap(name: str) -> str:
    """What stands where a value is missing."""
    return f"【待填：{name}】"


def marked(text: str, marks: Iterable[Finding], run_properties: str) -> str:
    """XML that breaks a run open, shows the marked text and the codes, and opens the run again."""
    codes = "、".join(dict.fromkeys(finding.code for finding in marks))
    return (
        f"</w:t></w:r>{run(text, highlighted(run_properties))}{run(f'【{codes}】', NOTE)}"
        f'<w:r>{run_properties}<w:t xml:space="preserve">'
    )


def run(text: str, run_properties: str) -> str:
    """A whole run."""
    return f'<w:r>{run_properties}<w:t xml:space="preserve">{run_text(text)}</w:t></w:r>'
