"""What a statement says beyond what its entry has a place for: it is told, so that nothing is lost unseen."""

from collections.abc import Iterator

from medoffice.kernel.xml_trees import Node
from medoffice.standards.ccda import oids
from medoffice.standards.ccda.statements import Statement, templates
from medoffice.standards.ccda.values import gist

# What every statement has: which it is, how it stands, who said so, what it holds (judged one by one).
_ALWAYS = frozenset({
    "realmCode", "typeId", "templateId", "id", "code", "text", "statusCode", "effectiveTime", "author", "informant",
    "entryRelationship", "component", "reference",
})  # fmt: skip
_GIVEN = frozenset({"routeCode", "doseQuantity", "consumable"})
_MEASURED = frozenset({"value", "interpretationCode", "referenceRange"})
_READ = {
    "problems": frozenset({"value"}),
    "allergies": frozenset({"value", "participant"}),
    "medications": _GIVEN | {"administrationUnitCode"},
    "results": _MEASURED,
    "vitals": _MEASURED,
    "social": _MEASURED,
    "immunizations": _GIVEN | {"repeatNumber", "performer"},
    "procedures": frozenset({"targetSiteCode", "performer"}),
}
_HELD = {
    "problems": frozenset({oids.PROBLEM_STATUS}),
    "allergies": frozenset({oids.ALLERGY_STATUS, oids.SEVERITY, oids.CRITICALITY}),
    "medications": frozenset({oids.INDICATION, oids.INSTRUCTION}),
    "immunizations": frozenset({oids.REFUSAL_REASON}),
}


def tell_leftovers(kind: str, statement: Statement) -> None:
    """Note what a statement says that the entry of this kind, which was read from it, does not."""
    for child in _unread(kind, statement.node):
        statement.leave(child.name.lstrip("?"), gist(child))
    for held in _unheld(kind, statement):
        statement.leave(_named(held.node), gist(held.node))


def tell_beside(read: list[Statement]) -> None:
    """Note what stands beside the statements that were read, in whatever holds them together."""
    nodes = {id(one.node) for one in read}
    holders = {id(one.holder.node): one.holder for one in read if one.holder}
    for holder in holders.values():
        for one in holder.held():
            if id(one.node) not in nodes and not _is_comment(one.node):
                one.leave(_named(one.node), gist(one.node))


def _unread(kind: str, node: Node) -> Iterator[Node]:
    seen = set[str]()
    for child in node.nodes():
        again = child.name in ("value", "participant", "performer") and child.name in seen
        seen.add(child.name)
        if again or child.name not in _ALWAYS | _READ[kind]:
            yield child


def _unheld(kind: str, statement: Statement) -> Iterator[Statement]:
    """What it holds and was not read: of what an entry has one of, all but the first."""
    waiting = set(_HELD.get(kind, ()))
    for one in statement.held():
        obeyed = waiting.intersection(templates(one.node))
        waiting -= obeyed
        many = kind == "allergies" and oids.REACTION in templates(one.node)
        if not obeyed and not many and not _is_comment(one.node) and not _is_status(one.node):
            yield one


def _is_comment(node: Node) -> bool:
    what = node.first("code")
    return what is not None and what.get("code") == oids.COMMENT_CODE


def _is_status(node: Node) -> bool:
    what = node.first("code")
    return what is not None and what.get("code") == oids.STATUS_CODE


def _named(node: Node) -> str:
    """What a statement is called: by its code's name, else by its element."""
    what = node.first("code")
    return (what.get("displayName") if what else "") or node.name
