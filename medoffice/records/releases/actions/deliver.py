"""Give the copies out."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, today_here
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.documents.api import known_documents_of
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.records.releases.actions.rows import held, save
from medoffice.records.releases.models import Delivery
from medoffice.records.releases.models import Request as Row
from medoffice.records.releases.queries.data import fees, unsaid_why
from medoffice.records.releases.queries.packet import packet
from medoffice.records.releases.queries.picking import may_go, pages_in, word_for
from medoffice.records.releases.queries.requests import fax_key, to_request
from medoffice.records.releases.rules.papers import cost, fee_for
from medoffice.records.releases.rules.standing import lacks
from medoffice.records.releases.types import Asker, Item, Request, State, Way
from medoffice.security.api import action, hold_labels, record, require
from medoffice.security.types import Actor


@action("releases.send")
def deliver(*, actor: Actor, request_id: UUID, way: Way, waive_fee: bool = False, fax: str = "") -> UUID:
    """Make the copies, keep them as they went and write the log, in one act; what may not go is asked once more.

    By fax they are queued: the log is written and the request answered when they arrive (``note_arrival``). Raises
    Refusal for a paper that lacks something, an unknown asker, nothing picked, no address for the mail; Invalid for a
    number that is none.
    """
    row = held(actor, request_id, "releases.work")
    one = to_request(row)
    hold_labels()
    _refuse(one, way)
    items = may_go(actor, one, [pick.key for pick in one.picks])
    notices = _notices(actor, one, items)
    copies = packet(one, items, notices)
    fee = cost(None if waive_fee else fee_for(fees(), one.asked.asker, way, today_here()), one.pages)
    if way is not Way.FAX:
        row.state = State.DELIVERED
    save(actor, row)
    sent = Delivery.objects.create(
        request=row,
        way=way,
        to_name=row.to_name,
        to_address=fax.strip()[:40] if way is Way.FAX else ", ".join(row.to_address.splitlines()),
        picked=[pick.key for pick in one.picks],
        sha256=files.store(copies, "application/pdf"),
        pages=pages_in(copies),
        fee_cents=fee.cents,
        at=row.changed_at or clock.now(),
        by=actor.name,
    )
    if way is Way.FAX:
        _fax(actor, one, sent, items, notices, copies)
    else:
        _log(actor, row, one, sent)
        finish_work_about(actor=actor, ref=Ref("release", row.id), outcome="delivered")
    record("release", row.id, subjects=[row.patient_id], way=way.value, pages=one.pages)
    return sent.id


def _refuse(one: Request, way: Way) -> None:
    if wants := lacks(one, today_here()):
        raise Refusal("not-checked", *wants)
    if one.paper.scan and one.checked.document not in {paper.id for paper in known_documents_of(one.patient_id)}:
        raise Refusal("no-scan", "The authorization is no more in this chart.", "Name it where the paper is checked.")
    if not one.picks:
        raise Refusal("nothing-picked", "No page is picked.", "Pick what goes.")
    if unsaid_why(one.paper, one.asked.why):
        raise Refusal("no-why", "It is not said why this much is needed.", "Say it under what goes, and keep that.")
    if way is Way.MAIL and not one.asked.to_address.strip():
        raise Refusal("no-address", "There is no postal address.", "Give it by hand, or as a file.")


def _notices(actor: Actor, one: Request, items: list[Item]) -> tuple[str, ...]:
    to_patient = one.asked.asker is Asker.PATIENT
    found = [
        require(actor, word_for(one.asked.asker), one.patient_id, item.about, to_patient=to_patient) for item in items
    ]
    return tuple(dict.fromkeys(notice for notices in found for notice in notices))


def _what(one: Request) -> str:
    return f"{one.number}: copies, {one.pages} page{'' if one.pages == 1 else 's'}"


def _fax(
    actor: Actor, one: Request, sent: Delivery, items: list[Item], notices: tuple[str, ...], copies: bytes
) -> None:
    """They wait for the line. What each label keeps is asked now, and by the fax and ``still_may`` when it goes."""
    wanted = ToFax(
        key=fax_key(sent.id),
        patient_id=one.patient_id,
        what=_what(one),
        to_name=one.asked.to_name,
        to_number=sent.to_address,
        purpose=one.paper.purpose,
        why=one.asked.why,
        notices=notices,
        abouts=tuple(dict.fromkeys(item.about for item in items if item.about)),
    )
    queue_fax(actor=actor, wanted=wanted, pages=copies)


def _log(actor: Actor, row: Row, one: Request, sent: Delivery) -> None:
    """The line of what left. It is about the chart as a whole, not one visit: what it names is said in the request."""
    left = Leaving(
        patient_id=row.patient_id,
        purpose=one.paper.purpose,
        what=_what(one),
        to_name=row.to_name,
        to_address=sent.to_address,
        way=sent.way,
        cause=Ref("release_delivery", sent.id),
        why=row.why,
    )
    record_disclosures(actor=actor, leaving=(left,))
