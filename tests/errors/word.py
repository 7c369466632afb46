"""Samples of Word sections that hold what no report may, or what a report leaves out (F301, F303, F321 and above)."""

from __future__ import annotations

from tests.errors.bench import Sample, drawing
from tests.render.drawn import run, written
from tests.render.foreign import field, item, package, picture, plain, png, styled, styles

_LINK = f'<w:p><w:hyperlink r:id="rId9">{run("财政局网站")}</w:hyperlink></w:p>'
_BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>盖章处</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r></w:p>"
)
_CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
_COMMENTED = f'<w:p>{run("支出")}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
_HEADER = {"header1.xml": f"<w:hdr>{plain('内部')}</w:hdr>"}
_TWO_COLUMNS = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'

SAMPLES: dict[str, Sample] = {
    "F301": drawing(b"\xd0\xcf\x11\xe0 an old .doc"),
    "F303": drawing(package(styled("甲", "1"), parts={"styles.xml": styles(("paragraph", "1", "表格正文"))})),
    "F321": drawing(package(_BOX)),
    "F322": drawing(package(item("甲", 3))),
    "F323": drawing(package('<w:p><w:r><w:endnoteReference w:id="2"/></w:r></w:p>')),
    "F324": drawing(written(f"<w:p><w:ins>{run('甲')}</w:ins></w:p>")),
    "F325": drawing(written("<w:p><w:r><w:ruby/></w:r></w:p>")),
    "F326": drawing(package(_CONTROL.format('<w:alias w:val="单位"/>', plain("甲")))),
    "F327": drawing(package(f"<w:p><w:hyperlink>{run('甲')}</w:hyperlink></w:p>")),
    "F328": drawing(package(plain("甲") + _TWO_COLUMNS)),
    "F331": drawing(package(_LINK, {"rId9": ("hyperlink", "!http://example.org/")})),
    "F332": drawing(package(plain("甲"), {"rId9": ("oleObject", "embeddings/book.xlsx")})),
    "F333": drawing(package(plain("甲"), {"rId9": ("vbaProject", "vbaProject.bin")})),
    "F334": drawing(package(f"<w:p>{field('DATE', '2023')}</w:p>")),
    "F335": drawing(package(f"<w:p>{picture('rId9')}</w:p>", {"rId9": ("image", "media/image1.emf")})),
    "F336": drawing(package(_COMMENTED)),
    "F337": drawing(
        package(plain("甲"), {"rId9": ("header", "header1.xml")}, {"header1.xml": f"<w:hdr>{plain('内部')}</w:hdr>"})
    ),
    "F338": drawing(package(f"<w:p>{field('REF 表一', '表1')}</w:p>")),
    "F339": drawing(package(f"<w:p>{field('TOC', '一、概况')}</w:p>{plain('甲')}")),
    "F340": drawing(package(_CONTROL.format('<w:alias w:val="单位"/><w:showingPlcHdr/>', plain("请输入单位")))),
    "F341": drawing(
        package(
            f"<w:p>{picture('rId9', kind='anchor')}</w:p>", {"rId9": ("image", "media/1.png")}, {"media/1.png": png()}
        )
    ),
    "F342": drawing(package(f"<w:p>{run('甲', '<w:rPr><w:vanish/></w:rPr>')}</w:p>")),
}
