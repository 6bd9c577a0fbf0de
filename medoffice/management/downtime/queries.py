"""Reads of downtime: how packs are made, the packs that are kept, what of today and tomorrow goes into one."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from medoffice.front_office.scheduling.api import appointments_on, visit_types
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, Appointment
from medoffice.kernel import clock
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.worlds import current
from medoffice.management.downtime import models
from medoffice.management.downtime.types import HowMade, Pack, Section, Visit
from medoffice.practice.api import office_zone, practice_is_set_up, sites, staff
from medoffice.records.patients.api import patients_by_id, told_on_paper
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import denied, kept, standings
from medoffice.security.types import Actor, Label

NEVER = frozenset({Label.PART2, Label.PSYCHOTHERAPY})
LATE = timedelta(hours=2)


def how_made() -> HowMade | None:
    """How packs are made; None before somebody has chosen a password. One query."""
    row = models.DowntimeSettings.objects.first()
    return HowMade(row.keep, row.set_by, row.set_at) if row else None


def packs() -> list[Pack]:
    """The packs that are kept, the latest first. One query."""
    return [_pack(row) for row in models.DowntimePack.objects.order_by("-made_at", "-id")]


def pack(actor: Actor, pack_id: UUID) -> Pack:
    """A pack. Raises NotFound if there is none, or it tells of somebody who is kept from the actor."""
    row = models.DowntimePack.objects.filter(id=pack_id).first()
    if row is None or denied(actor, row.patient_ids):
        raise NotFound
    return _pack(row)


def pages_of(pack: Pack) -> bytes:
    """The encrypted PDF. Raises NotFound if it is not in the folder any more."""
    try:
        return (folder() / pack.name).read_bytes()
    except FileNotFoundError as error:
        raise NotFound from error


def folder() -> Path:
    """Where the current world's packs are."""
    return Path(settings.DATA_DIR) / "downtime" / current.name()


def visits_to_come(actor: Actor) -> tuple[list[Visit], dict[UUID, Patient], int]:
    """Today's and tomorrow's visits as the pack tells them, their patients, and how many are held back.

    A label or denial that keeps who comes holds the name back; one that keeps what it is for, only that.
    """
    zone = office_zone()
    today = clock.now().astimezone(zone).date()
    booked = [
        (day, one)
        for day in (today, today + timedelta(days=1))
        for one in appointments_on(actor, None, day, zone.key)
        if one.state in HOLDS_THE_SLOT
    ]
    pairs = [(one.patient_id, one.id) for _, one in booked]
    nameless = set(kept(actor, "downtime.name", pairs))
    wordless = {*kept(actor, "downtime.tell", pairs), *_never(actor, pairs)}
    named = {one.patient_id for _, one in booked if (one.patient_id, one.id) not in nameless}
    known, told = patients_by_id(named), told_on_paper(actor, "downtime.tell", named)
    made = _Lines(zone, known, told)
    visits = [
        made.line(day, one, named=pair not in nameless, worded=pair not in wordless)
        for (day, one), pair in zip(booked, pairs, strict=True)
    ]
    return visits, known, sum(pair in nameless or pair in wordless for pair in pairs)


def _never(actor: Actor, pairs: Iterable[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
    """Of these patients and visits, those that are on no paper, whatever the patient consented to."""
    against = standings(actor, {subject for subject, _ in pairs})
    return {
        (subject, visit)
        for subject, visit in pairs
        if any(label in NEVER and visit in things for label, things, _ in against.get(subject, []))
    }


class _Lines:
    """Makes lines of the pack; reads what they have in common once."""

    def __init__(
        self,
        zone: ZoneInfo,
        known: Mapping[UUID, Patient],
        told: Mapping[str, tuple[str, Mapping[UUID, list[str]]]],
    ) -> None:
        self._zone, self._known, self._told = zone, known, told
        self._providers = {member.id: f"{member.name} {member.credentials}".strip() for member in staff()}
        self._sites = {site.id: site.name for site in sites()}
        self._types = {kind.key: kind.name for kind in visit_types()}

    def line(self, on: date, one: Appointment, *, named: bool, worded: bool) -> Visit:
        starts = one.starts.astimezone(self._zone)
        place = (f"{starts:%H:%M}", self._providers.get(one.provider_id, ""), self._sites.get(one.site_id, ""))
        if not named or one.patient_id not in self._known:
            return Visit(on, *place)
        who, kind = self._known[one.patient_id], self._types.get(one.visit_type, one.visit_type)
        return Visit(
            on,
            *place,
            name=who.name.sorted_form,
            born=f"{who.birth_date:%m/%d/%Y}",
            mrn=who.mrn,
            phone=who.call_at,
            alert=who.alert,
            about=" \u00b7 ".join(filter(None, [kind, one.reason])) if worded else "",
            sections=tuple(self._sections(who.id)),
        )

    def _sections(self, patient_id: UUID) -> Iterable[Section]:
        for title, lines in self._told.values():
            yield Section(title, tuple(lines.get(patient_id, ())))


def packs_are_made() -> list[Checked]:
    """A practice has a pack that is not old; a look at the rows and the folder."""
    looks, made, how = "a pack for hours without a computer is at hand", packs(), how_made()
    if how is None:
        asked = current.kind() == "practice" and practice_is_set_up()
        words = "No downtime pack is made. Choose a password for it (Office, Downtime)."
        found = [Finding("downtime-unset", "downtime", words, Severity.INFO)] if asked else []
        return [Checked("downtime", looks, "none is asked for", tuple(found))]
    found = []
    if not made or clock.now() - made[0].made_at > LATE:
        words = "The latest downtime pack is older than two hours, or there is none. Start the office (medoffice run)."
        found.append(Finding("downtime-old", "downtime", words, Severity.WARNING))
    missing = [one.name for one in made if not (folder() / one.name).exists()]
    if missing:
        words = f"{len(missing)} downtime packs are not in the data folder any more; newer ones take their place."
        found.append(Finding("downtime-missing", missing[0], words, Severity.WARNING))
    return [Checked("downtime", looks, f"{len(made)} kept", tuple(found))]


def age(made_at: datetime) -> str:
    """How old a pack is, in words."""
    minutes = max(0, int((clock.now() - made_at).total_seconds() // 60))
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"


def _pack(row: models.DowntimePack) -> Pack:
    return Pack(row.id, row.name, row.made_at, tuple(row.patient_ids), row.held_back, row.size, tuple(row.findings))
