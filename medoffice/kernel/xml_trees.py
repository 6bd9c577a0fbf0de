"""XML from outside, as a tree of plain nodes: the only place that parses any.

What an attacker could do with XML is refused before it is done: no document type, so no entities of one's own and
nothing from elsewhere; and limits on bytes, elements, depth and attributes, so that reading ends soon. What is refused
is a ``Refusal`` in words; nothing else is raised, whatever the bytes.
"""

from collections.abc import Iterator, Mapping
from pyexpat import ExpatError, ParserCreate, XMLParserType

from medoffice.kernel.refusals import Refusal

MOST_BYTES = 20_000_000
MOST_ELEMENTS = 200_000
MOST_ATTRIBUTES = 400_000
DEEPEST = 100
_ANOTHER = "Ask the sender for the document as plain XML."


class Node:
    """An element: its name, its attributes, and what is inside it (nodes and text, in order)."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        """Make an empty element."""
        self.name = name
        self.attributes = attributes
        self.children: list[Node | str] = []

    def get(self, name: str) -> str:
        """The value of an attribute without the space around it, or nothing."""
        return self.attributes.get(name, "").strip()

    def nodes(self) -> Iterator["Node"]:
        """The elements right inside this one."""
        return (child for child in self.children if isinstance(child, Node))

    def all(self, name: str) -> Iterator["Node"]:
        """The elements of this name right inside this one."""
        return (child for child in self.nodes() if child.name == name)

    def first(self, *path: str) -> "Node | None":
        """The first element along a path of names, or None."""
        node: Node | None = self
        for name in path:
            node = next(node.all(name), None) if node else None
        return node

    def walk(self) -> Iterator["Node"]:
        """This element and all inside it, in the order of the document."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(list(node.nodes()))

    def text(self, most: int = MOST_BYTES) -> str:
        """All text inside, up to a length; each run of white space is one space."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting and most > 0:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one[:most])
                most -= len(one)
            else:
                waiting += reversed(one.children)
        return " ".join("".join(parts).split())


def read_xml(
    data: bytes, prefixes: Mapping[str, str], encoding: str | None = None, *, elements: int | None = None
) -> Node:
    """The root of a document.

    Names of a namespace get its prefix (``{"urn:x": "x:"}``, which may be empty), those of none stay as they are,
    others begin with ``?``. ``encoding`` stands above what the document says of itself; ``elements`` is the most of
    them, else ``MOST_ELEMENTS``. Raises Refusal with the codes ``xml.too-large``, ``xml.dtd``, ``xml.too-deep`` and
    ``xml.not-well-formed``.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(f"It has more than {MOST_BYTES // 1_000_000} million bytes.")
    if data.count(b"=") > MOST_ATTRIBUTES:  # before the parser gathers those of an element
        raise _too_large(f"It has more than {MOST_ATTRIBUTES:,} attributes.")
    building = _Building(prefixes, elements or MOST_ELEMENTS)
    parser = ParserCreate(encoding, " ")
    parser.buffer_text = True
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.characters
    parser.StartDoctypeDeclHandler = _no_dtd
    try:
        parser.Parse(data.lstrip(b" \t\r\n"), True)
    except (ExpatError, LookupError, ValueError) as error:
        raise _malformed(error, parser) from error
    return building.root


class _Building:
    """The handlers of the parser, and the tree that grows by them."""

    def __init__(self, prefixes: Mapping[str, str], most: int) -> None:
        self.prefixes = prefixes
        self.most = most
        self.names: dict[str, str] = {}
        self.elements = 0
        self.root = Node("", {})
        self.open: list[Node] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > self.most:
            raise _too_large(f"It has more than {self.most:,} elements.")
        if len(self.open) >= DEEPEST:
            raise Refusal("xml.too-deep", f"Its elements are nested more than {DEEPEST} deep.", _ANOTHER)
        node = Node(self._named(name), {self._named(key): value for key, value in attributes.items()})
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def end(self, _: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        self.open[-1].children.append(text)

    def _named(self, name: str) -> str:
        known = self.names.get(name)
        if known is None:
            space, blank, local = name.rpartition(" ")
            known = self.names[name] = self.prefixes.get(space, "?") + local if blank else local
        return known


def _no_dtd(*_: object) -> None:
    words = "It declares a document type (DOCTYPE); such documents are not read, since they can be made to do harm."
    raise Refusal("xml.dtd", words, _ANOTHER)


def _too_large(words: str) -> Refusal:
    return Refusal("xml.too-large", f"It is too large to be read. {words}", "Ask the sender for a shorter document.")


def _malformed(error: Exception, parser: XMLParserType) -> Refusal:
    where = f"line {parser.ErrorLineNumber}, column {parser.ErrorColumnNumber + 1}"
    why = str(error).partition(": line")[0] if isinstance(error, ExpatError) else "unknown encoding"
    return Refusal("xml.not-well-formed", f"It is not well-formed XML ({why}, {where}).", _ANOTHER)
