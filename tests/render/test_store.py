import re
from xml.etree.ElementTree import fromstring

from jixiao.render.namespaces import FIGURES
from jixiao.render.store import STORE_ID, Control, Fact, control_xml, store_parts, xpath

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def control(identity: str, look: str = "") -> str:
    return control_xml(Control(7, 3, Fact(identity, "12.50"), look))


def test_a_control_is_bound_by_the_position_of_its_element() -> None:
    assert xpath(3) == "/j:figures[1]/j:f[3]"
    assert f'w:xpath="{xpath(3)}" w:storeItemID="{STORE_ID}"' in control("自评/预算")


def test_a_control_can_be_edited_but_not_deleted() -> None:
    assert '<w:lock w:val="sdtLocked"/>' in control("自评/预算")


def test_a_name_is_no_longer_than_word_allows_and_well_formed() -> None:
    written = control(f'甲&乙"{"项" * 80}')
    root = fromstring(written.replace("<w:sdt>", f'<w:sdt xmlns:w="{W}">'))
    alias = root.find(f".//{{{W}}}alias")
    assert alias is not None
    assert alias.get(f"{{{W}}}val") == f'甲&乙"{"项" * 60}'


def test_libreoffice_can_read_the_namespace() -> None:
    assert not re.search(r"[\s=]", FIGURES)


def test_the_store_has_an_identity_of_its_own() -> None:
    parts = store_parts([Fact("自评/甲&乙", "5"), Fact("自评/丙", "6%")])
    assert [each.text for each in fromstring(parts["customXml/item2.xml"])] == ["5", "6%"]
    assert STORE_ID in parts["customXml/itemProps2.xml"]
    assert "itemProps2.xml" in parts["customXml/_rels/item2.xml.rels"]
