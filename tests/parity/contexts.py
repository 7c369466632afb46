"""What the templates of docxtpl's own tests are filled with here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Make = Callable[..., Any]


def context(template: str, rich: Make, paragraphs: Make, listing: Make) -> dict[str, object]:
    """The values of a template; rich, paragraphs and listing make those with formats of their own, for each engine."""
    return _WORDS | _LISTS | _TYPES | _formatted(template, rich, paragraphs, listing)


_WORDS: dict[str, object] = {
    "a_jinja_variable": "一个值",
    "age": 31,
    "author": "甲处",
    "autoescape": "<b> & </b>",
    "autoescape_unicode": "é < ü",
    "body": "第一行\n第二行",
    "category": "书籍",
    "company_name": "某单位 & 某中心",
    "customer_name": "某人",
    "date": "2024-05-01",
    "degree_field": "会计",
    "email": "a@example.org",
    "foobar": None,
    "generation_date": "2024-05-02",
    "has_degree": True,
    "in_europe": True,
    "is_paid": False,
    "is_student": False,
    "living_in_town": True,
    "mycompany": "某公司",
    "myescvar": "<a & b>",
    "name": "某人",
    "page_number": 1,
    "some_html": "<b>粗</b>",
    "tag_1": " 前后有空格 ",
    "tag_2": "x",
    "test": "引号 ' 与 &",
    "test_space": "   三个空格  ",
    "test_tabs": "\t\t两个制表位\t后",
    "test_variable": True,
    "title": "标题 <一>",
    "total_price": "12,50",
    **dict.fromkeys(("img", "inline_image", "myimage", "myimageratio"), ""),
}
_LISTS: dict[str, object] = {
    "authors": [{"name": "甲", "books": [{"title": "书一"}, {"title": "书二"}]}, {"name": "乙", "books": []}],
    "col_labels": ["一", "二", "三", "四"],
    "dishes": [{"name": "菜一", "ingredients": ["米", "盐"]}, {"name": "菜二", "ingredients": []}],
    "frameworks": [{"image": "", "desc": "框架"}],
    "images": ["图一", "图二"],
    "items": [{"desc": "甲", "qty": 2, "price": "1,25"}, {"desc": "乙", "qty": 0, "price": "0"}],
    "projects": [{"name": "项目", "year": 2023, "description": "说明"}],
    "skills": ["读", "写"],
    "tbl_contents": [{"label": "A", "cols": ["1", "2", "3", "4"]}, {"label": "B", "cols": ["5", "6", "7", "8"]}],
}
_TYPES: dict[str, object] = {
    "json_dict_var": {"a": "x"},
    "json_array_var": ["x", 1],
    "json_string_var": "x",
    "json_int_var": 4,
    "json_float_var": 1.5,
    "json_true_var": True,
    "json_false_var": False,
    "json_none_var": None,
}


def _formatted(template: str, rich: Make, paragraphs: Make, listing: Make) -> dict[str, object]:
    words = rich("粗 & ", bold=True)
    words.add("斜 < ", italic=True, color="#ff00ff", size=40)
    words.add("线", underline="double", strike=True, font="Arial")
    words.add(rich("上", superscript=True, style="Strong"))
    passage = paragraphs(words)
    passage.add("一段")
    return {
        "Chinese": rich("中文", font="eastAsia:微软雅黑"),
        "alerts": [
            {"date": "1", "desc": rich("粗", bold=True), "type": "甲", "bg": "FF0000"},
            {"date": "2", "desc": rich("常"), "type": "乙", "bg": "00DD00"},
        ],
        "example": passage if template == "richtext_paragraph_tpl" else words,
        "foobar": rich("有"),
        "mylisting": listing("一行 <\n二行\a三段\f四页\t后"),
        "mysubdoc": passage,
        "myvar": words,
        "new_listing": listing("一\n\n二"),
        "nlnp": rich("一\n二\a三\f四"),
        "page_break": rich("\f"),
        "simsun": rich("宋", font="eastAsia:SimSun"),
        "test_space_r": rich("   "),
        "test_tabs_r": rich("\t\t后"),
    }
