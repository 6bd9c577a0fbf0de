"""Reads of what the office set up: texts, hours, the way out, what patients prefer."""

import tomllib
from collections.abc import Collection
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import Q

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.rules.reaching import as_named
from medoffice.front_office.outreach.rules.texts import shipped
from medoffice.front_office.outreach.types.messages import (
    Channel,
    Detail,
    DoorState,
    MessageState,
    Preference,
    Purpose,
    ReminderRule,
    Settings,
    Text,
)
from medoffice.kernel.worlds import current

DATA = Path(__file__).resolve().parents[1] / "data"


def settings() -> Settings:
    """What the office decided. One query."""
    row = models.Settings.objects.first()
    return Settings(row.gateway_on, row.quiet_from, row.quiet_to, row.hold_minutes, row.version) if row else Settings()


def gateway_goes(decided: Settings) -> bool:
    """Whether texts and e-mails go out here: to a simulator always, from a practice's own world if it said so."""
    return decided.gateway_on or current.kind() != "practice"


def door_state() -> DoorState:
    """How the way out stands, and how many messages wait for it. Three queries."""
    row = models.Door.objects.first() or models.Door()
    waiting = models.Message.objects.filter(state=MessageState.QUEUED).count()
    return DoorState(gateway_goes(settings()), row.failures, row.since, row.why, row.try_at, row.worked_at, waiting)


def texts() -> list[Text]:
    """Every text as it holds in this office. One query."""
    own = {(row.purpose, row.language, row.detail): row for row in models.OwnText.objects.all()}
    found = [
        _own(own.pop(key)) if (key := (one.purpose.value, one.language, one.detail.value)) in own else one
        for one in _shipped()
    ]
    return [*found, *(_own(row) for row in own.values())]


def reminder_rules() -> list[ReminderRule]:
    """Every rule by which patients are reminded, those that ended too, farthest ahead first. One query."""
    rows = models.ReminderRule.objects.order_by("-days_before", "name", "id")
    return [
        ReminderRule(
            row.id, row.name, row.days_before, tuple(row.kinds), row.confirmed_too, row.valid_from, row.valid_to
        )
        for row in rows
    ]  # fmt: skip


def preference(patient_id: UUID) -> Preference:
    """How a patient wants to be reached. One query."""
    row = models.Preference.objects.filter(patient_id=patient_id).first()
    if row is None:
        return Preference(patient_id)
    return Preference(patient_id, Channel(row.channel), Detail(row.detail), row.phone, row.email, row.version)


def in_their_own_way(patient_ids: Collection[UUID]) -> set[UUID]:
    """Of these patients, who asked to be told as little as can be or by a way of their own. One query."""
    rows = models.Preference.objects.filter(patient_id__in=patient_ids)
    asked = rows.filter(Q(detail=Detail.BARE) | ~Q(phone="") | ~Q(email=""))
    return set(asked.values_list("patient_id", flat=True))


def stopped(phone: str) -> bool:
    """Whether the owner of a telephone asked for no more texts. One query."""
    digits = as_named(Channel.SMS, phone)
    return bool(digits) and models.Stopped.objects.filter(digits=digits).exists()


def _own(row: models.OwnText) -> Text:
    return Text(Purpose(row.purpose), row.language, Detail(row.detail), row.subject, row.body, own=True)


@cache
def _shipped() -> list[Text]:
    return shipped(tomllib.loads((DATA / "texts.toml").read_text(encoding="utf-8")))
