"""Pictures that a program prints into a template: what docxtpl calls InlineImage."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final

from jixiao.package import zip as package
from jixiao.package.source import parse_source
from jixiao.render import template
from jixiao.render.chapter.pictures import Image, picture
from jixiao.render.namespaces import DECLARATION, R
from jixiao.render.parts import CONTENT_TYPES, relation_of
from jixiao.render.run.state import State
from jixiao.render.word.pictures import Picture, picture_nodes

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WIDEST: Final = 1 << 20  # in twips: a program says itself how wide a picture is
_NO_RELATIONS: Final = f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()

Members = dict[str, package.Member]


class InlineImage:
    """A picture in a line of text, PNG or JPEG; width and height in EMU, of which one follows from the other.

    Raises ValueError for bytes that are no such picture.
    """

    def __init__(self, data: bytes, width: int = 0, height: int = 0) -> None:
        image = picture(data)
        if not isinstance(image, Image):
            raise ValueError(f"no picture: {image.id}")  # noqa: TRY004 - a value, as docxtpl has it
        if not width:
            width = image.width * height // image.height if height else image.width
        shown = Picture("", "", width, height or image.height * width // image.width)
        self._nodes = tuple(picture_nodes(shown, image.data, image.kind, _WIDEST))

    def put_out(self, state: State) -> None:
        """The run with the picture, whose part is among those of the document then."""
        state.out.append(f'<w:r xmlns:r="{R}">')
        for node in self._nodes:
            if isinstance(node, template.Raw):
                state.out.append(node.xml)
            elif isinstance(node, template.Embedded):
                state.media[node.part.name] = node.part
                state.out.append(relation_of(node.part.name))
            else:
                state.drawings += 1
                state.out.append(str(state.drawings))
        state.out.append("</w:r>")


def with_pictures(members: Members, pictures: Mapping[str, Members]) -> Members:
    """The members of a document with the pictures of its parts, their relationships and their types."""
    made = dict(members)
    for part, media in pictures.items():
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        known = package.unpack(made[path]) if path in made else _NO_RELATIONS
        made[path] = package.pack(path, _appended(known, "".join(map(_relationship, media))))
        made |= media
    if pictures:
        types = package.unpack(made[CONTENT_TYPES])
        kinds = sorted({name.rpartition(".")[2] for media in pictures.values() for name in media})
        told = {kind.decode().lower() for kind in re.findall(rb'Extension="(\w+)"', types)}
        added = "".join(_type(kind) for kind in kinds if kind not in told)
        made[CONTENT_TYPES] = package.pack(CONTENT_TYPES, _appended(types, added))
    return made


def _relationship(name: str) -> str:
    kind = f"{R}/image"
    return f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{relation_of(name)}" Type="{kind}" Target="/{name}"/>'


def _type(kind: str) -> str:
    return f'<Default xmlns="{_PACKAGE}/content-types" Extension="{kind}" ContentType="image/{kind}"/>'


def _appended(content: bytes, xml: str) -> bytes:
    """The part with these elements at its end."""
    root = parse_source({"": content}, "")
    start = f"{root.start_tag[:-2]}>" if root.inner == root.stop else root.cut(0, root.end)
    return f"{DECLARATION}{start}{xml}</{root.name}>".encode()
