"""The narrative of a section as plain text: a paragraph, an item of a list or a row of a table is a line."""

from collections.abc import Iterator

from medoffice.kernel.xml_trees import Node
from medoffice.standards.ccda.values import plain

_LINES = {"paragraph", "list", "item", "table", "thead", "tbody", "tfoot", "tr", "caption", "br"}
_CELLS = {"td", "th"}


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
        waiting.append((after, False))
        waiting += [(child, True) for child in reversed(one.children)]
        waiting.append((before, False))


def marked(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Every element of a narrative that has an id, which entries may point at."""
    for one in node.walk() if node else ():
        name = one.get("ID")
        if name:
            yield name, one
