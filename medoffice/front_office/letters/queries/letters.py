"""Reads of letters: one, those of a patient, what is open, how a letter reads now, what became of it."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from medoffice.front_office.letters import models
from medoffice.front_office.letters.offers import merge_fields
from medoffice.front_office.letters.queries.merging import still_typed, values_of, written_of
from medoffice.front_office.letters.queries.plain import stale
from medoffice.front_office.letters.queries.templates import template
from medoffice.front_office.letters.rules.addresses import lines_of
from medoffice.front_office.letters.rules.filling import check, fill
from medoffice.front_office.letters.rules.parsing import parse, slots_in
from medoffice.front_office.letters.rules.typed import as_typed
from medoffice.front_office.letters.types.letters import (
    Letter,
    LetterState,
    Recipient,
    Sending,
    SendingEvent,
    SendingState,
    Shown,
    Way,
)
from medoffice.front_office.letters.types.templates import About, MergeField, Piece, Value
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.typeface import undrawable
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounters_of_patient
from medoffice.records.encounters.types import Encounter
from medoffice.records.faxes.api import faxes_for
from medoffice.records.faxes.types import Fax, FaxEvent
from medoffice.records.patients.api import patient, years_of
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import labels_of, permitted, require
from medoffice.security.types import Actor

MOST_VISITS = 30
OF_AGE = 18  # the age of majority; a few states say otherwise
_TO_PARENTS = {"en": "Parent or guardian of {}", "es": "Padre, madre o tutor de {}"}
_OPEN = (LetterState.DRAFT, LetterState.TO_SIGN, LetterState.READY)


def letter(actor: Actor, letter_id: UUID) -> Letter:
    """A letter that somebody may see. Raises NotFound. Two queries."""
    row = models.Letter.objects.filter(id=letter_id).first()
    if row is None:
        raise NotFound
    require(actor, "letters.write", row.patient_id, row.encounter_id)
    return to_letter(row)


def letters_of(actor: Actor, patient_id: UUID, limit: int | None = None) -> list[Letter]:
    """The letters about a patient, latest first. One query."""
    rows = permitted(actor, "letters.write", models.Letter.objects.filter(patient_id=patient_id))
    return [to_letter(row) for row in rows.exclude(state=LetterState.WITHDRAWN).order_by("-made_at", "-id")[:limit]]


def letters_about(actor: Actor, encounter_id: UUID) -> list[Letter]:
    """The letters about a visit, latest first. One query."""
    rows = permitted(actor, "letters.write", models.Letter.objects.filter(encounter_id=encounter_id))
    return [to_letter(row) for row in rows.exclude(state=LetterState.WITHDRAWN).order_by("-made_at", "-id")]


def open_letters(actor: Actor, limit: int | None = None) -> tuple[list[Letter], int]:
    """What is written and did not go yet, oldest first, and how many there are. Two queries."""
    rows = permitted(actor, "letters.write", models.Letter.objects.filter(state__in=_OPEN))
    return [to_letter(row) for row in rows.order_by("made_at", "id")[:limit]], rows.count()


def to_post(actor: Actor, limit: int = 200) -> list[tuple[Sending, Letter]]:
    """What is on paper here and not in the mail yet, oldest first. Three queries."""
    known = models.SendingEvent.objects.exclude(state=SendingState.PRINTED).values("sending_id")
    rows = permitted(
        actor,
        "letters.write",
        models.Sending.objects.filter(way=Way.MAIL).exclude(id__in=known).select_related("letter"),
        "letter__patient_id",
        "letter__encounter_id",
    )
    found = list(rows.order_by("at", "id")[:limit])
    told = _events(row.id for row in found)
    return [(to_sending(row, told.get(row.id, [])), to_letter(row.letter)) for row in found]


def sendings_of(letter_id: UUID) -> list[Sending]:
    """Each time a letter went, first to last, with what became of it. Two queries."""
    rows = list(models.Sending.objects.filter(letter_id=letter_id).order_by("at", "id"))
    told = _events(row.id for row in rows)
    faxed = faxes_for(fax_key(row.id) for row in rows if row.way == Way.FAX)
    sent = {row.id: to_sending(row, told.get(row.id, [])) for row in rows}
    for row in rows:
        if row.way == Way.FAX:
            sent[row.id] = _faxed(row, *faxed[fax_key(row.id)])
    return list(sent.values())


def fax_key(sending_id: UUID) -> str:
    """What a sending's fax is for, as the fax is told."""
    return f"letter {sending_id}"


def _faxed(row: models.Sending, fax: Fax, story: list[FaxEvent]) -> Sending:
    events = [SendingEvent(SendingState(one.state.value), one.words, one.at, one.by) for one in story]
    return replace(to_sending(row, events), fax_id=fax.id)


def sending(actor: Actor, sending_id: UUID) -> tuple[models.Sending, Letter]:
    """A sending with its letter, if somebody may print it. Raises NotFound. Two queries."""
    row = models.Sending.objects.select_related("letter").filter(id=sending_id).first()
    if row is None:
        raise NotFound
    require(actor, "letters.print", row.letter.patient_id, row.letter.encounter_id)
    return row, to_letter(row.letter)


def typed_fields(one: Letter) -> list[MergeField]:
    """The fields of a letter that are typed, then those that may be; none once its words are its own. No query."""
    names = [] if one.words else slots_in(parse(one.body).parts)
    return [*still_typed(names), *written_of(names)]


def open_fields(actor: Actor, one: Letter) -> list[MergeField]:
    """The fields of a letter that somebody types now: those of its text that it does not know. As ``values_of``."""
    may = typed_fields(one)
    about = About(one.patient_id, one.encounter_id, one.signer_id, one.site_id)
    (told,) = values_of(actor, [about], [field.name for field in may if field.written])
    return [field for field in may if told.get(field.name) in (None, "")]


