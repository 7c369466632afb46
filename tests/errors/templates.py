"""Samples of chapters and forms that cannot be compiled or rendered, and of files that cannot be written (F, R, O)."""

from __future__ import annotations

from pathlib import Path

from jixiao.expr.scope import Fixed
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import DocumentPlace
from jixiao.package.store import store
from jixiao.pipeline import examine, write_reports
from jixiao.render.document import render
from jixiao.render.template import Compiled, Raw, Slot
from tests.errors.bench import CHAPTER, FORMAT, UNIT_FILE, Edit, Sample, chapter, checked_templates, drawing, rules
from tests.render.drawn import form, run, written
from tests.templates import ORIGIN, run_nodes, view_of

OUT = Path("out")
FACTS_USED: Edit = ("阈值:", "选项: {颜色: 浅灰}\n阈值:")


def _malformed() -> list[Finding]:
    return render(Compiled("malformed", (Raw("<w:p>"),), (), ()), view_of(), ORIGIN)[1]


def _illegal() -> list[Finding]:
    cell = DocumentPlace("表.docx", table=1, row=2, cell=3)
    return run_nodes((Slot("单位.名称", "表单", "", cell),), Fixed({"单位": _Named("某\x0b局")}))[1]


class _Named:
    kind = label = "单位"

    def __init__(self, name: str) -> None:
        self.name = name

    def get(self, _: str) -> object:
        return self.name

    def names(self) -> list[str]:
        return ["名称"]


def _held() -> list[Finding]:
    (OUT / "报告.docx").mkdir(parents=True)
    return store(OUT / "报告.docx", b"new").findings


def _not_writable() -> list[Finding]:
    OUT.write_text("a file where the folder should be", encoding="utf-8")
    return store(OUT / "报告.docx", b"new").findings


def _same_name() -> list[Finding]:
    examination = examine(Path("data"), Path("templates"), "样例", 2022)
    return [finding for report in write_reports(examination, OUT) for finding in report.findings]


def _merged(*rows: str) -> Sample:
    """A table of two columns; a row is its cells as XML."""
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid>'
    return drawing(written(f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"))


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def picture(data: bytes) -> Sample:
    """A chapter with this picture."""
    return Sample({CHAPTER: "![机构图](机构.png)\n", "templates/测试/2022/机构.png": data})


BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LOOP, END = "{%tr for 项 in 子项目 %}", "{%tr endfor %}"
FONT = '<w:rPr><w:rFonts w:eastAsia="微软雅黑"/></w:rPr>'
SECOND = "报告时间: 2023-06}\n- {名称: 复评, 格式: 测试, 项目: 某项目, 文件名: 自评, 报告时间: 2023-07}"

SAMPLES: dict[str, Sample] = {
    "F201": chapter("支出{{ 全年执行数 万元。\n"),
    "F202": chapter("{% fro 项 in 子项目 %}\n甲\n{% endfor %}\n"),
    "F203": chapter("{% for 项 子项目 %}\n甲\n{% endfor %}\n"),
    "F204": chapter("{% if 子项目 %}\n甲\n"),
    "F205": chapter("甲\n\n{% endif %}\n"),
    "F206": chapter("甲 {.正问}\n"),
    "F207": chapter("# 一、概况\n"),
    "F208": chapter("支出<u>较大。\n"),
    "F209": chapter("> 甲\n"),
    "F210": chapter("| 项目 | 金额 |\n| 甲 | 1 |\n"),
    "F211": chapter("| 项目 | 金额 |\n|--|--|\n| 甲 |\n"),
    "F212": chapter("##### 概况\n"),
    "F213": chapter("前{% landscape %}后\n"),
    "F214": chapter('# 概况\n\n{% form "表单/明细表.docx" %}\n'),
    "F220": Sample({"templates/测试/2022/版式.yaml": ("一级标题:", "一级题:")}),
    "F231": chapter("![机构图](../机构.png)\n"),
    "F232": picture(b"GIF89a"),
    "F233": picture(bytes(6_000_000)),
    "F234": chapter("支出较大[^办法]。\n\n[^文件]: 某办法。\n"),
    "F235": chapter("支出较大。\n\n[^办法]: 某办法。\n"),
    "F236": chapter("# 概况\n\n见[](#概况表)。\n"),
    "F237": chapter("支出较大[^1]。\n\n[^1]: 某办法。\n[^1]: 另一办法。\n"),
    "F238": chapter("#### 明细\n\n1. 甲\n   1. 乙\n"),
    "F240": chapter("支出较大[^1]，结余较多[^1]。\n\n[^1]: 某办法。\n"),
    "F239": chapter("支出情况见表2。\n"),
    "F302": drawing(form("{{ 单位.名称")),
    "F304": drawing(form("{%- if 单位.名称 %}甲{% endif %}")),
    "F309": drawing(form("{% for 项 in 子项目 %}", "{%p endfor %}")),
    "F311": drawing(form([["{% vm %}{% vm %}甲"]])),
    "F312": drawing(form([["{% vm %}{% hm %}甲"]])),
    "F313": drawing(form("甲{%p set 数 = 1 %}")),
    "F314": drawing(form("{%tr if 子项目 %}")),
    "F315": drawing(form([["{{tr 单位.名称 }}"]])),
    "F351": drawing(form([["{% hm %}甲"]])),
    "F352": drawing(form("｛｛ 单位.名称 ｝｝")),
    "F353": _merged(_cell("甲") * 2, _cell("", GO_ON) + _cell("乙")),
    "F354": _merged(_cell("甲") * 2, _cell("乙")),
    "F355": _merged(
        *(_cell(LOOP) + _cell(""), _cell("甲", BEGIN) + _cell("乙"), _cell(END) + _cell("")),
        _cell("", GO_ON) + _cell("合计"),
    ),
    "F356": drawing(form([["{% colspan 3 %}甲", "乙"]])),
    "F155": Sample(drawing(form([["{% if 子项目 %}甲", "乙{% endif %}"]])).files, checked_templates),
    "F153": Sample(drawing(written(f"<w:p>{run('甲', FONT)}</w:p>")).files, checked_templates),
    "R101": chapter("{% for 项 in 单位.名称 %}\n甲\n{% endfor %}\n"),
    "R102": drawing(form([["{% colspan 0 %}甲"]])),
    "R103": Sample({FORMAT: FACTS_USED} | drawing(form([["{% cellbg 颜色 %}甲"]])).files),
    "R104": Sample({}, _illegal),
    "R105": rules("表.docx}]", "表.docx}, {类型: 附件, 每个: 子项目.名称, 名称: 自评表}]"),
    "R111": chapter('见[](#情况)。\n\n{% if 全年执行数 > number("99999万元") %}\n# 情况\n{% endif %}\n'),
    "R112": chapter("# 情况\n\n# 情况\n\n见[](#情况)。\n"),
    "R110": Sample({}, _malformed),
    "O101": Sample({}, _held),
    "O102": Sample({}, _not_writable),
    "O103": Sample({UNIT_FILE: ("报告时间: 2023-06}", SECOND), FORMAT: ("阈值:", "文件名: 自评\n阈值:")}, _same_name),
}
