"""Reads of patient identity. Searches are flat in the number of patients: every path is an index."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Right

from medoffice.kernel.printing import pdf
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.typeface import undrawable
from medoffice.practice.api import practice, today_here
from medoffice.practice.types import Address
from medoffice.records.patients import models
from medoffice.records.patients.offers import alert_places, banner_facts, banner_lists, paper_sections
from medoffice.records.patients.queries.merges import survivors
from medoffice.records.patients.rules.age import age_words, years
from medoffice.records.patients.rules.labels import code_of, label_lines
from medoffice.records.patients.rules.likeness import likeness, likeness_of_all
from medoffice.records.patients.rules.names import letters, sound, tokens
from medoffice.records.patients.rules.search import Sought, understand
from medoffice.records.patients.types.people import (
    LANGUAGES,
    Banner,
    LabelSize,
    Patient,
    PatientHit,
    PatientName,
    PermittedPerson,
)
from medoffice.records.patients.types.reaching import WAYS, Private
from medoffice.records.patients.types.said import Said
from medoffice.security.api import kept, permitted, require
from medoffice.security.types import Actor

# Sizes of common label rolls; the office says its own.
USUAL_SIZES = (
    LabelSize("chart", "Chart label", "chart", 102, 25),
    LabelSize("patient", "Patient label", "patient", 57, 32),
    LabelSize("card", "Card for the patient", "card", 86, 54),
)
_LABEL = Path(__file__).resolve().parent.parent / "templates" / "patients" / "label.typ"
_LIKENESS = 0.5
_NEAR, _LIKE = 40, 8  # known words that are looked at, and of these how many are kept, the likest
_FEW, _WORDS = 200, 4  # people of a birth date or a telephone who are compared; words of one person that may fit


def patient(patient_id: UUID) -> Patient:
    """A patient, for actions of other rooms; a screen asks ``banner`` or ``search``. Raises NotFound. One query."""
    row = models.Patient.objects.filter(id=patient_id).first()
    if row is None:
        raise NotFound
    return to_patient(row)


def years_of(who: Patient, on: date) -> int:
    """How old somebody is on a day. No query."""
    return years(who.birth_date, on)


def patients_by_id(ids: Iterable[UUID]) -> dict[UUID, Patient]:
    """Many patients at once; under the id of a merged record, who it is a part of. One query, two more for those."""
    wanted = set(ids)
    found = {row.id: to_patient(row) for row in models.Patient.objects.filter(id__in=wanted)}
    into = survivors(wanted - set(found)) if wanted - set(found) else {}
    missing = set(into.values()) - set(found)
    now = found | (
        {row.id: to_patient(row) for row in models.Patient.objects.filter(id__in=missing)} if missing else {}
    )
    return found | {who: now[stands] for who, stands in into.items() if stands in now}


def with_interpreter(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Who of these needs an interpreter, with the language. One query."""
    rows = models.Patient.objects.filter(id__in=set(ids), interpreter=True)
    return dict(rows.values_list("id", "language"))


def told_on_paper(actor: Actor, word: str, ids: Iterable[UUID]) -> dict[str, tuple[str, Mapping[UUID, list[str]]]]:
    """What rooms tell of these patients on paper, by the key of its section, with its title. Two queries a section."""
    wanted = list(ids)
    return {key: (section.title, section.read(actor, word, wanted)) for key, section in paper_sections.items()}


def find_by_mrn(mrn: str) -> UUID | None:
    """The patient with this MRN, also if it is that of a record merged into theirs; a blank one is nobody's."""
    row = models.Patient.everyone.filter(mrn=mrn).first() if mrn else None
    return (row.merged_into_id or row.id) if row else None


def permitted_people(patient_id: UUID) -> list[PermittedPerson]:
    """Who may speak for the patient today. One query."""
    rows = models.PermittedPerson.objects.filter(patient_id=patient_id, ended_at=None).order_by("name")
    return [PermittedPerson(row.id, row.name, row.relation, row.phone) for row in rows]


