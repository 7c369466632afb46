"""The lists of a Word file: their levels as definitions of ours, with the words of their numbers and our indents."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.render.anew import LIST, mark
from jixiao.render.escape import attribute
from jixiao.render.forms_styles import ForeignStyles
from jixiao.render.forms_words import W, value

_LEVELS: Final = range(9)
_CLOSING: Final = "、，．）】〉》」"  # these bring their own space
_NONE = "0"
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
    """The lists of one file; `levels` are those of the lists in use, in the order in which they were met."""

    def __init__(self, numbering: Element | None, styles: ForeignStyles) -> None:
        self._styles = styles
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
        number = self._of("numId", own, inherited)
        if number in ("", _NONE):
            return None
        level = self._of("ilvl", own, inherited) or "0"
        if number not in self._numbers or not level.isdecimal() or int(level) not in _LEVELS:
            return Item("", missing=True)
        levels = self._levels_of(number)
        if not levels:
            return Item("", missing=True)
        if number not in self._used:
            self._used[number] = len(self.levels)
            self.levels.append(levels)
        key = mark(LIST, self._used[number])
        return Item(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')

    def _of(self, name: str, own: Element | None, inherited: Element | None) -> str:
        for each in (own, inherited):
            if each is not None and (found := value(each.find(f"{W}{name}"))):
                return found
        return ""

    def _levels_of(self, number: str) -> str:
        """The levels of a list, with what its number overrides."""
        definition = self._definition(number)
        found = {value(each, "ilvl"): each for each in definition.iterfind(f"{W}lvl")} if definition is not None else {}
        starts: dict[str, str] = {}
        for override in self._numbers[number].iterfind(f"{W}lvlOverride"):
            level = value(override, "ilvl")
            starts[level] = value(override.find(f"{W}startOverride"))
            if (own := override.find(f"{W}lvl")) is not None:
                found[level] = own
        return "".join(_level(str(at), found[str(at)], starts.get(str(at), "")) for at in _LEVELS if str(at) in found)

    def _definition(self, number: str) -> Element | None:
        """What a number stands for; a style of lists may stand between."""
        for _ in range(len(self._abstract) + 1):
            definition = self._abstract.get(value(self._numbers[number].find(f"{W}abstractNumId")))
            linked = value(definition.find(f"{W}numStyleLink")) if definition is not None else ""
            if not linked:
                return definition
            numbering = self._styles.numbering(linked)
            number = value(numbering.find(f"{W}numId")) if numbering is not None else ""
            if number not in self._numbers:
                return None
        return None


def _level(at: str, level: Element, start: str) -> str:
    """A level; the style of the paragraph indents it, as it does all others."""
    form, words = value(level.find(f"{W}numFmt")), value(level.find(f"{W}lvlText"))
    first = start or value(level.find(f"{W}start"))
    first = first if first.isdecimal() else "1"
    form = form if form in _FORMATS else "decimal"
    behind = "nothing" if words.endswith(tuple(_CLOSING)) or not words else "space"
    legal = "<w:isLgl/>" if level.find(f"{W}isLgl") is not None else ""
    restart = value(level.find(f"{W}lvlRestart"))
    restarts = f'<w:lvlRestart w:val="{restart}"/>' if restart.isdecimal() else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{first}"/><w:numFmt w:val="{form}"/>{restarts}{legal}'
        f'<w:suff w:val="{behind}"/><w:lvlText w:val="{attribute(words)}"/>'
        f'<w:lvlJc w:val="left"/>{_font(level)}</w:lvl>'
    )


def _font(level: Element) -> str:
    """The font of a bullet, which is a letter of another kind in that font."""
    fonts = level.find(f"{W}rPr/{W}rFonts")
    if fonts is None or value(level.find(f"{W}numFmt")) != "bullet":
        return ""
    names = ((side, value(fonts, side)) for side in ("ascii", "hAnsi", "eastAsia", "cs"))
    written = "".join(f' w:{side}="{attribute(name)}"' for side, name in names if name)
    return f"<w:rPr><w:rFonts{written}/></w:rPr>" if written else ""
