import pytest

from jixiao.package.reader import Fault, PackageError
from jixiao.package.source import MOST_DEPTH, Node, parse_source


def root(xml: str | bytes) -> Node:
    return parse_source({"a.xml": xml if isinstance(xml, bytes) else xml.encode()}, "a.xml")


def test_elements_are_where_they_stand_in_the_source() -> None:
    found = root('<?xml version="1.0"?>\n<a x="1>2">字<b y=\'"/>\'/><c>文&amp;<d/>尾</c></a>')
    assert str(found) == '<a x="1>2">字<b y=\'"/>\'/><c>文&amp;<d/>尾</c></a>'
    assert (found.start_tag, found.end_tag, found.text) == ('<a x="1>2">', "</a>", "字")
    empty, full = found.children
    assert (str(empty), empty.start_tag, empty.end_tag) == ("<b y='\"/>'/>", "<b y='\"/>'/>", "")
    assert (full.text, full.cut(full.inner, full.end)) == ("文&尾", "文&amp;<d/>尾")
    assert found.find("c") is full
    assert found.find("d") is None
    assert [str(each) for each in found.within("d")] == ["<d/>"]
    assert full.holds(b"<d")
    assert not empty.holds(b"<d")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_become_utf_8(encoding: str) -> None:
    assert str(root(f'<?xml version="1.0" encoding="{encoding}"?><a>字</a>'.encode(encoding))) == "<a>字</a>"


@pytest.mark.parametrize(
    ("xml", "fault"),
    [
        ("<!DOCTYPE a><a/>", Fault.DOCTYPE),
        ("<a><b></a>", Fault.MALFORMED),
        (b"<a>\xff</a>", Fault.MALFORMED),
        ("", Fault.MALFORMED),
        ("<a>" * (MOST_DEPTH + 1) + "</a>" * (MOST_DEPTH + 1), Fault.DEPTH),
    ],
)
def test_what_is_refused(xml: str | bytes, fault: Fault) -> None:
    with pytest.raises(PackageError) as caught:
        root(xml)
    assert caught.value.fault is fault


def test_a_part_that_is_missing_is_refused() -> None:
    with pytest.raises(PackageError):
        parse_source({}, "a.xml")
