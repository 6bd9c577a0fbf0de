"""A type of document of the office: a new one, another name, who signs it off, when it is no longer chosen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import providers
from medoffice.records.documents.models import OfficeKind
from medoffice.records.documents.queries.kinds import all_kinds, keepings
from medoffice.records.documents.rules.kinds import MADE_HERE, key_of
from medoffice.records.documents.types.papers import DocumentKind
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("documents.set_up")
def add_kind(*, actor: Actor, kind: DocumentKind) -> str:
    """A type of the office's own, chosen from its day on; returns its key. Raises Invalid."""
    known = all_kinds()
    new = replace(kind, key=key_of(kind.name, {one.key for one in known}), version=0)
    _write(actor, new, known)
    return new.key


@action("documents.set_up")
def change_kind(*, actor: Actor, kind: DocumentKind) -> None:
    """Rename, route or retire a type, as it was seen (``version``); papers filed under it stay under it.

    Raises NotFound, Invalid, Refusal if somebody changed it meanwhile or the program itself files under it.
    """
    known = all_kinds()
    before = next((one for one in known if one.key == kind.key), None)
    if before is None:
        raise NotFound
    if before.version != kind.version:
        raise Refusal("changed-meanwhile", "Somebody changed this type meanwhile.", "Open it again.")
    if kind.until is not None and kind.key in MADE_HERE:
        raise Refusal("made-here", "The program files papers of its own under this type.", "Rename it if you like.")
    if kind != before:
        _write(actor, replace(kind, since=before.since), known)


def _write(actor: Actor, kind: DocumentKind, known: list[DocumentKind]) -> None:
    wrong = _wrong(kind, known)
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    row = OfficeKind.objects.create(
        key=kind.key,
        version=kind.version + 1,
        name=kind.name.strip(),
        words=list(kind.words),
        signed=kind.signed,
        signer_id=kind.signer_id,
        keep=kind.keep,
        since=kind.since,
        until=kind.until,
        made_by=actor.name,
        made_at=clock.now(),
    )
    record("document type", row.id, type=kind.key, version=row.version)


def _wrong(kind: DocumentKind, known: list[DocumentKind]) -> Mapping[str, list[str]]:
    wrong: dict[str, list[str]] = {}
    name = kind.name.strip()
    if not name or len(name) > 60:
        wrong["name"] = ["It has a name of at most 60 letters."]
    elif any(one.name.lower() == name.lower() and one.key != kind.key and _chosen(one, kind.since) for one in known):
        wrong["name"] = ["Another type is called so."]
    if kind.keep not in keepings():
        wrong["keep"] = ["Choose from the list."]
    if kind.until is not None and kind.until < kind.since:
        wrong["until"] = [f"It began {kind.since:%m/%d/%Y}."]
    if kind.signer_id is not None and kind.signer_id not in {one.id for one in providers()}:
        wrong["signer"] = ["This is no provider here."]
    return wrong


def _chosen(kind: DocumentKind, on: date) -> bool:
    return kind.until is None or kind.until >= on
