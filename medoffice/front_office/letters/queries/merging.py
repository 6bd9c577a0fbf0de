"""The values of merge fields: what letters read themselves, and all sources put together."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.letters.offers import merge_fields, sources
from medoffice.front_office.letters.queries.amendments import amendment_values
from medoffice.front_office.letters.queries.restrictions import restriction_values
from medoffice.front_office.letters.rules.addresses import one_line
from medoffice.front_office.letters.types.templates import About, MergeField, Value, Values
from medoffice.front_office.scheduling.api import appointments_by_id, booked_ahead
from medoffice.front_office.scheduling.types import Appointment
from medoffice.practice.api import practice, sites, staff, today_here
from medoffice.practice.types import Site, StaffMember
from medoffice.records.coverage.api import policies_on
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import Encounter
from medoffice.records.patients.api import patients_by_id, years_of
from medoffice.records.patients.types.people import Patient
from medoffice.records.rights.api import last_answered, restrictions_answered
from medoffice.security.api import kept
from medoffice.security.types import Actor
from medoffice.ui.spoken import say_hour

REASON = "encounters.reason"  # the word for what a visit is for


def values_of(actor: Actor, abouts: Sequence[About], names: Collection[str]) -> list[dict[str, Value]]:
    """The values of these fields for many letters, in the same order; what was given with a letter wins.

    As many queries as the sources that know a wanted field take.
    """
    found: list[dict[str, Value]] = [{} for _ in abouts]
    for source in sources.values():
        own = {field.name for field in source.fields if field.name in names}
        if not own or not abouts:
            continue
        for values, told in zip(found, source.read(actor, abouts, own), strict=True):
            values.update({name: value for name, value in told.items() if name in own})
    for values, about in zip(found, abouts, strict=True):
        values.update({name: value for name, value in about.given.items() if name in names})
    return found


def still_typed(names: Collection[str]) -> list[MergeField]:
    """Of these fields, those that whoever writes the letter types. No query."""
    known = merge_fields()
    return [known[name] for name in names if name in known and known[name].asked]


def written_of(names: Collection[str]) -> list[MergeField]:
    """Of these fields, those that are typed only where they are not known. No query."""
    known = merge_fields()
    return [known[name] for name in names if name in known and known[name].written]


def read_own(actor: Actor, abouts: Sequence[About], names: Collection[str]) -> list[Values]:
    """What letters know themselves. At most eleven queries, and one for each letter about a visit."""
    today, groups = today_here(), {name.partition(".")[0] for name in names}
    people = patients_by_id({one.patient_id for one in abouts})
    places, who = {one.id: one for one in sites()}, {one.id: one for one in staff()}
    plans = policies_on((one.patient_id, today) for one in abouts) if "insurance" in groups else {}
    ahead = _next(actor, {one.patient_id for one in abouts}) if "next" in groups else {}
    visits = _visits(abouts) if "visit" in groups else {}
    amended = last_answered(actor, [one.patient_id for one in abouts]) if "amendment" in groups else {}
    kept_from = restrictions_answered(actor, [one.patient_id for one in abouts]) if "restriction" in groups else {}
    told = _told_reasons(actor, visits.values())
    found: list[Values] = []
    for about in abouts:
        person, visit = people[about.patient_id], visits.get(about.encounter_id) if about.encounter_id else None
        values: dict[str, Value] = {
            "today.date": today,
            **_office(places.get(about.site_id) if about.site_id else None),
        }
        values |= _patient(person, today)
        values |= _visit(visit, who, told=visit is not None and visit.id in told)
        values |= _coming(ahead.get(about.patient_id), who, places)
        if plans.get((about.patient_id, today)):
            first = plans[about.patient_id, today][0]
            values |= {"insurance.plan": first.payer_name, "insurance.member": first.member_id}
        if about.provider_id in who:
            values["provider.name"] = with_credentials(who[about.provider_id])
        values |= amendment_values(amended.get(about.patient_id))
        values |= restriction_values(kept_from.get(about.patient_id))
        found.append(values)
    return found


def with_credentials(member: StaffMember) -> str:
    """``Amara Okafor, MD``."""
    return ", ".join(part for part in (member.name, member.credentials) if part)


def _office(place: Site | None) -> dict[str, Value]:
    office = practice()
    here = place or next(iter(sites()), None)
    return {
        "office.name": office.name,
        "office.phone": office.phone,
        "office.address": one_line(office.address),
        "site.name": here.name if here else office.name,
        "site.phone": (here.phone if here else "") or office.phone,
    }


def _patient(who: Patient, today: date) -> dict[str, Value]:
    return {
        "patient.name": who.name.spoken_form,
        "patient.first": who.name.preferred or who.name.given or who.name.family,
        "patient.born": who.birth_date,
        "patient.age": years_of(who, today),
        "patient.mrn": who.mrn,
        "patient.phone": who.call_at,
        "patient.address": one_line(who.mail_to),
        "to.name": who.name.spoken_form,
    }


def _visits(abouts: Sequence[About]) -> dict[UUID, Encounter]:
    return {one.encounter_id: encounter(one.encounter_id) for one in abouts if one.encounter_id}


def _told_reasons(actor: Actor, visits: Collection[Encounter]) -> set[UUID]:
    """The visits whose reason whoever writes may know."""
    closed = kept(actor, REASON, [(one.patient_id, one.id) for one in visits])
    return {one.id for one in visits if (one.patient_id, one.id) not in closed}


def _visit(visit: Encounter | None, who: Mapping[UUID, StaffMember], *, told: bool) -> dict[str, Value]:
    if visit is None:
        return {}
    values: dict[str, Value] = {"visit.date": visit.date}
    if visit.provider_id in who:
        values["visit.provider"] = with_credentials(who[visit.provider_id])
    return values | ({"visit.reason": visit.reason} if told else {})


def _next(actor: Actor, people: set[UUID]) -> dict[UUID, Appointment]:
    """The next visit of each, as far as whoever writes may know of it. Three queries."""
    ids = {visit for (patient_id, _), visit in booked_ahead().items() if patient_id in people}
    found: dict[UUID, Appointment] = {}
    for one in sorted(appointments_by_id(actor, ids).values(), key=lambda one: one.starts):
        found.setdefault(one.patient_id, one)
    return found


def _coming(
    booked: Appointment | None, who: Mapping[UUID, StaffMember], places: Mapping[UUID, Site]
) -> dict[str, Value]:
    if booked is None:
        return {}
    place = places[booked.site_id]
    starts = booked.starts.astimezone(ZoneInfo(place.zone))
    values: dict[str, Value] = {"next.date": starts.date(), "next.time": say_hour(starts), "next.place": place.name}
    if booked.provider_id in who:
        values["next.provider"] = with_credentials(who[booked.provider_id])
    return values
