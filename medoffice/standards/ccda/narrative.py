"""The narrative of a section: as plain text (a paragraph, an item of a list, a row of a table a line), or laid out."""

from collections.abc import Iterator

from medoffice.kernel.xml_trees import Node
from medoffice.standards.ccda.types import Block, Cells
from medoffice.standards.ccda.values import plain

_LINES = {"paragraph", "list", "item", "table", "thead", "tbody", "tfoot", "tr", "caption", "br"}
_CELLS = {"td", "th"}
_GROUPS = {"thead", "tbody", "tfoot"}


def narrative_text(node: Node | None) -> str:
    """All that the text of a section says, as lines; nothing of it is markup any more."""
    if node is None:
        return ""
    lines = "".join(_pieces(node)).split("\n")
    tidy = (" ".join(line.split()).removesuffix(" |") for line in lines)
    return "\n".join(plain(line) for line in tidy if line.strip(" |"))


def _pieces(top: Node) -> Iterator[str]:
    """The text in order; a line begins and ends where its element does, a cell ends with a bar."""
    waiting: list[tuple[Node | str, bool]] = [(top, True)]
    while waiting:
        one, is_text = waiting.pop()
        if isinstance(one, str):
            yield " ".join(("x" + one + "x").split())[1:-1] if is_text else one
            continue
        before, after = ("\n", "\n") if one.name in _LINES else ("", " | ") if one.name in _CELLS else ("", "")
        before += "- " if one.name == "item" else ""
        if one.get("revised") == "delete":
            before, after = f"{before}[struck out: ", f"]{after}"
        waiting.append((after, False))
        waiting += [(child, True) for child in reversed(one.children)]
        waiting.append((before, False))


def narrative_blocks(node: Node | None) -> tuple[Block, ...]:
    """The text of a section as it is laid out, in order; nothing of it is markup any more. No part is empty."""
    return tuple(_blocks(node)) if node else ()


def _blocks(top: Node) -> Iterator[Block]:
    """Tables and lists as such, what stands between them as paragraphs; what is in a cell or an item is its words."""
    waiting: list[Node | str] = list(reversed(top.children))
    said: list[str] = []

    def spoken() -> Iterator[Block]:
        words = plain(" ".join("".join(said).split()))
        said.clear()
        if words:
            yield Block(words=words)

    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            said.append(one)
        elif one.name in ("table", "list"):
            yield from spoken()
            found = _table(one) if one.name == "table" else Block(items=_items(one))
            if found != Block():
                yield found
        elif one.name == _END:
            yield from spoken()
        elif one.name in _LINES:
            yield from spoken()
            waiting += [Node(_END, {}), *reversed(one.children)]
        elif one.get("revised") == "delete":
            waiting += ["]", *reversed(one.children), "[struck out: "]
        else:
            waiting += reversed(one.children)
    yield from spoken()


_END = ""  # of a paragraph: no element has this name


def _items(node: Node) -> tuple[str, ...]:
    return tuple(words for item in node.nodes() if (words := _words(item)))


def _table(node: Node) -> Block:
    """Its rows, whole; those above or those whose cells are all headings are the head."""
    head: list[Cells] = []
    rows: list[Cells] = []
    caption = node.first("caption")
    for group in node.nodes():
        for row in [group] if group.name == "tr" else group.all("tr") if group.name in _GROUPS else ():
            cells = [cell for cell in row.nodes() if cell.name in _CELLS]
            told = tuple(_words(cell) for cell in cells)
            if any(told):
                above = group.name == "thead" or (not rows and all(cell.name == "th" for cell in cells))
                (head if above else rows).append(told)
    return Block(caption=_words(caption) if caption else "", head=tuple(head), rows=tuple(rows))


def _words(node: Node) -> str:
    lines = (line.removeprefix("- ") for line in narrative_text(node).split("\n") if line != "-")
    return "; ".join(lines)


def marked(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Every element of a narrative that has an id, which entries may point at."""
    for one in node.walk() if node else ():
        name = one.get("ID")
        if name:
            yield name, one
