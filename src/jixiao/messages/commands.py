"""What commands say, and their help pages, in both languages."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """One text in both languages, with {gaps}."""

    zh: str
    en: str


TEXTS: dict[str, Said] = {
    "must": Said("必须", "must"),
    "should": Said("提示", "should"),
    "expected": Said("应为 {expected}，实为 {actual}", "expected {expected}, found {actual}"),
    "remedy": Said("改法：{remedy}", "mend: {remedy}"),
    "related": Said("参见 {place}", "see {place}"),
    "more_related": Said("另有 {count} 处", "and {count} more"),
    "count": Said("共 {all} 项：必须改正 {must} 项，提示 {should} 项。", "{all} found: {must} must, {should} should."),
    "clean": Said("没有发现问题。", "Nothing found."),
    "written": Said("已写入 {path}", "written {path}"),
    "not_written": Said(
        "没有生成“{report}”：请先改正上面“必须”各项（原有的文件没有变动）；要先看样子，可加 --draft 出草稿。",
        "“{report}” was not written: mend what must be mended (a former file is as it was), or see a --draft.",
    ),
    "no_units": Said("目录 {data} 中没有 {year} 年度的单位数据。", "There are no data of {year} in the folder {data}."),
    "see_check": Said("{count}详见 check 命令。", "{count} See the command check."),
    "bad_unit_name": Said(
        "单位“{name}”不能用：写数据文件夹里的文件夹名，或 上级/单位，不用 .. 和盘符。",
        "“{name}” cannot name a unit: write its folder in the data, or group/unit, without .. and drive letters.",
    ),
    "files_exist": Said(
        "下列文件已经存在，没有改动，也没有写入任何文件：\n  {files}",
        "These files exist already and were left alone; nothing was written:\n  {files}",
    ),
    # outline, preview
    "number": Said("序号", "number"),
    "source": Said("来自", "from"),
    "change": Said("改动", "change"),
    "file": Said("文件", "file"),
    "from_format": Said("格式", "format"),
    "from_common": Said("共用", "common"),
    "from_group": Said("上级", "group"),
    "from_unit": Said("单位", "unit"),
    "was_added": Said("增加", "added"),
    "was_replaced": Said("替换", "replaced"),
    "was_moved": Said("移动", "moved"),
    "was_dropped": Said("删除", "dropped"),
    "preview_mark": Said("（预览）", " (preview)"),
    "unknown_section": Said(
        "大纲里没有“{name}”，或者它没有内容。相近的：{near}",
        "The outline has no “{name}”, or nothing is printed there. Near: {near}",
    ),
    "several_reports": Said(
        "几份报告里都有“{name}”，请加 --report 指明一份：{reports}",
        "Several reports have “{name}”; name one with --report: {reports}",
    ),
    "several_sections": Said(
        "“{name}”不止一个，请写得完整些，或写序号：{names}",
        "“{name}” names several sections; write it whole, or its number: {names}",
    ),
    "bulk_pdf": Said("PDF：{total} 份中已转成 {made} 份。", "PDF files: {made} of {total} made."),
    "no_page_numbers": Said(
        "没有找到 LibreOffice，目录的页码空着：用 Word 或 WPS 打开，右击目录，选“更新域”。",
        "LibreOffice was not found, so the contents have no page numbers: update the field in Word or WPS.",
    ),
    "sample_folder": Said(
        "目录 {folder} 不是空的：示例数据请写到新的目录，以免和单位的数据混在一起。",
        "The folder {folder} is not empty: write samples into a new one, apart from data of real units.",
    ),
    "sample_year": Said(
        "{year} 年度没有能用的报告格式；所有格式都能用的第一个年度是 {first}。",
        "No format holds in {year}; the first year of all is {first}.",
    ),
    "sample_done": Said(
        "已写入 {folder}：{year} 年度，{units} 个示例单位，{size} MB；报告格式：{formats}。",
        "written {folder}: {units} sample units of {year}, {size} MB; formats: {formats}.",
    ),
    # bulk, tree
    "looking": Said("查看单位", "looking at units"),
    "building": Said("生成报告", "writing reports"),
    "per_second": Said("每秒 {rate} 个", "{rate} per second"),
    "found_so_far": Said("必须改正 {must} 项，提示 {should} 项", "{must} must, {should} should"),
    "bulk_so_far": Said(
        "已处理 {done}/{total} 个单位，每秒 {rate} 个，还要约 {left}；必须改正 {must} 项，提示 {should} 项",
        "{done} of {total} units, {rate} per second, about {left} left; {must} must, {should} should",
    ),
    "bulk_end": Said(
        "共 {all} 个单位：已完成 {done} 个，数据有误 {blocked} 个，没有处理成 {failed} 个，没有轮到 {left} 个；"
        "没有变动、不用重新生成的 {untouched} 个。",
        "{all} units: {done} done, {blocked} blocked by their data, {failed} failed, {left} not reached; "
        "{untouched} had not changed.",
    ),
    "more_units": Said("另有 {count} 个单位没有完成。", "and {count} more units that are not finished."),
    "nobody_chosen": Said("没有选中任何单位。", "No unit was chosen."),
    "more_findings": Said("另有 {count} 处同样的问题，见 tree 命令。", "and {count} more alike; see the command tree."),
    "no_such_unit": Said("没有“{name}”这个单位。", "There is no unit “{name}”."),
    "in_use": Said(
        "另一次批量生成正在使用 {folder}，请等它结束，或用 --out 换一个输出目录。",
        "Another run is using {folder}; wait for it, or choose another folder with --out.",
    ),
    "bad_shard": Said(
        "--shard 的写法是 第几份/共几份，如 2/4，不能是“{shard}”。", "--shard is I/N, such as 2/4, not “{shard}”."
    ),
    "state_done": Said("已完成", "done"),
    "state_blocked": Said("数据有误", "blocked"),
    "state_failed": Said("没有处理成", "failed"),
    "state_none": Said("还没有生成", "not written yet"),
    "why_": Said("没有变动，不用重新生成", "nothing changed"),
    "why_new": Said("还没有生成过", "never written"),
    "why_data": Said("数据或大纲有变动", "its data or outline changed"),
    "why_format": Said("报告格式有变动", "its format changed"),
    "why_program": Said("程序有变动", "the program changed"),
    "why_options": Said("生成的方式不同", "other options"),
    "why_failed": Said("上次没有处理成", "the last run failed"),
    "why_gone": Said("生成的文件不在了", "a file that was written is gone"),
    "why_forced": Said("要求重新生成", "asked for"),
    "sample_faults": Said("埋下差错 {number} 处，列在 {file}。", "{number} findings planted, listed in {file}."),
    "no_formats": Said("目录 {folder} 中没有报告格式。", "There are no report formats in the folder {folder}."),
    "unknown_figure": Said("没有“{name}”这个数字。相近的：{near}", "There is no figure “{name}”. Near: {near}"),
    "several_figures": Said(
        "“{name}”不止一个，请写得具体些（行名/名称，或下面的全名）：",
        "There is more than one “{name}”; say which (row/name, or a full name below):",
    ),
    "os_error": Said("无法读写 {file}：{reason}", "cannot read or write {file}: {reason}"),
    "usage_error": Said("命令有误：{message}\n用法见 {command}", "{message}\nSee {command}"),
    # verify
    "verifying": Said("核对 {file}：{what}", "verifying {file}: {what}"),
    "repaired": Said("已修复 {file}：{number} 处数字恢复联动", "repaired {file}: {number} figures are linked again"),
    "nothing_repaired": Said("{file} 没有要修复的", "{file} needs no repair"),
    "unlinked": Said(
        "  {place}：“{words}”与同一数字的其他各处不同，保留原样，不再联动",
        "  {place}: “{words}” differs from the other places of its figure; it stays as it is and is no longer linked",
    ),
    # diff
    "no_year": Said("“{year}”不是年度：加了 --unit，前后都写年度，如 2021 2022。", "“{year}” is no year."),
    "old_head": Said("原来", "old"),
    "new_head": Said("后来", "new"),
    "difference_head": Said("增减", "difference"),
    "growth_head": Said("增长", "growth"),
    "diff_title": Said("不同之处", "Differences"),
    "diff_changed": Said("变动", "changed"),
    "diff_added": Said("增加", "added"),
    "diff_dropped": Said("减少", "dropped"),
    "diff_count": Said(
        "变动 {changed} 个，增加 {added} 个，减少 {dropped} 个；另有 {same} 个相同。",
        "{changed} changed, {added} added, {dropped} dropped; {same} are the same.",
    ),
    "diff_words": Said(
        "有的文件没有来源记录，不能按数字比较，只比较文字。", "A file has no record of its figures; words are compared."
    ),
    "diff_words_count": Said("共 {count} 处不同。", "{count} differences."),
    # explain
    "exactly": Said("（精确值 {value}）", " (exactly {value})"),
    "formula": Said("公式：{formula}", "formula: {formula}"),
    "meaning": Said("含义：{meaning}", "meaning: {meaning}"),
    "rule": Said("依据：{rule}", "rule: {rule}"),
    "seen_above": Said("（见上）", " (see above)"),
    "blank": Said("（空）", "(blank)"),
    "not_computable": Said("（算不出：{reason}）", " (not computable: {reason})"),
    "zero_base": Said("“{name}”为零，不能作除数", "“{name}” is zero and divides nothing"),
    "missing": Said("缺少“{name}”", "“{name}” is missing"),
    "unreadable": Said("“{name}”填写有误，读不出数字", "“{name}” could not be read as a number"),
    "moved": Said("（四舍五入为{value}，舍位平衡时调整）", " (half-up {value}, moved so that sums foot)"),
    "derived": Said(
        "以数据中填写的数为准；按公式 {formula} 计算为 {value}",
        "the figure typed in the data is used; the formula {formula} gives {value}",
    ),
    # headings of tables
    "figure": Said("数字", "figure"),
    "printed": Said("印出（正文 | 表格 | 表单）", "printed (text | table | form)"),
    "exact": Said("精确值", "exact value"),
    "inputs": Said("由哪些数字得出", "inputs"),
    "place": Said("位置", "place"),
    "formula_head": Said("公式", "formula"),
    "formats": Said("报告格式", "Report formats"),
    "format": Said("格式", "format"),
    "years": Said("起用年度", "from year"),
    "version": Said("版本", "version"),
    "title": Said("名称", "title"),
    "folder": Said("位置", "folder"),
    # template
    "bad_format_name": Said(
        "格式名“{name}”不能用：请用汉字、字母、数字、- 和 _，不超过 40 个字，不能叫 common。",
        "“{name}” cannot name a format: use letters, digits, - and _, at most 40, and not “common”.",
    ),
    "no_common": Said(
        "{folder} 里没有 common，不是报告格式的目录。请换一个文件夹运行，或用 --templates 指明格式目录。",
        "{folder} holds no common, so it is no folder of formats. Start elsewhere, or name one with --templates.",
    ),
    "new_format": Said(
        "已新建 {folder}：从 {source} 复制了 {number} 个文件。", "made {folder}: {number} files copied from {source}."
    ),
    "new_format_shares": Said("共用的规则和表单仍取自 {shared}。", "Shared rules and forms still come from {shared}."),
    "new_format_next": Said(
        "接下来：数据的 报告.yaml 里写 格式: {name}，就用它生成报告；再逐处改 格式.yaml、正文 和 表单。\n"
        "能用的名称：jixiao template fields {name} --year {year}",
        "Next: write 格式: {name} in 报告.yaml, and reports use it; then change 格式.yaml, 正文 and 表单.\n"
        "Names to use: jixiao template fields {name} --year {year}",
    ),
    "use_templates": Said(
        "各命令都要加上 --templates {folder}，或设环境变量 JIXIAO_TEMPLATES。",
        "Add --templates {folder} to every command, or set JIXIAO_TEMPLATES.",
    ),
    "names": Said(
        "格式 {format}（{year} 年起）的模板里能用的名称。{source}",
        "Names for templates of {format} (from {year}). {source}",
    ),
    "examples_from": Said(
        "示例是 {unit} {year} 年度印在正文里的样子；那里没有的，括号里是这一类的样子。",
        "Examples as {unit} prints them in {year}; in brackets, what has none there.",
    ),
    "no_examples": Said(
        "数据目录里没有用这个格式的报告，括号里是这一类的样子。",
        "No report uses this format; examples are of the kind.",
    ),
    "no_path": Said("没有 {path} 这个文件或文件夹。", "There is no file or folder {path}."),
    "no_template": Said(
        "{path} 不是模板：请给出格式的文件夹、正文（.md）、表单（.docx）或 格式.yaml。",
        "{path} is no template: name the folder of a format, a chapter (.md), a form (.docx) or 格式.yaml.",
    ),
    "judged_by": Said("{path}：按格式 {format} 检查。", "{path}: checked for the format {format}."),
    "annotated": Said("已写入 {path}：{number} 处批注。", "written {path}: {number} comments."),
    "not_annotated": Said(
        "{path} 读不出段落，没有加批注；请看上面的提示。", "{path} has no readable paragraphs to comment on; see above."
    ),
    "word_only": Said(
        "批注只加在 Word 表单（.docx）里；正文（.md）和 .yaml 的问题，请按上面的行、列查找。",
        "Comments are for Word forms (.docx); in chapters (.md) and .yaml, find the line and column named above.",
    ),
    "unknown_name": Said("没有含“{name}”的名称。相近的：{near}", "No name holds “{name}”. Near: {near}"),
    "tag": Said("写法", "tag"),
    "label": Said("表头", "label"),
    "meaning_head": Said("含义", "meaning"),
    "unit": Said("单位", "unit"),
    "kind": Said("类别", "kind"),
    "stage": Said("阶段", "stage"),
    "example": Said("示例", "example"),
    "kind_derived": Said("计算", "derived"),
    "kind_given": Said("固定", "given"),
    "kind_text": Said("词语", "words"),
    "kind_number": Said("数字", "number"),
    "kind_entry": Said("数字或词语", "number or words"),
    "kind_date": Said("日期", "date"),
    "kind_narrative": Said("文字", "text"),
    "kind_texts": Said("多个词语", "several words"),
    "kind_flag": Said("是否", "yes or no"),
}


def text(key: str, lang: str, **gaps: object) -> str:
    """One text in a language, its gaps filled."""
    said = TEXTS[key]
    return (said.en if lang == "en" else said.zh).format_map(gaps)


HELP: dict[str, str] = {
    "由 YAML 数据生成绩效自评报告：数字只填一次，自动计算、检查并排成 Word 文档。": (
        "Writes performance self-evaluation reports from YAML: figures typed once, derived, checked, set in Word."
    ),
    "生成报告": "Write reports",
    "检查数据，不生成报告": "Check data without writing reports",
    "写出一批示例单位的数据，试用和测速用": "Write data of invented units, to try things out and to measure",
    "示例数据写到哪个目录，要是新的或空的": "Folder for the samples, new or empty",
    "有差错的单位占多少，如 0.1；差错列在 faults.json": "Share of units with faults, as 0.1; listed in faults.json",
    "单位的个数": "How many units",
    "种子：同样的种子写出同样的数据": "Seed: the same one gives the same data",
    "财政年度，不写则用所有报告格式都适用的第一个年度": "Fiscal year; by default the first one of all formats",
    "列出报告中的全部数字": "List all figures of a report",
    "说明一个数字从哪里来": "Show where a figure comes from",
    "列出报告格式": "List report formats",
    "成批生成各单位的报告": "Write the reports of many units",
    "列出各单位的上下级关系和完成情况": "List units below their superiors, and how far each is",
    "只要这个单位和它的下属单位：名称、代码或文件夹，或一组单位的文件夹": (
        "Only this unit and those below it (name, code or folder; or the folder of a group)"
    ),
    "只要这些单位：名称、代码、通配符，changed 有变动的，failed 没有完成的，has:检查编号；前加 ! 为除外": (
        "Only these units: names, codes, patterns, changed, failed, has:CODE; with ! before it all others"
    ),
    "同时用几个进程，0 表示全部处理器": "Processes at a time; 0: one for each processor",
    "另把全部报告的全部数字写成 figures.csv": "Write all figures of all reports to figures.csv as well",
    "另把每个分支（主管部门）的报告打成一个压缩包": "Write a zip of the reports of each branch as well",
    "没有变动的也重新生成": "Write again what has not changed too",
    "只处理第 I 份（共 N 份）": "Only part I of N",
    "不生成，只说明这个单位为什么要重新生成": "Write nothing; say why the reports of this unit are due",
    "一个单位最多用多少秒，0 表示不限": "Seconds that a unit may take; 0: no bound",
    "一个进程最多用多少内存（MB），0 表示不限": "Memory that a process may take, in MB; 0: no bound",
    "列出报告的大纲，各部分来自哪个文件": "List the outline of a report and the file of each section",
    "核对报告文件：有没有被改动，数据有没有变": "Verify report files: were they edited, did their data change",
    "比较两份报告，或一个单位的两个年度，列出不同的数字": "Compare two reports, or two years of a unit, by figures",
    "原来的报告文件（.docx）；加 --unit 时写年度": "The former report (.docx), or year with --unit",
    "后来的报告文件（.docx）；加 --unit 时写年度": "The later report (.docx), or year with --unit",
    "比较这个单位的两个年度": "Compare two years of this unit",
    "要核对的报告（.docx），放在哪里都可以": "Report to verify (.docx), wherever it lies",
    "修复联动数字（LibreOffice 等保存后会断开），另存为“名称（已修复）.docx”或 --out 所写的文件": (
        "Restore the links of figures that LibreOffice breaks on saving, in a file of its own (--out FILE.docx)"
    ),
    "只生成报告的一个部分，看样子": "Write one section of a report, to look at it",
    "哪一部分：名称或序号（见 outline 命令）": "Section: its name or number (see the command outline)",
    "哪份报告里的（报告.yaml 中的名称）": "Of this report (its name in 报告.yaml)",
    "再转成 PDF（需要 LibreOffice）": "Make a PDF of it as well (needs LibreOffice)",
    "写出数据文件的 JSON Schema，供编辑器提示": "Write JSON Schemas of the data files for editors",
    "新建单位的年度数据文件": "Make the data files of a unit's new year",
    "制作报告格式：新建、检查、列出能用的名称": "Make report formats: begin one, check it, list the names it may use",
    "新建一种报告格式": "Begin a report format",
    "检查模板的写法，不需要数据": "Check templates; no data are needed",
    "格式的文件夹、正文（.md）、表单（.docx）、格式.yaml，或整个格式目录": (
        "Folder of a format, chapter (.md), form (.docx), rules (.yaml), or the folder of all formats"
    ),
    "另存一份带批注的表单（.docx）到输出目录，批注写明每处问题": (
        "Write a copy of the forms (.docx) with comments at the places into the output folder"
    ),
    "列出模板里能用的名称": "List the names that templates may use",
    "新格式的名称，也是文件夹名": "Name of the new format and of its folder",
    "从哪个格式复制（见 formats 命令）": "Format to copy (see the command formats)",
    "新格式从哪一年起适用，不写则同所复制的格式": "Year from which it applies; by default that of the format copied",
    "用于哪一年的格式，不写则用最新的": "Edition for this year; by default the newest",
    "只列出名称、表头或分组里有这些字的，不写则列出全部": "Only names, headings or groups that hold these words",
    "显示版本": "Show the version",
    "单位（数据目录下的文件夹名）": "Unit (name of its folder in the data folder)",
    "单位（数据目录下的文件夹名），不写则检查全部": "Units (their folders in the data folder); all if none is named",
    "数字的名称；清单中的写 行名/名称": "Name of the figure; in a list row/name",
    "财政年度，如 2022": "Fiscal year, such as 2022",
    "只处理这一份报告（报告.yaml 中的名称）": "Only this report (its name in 报告.yaml)",
    "出草稿：不论有什么问题都生成，并在文中标出": "Write a draft whatever is wrong, and mark it in place",
    "联动数字：在 Word 中改一处，同一数字的各处一起改（草稿不联动）": (
        "Link figures: edited in one place in Word, a figure changes in all its places (not in drafts)"
    ),
    "填上目录的页码（有 LibreOffice 时）": "Fill in the page numbers of the contents (where LibreOffice is)",
    "再转成 PDF，目录填上页码（需要 LibreOffice）": "Make PDF files as well, with page numbers (needs LibreOffice)",
    "数据目录": "Data folder",
    "输出目录": "Output folder",
    "写到哪个目录": "Folder to write to",
    "报告格式目录，不写则用程序自带的": "Folder of report formats; by default those that come with the program",
    "报告格式（见 formats 命令）": "Report format (see the command formats)",
    "从哪一年带入名称、指标和分值，金额和完成值留空": "Year whose names, indicators and weights are carried over",
    "提示信息的语言": "Language of messages",
    "以 JSON 输出（英文键名，供其他程序读取）": "Print JSON",
}
"""Help texts in English, by their Chinese text in the commands."""

TYPER_HELP: tuple[tuple[str, str], ...] = (
    (r"(?m)^Usage: ", "用法："),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]…"),
    (r"(?m)^Arguments:$", "参数："),
    (r"(?m)^Options:$", "选项："),
    (r"(?m)^Commands:$", "命令："),
    (r"env var: (\w+)", r"环境变量 \1"),
    (r"default: ([^;\]]+)", r"默认 \1"),
    (r"; 默认", "；默认"),
    (r"; required\]|\[required\]", "[必填]"),
    (r"Show this message and exit\.", "显示这页说明"),
    (r"Install completion for the current shell\.", "为当前的 shell 安装命令补全"),
    (
        r"Show completion for the current shell, to\s+copy\s+it\s+or\s+customize\s+the\s+installation\.",
        "显示命令补全脚本",
    ),
)
"""What typer says on help pages, as patterns, and the same in Chinese."""

TYPER_ERRORS: tuple[tuple[str, str], ...] = (
    (r"No such command '(.*?)'\.?", r"没有“\1”这个命令。"),
    (r"No such option: (\S+)", r"没有 \1 这个选项。"),
    (r"\s*\(Possible options: (.*)\)", r"是不是 \1？"),
    (r"\s*Did you mean (.*)\?", r"是不是 \1？"),
    (r"Missing command\.", "没有写命令。"),
    (r"Missing argument '(.*?)'\.", r"缺少参数 \1。"),
    (r"Missing option '(.*?)'\.", r"缺少选项 \1。"),
    (r"Got unexpected extra arguments?\S* \((.*)\)", r"多出了参数：\1。"),
    (r"Option '(.*?)' requires an argument\.", r"选项 \1 后面没有写值。"),
    (r"Option '(.*?)' does not take a value\.", r"选项 \1 后面不能写值。"),
    (r"Invalid value for '([^']*)'(?: \(env var: '\w+'\))?: (?:Value error, )?", r"\1 的值不对："),
    (r"'([^']*)' is not a valid int(?:eger)?\.", r"“\1”不是整数。"),
    (r"'([^']*)' is not one of (.*)\.", r"“\1”不在可用的值之中：\2。"),
    (r"(-?\d+) is not in the range x<=(\d+)\.", r"“\1”太大，最多为 \2。"),
)
"""What typer says of wrong command lines, as patterns, and the same in Chinese."""
