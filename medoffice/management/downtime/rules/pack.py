"""What stands on a downtime pack, in order, and what the printer cannot draw."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from medoffice.kernel.findings import Finding
from medoffice.kernel.typeface import undrawable
from medoffice.management.downtime.types import Section, Visit

NONE_KNOWN = "none is recorded: ask the patient"
HELD_BACK = "held back: this record is not on paper. Ask whoever is in charge of privacy."


def content(visits: Sequence[Visit], office: str, made: str) -> tuple[dict[str, Any], list[Finding]]:
    """What is printed: day by day, provider by provider, by time; and a finding for each text that cannot be drawn.

    A text whose letters the typeface lacks is replaced by the MRN, which finds the paper chart.
    """
    findings = [found for visit in visits for found in _undrawn(visit)]
    printed = [_printed(visit) for visit in sorted(visits, key=lambda one: (one.on, one.provider, one.time, one.mrn))]
    days = [
        {
            "date": f"{on:%A, %m/%d/%Y}",
            "providers": [
                {"name": name, "visits": [_line(visit) for visit in of_provider]}
                for name, of_provider in groupby(of_day, key=lambda one: one.provider)
            ],
        }
        for on, of_day in groupby(printed, key=lambda one: one.on)
    ]
    return {"office": office, "made": made, "days": days}, findings


def _line(visit: Visit) -> dict[str, Any]:
    if not visit.name:
        return {"time": visit.time, "site": visit.site, "held": HELD_BACK}
    return {
        "time": visit.time,
        "site": visit.site,
        "held": "",
        **{name: getattr(visit, name) for name in ("name", "born", "mrn", "phone", "alert")},
        "about": visit.about or "held back",
        "sections": [[section.title, _said(section)] for section in visit.sections],
    }


def _said(section: Section) -> str:
    return "; ".join(section.lines) or NONE_KNOWN


def _texts(visit: Visit) -> list[tuple[str, str]]:
    texts = [("name", visit.name), ("phone", visit.phone), ("alert", visit.alert), ("reason", visit.about)]
    return texts + [(section.title.lower(), line) for section in visit.sections for line in section.lines]


def _undrawn(visit: Visit) -> list[Finding]:
    return [
        replace(found, where=f"{visit.mrn}, {where}")
        for where, text in _texts(visit)
        for found in undrawable("pack", where, text)
    ]


def _printed(visit: Visit) -> Visit:
    """The visit with every text that cannot be drawn replaced."""

    def shown(text: str) -> str:
        return f"(not printable; MRN {visit.mrn})" if undrawable("pack", "", text) else text

    return replace(
        visit,
        name=shown(visit.name),
        phone=shown(visit.phone),
        alert=shown(visit.alert),
        about=shown(visit.about),
        sections=tuple(
            replace(section, lines=None if section.lines is None else tuple(shown(line) for line in section.lines))
            for section in visit.sections
        ),
    )
