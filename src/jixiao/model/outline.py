"""What 大纲.yaml may say: how the outline of a unit's reports differs from that of their format."""

from __future__ import annotations

from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import Kind, flag, keyed, named, records, text, texts
from jixiao.model.staged import NOWHERE
from jixiao.model.values import Text

REPLACE, ADD, DROP, MOVE = "替换", "增加", "删除", "移动"


@keyed
class OutlineChange:
    """One change of the outline."""

    place: SourcePlace = NOWHERE
    replaced: Text | None = text(REPLACE, "替换哪一部分，写它的名称（jixiao outline 列出）；没有写的键照原来的")
    added: Text | None = text(ADD, "增加哪一类部分：正文、表单 或 附件")
    dropped: Text | None = text(DROP, "删去哪一部分，写它的名称")
    moved: Text | None = text(MOVE, "移动哪一部分，写它的名称")
    file: Text | None = text("文件", "替换、增加：Markdown（.md）或 Word（.docx）文件，从大纲.yaml 所在的文件夹找起")
    before: Text | None = text("之前", "排在哪一部分之前，写那一部分的名称")
    after: Text | None = text("之后", "排在哪一部分之后；增加的不写位置：正文、表单排在各章之后，附件排在最后")
    title: Text | None = text("名称", "附件的名称；表单、正文：印在前面的标题，序号照所写的；可带 {{ }}")
    each: Text | None = text("每个", "附件：清单的名称或算式，清单里每项一个附件")
    turned: bool | None = flag("横排", "表单、附件：是否排在横向的页上")
    continued: bool | None = flag("接排", "表单、正文：是否接在前一部分后面，不另起一页")
    options: dict[str, Text] = named("选项", "封面、正文、表单、附件：只在这一部分改用的选项", Kind.TEXT)
    reports: tuple[Text, ...] = texts("报告", "只用于这些报告（报告.yaml 中的名称）；不写用于各份报告")
    formats: tuple[Text, ...] = texts("格式", "只用于这些格式的报告（templates 下的文件夹名）")
    years: Text | None = text("适用年度", "只用于这些年度，如 2023、2023起、2023-2025")


@keyed
class OutlineChanges:
    """All changes of one file."""

    place: SourcePlace = NOWHERE
    changes: tuple[OutlineChange, ...] = records("大纲调整", "对报告大纲的改动，一项一处", OutlineChange)
