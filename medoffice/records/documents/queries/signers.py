"""Who is usually to sign off a document: a suggestion, which a person may change."""

from uuid import UUID

from medoffice.practice.api import providers, staff_of_user
from medoffice.records.documents.types.papers import DocumentKind
from medoffice.records.encounters.types import Encounter
from medoffice.security.types import Actor, Role


def usual_signer(actor: Actor, kind: DocumentKind | None, visits: list[Encounter]) -> UUID | None:
    """To whom the type goes; else who saw the patient last (``visits``, the latest first), who files it, who is alone.

    None for a type that nobody signs off, or if nobody is meant. Two queries.
    """
    if kind is None or not kind.signed:
        return None
    known = [one.id for one in providers()]
    mine = staff_of_user(actor.id) if actor.holds(frozenset({Role.PROVIDER})) else None
    meant = [kind.signer_id, *(one.provider_id for one in visits), mine.id if mine else None]
    return next((one for one in meant if one in known), known[0] if len(known) == 1 else None)
