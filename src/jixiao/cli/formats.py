"""`jixiao formats`: the report formats there are."""

from __future__ import annotations

from jixiao.cli.options import Elsewhere, Lang, Language, Status, Templates, templates_or_own

COLUMNS = ("format", "years", "version", "title", "folder")


def formats(
    elsewhere: Elsewhere = None,  # noqa: ARG001 - no data is read, nothing is written
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """List name, years, version, title and folder of every format."""
    from jixiao.cli.table import show_table
    from jixiao.formats.load_format import format_names, format_years, load_format
    from jixiao.messages.commands import text

    root = templates_or_own(templates)
    rows = []
    for name in format_names(root):
        years = format_years(root, name)
        form = load_format(root, name, years[-1]).format
        version, title = (form.version, str(form.rules.name or "")) if form else ("", "")
        rows.append([name, "、".join(map(str, years)), version, title, (root / name).as_posix()])
    if not rows:
        print(text("no_formats", lang, folder=root))
        return Status.UNUSABLE
    show_table(text("formats", lang), [text(column, lang) for column in COLUMNS], rows)
    return Status.CLEAN
