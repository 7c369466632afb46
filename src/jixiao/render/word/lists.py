"""The lists of a Word file: their levels as definitions of ours, with the words of their numbers and our indents."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.render.escape import attribute
from jixiao.render.run.anew import LIST, mark
from jixiao.render.word.styles import ForeignStyles
from jixiao.render.word.vocabulary import W, number, value

_LEVELS: Final = "012345678"
_CLOSING: Final = "、，．）】〉》」"  # these bring their own space
_NONE = "0"
_MOST_LINKS = 10
_FORMATS: Final = frozenset(
    (
        *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "bullet", "none", "decimalZero"),
        *("ordinal", "cardinalText", "ordinalText", "decimalFullWidth", "decimalHalfWidth", "decimalEnclosedCircle"),
        *("decimalEnclosedCircleChinese", "decimalEnclosedFullstop", "decimalEnclosedParen", "ideographDigital"),
        *("chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "japaneseCounting"),
        *("ideographTraditional", "ideographZodiac", "ideographLegalTraditional", "taiwaneseCountingThousand"),
        *("japaneseDigitalTenThousand", "taiwaneseCounting", "ideographEnclosedCircle", "numberInDash"),
    )
)


class Item(NamedTuple):
    """What stands in the properties of a paragraph of a list; missing: its definition is not there."""

    xml: str
    missing: bool = False


class ForeignLists:
    """The lists of one file; `levels` are those of the lists in use, in the order in which they were met.

    as_drawn: with the indents of the file, and not with those of the report's styles.
    """

    def __init__(self, numbering: Element | None, styles: ForeignStyles, *, as_drawn: bool) -> None:
        self._styles = styles
        self._as_drawn = as_drawn
        root = numbering if numbering is not None else Element("none")
        self._numbers = {value(each, "numId"): each for each in root.iterfind(f"{W}num")}
        self._abstract = {value(each, "abstractNumId"): each for each in root.iterfind(f"{W}abstractNum")}
        self._used: dict[str, int] = {}
        self.levels: list[str] = []

    def item(self, properties: Element | None) -> Item | None:
        """The list that a paragraph belongs to, by its own properties or by those of its style; None if to none."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        inherited = self._styles.numbering(style)
        key = self._of("numId", own, inherited)
        if key in ("", _NONE):
            return None
        level = self._of("ilvl", own, inherited) or "0"
        if key not in self._used and not self._known(key):
            return Item("", missing=True)
        level = level if level in _LEVELS else _LEVELS[-1]
        stands = mark(LIST, self._used[key])
        return Item(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{stands}"/></w:numPr>')

    def _known(self, key: str) -> bool:
        """Whether there is such a list; if so it is taken in."""
        levels = self._levels_of(key) if key in self._numbers else ""
        if levels:
            self._used[key] = len(self.levels)
            self.levels.append(levels)
        return bool(levels)

    def _of(self, name: str, own: Element | None, inherited: Element | None) -> str:
        for each in (own, inherited):
            if each is not None and (found := value(each.find(f"{W}{name}"))):
                return found
        return ""

    def _levels_of(self, key: str) -> str:
        """The levels of a list, with what its number overrides."""
        definition = self._definition(key)
        found = {value(each, "ilvl"): each for each in definition.iterfind(f"{W}lvl")} if definition is not None else {}
        starts: dict[str, str] = {}
        for override in self._numbers[key].iterfind(f"{W}lvlOverride"):
            level = value(override, "ilvl")
            starts[level] = value(override.find(f"{W}startOverride"))
            if (own := override.find(f"{W}lvl")) is not None:
                found[level] = own
        levels = [(at, found[at]) for at in _LEVELS if at in found]
        return "".join(_level(at, each, starts.get(at, ""), as_drawn=self._as_drawn) for at, each in levels)

    def _definition(self, key: str) -> Element | None:
        """What a number stands for; a style of lists may stand between."""
        for _ in range(_MOST_LINKS):
            definition = self._abstract.get(value(self._numbers[key].find(f"{W}abstractNumId")))
            linked = value(definition.find(f"{W}numStyleLink")) if definition is not None else ""
            if not linked:
                return definition
            numbering = self._styles.numbering(linked)
            key = value(numbering.find(f"{W}numId")) if numbering is not None else ""
            if key not in self._numbers:
                return None
        return None


def _level(at: str, level: Element, start: str, *, as_drawn: bool) -> str:
    """A level with the words of its numbers."""
    form, words = value(level.find(f"{W}numFmt")), value(level.find(f"{W}lvlText"))
    first = start or value(level.find(f"{W}start"))
    first = "1" if number(first) is None else first
    form = form if form in _FORMATS else "decimal"
    legal = "<w:isLgl/>" if level.find(f"{W}isLgl") is not None else ""
    restart = value(level.find(f"{W}lvlRestart"))
    restarts = f'<w:lvlRestart w:val="{restart}"/>' if number(restart) is not None else ""
    behind, indents = _drawn(level) if as_drawn else (_behind(words), "")
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{first}"/><w:numFmt w:val="{form}"/>{restarts}{legal}'
        f'<w:suff w:val="{behind}"/><w:lvlText w:val="{attribute(words)}"/>'
        f'<w:lvlJc w:val="left"/>{indents}{_font(level)}</w:lvl>'
    )


def _behind(words: str) -> str:
    """What parts the number from the text: some marks bring their own space."""
    return "nothing" if words.endswith(tuple(_CLOSING)) or not words else "space"


def _drawn(level: Element) -> tuple[str, str]:
    """What parts number and text, and the indents, as they are in the file."""
    behind = value(level.find(f"{W}suff"))
    found = level.find(f"{W}pPr/{W}ind")
    sides = ((side, value(found, side)) for side in ("left", "start", "hanging", "firstLine"))
    written = "".join(f' w:{side}="{size}"' for side, size in sides if number(size.removeprefix("-")) is not None)
    indents = f"<w:pPr><w:ind{written}/></w:pPr>" if written else ""
    return behind if behind in ("space", "nothing") else "tab", indents


def _font(level: Element) -> str:
    """The font of a bullet, which is a letter of another kind in that font."""
    fonts = level.find(f"{W}rPr/{W}rFonts")
    if fonts is None or value(level.find(f"{W}numFmt")) != "bullet":
        return ""
    names = ((side, value(fonts, side)) for side in ("ascii", "hAnsi", "eastAsia", "cs"))
    written = "".join(f' w:{side}="{attribute(name)}"' for side, name in names if name)
    return f"<w:rPr><w:rFonts{written}/></w:rPr>" if written else ""
