"""Accept an amendment that a patient asked of an entry: the entry gets its amended version in the same act."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.charting.actions.listing import next_version, refuse_wrong, version_to_change
from medoffice.clinic.charting.actions.settling_lists import settle_lists_of
from medoffice.clinic.charting.queries.beside import LISTED
from medoffice.clinic.charting.queries.chart import history_of
from medoffice.clinic.charting.types import STRUCK, Cause, CauseKind, Told
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.rights.api import accept_amendment, amendment
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

WHY = 300  # letters of the statement that stand with the version; all of it stands beside the entry


@action("lists.change")
def amend_entry(
    *,
    actor: Actor,
    amendment_id: UUID,
    seen_version: int,
    seen_entry: int,
    told: Told | None,
    statement: str,
    tell: str,
) -> int:
    """Accept it and write what the entry says from now on, with the amendment as its cause; returns the version.

    Without ``told`` the entry is struck: it was entered in error; one that is struck already stays so. What it said
    before stays in its history. Raises as ``change_entry`` and ``accept_amendment``; Invalid, too, for words that are
    the same, unless somebody changed the entry after the amendment was asked.
    """
    asked = amendment(actor, amendment_id, "rights.decide")
    if asked.thing.kind != LISTED:
        raise NotFound
    last, highest = history_of(actor, asked.thing.id)
    require(actor, "lists.change", last.patient_id, asked.thing.about)
    number = highest + 1 if last.struck else version_to_change(actor, last.entry_id, seen_entry, told)[1]
    if told is None or last.struck:
        told = replace(last.told, verification=STRUCK)
    else:
        refuse_wrong(last.patient_id, (last.kind, told))
        if told == last.told and last.at <= asked.made_at:
            words = "This is what it says already: change it, or strike it."
            raise Invalid("nothing-amended", "Some fields need another look.", "", {"fields": {"words": [words]}})
    accept_amendment(
        actor=actor, amendment_id=amendment_id, seen_version=seen_version, statement=statement, tell=tell, amended=True
    )
    cause = Cause(CauseKind.AMENDMENT, amendment_id, asked.number)
    row = next_version(last, number, told, cause, why=statement.strip()[:WHY], by=actor.name, at=clock.now())
    row.save(force_insert=True)
    settle_lists_of(actor, last.entry_id)
    record("list_entry", last.entry_id, subjects=[last.patient_id], list=last.kind.value, amendment=asked.number)
    return number
