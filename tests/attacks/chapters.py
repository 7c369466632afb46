"""Chapters that somebody wrote to do harm, with the files beside them: by name, made when asked for."""

from __future__ import annotations

from collections.abc import Callable

from tests.errors.bench import CHAPTER, Sample, chapter
from tests.render.painted import png

_PICTURE = "templates/测试/2022/图.png"
_MANY = 20_000


def _picture(data: bytes, file: str = "图.png") -> Sample:
    return Sample({CHAPTER: f"![图]({file})\n", _PICTURE: data})


def _deep(marker: str, levels: int) -> Sample:
    return chapter("".join(f"{'   ' * level}{marker} 甲\n" for level in range(levels)))


REFUSED: dict[str, Callable[[], Sample]] = {
    "a footnote of a megabyte, referred to 5,000 times": lambda: chapter(
        f"{'甲[^注]' * 5_000}\n\n[^注]: {'长' * 1_000_000}\n"
    ),
    "footnotes in footnotes": lambda: chapter("甲[^1]\n\n[^1]: 乙[^2]\n[^2]: 丙[^1]\n"),
    "a list of 500 levels": lambda: _deep("1.", 500),
    "a list within a text of 500 levels": lambda: _deep("-", 500),
    "a picture that says it is of 100,000 times 100,000 dots": lambda: _picture(png(shown=(100_000, 100_000))),
    "a picture that is none": lambda: _picture(b"<!DOCTYPE svg><svg/>"),
    "a picture elsewhere on the disk": lambda: _picture(png(), "../../../../etc/passwd"),
    "a picture at the root of the disk": lambda: _picture(png(), "/etc/passwd"),
    "a picture on another machine": lambda: _picture(png(), "//machine/share/a.png"),
    "a picture from the network": lambda: _picture(png(), "http://127.0.0.1/a.png"),
    "a picture that a device makes": lambda: _picture(png(), "/dev/zero"),
    "a picture whose name a tag makes": lambda: _picture(png(), "{{ 单位.名称 }}"),
    "a link that runs a program": lambda: chapter("[甲](javascript:alert(1))\n"),
    "a reference to a name of a tag": lambda: chapter("[](#{{ 单位.名称 }})\n"),
    "5,000 references that lead nowhere": lambda: chapter("[](#无)" * 5_000),
    "5,000 footnotes that nobody refers to": lambda: chapter("\n".join(f"[^{at}]: 甲" for at in range(5_000))),
}
HARMLESS: dict[str, Callable[[], Sample]] = {
    "20,000 opening brackets": lambda: chapter("[" * _MANY),
    "20,000 openings of pictures": lambda: chapter("![" * _MANY),
    "20,000 openings of footnotes": lambda: chapter("[^" * _MANY),
    "20,000 stars": lambda: chapter("甲**" * _MANY),
    "20,000 openings of styles": lambda: chapter("{." * _MANY),
    "2,500 references to 2,500 tables of one name": lambda: chapter(
        "".join(f"{{% for 数{at} in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] %}}\n" for at in range(3))
        + "见[](#名)。\n\n表N 名 {.表题}\n\n"
        + "{% endfor %}\n" * 3
    ),
}