def permitting(actor: Actor, typed: str) -> list[tuple[PatientHit, str, str]]:
    """Patients for whom the person with this telephone number may speak, with that person's name and relation.

    None for what is no whole number. Three queries.
    """
    digits = "".join(letter for letter in typed if letter.isascii() and letter.isdigit())[-10:]
    if len(digits) < 10 or any(letter.isalpha() for letter in typed):
        return []
    rows = models.PermittedPerson.objects.filter(phone_digits=digits, ended_at=None).order_by("name")
    speaks = {row.patient_id: row for row in rows[:12]}
    return [(hit, speaks[hit.id].name, speaks[hit.id].relation) for hit in hits_of(actor, speaks)]


def said_by(patient_id: UUID, *, decided: bool = False) -> list[Said]:
    """What a patient says that the record has otherwise, in the order of saying; with what was decided, latest first.

    One query.
    """
    rows = models.Said.objects.filter(patient_id=patient_id)
    rows = rows.order_by("-said_at", "-id")[:50] if decided else rows.filter(state="open").order_by("said_at", "id")
    return [
        Said(
            row.id,
            row.patient_id,
            row.field,
            row.said,
            row.was,
            row.source_id,
            row.said_at,
            row.noted_by,
            row.state,
            row.decided_by,
            row.teller,
        )
        for row in rows
    ]


def said_one(said_id: UUID) -> Said:
    """One thing that was said. Raises NotFound. Two queries."""
    row = models.Said.objects.filter(id=said_id).first()
    if row is None:
        raise NotFound
    return next(one for one in said_by(row.patient_id, decided=True) if one.id == said_id)


def label_sizes() -> list[LabelSize]:
    """The sizes the office prints labels in, by name; what is usual before it has said any. One query."""
    rows = models.LabelSize.objects.order_by("name")
    said = [LabelSize(row.key, row.name, row.kind, row.width_mm, row.height_mm) for row in rows]
    return said or list(USUAL_SIZES)


def household(actor: Actor, household_id: UUID | None) -> list[PatientHit]:
    """The members of a household by age; nobody for none. One query."""
    if household_id is None:
        return []
    rows = models.Patient.objects.filter(household_id=household_id).order_by("birth_date", "id")
    return _hits(actor, permitted(actor, "patients.find", rows, "id"), "household")


def born_between(first: date, last: date) -> dict[UUID, date]:
    """Everybody born from a day to a day, with the day. One query."""
    rows = models.Patient.objects.filter(birth_date__gte=first, birth_date__lte=last)
    return dict(rows.values_list("id", "birth_date"))


def known_by(*, births: Iterable[date], mrns: Iterable[str], phones: Iterable[str], limit: int = 400) -> set[UUID]:
    """Who has one of these birth dates, record numbers or telephones (ten digits); a blank is nobody's. One query.

    Whoever was merged into another is that one.
    """
    numbers, digits = [one for one in mrns if one], [one for one in phones if len(one) == 10]
    which = Q(birth_date__in=list(births)) | Q(mrn__in=numbers) | Q(phone_digits__in=digits)
    rows = models.Patient.everyone.filter(which).values_list("id", "merged_into_id")
    return {into or who for who, into in rows[:limit]}


def banner(actor: Actor, patient_id: UUID) -> Banner:
    """What is always on screen about a patient, with the facts of later rooms (a query each).

    Raises NotFound if there is none or the actor may not see them, Unopened if the record opens with a reason.
    """
    require(actor, "patients.read", patient_id)
    who = patient(patient_id)
    return Banner(
        id=who.id,
        mrn=who.mrn,
        name=who.name.sorted_form,
        preferred=who.name.preferred,
        pronouns=who.pronouns,
        age=age_words(who.birth_date, today_here()),
        born=who.birth_date.strftime("%m/%d/%Y"),
        sex=who.sex,
        language="" if who.language == "en" else LANGUAGES.get(who.language, who.language),
        interpreter=who.interpreter,
        alert=who.alert,
        phone=who.call_at,
        facts=(
            *(told for read in banner_lists.values() for told in read(actor, patient_id)),
            *(told for fact in banner_facts.values() if (told := fact(patient_id))),
        ),
        address_as=who.address_as,
        fears=who.fears,
        helps=who.helps,
        reach=_reach(who),
        alert_url=next((url for place in alert_places.values() if (url := place(actor, patient_id))), ""),
    )


