"""Reads of forms."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max
from django.utils.crypto import salted_hmac

from medoffice.front_office.forms import models
from medoffice.front_office.forms.rules.due import due_forms
from medoffice.front_office.forms.rules.reading import read
from medoffice.front_office.forms.types import Definition, Due, Filled, Handed, Kind, Questionnaire
from medoffice.front_office.scheduling.types import Appointment
from medoffice.kernel import clock, files
from medoffice.kernel.reading import once
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import office_zone
from medoffice.records.coverage.api import policies_on
from medoffice.records.patients.types.said import SAYABLE
from medoffice.security.api import permitted
from medoffice.security.types import Actor

LISTS = ("allergies", "medications")  # what somebody looks through: a work item, not a field


def tellable() -> list[str]:
    """Every fact an item may say."""
    return [*SAYABLE, *LISTS]


def form_in(body: str) -> Questionnaire:
    """The form in a text that was read before it was kept."""
    return read(body, tellable())


@once
def definitions(*, retired: bool = False) -> list[Definition]:
    """The forms in use by title, or every version. One query."""
    rows = models.Definition.objects.order_by("title", "key", "-version")
    return [to_definition(row) for row in (rows if retired else rows.filter(retired_at=None))]


def definition_in_use(key: str) -> Definition | None:
    """The version of a form that is handed out now. One query."""
    row = models.Definition.objects.filter(key=key, retired_at=None).first()
    return to_definition(row) if row else None


def due_at(visits: Sequence[Appointment]) -> dict[UUID, list[Due]]:
    """The forms each of these visits is to have and has not. Two queries, three if a form is for who pays alone; one if
    the office has no form.
    """
    known = definitions()
    if not known or not visits:
        return {one.id: [] for one in visits}
    latest, days = _latest({one.patient_id for one in visits}), {one.id: day_of(one) for one in visits}
    alone = _pay_alone(visits, days) if any(one.self_pay for one in known) else frozenset()
    return {
        one.id: due_forms(known, one.visit_type, days[one.id], latest.get(one.patient_id, {}), self_pay=one.id in alone)
        for one in visits
    }


def day_of(visit: Appointment) -> date:
    """The day of a visit by the office's clock."""
    return visit.starts.astimezone(office_zone()).date()


def _pay_alone(visits: Sequence[Appointment], days: Mapping[UUID, date]) -> frozenset[UUID]:
    """The visits for which no insurance and no case is on file. One query."""
    open_ = [one for one in visits if one.case_id is None]
    held = policies_on((one.patient_id, days[one.id]) for one in open_)
    return frozenset(one.id for one in open_ if not held[one.patient_id, days[one.id]])


def filled_by(actor: Actor, patient_id: UUID) -> list[Filled]:
    """What a patient signed, latest first, as far as the actor may see it. Two queries."""
    rows = models.Filled.objects.filter(patient_id=patient_id).select_related("definition")
    rows = permitted(actor, "forms.read", rows, visit="appointment_id")
    return [to_filled(row) for row in rows.order_by("-filled_at", "-id")[:50]]


def filled(filled_id: UUID) -> Filled:
    """A signed form. Raises NotFound. One query."""
    row = models.Filled.objects.select_related("definition").filter(id=filled_id).first()
    if row is None:
        raise NotFound
    return to_filled(row)


def page_of(found: Filled) -> bytes:
    """The page as it was signed. Raises Refusal if the store has lost or altered it."""
    return files.load(found.sha256)


def token_hash(token: str) -> str:
    """What is kept of a link's or a device's secret."""
    return salted_hmac("form link", token, algorithm="sha256").hexdigest()


def link_row(token: str) -> models.Link:
    """The link of a token, still good. Raises Refusal that counts as a wrong try."""
    row = models.Link.objects.filter(token_hash=token_hash(token)).first()
    if row is None or row.ended_at is not None or row.expires_at <= clock.now():
        raise Refusal("wrong-link", "This link has ended.", "Ask at the desk for another.")
    return row


def handed(row: models.Link) -> Handed:
    """A link as the noun. Two queries."""
    done = models.Filled.objects.filter(link_id=row.id).values_list("definition_id", flat=True)
    return Handed(
        id=row.id,
        patient_id=row.patient_id,
        appointment_id=row.appointment_id,
        definitions=tuple(to_definition(one) for one in row.definitions.order_by("kind", "title")),
        filled=frozenset(done),
        expires_at=row.expires_at,
        begun=bool(row.device_hash),
        ended_at=row.ended_at,
        made_by=row.made_by,
        device_hash=row.device_hash,
    )


def opened(token: str) -> Handed:
    """What a link opens, still good. As ``link_row``, and two queries."""
    return handed(link_row(token))


def handed_for(appointment_id: UUID) -> Handed | None:
    """The link that is out for a visit, if one is. Three queries."""
    rows = models.Link.objects.filter(appointment_id=appointment_id, ended_at=None, expires_at__gt=clock.now())
    row = rows.order_by("-made_at", "-id").first()
    return handed(row) if row else None


def to_definition(row: models.Definition) -> Definition:
    """A row as the noun."""
    return Definition(
        id=row.id,
        key=row.key,
        version=row.version,
        title=row.title,
        kind=Kind(row.kind),
        body=row.body,
        kinds=tuple(row.kinds),
        every_days=row.every_days,
        self_pay=row.self_pay,
        made_by=row.made_by,
        made_at=row.made_at,
        retired_at=row.retired_at,
    )


def to_filled(row: models.Filled) -> Filled:
    """A row as the noun."""
    return Filled(
        id=row.id,
        patient_id=row.patient_id,
        appointment_id=row.appointment_id,
        key=row.definition.key,
        version=row.definition.version,
        title=row.definition.title,
        kind=Kind(row.definition.kind),
        response=row.response,
        signed_name=row.signed_name,
        drawn=bool(row.strokes),
        sha256=row.sha256,
        filled_at=row.filled_at,
        taken_by=row.taken_by,
    )


def _latest(patients: Iterable[UUID]) -> dict[UUID, dict[str, tuple[int, date]]]:
    """Each patient's latest version and day of each form. One query."""
    zone: ZoneInfo = office_zone()
    rows = models.Filled.objects.filter(patient_id__in=list(patients)).values(
        "patient_id", "definition__key", "definition__version"
    )
    found: dict[UUID, dict[str, tuple[int, date]]] = {}
    for row in rows.annotate(at=Max("filled_at")).order_by("at"):
        day = row["at"].astimezone(zone).date()
        found.setdefault(row["patient_id"], {})[row["definition__key"]] = (row["definition__version"], day)
    return found
