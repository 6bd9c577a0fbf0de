"""Give the copies out."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, today_here
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.releases.actions.rows import held, save
from medoffice.records.releases.models import Delivery
from medoffice.records.releases.models import Request as Row
from medoffice.records.releases.queries.data import fees
from medoffice.records.releases.queries.packet import packet
from medoffice.records.releases.queries.picking import may_go, pages_in, word_for
from medoffice.records.releases.queries.requests import to_request
from medoffice.records.releases.rules.papers import cost, fee_for
from medoffice.records.releases.types import Asker, Item, Request, State, Way
from medoffice.security.api import action, hold_labels, record, require
from medoffice.security.types import Actor


@action("releases.send")
def deliver(*, actor: Actor, request_id: UUID, way: Way, waive_fee: bool = False) -> UUID:
    """Make the copies, keep them as they went and write the log, in one act; what may not go is asked once more.

    Raises Refusal for a paper that lacks something, an unknown asker, nothing picked, no address for the mail.
    """
    row = held(actor, request_id, "releases.work")
    one = to_request(row)
    hold_labels()
    _refuse(one, way)
    items = may_go(actor, one, [pick.key for pick in one.picks])
    copies = packet(one, items, _notices(actor, one, items))
    fee = cost(None if waive_fee else fee_for(fees(), one.asked.asker, way, today_here()), one.pages)
    sent = Delivery.objects.create(
        request=row,
        way=way,
        to_name=row.to_name,
        to_address=", ".join(row.to_address.splitlines()),
        sha256=files.store(copies, "application/pdf"),
        pages=pages_in(copies),
        fee_cents=fee.cents,
        at=clock.now(),
        by=actor.name,
    )
    row.state = State.DELIVERED
    save(actor, row)
    _log(actor, row, one, sent)
    finish_work_about(actor=actor, ref=Ref("release", row.id), outcome="delivered")
    record("release", row.id, subjects=[row.patient_id], way=way.value, pages=one.pages)
    return sent.id


def _refuse(one: Request, way: Way) -> None:
    if not one.checks_out:
        lacks = one.missing[0].words if one.missing else "how it was known who asks"
        raise Refusal("not-checked", f"The paper lacks: {lacks}.", "Nothing goes until it is there.")
    if not one.picks:
        raise Refusal("nothing-picked", "No page is picked.", "Pick what goes.")
    if way is Way.MAIL and not one.asked.to_address.strip():
        raise Refusal("no-address", "There is no postal address.", "Give it by hand, or as a file.")


def _notices(actor: Actor, one: Request, items: list[Item]) -> tuple[str, ...]:
    to_patient = one.asked.asker is Asker.PATIENT
    found = [
        require(actor, word_for(one.asked.asker), one.patient_id, item.about, to_patient=to_patient) for item in items
    ]
    return tuple(dict.fromkeys(notice for notices in found for notice in notices))


def _log(actor: Actor, row: Row, one: Request, sent: Delivery) -> None:
    """The line of what left. It is about the chart as a whole, not one visit: what it names is said in the request."""
    left = Leaving(
        patient_id=row.patient_id,
        purpose=one.paper.purpose,
        what=f"{row.number}: copies, {one.pages} page{'' if one.pages == 1 else 's'}",
        to_name=row.to_name,
        to_address=sent.to_address,
        way=sent.way,
        cause=Ref("release_delivery", sent.id),
        why=row.why,
    )
    record_disclosures(actor=actor, leaving=(left,))
