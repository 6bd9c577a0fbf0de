"""Clinical statements: finding those of a kind in an entry, whatever holds them, and what most of them share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from medoffice.kernel.xml_trees import Node
from medoffice.standards.ccda.oids import ENTRY_ELEMENTS, ENTRY_TEMPLATES
from medoffice.standards.ccda.types import Source
from medoffice.standards.ccda.values import Reading

_STATEMENTS = frozenset(
    {"act", "observation", "organizer", "procedure", "substanceAdministration", "supply", "encounter"}
)
_HOLDERS = ("entryRelationship", "component")


@dataclass(frozen=True, slots=True)
class Statement:
    """A clinical statement, where it stands, and the statement that holds it."""

    node: Node
    source: Source
    reading: Reading
    holder: "Statement | None" = None

    @property
    def where(self) -> str:
        """The place as findings name it."""
        return self.source.path

    def held(self) -> Iterator["Statement"]:
        """The statements right inside this one, in entry relationships and components."""
        for name in _HOLDERS:
            for place, link in enumerate(self.node.all(name), 1):
                yield from inside(link, f"{self.where}/{name}[{place}]", self.source, self.reading, self)

    def below(self) -> Iterator["Statement"]:
        """All statements inside this one."""
        for one in self.held():
            yield one
            yield from one.below()

    def of(self, template: str) -> "Statement | None":
        """The first statement right inside that obeys a template."""
        return next((one for one in self.held() if template in templates(one.node)), None)

    def is_true(self, name: str) -> bool:
        """Whether an attribute says true."""
        return self.node.get(name) in ("true", "1")

    def leave(self, what: str, said: str) -> None:
        """Note that it says something that no entry has a place for."""
        self.reading.leave(self.source.path, what, said)

    def status(self) -> str:
        """The code of its status."""
        found = self.node.first("statusCode")
        return found.get("code") if found else ""


def templates(node: Node) -> tuple[str, ...]:
    """The OIDs of the templates an element says it obeys."""
    return tuple(one.get("root") for one in node.all("templateId"))


def inside(
    link: Node, path: str, source: Source, reading: Reading, holder: Statement | None = None
) -> Iterator[Statement]:
    """The statement of an entry or a relationship (one, by the standard)."""
    for node in link.nodes():
        if node.name in _STATEMENTS:
            at = Source(source.section, source.section_code, f"{path}/{node.name}")
            yield Statement(node, at, reading, holder)


def of_kind(entry: list[Statement], kind: str) -> list[Statement]:
    """The outermost statements of a kind: by template, or by their element where none says its template."""
    wanted = set(ENTRY_TEMPLATES[kind])
    by_template = list(_outermost(entry, lambda one: bool(wanted.intersection(templates(one.node)))))
    return by_template or list(_outermost(entry, lambda one: one.node.name in ENTRY_ELEMENTS[kind]))


def _outermost(statements: Iterable[Statement], wanted: Callable[[Statement], bool]) -> Iterator[Statement]:
    for one in statements:
        if wanted(one):
            yield one
        else:
            yield from _outermost(one.held(), wanted)


def is_coded(entry: Node) -> bool:
    """Whether an entry states something in coded form: any code of a system beyond what kind of statement it is."""
    return any(
        one.get("code") and one.get("codeSystem")
        for one in entry.walk()
        if one.name in ("code", "value", "translation")
    )
