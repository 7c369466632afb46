"""What is not the same in both engines, and why; `python -m tests.parity.table` writes it into the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).resolve().parents[2] / "docs" / "与docxtpl的异同.md"
_TABLE = re.compile(r"(?<=<!-- table -->\n)(?:\|[^\n]*\n)*")


class Row(NamedTuple):
    """One difference; theirs and ours: what each engine does."""

    what: str
    theirs: str
    ours: str
    why: str


ROWS = {
    # the same on paper
    "runs": Row(
        "一段文字怎样分成若干格式段（w:r）", "照模板分，留下空段", "同格式的可能合并或分开，不留空段", "印出来没有区别"
    ),
    "order": Row("tcPr、rPr 里各项的次序", "新加的放在最前或最后", "按架构规定的次序", "次序不对，Word 可能拒绝打开"),
    "package": Row(
        "关系、内容类型的登记次序，空白，拼写标记",
        "由 python-docx 重写",
        "没有标签的部件照原样复制（压缩后的字节都不变）",
        "内容相同，读写更快",
    ),
    # on paper, for a reason
    "own_format": Row(
        "被 Word 拆开的标签后面的文字，{%- -%} 接起来的文字，{{r }} 同段后面的文字",
        "改成标签开头处的格式，或者没有格式",
        "保留自己的格式",
        "模板里看到什么格式，印出来就是什么格式",
    ),
    "hidden": Row(
        "{% vm %} 续格里其余的文字", "每格都留着，Word 不显示", "不写", "不显示的文字会被查找、统计和读屏软件读到"
    ),
    "grid": Row(
        "表格列数的修补",
        "不数 gridSpan、gridBefore、gridAfter，把嵌套的表也数进去，只修正文",
        "数跨列，不数嵌套的表，各处的表都修",
        "列数与表行一致，Word 才不会改列宽",
    ),
    "escaped_twice": Row(
        "autoescape 下文档属性里的引号、标签里写的 &amp;",
        "转义两次，印出 &#39; 一类的字样",
        "只转义一次",
        "值里是什么，印出来就是什么",
    ),
    # defects that are not kept
    "percent": Row("{%p %}、{%tr %}、{%tc %}、{%r %} 里有 % 或 }", "报错", "照常", "标签读到配对的括号为止"),
    "escape": Row("值里的 &、<（没有打开 autoescape）", "文字悄悄丢失", "总是转义，原样印出", "丢字不可接受"),
    "no_rows": Row("循环后没有一行的表", "留下没有行的表，Word 打不开", "整张表不印", "文件总是有效的"),
    "unvisited": Row("尾注、批注、图表里的标签", "不处理，原样印出", "与正文一样", "有文字的部件都处理"),
    "beside": Row("{%p %} 等旁边的文字", "悄悄丢失", "提示 F313，必须改", "写在那里的文字是要印的"),
    "several": Row("一段里有几个 {%p %}", "只留最后一个，常常报错", "都起作用", "没有歧义"),
    "malformed": Row(
        "XML 有错的模板，跨表格、跨链接的条件", "悄悄修补，可能丢内容", "拒绝，指出是哪一处", "修补的结果没有人核对"
    ),
    "reproducible": Row("同样的模板和数据", "每次的字节都不同（压缩包里写当前时间）", "字节相同", "结果可以核对"),
    "literal_data": Row("值里有 {_{ 之类的字样", "改成 {{", "不改", "只有模板里的写法才有意义"),
    "text_before_joining": Row("同一段里 {%- 前面的文字", "悄悄丢失", "保留", "要接的是段落，不是要删字"),
    "cell_without_paragraph": Row(
        "条件不成立后没有段落的单元格", "留下空的 w:tc，Word 打不开", "留一个空段", "文件总是有效的"
    ),
    "colour": Row(
        "{% cellbg %} 的值",
        "原样写入：# 号、任意 XML 都写进去",
        "只收六位颜色或 auto，# 号去掉，其余提示 R103",
        "值不能变成标记",
    ),
    "plain_passage": Row(
        "{{p x}}、{{r x}} 的值是普通文字", "文字落在段落外面，看不见", "照段落、文字印出", "没有格式的值也该印出来"
    ),
    "unclosed": Row("没有闭合的标签", "报错，不说在哪里", "提示 F302，指明部件、表、行、格、段", "找得到才改得了"),
    # strict
    "undefined": Row(
        "没有的名称", "印成空；再取属性才报错", "提示 C104 和相近的名称；要空的写 default", "写错的名称不能悄悄印成空"
    ),
    "none": Row("None", "印成 None", "印成空", "没有填的数不印字"),
    "numbers": Row(
        "除法、小数、round",
        "浮点数：2.0、0.30000000000000004；四舍六入",
        "准确的十进制数：2、0.3；四舍五入",
        "金额不能有误差",
    ),
    "arithmetic": Row(
        "**、文字乘数、文字相加、range、format",
        "照算",
        "提示 C102、C105、C107；文字用 ~ 相接",
        "不可信的模板不能用它们耗尽内存",
    ),
    "statements": Row(
        "macro、call、include、import、filter、raw 等语句", "执行", "提示 F202", "不可信的模板不能读别的文件"
    ),
    "safe": Row("safe 过滤器", "不转义，内容可以是任意 XML", "提示 C105；带格式的用 RichText", "值不能变成标记"),
    "callables": Row(
        "调用程序的函数、方法、自己的过滤器（jinja_env）",
        "照常调用",
        "提示 C105；名称后面只能接 upper、items 等几个",
        "表达式只能用列出的函数，程序先算好再给值",
    ),
    # the objects of docxtpl
    "pictures": Row(
        "InlineImage 写出的部件",
        "图片以序号命名，没有说明大小的按 72 点每英寸",
        "图片以内容的摘要命名，没有说明大小的按 96 点每英寸；只收完整的 PNG、JPEG",
        "同一张图片只存一份，结果可以核对",
    ),
    "objects": Row(
        "docxtpl 的对象：RichText、RichTextParagraph、Listing、InlineImage",
        "自己的类",
        "jixiao.render.run.rich 的 RichText、RichParagraphs，whole_pictures 的 InlineImage；Listing 就是文字",
        "同样的写法，值都经过转义；docxtpl 的对象印成它的文字",
    ),
}


def table() -> str:
    """The rows as Markdown."""
    lines = [("编号", *Row._fields), ("---",) * 5, *((key, *row) for key, row in ROWS.items())]
    head = {"what": "什么", "theirs": "docxtpl 0.20.2", "ours": "绩效", "why": "为什么"}
    return "".join(f"| {' | '.join(_cell(head.get(each, each)) for each in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"(\{[{%][^、；，]*?[}%]\}|\{%-|-%\}|\{_\{)", r"`\1`", text)


if __name__ == "__main__":
    PAGE.write_text(_TABLE.sub(lambda _: table(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
