"""Queue a fax."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import next_number
from medoffice.records.disclosures.api import purposes, refuse_objected, refuse_to_plan
from medoffice.records.faxes.actions.rows import note_event
from medoffice.records.faxes.models import Fax
from medoffice.records.faxes.queries.paper import with_cover
from medoffice.records.faxes.rules.calling import digits_of
from medoffice.records.faxes.types import FaxState, ToFax
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("faxes.send")
def queue_fax(*, actor: Actor, wanted: ToFax, pages: bytes) -> UUID:
    """Let pages (a PDF of ours) go to a number, behind a cover sheet that names no patient; returns the fax.

    What leaves is noted when it does, with how much arrived. The same key gives the fax that is there. Raises Invalid
    for a number that is none, nobody it is to, or no reason where only what is needed may go; Refusal where a label
    keeps it, or the office agreed with the patient not to tell them.
    """
    to_patient = wanted.purpose == "patient"
    notices = [
        words
        for about in (wanted.encounter_id, *wanted.abouts)
        for words in require(actor, "faxes.send", wanted.patient_id, about, to_patient=to_patient)
    ]
    again = Fax.objects.filter(key=wanted.key).first()
    if again is not None:
        return again.id
    digits = _checked(wanted)
    refuse_objected([(wanted.patient_id, wanted.to_name)])
    refuse_to_plan(wanted.purpose, (wanted.encounter_id, *wanted.abouts))
    number, now = next_number("F"), clock.now()
    told = tuple(dict.fromkeys((*wanted.notices, *notices)))
    whole, count = with_cover(wanted, pages, number, digits, told, actor.name)
    row = Fax.objects.create(
        number=number,
        key=wanted.key,
        patient_id=wanted.patient_id,
        encounter_id=wanted.encounter_id,
        abouts=list(wanted.abouts),
        what=wanted.what[:160],
        to_name=wanted.to_name.strip(),
        to_number=digits,
        sha256=files.store(whole, "application/pdf"),
        pages=count,
        purpose=wanted.purpose,
        least=wanted.why.strip()[:200],
        state=FaxState.QUEUED,
        try_at=now,
        made_by=actor.name,
        made_at=now,
    )
    note_event(row, "", actor.name)
    record("fax", row.id, subjects=[row.patient_id], pages=count)
    return row.id


def _checked(wanted: ToFax) -> str:
    wrong, digits, purpose = {}, "", purposes().get(wanted.purpose)
    try:
        digits = digits_of(wanted.to_number)
    except ValueError as error:
        wrong["fax"] = [str(error)]
    if not 0 < len(wanted.to_name.strip()) <= 120:
        wrong["name"] = ["To whom? At most 120 letters."]
    if purpose is None:
        wrong["purpose"] = ["Choose why it leaves."]
    elif purpose.least and not wanted.why.strip():
        wrong["why"] = ["Say why this much is needed: only what is needed may go."]
    if wrong:
        words = " ".join(one for ones in wrong.values() for one in ones)
        raise Invalid("fax-unfit", f"It is not faxed like this. {words}", "", {"fields": wrong})
    return digits
