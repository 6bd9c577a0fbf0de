"""Reads of recalls: the rules, the board, one of them, who was not seen for long."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.offers import recall_sources
from medoffice.front_office.outreach.queries.set_up import DATA
from medoffice.front_office.outreach.rules.recalling import months_after
from medoffice.front_office.outreach.types.messages import Channel
from medoffice.front_office.outreach.types.recalls import Attempt, Basis, Recall, RecallRule, RecallState, Tried
from medoffice.front_office.scheduling.api import not_seen_since
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor


@cache
def examples() -> list[dict[str, Any]]:
    """Rules an office may start from. No query."""
    found: list[dict[str, Any]] = tomllib.loads((DATA / "recalls.toml").read_text(encoding="utf-8"))["examples"]
    return found


def recall_rules() -> list[RecallRule]:
    """Every rule, those that ended too, by name. One query."""
    return [_rule(row) for row in models.RecallRule.objects.order_by("name", "valid_from", "id")]


def what_they_say(rules: Iterable[RecallRule]) -> dict[str, str]:
    """The words of every code of these rules that is a diagnosis or a service. A query a basis at most."""
    codes: dict[Basis, list[str]] = defaultdict(list)
    for rule in rules:
        codes[rule.basis] += rule.codes
    sources = [(recall_sources.get(basis.value), tuple(named)) for basis, named in codes.items()]
    return {one.code: one.words for source, named in sources if source for one in source.named(named).values()}


def due_by_rule() -> dict[UUID, int]:
    """How many stand on the board by each rule. One query."""
    rows = _standing(RecallState.DUE).filter(rule__isnull=False).values_list("rule_id")
    return dict(rows.annotate(due=Count("id")))


def _standing(state: RecallState) -> QuerySet[models.Recall]:
    """Those in a state; what rests with a record that was merged into another is not called twice."""
    return models.Recall.objects.filter(state=state, patient__merged_into=None)


def board(actor: Actor, state: RecallState = RecallState.DUE, limit: int = 200) -> list[Recall]:
    """Who is due, longest first; or those that ended so, latest first. One query."""
    rows = permitted(actor, "outreach.recall", _standing(state), visit="visit_id")
    rows = rows.order_by("due_on", "id") if state is RecallState.DUE else rows.order_by("-last_at", "-id")
    return [to_recall(row) for row in rows[:limit]]


def recall(actor: Actor, recall_id: UUID) -> Recall:
    """Somebody who is due. Raises NotFound. Two queries."""
    row = models.Recall.objects.filter(id=recall_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.recall", row.patient_id, row.visit_id)
    return to_recall(row)


def attempts_of(recall_id: UUID) -> list[Attempt]:
    """The attempts, first to last. One query."""
    rows = models.RecallAttempt.objects.filter(recall_id=recall_id).order_by("id")
    return [Attempt(Channel(row.channel), Tried(row.outcome), row.words, row.by, row.at) for row in rows]


def away_for(actor: Actor, months: int, limit: int = 200) -> list[tuple[UUID, date]]:
    """Who was seen once and not for so many months, has no visit ahead and is not due already; longest last.

    Three queries.
    """
    before = months_after(today_here(), -months)
    due = models.Recall.objects.filter(state=RecallState.DUE).values_list("patient_id", flat=True)
    known = set(due)
    return [one for one in not_seen_since(actor, before, limit + len(known)) if one[0] not in known][:limit]


def to_recall(row: models.Recall) -> Recall:
    """A row as the noun."""
    return Recall(
        id=row.id,
        patient_id=row.patient_id,
        name=row.name,
        kind=row.visit_type_id,
        due_on=row.due_on,
        state=RecallState(row.state),
        attempts=row.attempts,
        last_channel=row.last_channel,
        last_at=row.last_at,
        appointment_id=row.appointment_id,
        visit_id=row.visit_id,
    )


def _rule(row: models.RecallRule) -> RecallRule:
    return RecallRule(
        id=row.id,
        name=row.name,
        basis=Basis(row.basis),
        codes=tuple(row.codes),
        months=row.months,
        kind=row.visit_type_id,
        from_age=row.from_age,
        to_age=row.to_age,
        source=row.source,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
