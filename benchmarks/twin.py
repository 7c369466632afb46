"""A compiled format as docxtpl would have it: the same XML with docxtpl's tags, and the data that fill it.

Loops stay loops and conditions conditions, so that both engines do the same work. What depends on the whole document
(numbers of headings and annexes, the table of contents) is given to docxtpl ready made; notes under tables are not.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from itertools import count
from typing import Any
from xml.sax.saxutils import quoteattr

from jixiao.compute.records import ItemRecord
from jixiao.expr.scope import Locals, Scope
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display, View
from jixiao.render import template
from jixiao.render.namespaces import R, W
from jixiao.render.run.contents import contents_xml
from jixiao.render.run.engine import link
from jixiao.render.run.loop import Loop
from jixiao.render.run.state import Annex, State
from jixiao.render.run.steps import items_of, readable, reader
from jixiao.render.template import Compiled, Node, Nodes

Data = dict[str, Any]

_HEAD = f"<w:document xmlns:w={quoteattr(W)} xmlns:r={quoteattr(R)}><w:body>"
_DOCUMENT = "word/document.xml"
_TEXT = '<w:t xml:space="preserve">'


class Names:
    """A name for each node of a compiled format, by which the template asks for its value in the data."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._next = count()

    def of(self, node: Node) -> str:
        """As v1, v2 and so on."""
        return f"v{self._numbers.setdefault(id(node), next(self._next))}"


class Twin:
    """One compiled format for docxtpl."""

    def __init__(self, compiled: Compiled) -> None:
        self._nodes = compiled.nodes
        self._names = Names()

    def template(self, document: bytes) -> bytes:
        """The docxtpl template; document: any report of the format, of which the other parts are taken."""
        body = Writer(self._names).written(self._nodes, 0) + "{{ s0.last|safe }}"
        files = zipfile.ZipFile(io.BytesIO(document))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
            for name in files.namelist():
                xml = f"{_HEAD}{body}</w:body></w:document>".encode()
                target.writestr(name, xml if name == _DOCUMENT else files.read(name))
        return packed.getvalue()

    def data(self, ledger: Ledger) -> Data:
        """The values that one report puts into the template, as strings."""
        state, values = State(ledger), Data()
        Recorder(self._names, self._nodes, state).record(self._nodes, ledger.scope, values)
        values["last"] = state.section
        return {"s0": values}


