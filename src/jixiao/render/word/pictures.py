"""The pictures of a Word file: their bytes under the name of their digest, drawn anew in the line they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.package.relations import Relation
from jixiao.package.zip import pack
from jixiao.render.escape import attribute
from jixiao.render.parts import media_name
from jixiao.render.template import DrawingNumber, Embedded, Node, Raw
from jixiao.render.word.vocabulary import local, number

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_KINDS: Final = ((b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"))
_EMU_OF_TWIP: Final = 635
_EMU_OF_UNIT: Final = {"pt": 12700, "in": 914400, "cm": 360000, "mm": 36000, "px": 9525}
_SIZE: Final = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6})(?:\.(\d))?\d*(pt|in|cm|mm|px)")
CHART: Final = "图表"
_DRAWINGS: Final = {
    "txbxContent": "文本框",
    "chart": CHART,
    "relIds": "SmartArt 图形",
    "OLEObject": "嵌入的对象",
    "object": "嵌入的对象",
    "control": "ActiveX 控件",
    "contentPart": "墨迹",
    "wgp": "组合图形",
    "wpc": "画布",
    "wsp": "形状",
    "group": "组合图形",
    "textpath": "艺术字",
}


class Picture(NamedTuple):
    """A picture as the file has it. key: its relationship; linked: the one to a file outside, if it is not embedded.

    width, height: in EMU. crop: what is cut off at left, top, right and bottom, in thousandths of a per cent.
    turn: in sixty-thousandths of a degree.
    """

    key: str
    linked: str
    width: int
    height: int
    words: str = ""
    crop: tuple[str, ...] = ()
    turn: str = ""
    floats: bool = False


def drawn(element: Element) -> Picture | None:
    """The one picture of a drawing, in either vocabulary; None where it is anything else."""
    element = _chosen(element)
    if sum(1 for _ in element.iter(f"{{{_PIC}}}pic")) == 1 and kind_of(element) == "图片":
        return _modern(element)
    images = [each for each in element.iter() if local(each) == "imagedata"]
    return _vector(element, images[0]) if len(images) == 1 and kind_of(element) == "图片" else None


def kind_of(element: Element) -> str:
    """What a drawing is, in words."""
    found = {local(each) for each in element.iter()}
    if words := next((words for name, words in _DRAWINGS.items() if name in found), ""):
        return words
    return "图片" if found & {"pic", "imagedata"} else "形状"


def words_of(element: Element) -> str:
    """The words that stand in a drawing."""
    return "".join(each.text or "" for each in _chosen(element).iter() if local(each) == "t")


def _chosen(element: Element) -> Element:
    """Of what is drawn in several ways, the first."""
    if local(element) != "AlternateContent":
        return element
    choice = element.find(f"{_MC}Choice")
    return choice if choice is not None else element


def _modern(element: Element) -> Picture | None:
    blip = next(element.iter(f"{{{_A}}}blip"), None)
    extent = next(element.iter(f"{{{_WP}}}extent"), None)
    if blip is None or extent is None:
        return None
    properties = next(element.iter(f"{{{_WP}}}docPr"), None)
    crop = next(element.iter(f"{{{_A}}}srcRect"), None)
    frame = next(element.iter(f"{{{_A}}}xfrm"), None)
    return Picture(
        blip.get(f"{_R}embed", ""),
        blip.get(f"{_R}link", ""),
        number(extent.get("cx", "")) or 0,
        number(extent.get("cy", "")) or 0,
        properties.get("descr", "") if properties is not None else "",
        tuple(_signed(crop.get(side, "")) for side in "ltrb") if crop is not None else (),
        _signed(frame.get("rot", "")) if frame is not None else "",
        next(element.iter(f"{{{_WP}}}anchor"), None) is not None,
    )


def _vector(element: Element, image: Element) -> Picture | None:
    """A picture in the older vocabulary, whose size is written as a style."""
    style = next((each.get("style", "") for each in element.iter() if local(each) in ("shape", "rect")), "")
    sizes = {
        side: int(whole + (part or "0")) * _EMU_OF_UNIT[unit] // 10 for side, whole, part, unit in _SIZE.findall(style)
    }
    if sizes.keys() != {"width", "height"}:
        return None
    key = image.get(f"{_R}id", "") or image.get(f"{_R}pict", "")
    floats = "position:absolute" in style
    return Picture(key, image.get(f"{_R}href", ""), sizes["width"], sizes["height"], floats=floats)


def content_of(picture: Picture, relations: Mapping[str, Relation], files: Mapping[str, bytes]) -> tuple[bytes, str]:
    """Its bytes and their kind by what they begin with; nothing where they are not there, or of another kind."""
    relation = relations.get(picture.key)
    data = files.get(relation.target, b"") if relation is not None and not relation.is_outside else b""
    return data, next((kind for start, kind in _KINDS if data.startswith(start)), "")


def picture_nodes(picture: Picture, data: bytes, kind: str, width: int) -> Iterator[Node]:
    """The drawing in its line, not wider than the text (in twips)."""
    across, down = picture.width, picture.height
    most = width * _EMU_OF_TWIP
    if across > most:
        across, down = most, down * most // across
    name = media_name(data, kind)
    size = f'cx="{max(across, 1)}" cy="{max(down, 1)}"'
    edges = "".join(f' {side}="{cut}"' for side, cut in zip("ltrb", picture.crop, strict=False) if cut)
    turn = f' rot="{picture.turn}"' if picture.turn else ""
    words = f' descr="{attribute(picture.words)}"' if picture.words else ""
    yield Raw(
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        '<wp:docPr id="'
    )
    yield DrawingNumber()
    yield Raw(
        f'" name="{name.rpartition("/")[2]}"{words}/><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}">'
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="'
    )
    yield Embedded(pack(name, data, kept=True))
    yield Raw(
        f'"/>{f"<a:srcRect{edges}/>" if edges else ""}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm{turn}><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _signed(text: str) -> str:
    """A number other than zero as it is written, "" for anything else."""
    return text if number(text.removeprefix("-")) else ""