def visits_for(actor: Actor, one: Letter) -> list[Encounter]:
    """About which visits of the patient a draft can be, latest first: where its text asks of one, and what stands in it
    is no labelled visit's. Four queries at most.
    """
    asks = any(field.name.startswith("visit.") for field in typed_fields(one))
    if not (one.open and asks) or (one.encounter_id and labels_of(one.patient_id, one.encounter_id)):
        return []
    return encounters_of_patient(actor, one.patient_id, MOST_VISITS)


def given_values(fields: Iterable[MergeField], given: dict[str, str]) -> tuple[dict[str, Value], dict[str, str]]:
    """What was typed as values, and what is wrong with what was typed, by field. No query."""
    values: dict[str, Value] = {}
    wrong: dict[str, str] = {}
    for field in fields:
        try:
            found = as_typed(field, given.get(field.name, ""), today_here())
        except ValueError as error:
            wrong[field.name] = str(error)
        else:
            values |= {} if found is None else {field.name: found}
    return values, wrong


def recipient_of(one: Letter) -> Recipient:
    """Whom a letter goes to: its own reader, or the patient at their address; a minor's parents. One query at most."""
    if one.to == "other":
        return one.recipient
    return reader_of(patient(one.patient_id), one.language, one.recipient.fax)


def reader_of(who: Patient, language: str, fax: str = "") -> Recipient:
    """A patient as the reader of a letter where they asked for it, a minor's parents in their stead. No query.

    Who asked to be written to at another place (45 CFR 164.522(b)) is written to there, by their own name.
    """
    name, care_of = who.name.spoken_form, who.private.care_of if who.private.address.line1 else ""
    if years_of(who, today_here()) < OF_AGE and not who.private.address.line1:
        name = _TO_PARENTS.get(language, _TO_PARENTS["en"]).format(name)
    lines = lines_of(name, who.mail_to)[1:]
    return Recipient(name, (f"c/o {care_of}", *lines) if care_of and lines else tuple(lines), fax)


def shown(actor: Actor, one: Letter) -> Shown:
    """How a letter reads now, and what stands against sending it, each with its line."""
    known, parsed = merge_fields(), parse(one.body)
    if one.words:
        return Shown((Piece(one.words),), tuple(_against(one, one.words)))
    values, wrong = given_values(typed_fields(one), dict(one.given))
    own = {name: value for name, value in values.items() if known[name].asked}
    about = About(one.patient_id, one.encounter_id, one.signer_id, one.site_id, {**own, **_to(one)})
    (told,) = values_of(actor, [about], slots_in(parsed.parts))
    told = values | {name: value for name, value in told.items() if value != ""}
    filled = fill(parsed, known, told, one.language)
    findings = [*check(parsed, known), *filled.findings]
    findings += [Finding("typed", known[name].words, words) for name, words in wrong.items()]
    return Shown(filled.pieces, (*findings, *_against(one, filled.text)))


def _to(one: Letter) -> dict[str, Value]:
    return {"to.name": one.recipient.name} if one.to == "other" else {}


def _against(one: Letter, text: str) -> list[Finding]:
    """What else stands against sending it: no reader, letters that cannot be printed, a translation nobody approved."""
    reader = recipient_of(one)
    found = [Finding(odd.code, odd.where, odd.words) for odd in undrawable("letter", "text", text.replace("\n", " "))]
    for line in (reader.name, *reader.lines):
        found += [Finding(odd.code, odd.where, odd.words) for odd in undrawable("letter", "address", line)]
    if not reader.name.strip():
        found.append(Finding("nobody", "to", "To whom is it?"))
    now = template(one.template_key, one.language)
    if now.version == one.template_version and now.waits_for_approval:
        words = "Nobody approved this translation yet. Somebody who reads the language does, among the templates."
        found.append(Finding("not-approved", "template", words))
    if gone_by := stale(one):
        found.append(Finding("plain-stale", "the letter", gone_by))
    if one.signed and one.signer_id is None:
        found.append(Finding("no-signer", "signed by", "Which provider signs it?"))
    return found


def _events(ids: Iterable[UUID]) -> dict[UUID, list[SendingEvent]]:
    found: dict[UUID, list[SendingEvent]] = {}
    for row in models.SendingEvent.objects.filter(sending_id__in=list(ids)).order_by("id"):
        event = SendingEvent(SendingState(row.state), row.words, row.at, row.by)
        found.setdefault(row.sending_id, []).append(event)
    return found


def to_sending(row: models.Sending, events: list[SendingEvent]) -> Sending:
    """A row as the noun."""
    way = Way(row.way)
    return Sending(row.id, row.letter_id, way, row.to_name, row.to_address, row.pages, row.at, row.by, tuple(events))


def to_letter(row: models.Letter) -> Letter:
    """A row as the noun."""
    return Letter(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        site_id=row.site_id,
        template_key=row.template_key,
        template_version=row.template_version,
        language=row.language,
        title=row.title,
        body=row.body,
        given=row.given,
        words=row.words,
        to=row.to,
        recipient=Recipient(row.to_name, tuple(row.to_lines), row.to_fax),
        purpose=row.purpose,
        why=row.why,
        signed=row.signed,
        signer_id=row.signer_id,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        state=LetterState(row.state),
        made_by=row.made_by,
        made_at=row.made_at,
        version=row.version,
        merge_id=row.merge_id,
        plain_of=row.plain_of_id,
        plain_version=row.plain_version,
    )