class Writer:
    """Nodes as text with docxtpl's tags; `s0`, `s1` … are the values of the loops around, by depth."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._by_kind: dict[type[Any], Callable[[Any, str, int], str]] = {
            template.Raw: lambda node, _, __: node.xml,
            template.Slot: lambda _, value, __: f"{{{{ {value} }}}}",
            template.Paragraphs: _paragraphs,
            template.For: self._loop,
            template.Annex: self._loop,
            template.If: self._choice,
            template.MergedCell: self._merged,
            template.TableBody: self._table,
            template.Heading: lambda node, _, depth: f"{node.before}{self.written(node.body, depth)}</w:p>",
            template.Given: lambda node, _, depth: self.written(node.body, depth),
            template.AnnexList: lambda node, _, depth: self.written(node.body, depth),
            template.Set: lambda _, __, ___: "",
            template.AnnexNumber: lambda node, value, _: f"{_markup(node.others)}{{{{ {value} }}}}",
        }

    def written(self, nodes: Nodes, depth: int) -> str:
        """All of them; what has no tag of its own is given ready made."""
        return "".join(self._written(node, depth) for node in nodes)

    def _written(self, node: Node, depth: int) -> str:
        value = f"s{depth}.{self._names.of(node)}"
        write = self._by_kind.get(type(node))
        return write(node, value, depth) if write else f"{{{{ {value}|safe }}}}"

    def _loop(self, node: template.For | template.Annex, value: str, depth: int) -> str:
        otherwise = self.written(node.otherwise, depth) if isinstance(node, template.For) else ""
        body = self.written(node.body, depth + 1)
        return f"{{% for s{depth + 1} in {value} %}}{body}{{% else %}}{otherwise}{{% endfor %}}"

    def _choice(self, node: template.If, value: str, depth: int) -> str:
        branches = (
            f"{{% {'elif' if at else 'if'} {value} == {at} %}}{self.written(branch.body, depth)}"
            for at, branch in enumerate(node.branches)
        )
        return f"{''.join(branches)}{{% else %}}{self.written(node.otherwise, depth)}{{% endif %}}"

    def _merged(self, node: template.MergedCell, value: str, depth: int) -> str:
        before, after, body = (self.written(part, depth) for part in (node.before, node.after, node.body))
        merge = f'{{% if {value} %}}<w:vMerge/>{{% else %}}<w:vMerge w:val="restart"/>{{% endif %}}'
        content = f"{{% if {value} %}}{node.empty}{{% else %}}{body}{{% endif %}}"
        return f"<w:tc><w:tcPr>{before}{merge}{after}</w:tcPr>{content}</w:tc>"

    def _table(self, node: template.TableBody, value: str, depth: int) -> str:
        return f"{{% if {value} %}}{node.before}{self.written(node.body, depth)}{node.after}{{% endif %}}"


class Recorder:
    """Runs the nodes of one report and keeps what they put out."""

    def __init__(self, names: Names, whole: Nodes, state: State) -> None:
        self._names = names
        self._whole = whole
        self._state = state
        self._by_kind: dict[type[Any], Callable[[Any, Scope, Data], None]] = {
            template.Slot: self._slot,
            template.Paragraphs: self._paragraphs,
            template.For: self._loop,
            template.Annex: self._annexes,
            template.If: self._choice,
            template.MergedCell: self._merged,
            template.TableBody: self._table,
            template.Heading: lambda node, scope, values: self.record(node.body, scope, values),
            template.Given: lambda node, scope, values: self.record(
                node.body, Locals(scope, dict(node.options)), values
            ),
            template.AnnexList: self._annex_list,
            template.Contents: self._contents,
            template.AnnexNumber: self._annex_number,
        }

    def record(self, nodes: Nodes, scope: Scope, values: Data) -> None:
        """Into `values`, by the names of the nodes."""
        for at, node in enumerate(nodes):
            if isinstance(node, template.Set):
                self.record(nodes[at + 1 :], Locals(scope, {node.name: self._value(node, scope)}), values)
                return
            record = self._by_kind.get(type(node))
            if record:
                record(node, scope, values)
            else:
                values[self._names.of(node)] = self._captured(node, scope)

    def _value(self, node: template.Set | template.Slot | template.Paragraphs, scope: Scope) -> object:
        return self._state.view.value(readable(node.expression), scope, node.place)

    def _captured(self, node: Node, scope: Scope) -> str:
        """The XML that a node puts out."""
        out = self._state.out
        start = len(out)
        link((node,))(self._state, scope)
        xml = "".join(out[start:])
        del out[start:]
        return xml

    def _slot(self, node: template.Slot, scope: Scope, values: Data) -> None:
        found = self._value(node, scope)
        values[self._names.of(node)] = self._state.view.printed(found, Display(node.display)).text

    def _paragraphs(self, node: template.Paragraphs, scope: Scope, values: Data) -> None:
        paragraphs = self._state.view.paragraphs(self._value(node, scope), Display(node.display)) or [[]]
        values[self._names.of(node)] = ["".join(piece.text for piece in each) for each in paragraphs]

    def _loop(self, node: template.For, scope: Scope, values: Data) -> None:
        state, outer = self._state, self._state.loop
        items = items_of(state, reader(node.expression, node.place), scope, node)
        rows: list[Data] = [{} for _ in items]
        for index, (item, row) in enumerate(zip(items, rows, strict=True), 1):
            state.loop = loop = Loop(index, len(items))
            self.record(node.body, Locals(scope, {node.variables[0]: item, "loop": loop}), row)
        state.loop = outer
        values[self._names.of(node)] = rows
        if not items:
            self.record(node.otherwise, scope, values)

    def _annexes(self, node: template.Annex, scope: Scope, values: Data) -> None:
        state = self._state
        number = state.annex.number + 1
        records = list(items_of(state, reader(node.expression, node.place), scope, node)) if node.expression else [None]
        rows: list[Data] = [{} for _ in records]
        for part, (record, row) in enumerate(zip(records, rows, strict=True), 1):
            state.annex = Annex(number, part if len(records) > 1 else 0)
            self.record(node.body, record.scope if isinstance(record, ItemRecord) else scope, row)
        values[self._names.of(node)] = rows

    def _choice(self, node: template.If, scope: Scope, values: Data) -> None:
        holds = (self._state.view.decide(readable(each.condition), scope, each.place) for each in node.branches)
        chosen = next((at for at, answer in enumerate(holds) if answer), len(node.branches))
        values[self._names.of(node)] = chosen
        bodies = [*(branch.body for branch in node.branches), node.otherwise]
        self.record(bodies[chosen], scope, values)

    def _merged(self, node: template.MergedCell, scope: Scope, values: Data) -> None:
        continues = "<w:vMerge/>" in self._captured(node, scope)
        values[self._names.of(node)] = continues
        for part in (node.before, node.after, () if continues else node.body):
            self.record(part, scope, values)

    def _table(self, node: template.TableBody, scope: Scope, values: Data) -> None:
        state, rows = self._state, self._state.rows
        state.previous_row = state.row = 0
        self.record(node.body, scope, values)
        values[self._names.of(node)] = state.rows > rows

    def _annex_list(self, node: template.AnnexList, scope: Scope, values: Data) -> None:
        self.record(node.body, scope, values)
        self._state.annex = Annex()

    def _annex_number(self, node: template.AnnexNumber, scope: Scope, values: Data) -> None:
        values[self._names.of(node)] = self._captured(node, scope).rpartition(">")[2]

    def _contents(self, node: template.Contents, _: Scope, values: Data) -> None:
        """The table of contents, which is known when the whole body is."""
        values[self._names.of(node)] = _contents_xml(node, self._whole, self._state.view)


def _contents_xml(node: template.Contents, nodes: Nodes, view: View) -> str:
    state = State(view)
    link(nodes)(state, view.scope)
    return contents_xml(node, state.entries)


def _paragraphs(node: template.Paragraphs, value: str, _: int) -> str:
    start = f"<w:p>{node.paragraph_properties}<w:r>{node.run_properties}{_TEXT}"
    return f"{{% for p in {value} %}}{start}{{{{ p }}}}</w:t></w:r></w:p>{{% endfor %}}"


def _markup(xml: str) -> str:
    """All up to its last words."""
    return xml[: xml.rindex(">") + 1]
