"""Reads of requests for copies: one, what is open by the day it is due, those of a patient, what went."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.records.faxes.api import faxes_for
from medoffice.records.faxes.types import Fax
from medoffice.records.releases import models
from medoffice.records.releases.queries.data import papers
from medoffice.records.releases.types import Asked, Asker, Checked, Delivery, Pick, Request, State, Way
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor, Label

FAXED = "release"  # of a fax's key


def request(actor: Actor, request_id: UUID, word: str = "releases.note") -> Request:
    """A request that somebody may see. Raises NotFound. One query, and those of ``require``."""
    row = models.Request.objects.filter(id=request_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id)
    return to_request(row)


def open_requests(actor: Actor, limit: int | None = None) -> tuple[list[Request], int]:
    """What is not answered, by the day it is due, and how many there are. Two queries."""
    rows = permitted(actor, "releases.note", models.Request.objects.filter(state=State.OPEN))
    return [to_request(row) for row in rows.order_by("due_on", "id")[:limit]], rows.count()


def papers_of_open(document_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these documents are the paper of a request that is not answered. One query."""
    rows = models.Request.objects.filter(paper_document_id__in=list(document_ids), state=State.OPEN)
    return set(rows.values_list("paper_document_id", flat=True))


def answered_requests(
    actor: Actor, limit: int | None, states: Iterable[State] = (State.DELIVERED, State.DENIED, State.WITHDRAWN)
) -> list[Request]:
    """What was answered in one of these ways, latest first. One query."""
    rows = permitted(actor, "releases.note", models.Request.objects.filter(state__in=list(states)))
    return [to_request(row) for row in rows.order_by("-changed_at", "-id")[:limit]]


def counts_by_state(actor: Actor) -> Counter[State]:
    """How many requests that somebody may see are in each state. One query."""
    rows = permitted(actor, "releases.note", models.Request.objects.all()).order_by()
    return Counter({State(state): count for state, count in rows.values_list("state").annotate(count=Count("id"))})


def requests_of(actor: Actor, patient_id: UUID) -> list[Request]:
    """A patient's requests, latest first. One query."""
    rows = permitted(actor, "releases.note", models.Request.objects.filter(patient_id=patient_id))
    return [to_request(row) for row in rows.order_by("-made_at", "-id")]


def deliveries_of(request_id: UUID) -> list[Delivery]:
    """Each time copies went, first to last. One query."""
    return [to_delivery(row) for row in models.Delivery.objects.filter(request_id=request_id).order_by("at", "id")]


def last_deliveries(found: Iterable[Request]) -> dict[UUID, Delivery]:
    """How copies went last, by request. One query."""
    rows = models.Delivery.objects.filter(request_id__in=[one.id for one in found]).order_by("at", "id")
    return {row.request_id: to_delivery(row) for row in rows}


def delivery_row(actor: Actor, delivery_id: UUID) -> models.Delivery:
    """A delivery with its request. Raises NotFound. One query, and the labels'."""
    row = models.Delivery.objects.select_related("request").filter(id=delivery_id).first()
    if row is None:
        raise NotFound
    require(actor, "releases.work", row.request.patient_id)
    return row


def keys_in(row: models.Delivery) -> list[str]:
    """What is in these copies; those made before this was kept hold what their request picked."""
    return row.picked or [pick.key for pick in to_request(row.request).picks]


def fax_key(delivery_id: UUID) -> str:
    """What a delivery's fax is for, as the fax is told."""
    return f"{FAXED} {delivery_id}"


def faxed_of(found: Iterable[Delivery]) -> dict[UUID, Fax]:
    """The faxes of these deliveries. No query where none was faxed, otherwise two."""
    keys = {fax_key(one.id): one.id for one in found if one.way is Way.FAX}
    return {keys[key]: fax for key, (fax, _) in faxes_for(keys).items()} if keys else {}


def to_delivery(row: models.Delivery) -> Delivery:
    """A row as the noun."""
    fee = Money(row.fee_cents)
    return Delivery(row.id, row.request_id, Way(row.way), row.to_name, row.to_address, row.pages, fee, row.at, row.by)


def to_request(row: models.Request) -> Request:
    """A row as the noun."""
    asked = Asked(
        asker=Asker(row.asker),
        paper=row.paper,
        to_name=row.to_name,
        to_address=row.to_address,
        what=row.what,
        why=row.why,
        came_on=row.came_on,
        paper_document=row.paper_document_id,
    )
    return Request(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        asked=asked,
        paper=papers()[row.paper],
        checked=Checked(
            found=tuple(row.found),
            identity=row.identity,
            covers=tuple(Label(one) for one in row.covers),
            document=row.paper_document_id,
            signed_on=row.signed_on,
            ends_on=row.ends_on,
            ends_when=row.ends_when,
        ),
        picks=tuple(_to_pick(one) for one in row.picks),
        due_on=row.due_on,
        extended_why=row.extended_why,
        state=State(row.state),
        closed_why=row.closed_why,
        made_by=row.made_by,
        made_at=row.made_at,
        version=row.version,
    )


def from_pick(one: Pick) -> dict[str, object]:
    """A pick as it is kept."""
    black = {str(page): [list(box) for box in boxes] for page, boxes in one.black.items()}
    return {"key": one.key, "pages": list(one.pages), "black": black}


def _to_pick(told: dict[str, object]) -> Pick:
    pages, black = told["pages"], told["black"]
    if not isinstance(pages, list) or not isinstance(black, dict):
        raise TypeError("a pick is kept otherwise")
    boxes = {int(page): tuple((box[0], box[1], box[2], box[3]) for box in boxes) for page, boxes in black.items()}
    return Pick(str(told["key"]), tuple(int(page) for page in pages), boxes)
