"""Samples of files that do not say what their data say, or are not in good order (V101–V413)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jixiao.kernel.finding import Finding
from jixiao.pipeline import draw, examine
from jixiao.verify.verify import verify
from tests.checking import changed
from tests.errors.bench import CHAPTER, PROJECT, Sample
from tests.verifying import BODY, DATA, FILE, TEMPLATES, Package, edited, package, paragraphs, save, since, verified

WORDS = """# 概况

本单位组织实施了有关工作。

{{ 单位.名称 }}支出{{ 全年执行数 }}，3月完成招标。

各项工作进展顺利。

# 结论

总体良好。

本级共享单位为{{ 共享单位 }}。
"""
FIRST, NEXT, LAST = "本单位组织实施了有关工作。", "各项工作进展顺利。", "总体良好。"
ORIGIN, LINKED, NUMBERS = "customXml/item1.xml", "customXml/item2.xml", "word/_rels/document.xml.rels"


def sample(find: Callable[[], list[Finding]]) -> Sample:
    """What is found in a report of a few paragraphs."""
    return Sample({CHAPTER: WORDS}, find)


def edit(*edits: tuple[str, str], part: str = BODY) -> Sample:
    """What is found in the report after these edits."""
    return sample(lambda: edited(*edits, part=part))


def drop(words: str) -> Sample:
    """What is found in the report without the paragraph that begins so."""
    return sample(lambda: verified(without(package(), words)))


def without(parts: Package, words: str) -> Package:
    """The report without a paragraph."""
    text = parts[BODY].decode()
    start = text.rindex("<w:p>", 0, text.index(words))
    return parts | {BODY: (text[:start] + text[text.index("</w:p>", start) + len("</w:p>") :]).encode()}


def linked(part: str, *edits: tuple[str, str]) -> Sample:
    """What is found in a report with a linked figure after these edits in a part; without edits that part is lost."""
    words = (
        "# 概况\n\n支出{{ 全年执行数 }}。\n\n合计{{ 全年执行数 }}，执行率{{ 预算执行率 }}。\n\n共{{ 全年执行数 }}。\n"
    )

    def find() -> list[Finding]:
        parts = package(linked=True)
        text = parts.pop(part).decode()
        return verified(parts | {part: changed(text, *edits).encode()} if edits else parts)

    return Sample({CHAPTER: words}, find)


def unlike(words: str, *changes: tuple[Path, str, str]) -> Sample:
    """What is found after these changes of the data in a report in which 274.25万元 reads otherwise."""

    def before(parts: Package) -> Package:
        return parts | {BODY: parts[BODY].replace("274.25万元".encode(), words.encode())}

    return sample(lambda: since(*changes, before=before))


def unreadable() -> list[Finding]:
    """What is found in a file that is no document."""
    FILE.write_bytes(b"PK, but no more")
    return verify(FILE, DATA, TEMPLATES).findings


def written(*, draft: bool) -> list[Finding]:
    """What is found in a draft, or in a preview."""
    examination = examine(DATA, TEMPLATES, "样例", 2022)
    drawn = draw(examination.loaded, examination.reports[0], (), str if draft else None, () if draft else (0,))
    FILE.write_bytes(drawn.data)
    return verify(FILE, DATA, TEMPLATES).findings


def without_data() -> list[Finding]:
    """What is found where the data of the report are not."""
    save(package())
    return verify(FILE, TEMPLATES, TEMPLATES).findings


def without_origin() -> list[Finding]:
    """What is found in a report that lost its origin."""
    return verified({name: content for name, content in package().items() if name != ORIGIN})


MORE, LESS = (Path(PROJECT), "78.5", "78.25"), (Path(CHAPTER), "进展", "总体进展")
SAMPLES: dict[str, Sample] = {
    "V101": sample(unreadable),
    "V102": sample(without_origin),
    "V103": sample(lambda: written(draft=True)),
    "V104": sample(lambda: written(draft=False)),
    "V105": sample(without_data),
    "V201": edit(("274.25万元", "284.25万元")),
    "V202": edit(("，3月", "，4月")),
    "V203": edit(("进展顺利", "进展较为顺利")),
    "V204": edit(("</w:p>", "</w:p>" + paragraphs("另外投入20人。"))),
    "V205": edit(("</w:p>", "</w:p>" + paragraphs("补充说明如下。"))),
    "V206": drop("某办公室支出"),
    "V207": drop(NEXT),
    "V208": sample(lambda: verified(_moved(package()))),
    "V209": linked(BODY, ("<w:t>274.25<", "<w:t>284.25<")),
    "V301": unlike("274.25万元", MORE),
    "V302": unlike("274.25万元", LESS),
    "V303": unlike("274.25万元", MORE),
    "V304": unlike("274.25万元", LESS),
    "V401": edit(("footer1.xml", "footer9.xml"), part=NUMBERS),
    "V402": edit((FIRST, FIRST + "</w:t></w:r>" + 2 * '<w:bookmarkStart w:id="7" w:name="_x"/>' + "<w:r><w:t>")),
    "V403": edit((FIRST, f"{FIRST}{{{{ 单位.名称 }}}}")),
    "V404": edit(("</w:body>", "<w:tbl><w:tblGrid/></w:tbl></w:body>")),
    "V405": sample(lambda: verified({k: v for k, v in package().items() if k != "customXml/_rels/item1.xml.rels"})),
    "V411": linked(LINKED),
    "V412": linked(BODY, ("<w:t>274.25<", "<w:t>284.25<")),
    "V413": linked(LINKED, (">274.25<", ">284.25<")),
}


def _moved(parts: Package) -> Package:
    """The report with its first paragraph put behind its last heading."""
    text = without(parts, FIRST)[BODY].decode()
    return parts | {BODY: text.replace(LAST, f"{LAST}</w:t></w:r></w:p>{paragraphs(FIRST)}<w:p><w:r><w:t>").encode()}