def _reach(who: Patient) -> str:
    """What whoever is about to call or write must know."""
    no = f"no {', no '.join(WAYS[one] for one in who.not_by)}" if who.not_by else ""
    return "; ".join(filter(None, (who.private.words, no)))


def hits_of(actor: Actor, ids: Iterable[UUID]) -> list[PatientHit]:
    """These patients as lines of a search, as far as the actor may see them. Two queries; one finding nobody."""
    rows = permitted(actor, "patients.find", models.Patient.objects.filter(id__in=set(ids)), "id")
    return _hits(actor, rows.order_by("sort_key", "birth_date", "id"))


def search(actor: Actor, text: str, limit: int = 12) -> list[PatientHit]:
    """Patients by name parts in any order, birth date, phone or MRN as typed; best first.

    Two queries; if nobody fits a name, one more for words like it and one for those who have them. Every path reads the
    first few off an index, however many there are.
    """
    sought = understand(text, today_here())
    rows = permitted(actor, "patients.find", models.Patient.objects.all(), "id")
    if sought.empty:
        return []
    found = _exactly(rows, sought, limit)
    if found or not sought.names:
        return _hits(actor, found)
    return _hits(actor, _alike(rows, sought, limit), "sounds alike")


def _exactly(rows: QuerySet[models.Patient], sought: Sought, limit: int) -> list[models.Patient]:
    """All parts fit, names by prefix; in the order of the longest typed word's matches, then of people."""
    rest = _but_for_names(rows, sought)
    if not sought.names:
        return list(rest.order_by("sort_key", "birth_date", "id")[:limit])
    longest, *others = sorted(sought.names, key=len, reverse=True)
    for word in others:
        rest = rest.filter(id__in=models.NameWord.objects.filter(word__startswith=word).values("patient_id"))
    fit = rest.filter(name_words__word__startswith=longest).order_by("name_words__word", "name_words__sort_key")
    return list({row.id: row for row in fit[: limit * _WORDS]}.values())[:limit]


def _but_for_names(rows: QuerySet[models.Patient], sought: Sought) -> QuerySet[models.Patient]:
    """All parts but the names fit."""
    if sought.mrn:
        into = models.Patient.everyone.filter(mrn=sought.mrn).values("merged_into")
        rows = rows.filter(Q(mrn=sought.mrn) | Q(id__in=into))
    if sought.birth_date:
        rows = rows.filter(birth_date=sought.birth_date)
    if len(sought.phone) in (4, 7):
        rows = rows.annotate(phone_end=Right("phone_digits", len(sought.phone))).filter(phone_end=sought.phone)
    elif sought.phone:
        rows = (
            rows.filter(phone_digits__endswith=sought.phone)
            if len(sought.phone) < 10
            else rows.filter(phone_digits=sought.phone)
        )
    return rows


def _alike(rows: QuerySet[models.Patient], sought: Sought, limit: int) -> list[models.Patient]:
    """The patients whose words are likest to those typed; the other parts still fit exactly."""
    rest = _but_for_names(rows, sought)
    if sought.birth_date or sought.phone or sought.mrn:
        found = list(rest.order_by("sort_key")[:_FEW])
    else:
        found = _having_like_words(rest, sought.names, limit)
    ranked = [(likeness_of_all(sought.names, tokens(*_parts(row))), row) for row in found]
    ranked = [(like, row) for like, row in ranked if like >= _LIKENESS]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].sort_key, pair[1].birth_date))
    return list({row.id: row for _, row in ranked}.values())[:limit]


