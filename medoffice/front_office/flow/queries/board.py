"""The flow board: everybody of today, derived from appointments and the one log of each visit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.flow.queries.limits import limits
from medoffice.front_office.flow.rules.limits import LATE, TOO_LATE, limit_for, tone_of
from medoffice.front_office.flow.types import DayLine, FlowCard, Limit
from medoffice.front_office.scheduling.api import appointments_on, changes_within
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, OPEN, Appointment
from medoffice.kernel import clock
from medoffice.practice.api import office_zone, sites, staff
from medoffice.practice.types import Site
from medoffice.records.encounters.api import changes_on, encounters_on, logs_on, with_reasons
from medoffice.records.encounters.types import OVER, Encounter, StageChange
from medoffice.records.patients.api import age_words, patients_by_id
from medoffice.records.patients.types.people import LANGUAGES, Patient
from medoffice.security.types import Actor


@dataclass(frozen=True, slots=True)
class _Day:
    """What every card of a board is made with."""

    now: datetime
    zone: ZoneInfo
    names: Mapping[UUID, str]
    people: Mapping[UUID, Patient]
    limits: list[Limit]


def flow_board(actor: Actor, site_id: UUID | None = None) -> list[FlowCard]:
    """Everybody who is due or in the office today, in board order. Ten queries, whatever the number of patients."""
    places = {place.id: place for place in sites() if site_id in (None, place.id)}
    if not places:
        return []
    zone = ZoneInfo(next(iter(places.values())).zone)
    today = clock.today(zone)
    booked = {row.id: row for row in appointments_on(actor, site_id, today, zone.key)}
    logs = logs_on(site_id, today)
    visits = [v for v in encounters_on(site_id, today) if v.cause.id in booked and logs[v.id][-1].stage not in OVER]
    day = _day(zone, booked.values())
    cards = [_due_card(day, one) for one in booked.values() if one.state in OPEN]
    found = with_reasons(actor, visits)
    return cards + [_visit_card(day, one, logs[one.id][-1], booked[one.cause.id].visit_type) for one in found]


def provider_day(actor: Actor, provider_id: UUID) -> list[DayLine]:
    """A provider's visits of today at every site, by the booked time: who is due, is here, was here. Ten queries."""
    zone = office_zone()
    today = clock.today(zone)
    every = appointments_on(actor, None, today, zone.key)
    booked = [one for one in every if one.provider_id == provider_id and one.state in HOLDS_THE_SLOT]
    logs = logs_on(None, today)
    ids = {one.id for one in booked}
    visits = with_reasons(actor, [one for one in encounters_on(None, today) if one.cause.id in ids])
    became = {one.cause.id: one for one in visits}
    day = _day(zone, booked)
    lines = []
    for one in booked:
        visit = became.get(one.id)
        card = _visit_card(day, visit, logs[visit.id][-1], one.visit_type) if visit else _due_card(day, one)
        lines.append(
            DayLine(
                time=f"{one.starts.astimezone(zone):%-I:%M %p}",
                age=age_words(day.people[one.patient_id].birth_date, today),
                card=card,
                over=visit.stage in OVER if visit else one.state not in OPEN,
            )
        )
    return lines


def _day(zone: ZoneInfo, booked: Iterable[Appointment]) -> _Day:
    return _Day(
        now=clock.now(),
        zone=zone,
        names={member.id: member.family_name for member in staff()},
        people=patients_by_id([one.patient_id for one in booked]),
        limits=limits(),
    )


def day_stamp(zone: ZoneInfo) -> str:
    """As a board's, over every site: what a provider's day answers to. Two queries."""
    today = clock.today(zone)
    return f"{today:%j}.{changes_within(None, today, zone.key)}.{changes_on(None, today)}"


def board_stamp(place: Site) -> str:
    """What changes whenever somebody of today is booked, moved on or taken back; cheap to ask. Two queries.

    Counts of the lines of the logs: they only ever grow, in whatever order acts end.
    """
    today = clock.today(ZoneInfo(place.zone))
    return f"{today:%j}.{changes_within(place.id, today, place.zone)}.{changes_on(place.id, today)}"


def _due_card(day: _Day, booked: Appointment) -> FlowCard:
    late = int((day.now - booked.starts).total_seconds())
    tone, note = ("bad", f"{late // 60} m late") if late // 60 >= LATE else ("quiet", booked.state)
    who = day.people[booked.patient_id]
    return FlowCard(
        patient_id=booked.patient_id,
        patient=who.name.sorted_form,
        appointment_id=booked.id,
        encounter_id=None,
        column="due",
        time=f"{booked.starts.astimezone(day.zone):%-I:%M}",
        seconds=late,
        look=LATE,
        act=TOO_LATE,
        provider=day.names.get(booked.provider_id, ""),
        reason=booked.reason,
        room="",
        note=note,
        tone=tone,
        language=_language(who),
        since=booked.booked_at,
        by=booked.booked_by,
    )


def _visit_card(day: _Day, visit: Encounter, last: StageChange, kind: str) -> FlowCard:
    seconds = max(0, int((day.now - last.at).total_seconds()))
    over = last.stage in OVER
    look, act = (0, 0) if over else limit_for(day.limits, kind, last.stage)
    tone = "quiet" if over else tone_of(seconds // 60, look, act)
    who = day.people[visit.patient_id]
    return FlowCard(
        patient_id=visit.patient_id,
        patient=who.name.sorted_form,
        appointment_id=visit.cause.id if visit.cause.kind == "appointment" else None,
        encounter_id=visit.id,
        column=last.stage.value,
        time=f"{seconds // 60} m",
        seconds=seconds,
        look=look,
        act=act,
        provider=day.names.get(visit.provider_id, ""),
        reason=visit.reason,
        room=visit.in_room,
        note=f"waits {seconds // 60} m" if tone in ("warn", "bad") else "",
        tone=tone,
        language=_language(who),
        since=last.at,
        by=last.by,
    )


def _language(who: Patient) -> str:
    return "" if who.language == "en" else LANGUAGES.get(who.language, who.language)
