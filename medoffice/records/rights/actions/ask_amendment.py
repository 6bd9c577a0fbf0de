"""Note that a patient asks for an amendment."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.practice.api import next_number
from medoffice.records.releases.api import terms
from medoffice.records.rights.actions.rows import ASKED, ask_for, day_wrong, said
from medoffice.records.rights.models import Amendment
from medoffice.records.rights.queries.amendments import things_seen
from medoffice.records.rights.types import Asker, Wanted
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("rights.note")
def ask_amendment(*, actor: Actor, patient_id: UUID, wanted: Wanted) -> UUID:
    """Note what of the chart somebody says is wrong, and who asks; the clock runs from the day it came.

    The item itself is not touched, now or later. Raises Invalid for an item that is not of this chart or kept from
    whoever notes it, and for what is left unsaid.
    """
    require(actor, "rights.note", patient_id)
    found = {item.key: item for _, item in things_seen(actor, patient_id)}
    item = found.get(wanted.thing)
    other = wanted.asker is Asker.PROXY and not wanted.asker_name.strip()
    said(
        thing="" if item else "Choose what it is about.",
        wrong="" if wanted.wrong.strip() else "What do they say is wrong?",
        asker_name="Who acts for the patient?" if other else "",
        identity="" if wanted.identity.strip() else "How is it known who asks?",
        came_on=day_wrong(patient_id, wanted.came_on),
    )
    assert item is not None  # noqa: S101 - said so above
    row = Amendment.objects.create(
        number=next_number("AM"),
        patient_id=patient_id,
        item_kind=item.kind,
        item_id=item.id,
        about_id=item.about,
        item_title=item.title[:200],
        item_on=item.on,
        wrong=wanted.wrong.strip()[:2000],
        right=wanted.right.strip()[:2000],
        asker=wanted.asker,
        asker_name=wanted.asker_name.strip()[:120],
        identity=wanted.identity.strip()[:200],
        came_on=wanted.came_on,
        due_on=terms()["amendment"].ends(wanted.came_on),
        made_by=actor.name,
        made_at=clock.now(),
    )
    ask_for(actor, row, ASKED, f"{row.number}: an amendment is asked for", row.due_on)
    record("amendment", row.id, subjects=[patient_id], item=item.kind)
    return row.id
