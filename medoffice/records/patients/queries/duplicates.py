"""Reads for finding who is registered twice. Every path is an index; the judging is ``rules/duplicates.py``."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q

from medoffice.kernel.refusals import NotFound
from medoffice.practice.types import Address
from medoffice.records.patients.models import NameWord, Patient
from medoffice.records.patients.offers import identifiers
from medoffice.records.patients.queries.likelihoods import likelihoods
from medoffice.records.patients.queries.people import hits_of
from medoffice.records.patients.rules.duplicates import find_like
from medoffice.records.patients.rules.identity import MANY, identity_of
from medoffice.records.patients.types.likeness import Crowd, Identity, Pair
from medoffice.records.patients.types.people import PatientHit, PatientName
from medoffice.security.api import permitted
from medoffice.security.types import Actor

NOWHERE = Address("", "", "", "")
_AT_ONCE = 2000


def alike_patients(
    actor: Actor,
    name: PatientName,
    birth_date: date,
    *,
    sex: str = "",
    phone: str = "",
    email: str = "",
    address: Address = NOWHERE,
) -> list[PatientHit]:
    """Those who may be the person about to be registered, likeliest first, with why. Seven queries at most."""
    asked = identity_of(UUID(int=0), name, sex, birth_date, phone, email, address)
    same = Q(birth_date=asked.born) if asked.born else Q()
    same |= Q(phone_digits=asked.phone) if asked.phone else Q()
    if not same:
        return []
    rows = permitted(actor, "patients.find", Patient.objects.filter(same), "id")
    found = {pair.other: pair for pair in like(asked, identities(rows))}
    hits = {hit.id: hit for hit in hits_of(actor, found)}
    return [_told(hits[other], pair) for other, pair in found.items() if other in hits]


def like_patient(actor: Actor, patient_id: UUID) -> list[PatientHit]:
    """Who may be the same person as a patient, likeliest first, with why; with the same birth date or telephone."""
    row = Patient.objects.filter(id=patient_id).first()
    if row is None:
        raise NotFound
    name = PatientName(row.family, row.given, row.middle, row.suffix, row.preferred)
    home = Address(row.line1, row.city, row.state, row.zip, row.line2)
    told = {"sex": row.sex, "phone": row.phone, "email": row.email}
    found = alike_patients(actor, name, row.birth_date, address=home, **told)
    return [hit for hit in found if hit.id != patient_id]


def like(who: Identity, others: Sequence[Identity]) -> list[Pair]:
    """Those of the others that may be the same person, likeliest first. Two queries; none without others."""
    if not others:
        return []
    return find_like(who, others, likelihoods(), _crowd([who, *others]))


def identities(rows: Iterable[Patient]) -> list[Identity]:
    """What tells who these patients are, without telephones that many share. Two queries and one of each room."""
    found = list(rows)
    members, shared = _members(found), _shared(found)
    return [identity_of_row(row, members.get(row.id, []), shared) for row in found]


def whole_register() -> list[Identity]:
    """What tells who everybody is. For each two thousand a query, and one of each room."""
    found: list[Identity] = []
    last = UUID(int=0)
    while rows := list(Patient.objects.filter(id__gt=last).order_by("id")[:_AT_ONCE]):
        members, last = _members(rows), rows[-1].id
        found += [identity_of_row(row, members.get(row.id, [])) for row in rows]
    return found


def _members(rows: Sequence[Patient]) -> dict[UUID, list[str]]:
    """The numbers of other rooms by which these are known."""
    ids = [row.id for row in rows]
    found: dict[UUID, list[str]] = {}
    for read in identifiers.values():
        for who, numbers in read(ids).items():
            found.setdefault(who, []).extend(numbers)
    return found


def identity_of_row(row: Patient, members: Iterable[str] = (), shared: Iterable[str] = ()) -> Identity:
    """What tells who a patient is, by the row. No query."""
    name = PatientName(row.family, row.given, row.middle, row.suffix, row.preferred)
    home = Address(row.line1, row.city, row.state, row.zip, row.line2)
    return identity_of(row.id, name, row.sex, row.birth_date, row.phone, row.email, home, members, set(shared))


def people() -> int:
    """About how many patients there are: as the server last counted, or counted now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE oid = 'patient'::regclass")
        number: int = cursor.fetchone()[0]
    return number if number > 0 else Patient.objects.count()


def _crowd(those: Sequence[Identity]) -> Crowd:
    """How many have the words of these people's names, wherever in theirs; those with an initial are not counted."""
    number = people()
    asked = {word for who in those for word in (*who.given, *who.family, *who.middle)}
    rows = NameWord.objects.filter(word__in=asked).values_list("word").annotate(times=Count("id"))
    names = dict(rows)
    middles = {word for who in those for word in ("".join(who.middle),) if len(word) > 1}
    return Crowd(number, names, {word: max(names[word], 2) / max(number, 1000) for word in middles & names.keys()})


def _shared(rows: list[Patient]) -> set[str]:
    """The telephones of these that more have than a family."""
    asked = {row.phone_digits for row in rows} - {""}
    counted = Patient.objects.filter(phone_digits__in=asked).values("phone_digits").annotate(times=Count("id"))
    return set(counted.filter(times__gt=MANY).values_list("phone_digits", flat=True))


def _told(hit: PatientHit, pair: Pair) -> PatientHit:
    """With why; of whom a label keeps, only that it opens with a reason."""
    return hit if hit.why else replace(hit, why=", ".join(pair.reasons))
