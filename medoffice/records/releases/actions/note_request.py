"""Note a request for copies."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.practice.api import next_number, today_here
from medoffice.records.documents.api import known_document
from medoffice.records.releases.actions.rows import open_asked, said
from medoffice.records.releases.models import Request
from medoffice.records.releases.queries.data import papers, terms, unsaid_why
from medoffice.records.releases.rules.papers import due
from medoffice.records.releases.types import Asked
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("releases.note")
def note_request(*, actor: Actor, patient_id: UUID, asked: Asked) -> UUID:
    """Note who asks for what by which paper; the clock of that paper runs from the day it came.

    Raises Invalid for a paper such a person cannot ask by, one of another patient's chart, or what is left unsaid.
    """
    require(actor, "releases.note", patient_id)
    _refuse(patient_id, asked)
    row = Request.objects.create(
        number=next_number("R"),
        patient_id=patient_id,
        asker=asked.asker,
        paper=asked.paper,
        paper_document_id=asked.paper_document,
        to_name=asked.to_name.strip()[:120],
        to_address=asked.to_address.strip()[:254],
        what=asked.what.strip()[:200],
        why=asked.why.strip()[:200],
        came_on=asked.came_on,
        due_on=due(asked.came_on, terms()[papers()[asked.paper].clock], extended=False),
        made_by=actor.name,
        made_at=clock.now(),
    )
    open_asked(actor, row)
    record("release", row.id, subjects=[patient_id], asker=asked.asker.value)
    return row.id


def _refuse(patient_id: UUID, asked: Asked) -> None:
    kind = papers().get(asked.paper)
    fits = kind is not None and asked.asker in kind.by
    other = asked.paper_document and known_document(asked.paper_document).patient_id != patient_id
    said(
        paper="" if fits else f"{asked.asker.says} does not ask by this.",
        paper_document="This paper is not of this chart." if other else "",
        to_name="" if asked.to_name.strip() else "To whom do copies go?",
        what="" if asked.what.strip() else "What is asked for?",
        why=unsaid_why(kind, asked.why) if kind else "",
        came_on="This day is yet to come." if asked.came_on > today_here() else "",
    )
