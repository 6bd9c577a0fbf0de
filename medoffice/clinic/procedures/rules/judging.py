"""What may be said of kinds, of consent, of a time-out, of what was done and of how somebody was afterwards."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from medoffice.clinic.procedures.types import (
    Consent,
    Consented,
    Did,
    Kind,
    Line,
    Medicine,
    Observation,
    Procedure,
    Read,
    SaidOfKind,
    TimeOut,
)
from medoffice.kernel.findings import Finding

UNVERIFIED = "unverified"
LONGEST = 1440  # minutes of an observation
LINES = {
    Line.PATIENT: "Right patient: full name and birth date, said by the patient and read on the chart",
    Line.PROCEDURE: "Right procedure: as it was ordered",
    Line.SITE: "Right site and side: seen, and marked where it can be mistaken",
    Line.ALLERGIES: "Allergies looked at",
    Line.CONSENT: "The patient agreed: the consent that this needs is there",
}
_OURS = {
    "nebulizer": SaidOfKind("", "", observe=15, medicine=Medicine.MUST),
    "injection_admin": SaidOfKind("", "", observe=15, medicine=Medicine.MUST),
    "laceration_repair": SaidOfKind("", "", Consent.VERBAL, time_out=True, medicine=Medicine.MAY),
    "skin_biopsy": SaidOfKind("", "", Consent.WRITTEN, time_out=True, second=True, medicine=Medicine.MAY),
    "wart_destruction": SaidOfKind("", "", Consent.VERBAL, time_out=True),
    "joint_injection": SaidOfKind("", "", Consent.WRITTEN, True, True, 15, Medicine.MUST),
}


def proposed(key: str, name: str) -> Kind:
    """A kind of which the office has not said anything: ours, from memory, and unverified."""
    ours = _OURS.get(key, SaidOfKind("", ""))
    return Kind(
        SaidOfKind(key, name, ours.consent, ours.time_out, ours.second, ours.observe, ours.medicine, UNVERIFIED)
    )


def binding(said: SaidOfKind) -> SaidOfKind:
    """What stops somebody: what the office says; what we only propose is asked for and no more."""
    if said.source != UNVERIFIED:
        return said
    may = Medicine.MAY if said.medicine is Medicine.MUST else said.medicine
    return replace(said, consent=Consent.NONE, time_out=False, second=False, medicine=may)


def check_kind(said: SaidOfKind) -> list[Finding]:
    """What is wrong with what the office says of a kind."""
    found = [] if said.name.strip() else [Finding("missing", "name", "This is needed.")]
    if said.second and not said.time_out:
        found.append(Finding("second-odd", "second", "A second person stands by at a time-out: ask for that too."))
    if not 0 <= said.observe <= LONGEST:
        found.append(Finding("observe-odd", "observe", f"Write minutes, at most {LONGEST}."))
    return found


def check_consent(said: SaidOfKind, how: Consent, obtained_at: datetime, now: datetime) -> list[Finding]:
    """What is wrong with a consent: too little for this kind, or from the future."""
    found = []
    if how is Consent.NONE or (said.consent is Consent.WRITTEN and how is not Consent.WRITTEN):
        words = "This needs the patient's signature." if how is Consent.VERBAL else "Say how the patient agreed."
        found.append(Finding("consent-short", "how", words))
    if obtained_at > now:
        found.append(Finding("future", "obtained_at", "That is still to come."))
    return found


def why_no_time_out(said: SaidOfKind, consent: Consented | None) -> list[Finding]:
    """Why there is nothing to read aloud yet: the consent is missing, or was obtained when less was asked."""
    if said.consent is Consent.NONE or (
        consent and (said.consent is not Consent.WRITTEN or consent.how is said.consent)
    ):
        return []
    return [Finding("no-consent", "", f"{said.name} needs {said.consent} consent, which is not there.")]


def why_not_done(said: SaidOfKind, consent: Consented | None, time_out: TimeOut | None) -> list[Finding]:
    """Why nothing may be written as done yet: consent or time-out are missing, or the latest time-out was stopped."""
    found = why_no_time_out(said, consent)
    if said.time_out and time_out is None:
        found.append(Finding("no-time-out", "", f"{said.name} needs a time-out, which was not read."))
    if time_out and time_out.stopped:
        words = f"{time_out.by} stopped the time-out: {time_out.words}."
        found.append(Finding("time-out-stopped", "", words))
    return found


def check_read(said: SaidOfKind, read: Read, mine: UUID | None) -> list[Finding]:
    """What is wrong with a time-out; ``mine``: who reads. A line that does not hold stops it, and says what is so."""
    found = [Finding("unread", one.value, "Read this line.") for one in Line if one not in read.lines]
    if not all(read.lines.values()):
        return found if read.words.strip() else [*found, Finding("missing", "words", "Say what is not so.")]
    if not read.site.strip():
        found.append(Finding("missing", "body_site", "Say the site and side that was looked at."))
    if said.second and read.second_id is None:
        found.append(Finding("missing", "second", "Somebody stands by: say who."))
    if read.second_id is not None and read.second_id == mine:
        found.append(Finding("second-same", "second", "Somebody else than who reads."))
    return found


def stopped_at(read: Read) -> Line | None:
    """The first line that does not hold."""
    return next((one for one in Line if not read.lines.get(one, True)), None)


def check_did(said: SaidOfKind, did: Did, on: date, *, late: bool = False) -> list[Finding]:
    """What is wrong with what was done on a day. ``late``: a correction writes down what was really given."""
    found = [] if did.what.strip() else [Finding("missing", "what", "Say what was done.")]
    found += _medicine(said, did, on, late=late)
    if did.wasted.strip() and did.controlled and did.witness_id is None:
        found.append(Finding("witness-missing", "witness", "Waste of a controlled medicine has a witness."))
    if did.witness_id is not None and did.witness_id == did.doer_id:
        found.append(Finding("witness-same", "witness", "A witness is somebody else than who did it."))
    return found


def _medicine(said: SaidOfKind, did: Did, on: date, *, late: bool) -> Iterable[Finding]:
    parts = {"medicine": did.medicine, "lot": did.lot, "expires": did.expires, "dose": did.dose}
    told = {name for name, part in parts.items() if (part.strip() if isinstance(part, str) else part)}
    given = told or did.ndc.strip() or did.wasted.strip() or said.medicine is Medicine.MUST
    if given:
        yield from (Finding("missing", name, "A medicine has this.") for name in parts if name not in told)
        if did.controlled is None:
            yield Finding("missing", "controlled", "Say whether it is controlled.")
    if did.ndc.strip() and not is_ndc(did.ndc):
        yield Finding("ndc-odd", "ndc", "An NDC has 10 or 11 digits, with or without dashes.")
    if did.expires and did.expires < on and not late:
        yield Finding("expired", "expires", f"It expired on {did.expires:%m/%d/%Y}. Take another lot.")


def is_ndc(text: str) -> bool:
    """Whether it can be an NDC."""
    digits = text.strip().replace("-", "")
    return digits.isascii() and digits.isdecimal() and len(digits) in (10, 11)


def check_after(
    how: str, *, leaves: bool, until: datetime | None, why: str, seen: Observation | None, now: datetime
) -> list[Finding]:
    """What is wrong with a look at somebody afterwards. Before its time, or after an end, it says why."""
    found = [] if how.strip() else [Finding("missing", "how", "Say how the patient is.")]
    if not leaves and (until is None or until <= now):
        found.append(Finding("until-odd", "until", "Say until when they stay, after now."))
    if until and until > now + timedelta(minutes=LONGEST):
        found.append(Finding("until-odd", "until", "That is more than a day."))
    over, early = seen and seen.ended_at, seen and not seen.ended_at and leaves and now < seen.until
    if (over or early) and not why.strip():
        words = "It was ended: say why it is written again." if over else "It is before its time: say why."
        found.append(Finding("why-missing", "why", words))
    return found


def in_words(did: Did, doer: str, witness: str = "") -> str:
    """What was done, in one line: what an order says came of it."""
    lot = f"lot {did.lot}, expires {did.expires:%m/%d/%Y}" if did.expires else ""
    ndc = f"NDC {did.ndc}" if did.ndc else ""
    wasted = f"wasted {did.wasted}" + (f", witness {witness}" if witness else "") if did.wasted else ""
    parts = (
        did.what, did.site, f"{did.medicine} {did.dose}", ndc, lot, wasted,
        f"complications: {did.complications}" if did.complications else "",
        f"specimen: {did.specimen}" if did.specimen else "", f"by {doer}",
    )  # fmt: skip
    return "; ".join(part.strip().rstrip(".;") for part in parts if part.strip())


def story_of(found: Iterable[Procedure], number: str) -> list[Procedure]:
    """All entries of one procedure, the wrong ones too."""
    return [one for one in found if one.number == number]
