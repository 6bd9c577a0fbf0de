"""Check the paper of a request, and who asks."""

from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.records.documents.api import known_document
from medoffice.records.releases.actions.rows import held, refuse_stale, said, save
from medoffice.records.releases.queries.data import papers
from medoffice.records.releases.rules.standing import wrong_with
from medoffice.records.releases.types import Checked
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("releases.work")
def check_request(*, actor: Actor, request_id: UUID, seen_version: int, checked: Checked) -> None:
    """Say what stands on the paper, how it was known who asks, and which labels the paper names.

    What is missing is kept as missing: nothing goes until it is there. Raises Invalid for an element the paper does
    not have; NotFound, Refusal and Conflict as every verb about a request.
    """
    row = held(actor, request_id, "releases.work")
    refuse_stale(row, seen_version)
    known = {one.key for one in papers()[row.paper].elements}
    other = checked.document and known_document(checked.document).patient_id != row.patient_id
    said(
        found="" if known >= set(checked.found) else "This does not stand on such a paper.",
        paper_document="This paper is not of this chart." if other else "",
        **wrong_with(checked, today_here()),
    )
    row.found, row.identity = list(checked.found), checked.identity.strip()[:200]
    row.covers = [one.value for one in checked.covers]
    row.paper_document_id = checked.document or row.paper_document_id
    row.signed_on, row.ends_on, row.ends_when = checked.signed_on, checked.ends_on, checked.ends_when.strip()[:120]
    save(actor, row)
    record("release", row.id, subjects=[row.patient_id], missing=len(known) - len(row.found))
