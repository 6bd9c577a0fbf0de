"""Reads of the shipped stories (``data/*.toml``), once per process, and what is made of them."""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from medoffice.rehearsal.population.types import Office, Population
from medoffice.rehearsal.stories.rules.planning import plan
from medoffice.rehearsal.stories.types import DayPlan, OrderTemplate, PlannedVisit, Sequel, Story, VisitType

DATA = Path(__file__).resolve().parent / "data"
FILES = ("acute", "chronic", "care")
SECTIONS = ("reason", "history", "exam", "assessment", "plan")


@cache
def all_stories() -> tuple[Story, ...]:
    """Every story, in the order of the files."""
    found = (tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8")) for name in FILES)
    return tuple(_story(key, values) for stories in found for key, values in stories.items())


def story(key: str) -> Story:
    """One story; KeyError if there is none of this key."""
    return {one.key: one for one in all_stories()}[key]


def plan_day(
    seed: int,
    population: Population,
    office: Office,
    on: date,
    encounters: int = 40,
    history: Sequence[PlannedVisit] = (),
) -> DayPlan:
    """So many visits on a day, or as many as the providers' hours hold; due follow-ups of ``history`` first."""
    return plan(all_stories(), seed, population, office, on, encounters, history)


def plan_weeks(
    seed: int, population: Population, office: Office, until: date, weeks: int = 4, encounters: int = 9
) -> tuple[DayPlan, ...]:
    """The working days of the weeks before a day (without it), each knowing those before it."""
    history: list[PlannedVisit] = []
    days = []
    for back in range(weeks * 7, 0, -1):
        on = until - timedelta(days=back)
        if on.weekday() < 5:
            days.append(plan_day(seed, population, office, on, encounters, history))
            history += days[-1].visits
    return tuple(days)


def _story(key: str, values: dict[str, Any]) -> Story:
    return Story(
        key=key,
        visit_type=VisitType(values["type"]),
        sexes=values.get("sex", "FM"),
        ages=(values["ages"][0], values["ages"][1]),
        days=(values["min_days"], values["max_days"]) if "max_days" in values else None,
        chronic=values.get("chronic", ""),
        weight=values.get("weight", 1),
        chain_only=values.get("chain_only", False),
        urgent=values.get("urgent", values["type"] == "sick"),
        calls=tuple(values["calls"]),
        slots=tuple((name, tuple(options)) for name, options in values.get("slots", {}).items()),
        choose=tuple(tuple(tuple(option.items()) for option in axis) for axis in values.get("choose", ())),
        vitals=tuple((name, low, high) for name, (low, high) in _tenths(values.get("vitals", {})).items()),
        sections=tuple((name.capitalize(), values[name]) for name in SECTIONS),
        orders=tuple(OrderTemplate(**order) for order in values.get("orders", ())),
        sequels=tuple(
            Sequel(one["story"], (one["days"][0], one["days"][1]), one.get("chance", 85))
            for one in values.get("next", ())
        ),
    )


def _tenths(vitals: dict[str, list[float]]) -> dict[str, tuple[int, int]]:
    """Ranges as whole numbers; temperatures in tenths of a degree."""
    scale = {"temperature": 10}
    return {
        name: (round(low * scale.get(name, 1)), round(high * scale.get(name, 1)))
        for name, (low, high) in vitals.items()
    }