def _having_like_words(rows: QuerySet[models.Patient], typed: tuple[str, ...], limit: int) -> list[models.Patient]:
    """Patients with a word like the longest typed, those first who have the other typed words too, as far as known."""
    longest, *others = sorted(typed, key=len, reverse=True)
    like = _like_words(typed)
    both = rows
    for word in others:
        theirs = Q(word__startswith=word) | Q(word__in=like[word])
        both = both.filter(id__in=models.NameWord.objects.filter(theirs).values("patient_id"))
    parts = [
        which.filter(name_words__word=word).order_by("name_words__sort_key")[:limit]
        for which in ((both, rows) if others else (rows,))
        for word in like[longest]
    ]
    if not parts:
        return []
    first, *more = parts
    return list(first.union(*more, all=True)) if more else list(first)


def _like_words(typed: tuple[str, ...]) -> dict[str, list[str]]:
    """For each typed word the known ones like it: in three-letter groups, in sound, or with letters out of place."""

    def near(word: str) -> QuerySet[models.KnownWord, Any]:
        like = Q(word__trigram_similar=word) | Q(sound=sound(word)) | Q(letters=letters(word))
        rows = models.KnownWord.objects.filter(like).order_by(TrigramSimilarity("word", word).desc(), "word")
        return rows.annotate(typed=Value(word)).values("typed", "word")[:_NEAR]

    first, *more = map(near, typed)
    found: dict[str, list[str]] = {word: [] for word in typed}
    for row in first.union(*more, all=True) if more else first:
        found[row["typed"]].append(row["word"])
    for word, words in found.items():
        words.sort(key=lambda theirs: -likeness(word, theirs))
        del words[_LIKE:]
    return found


def _parts(row: models.Patient) -> tuple[str, ...]:
    return row.family, row.given, row.middle, row.preferred


def to_patient(row: models.Patient) -> Patient:
    """A row as the noun."""
    return Patient(
        id=row.id,
        mrn=row.mrn,
        name=_name(row),
        pronouns=row.pronouns,
        sex=row.sex,
        birth_date=row.birth_date,
        deceased_on=row.deceased_on,
        language=row.language,
        interpreter=row.interpreter,
        phone=row.phone,
        email=row.email,
        address=Address(row.line1, row.city, row.state, row.zip, row.line2),
        household_id=row.household_id,
        guarantor_id=row.guarantor_id,
        alert=row.alert,
        version=row.version,
        address_as=row.address_as,
        fears=row.fears,
        helps=row.helps,
        private=Private(
            row.private_way,
            row.private_phone,
            row.private_email,
            Address(row.private_line1, row.private_city, row.private_state, row.private_zip, row.private_line2),
            row.private_care_of,
        ),
        not_by=tuple(row.not_by),
        not_by_why=row.not_by_why,
    )


def _hits(actor: Actor, rows: Iterable[models.Patient], why: str = "") -> list[PatientHit]:
    """Lines of a search. Of whom a label keeps, only what a booking needs: to know them by name and birth date."""
    found = list(rows)
    closed = kept(actor, "patients.find", [(row.id, None) for row in found])
    return [_closed(row) if (row.id, None) in closed else _hit(row, why) for row in found]


def _closed(row: models.Patient) -> PatientHit:
    born = row.birth_date.strftime("%m/%d/%Y")
    return PatientHit(row.id, row.mrn, _name(row).sorted_form, born, "", "", "", "opens with a reason")


def _hit(row: models.Patient, why: str) -> PatientHit:
    return PatientHit(
        id=row.id,
        mrn=row.mrn,
        name=_name(row).sorted_form,
        born=row.birth_date.strftime("%m/%d/%Y"),
        age=age_words(row.birth_date, today_here()),
        sex=row.sex,
        phone=row.private_phone or row.phone,
        why=why,
    )


def _name(row: models.Patient) -> PatientName:
    return PatientName(row.family, row.given, row.middle, row.suffix, row.preferred)


def label_page(who: Patient, size: LabelSize) -> bytes:
    """A label or card as a PDF of exactly its size. A name in letters it cannot print is given as the number."""
    name = who.name.sorted_form if not undrawable("label", "name", who.name.sorted_form) else who.mrn
    content = {
        "title": f"{size.name} {who.mrn}",
        "width": size.width_mm,
        "height": size.height_mm,
        "lines": label_lines(who, size.kind, name, practice().name, practice().phone),
        "code": code_of(who.mrn),
    }
    return pdf(_LABEL, content)
