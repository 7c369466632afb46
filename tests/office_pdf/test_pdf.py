import zlib

import pytest

from jixiao.office.pdf import destinations, is_whole, page_count

PLAIN = b"""%PDF-1.6
1 0 obj
<</Type/Pages/Kids[ 4 0 R 2 0 R ]/Count 3>>
endobj
2 0 obj
<</Type/Page/Contents 9 0 R>>
endobj
4 0 obj
<</Type/Pages/Kids[5 0 R
6 0 R]/Count 2>>
endobj
5 0 obj
<</Type/Page>>
endobj
6 0 obj
<</Type/Page>>
endobj
9 0 obj
<</Length 30>>
stream
/Type/Catalog/Pages 7 0 R /Page1[5 0 R/XYZ 0 0 0]
endstream
endobj
7 0 obj
<</Page0[2 0 R/XYZ 110.85 311.839 0]
/Page1[6 0 R/XYZ 0 0 0]/Lost[8 0 R/XYZ 0 0 0]>>
endobj
10 0 obj
<</Type/Catalog/Pages 1 0 R/Dests 7 0 R>>
endobj
trailer
<</Size 11/Root 10 0 R>>
startxref
700
%%EOF
"""


def packed() -> bytes:
    """The same with its pages and names within a stream, as newer programs write them."""
    held = {1: b"<</Type/Pages/Kids[2 0 R 3 0 R]>>", 2: b"<</Type/Page>>", 3: b"<</Type/Page>>"}
    held |= {
        4: b"<</Names[(Page0)[3 0 R/XYZ 0 0 0](Page1)<</D[2 0 R/XYZ 0 0 0]>>]>>",
        5: b"<</Type /Catalog /Pages 1 0 R>>",
    }
    numbers, content = [], b""
    for number, each in held.items():
        numbers += [number, len(content)]
        content += each + b" "
    first = " ".join(map(str, numbers)).encode() + b" "
    data = zlib.compress(first + content)
    head = f"6 0 obj\n<</Type/ObjStm/N {len(held)}/First {len(first)}/Length {len(data)}>>\nstream\n".encode()
    return b"%PDF-1.7\n" + head + data + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"


def test_names_lead_to_pages_in_the_order_of_the_document() -> None:
    assert destinations(PLAIN) == {"Page0": 2, "Page1": 1}
    assert page_count(PLAIN) == 3


def test_objects_may_be_packed() -> None:
    assert destinations(packed()) == {"Page0": 1, "Page1": 0}
    assert page_count(packed()) == 2


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.6\n%%EOF", b"PK", b"%PDF-1.6 6 0 obj <</Type/ObjStm>>\nstream\n"])
def test_what_is_no_pdf_has_no_pages(pdf: bytes) -> None:
    assert (destinations(pdf), page_count(pdf)) == ({}, 0)
    assert not is_whole(pdf)


def test_a_pdf_that_was_cut_off_is_not_whole() -> None:
    assert is_whole(PLAIN)
    assert is_whole(PLAIN.rstrip())
    whole = len(PLAIN.rstrip())
    assert not any(is_whole(PLAIN[:length]) for length in range(whole))
