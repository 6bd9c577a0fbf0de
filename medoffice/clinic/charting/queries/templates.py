"""Reads of what notes are begun from: the templates that ship and those the office published."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

from medoffice.clinic.charting import models
from medoffice.clinic.charting.rules.beginning import template_for
from medoffice.clinic.charting.types import NoteSection, NoteTemplate
from medoffice.front_office.letters.api import preview
from medoffice.front_office.scheduling.api import planned
from medoffice.kernel.codec import from_json
from medoffice.kernel.reading import once
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import staff_member
from medoffice.records.encounters.types import Encounter
from medoffice.security.types import Actor

_DATA = Path(__file__).resolve().parents[1] / "data" / "note_templates.toml"
OURS = "medoffice"
_BETWEEN = "\n\x1e\n"  # two sections that are filled together


@cache
def shipped() -> dict[str, NoteTemplate]:
    """What ships, by its key: version one of each. No query."""
    told = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return {
        key: from_json({"key": key, "version": 1, "made_by": OURS, **one}, NoteTemplate) for key, one in told.items()
    }


@once
def note_templates() -> list[NoteTemplate]:
    """The version in use of every template, retired ones too, in the office's order. Two queries, once a page."""
    found = dict(shipped())
    for row in models.PublishedTemplate.objects.order_by("version"):
        found[row.key] = to_template(row)
    last = models.TemplateOrder.objects.order_by("-id").first()
    order = {key: at for at, key in enumerate(last.keys)} if last else {}
    return sorted(found.values(), key=lambda one: order.get(one.key, len(order)))


def template_of(key: str, version: int) -> NoteTemplate:
    """A version of a template. Raises NotFound. At most one query."""
    ours = shipped().get(key)
    if ours is not None and version == ours.version:
        return ours
    row = models.PublishedTemplate.objects.filter(key=key, version=version).first()
    if row is None:
        raise NotFound
    return to_template(row)


def template_in_use(key: str) -> NoteTemplate:
    """The version in use of a template. Raises NotFound. Two queries."""
    found = next((one for one in note_templates() if one.key == key), None)
    if found is None:
        raise NotFound
    return found


def versions_of(key: str) -> list[NoteTemplate]:
    """Every version of a template, the latest first. One query."""
    rows = models.PublishedTemplate.objects.filter(key=key).order_by("-version")
    return [*map(to_template, rows), *(one for one in shipped().values() if one.key == key)]


def template_of_visit(visit: Encounter) -> NoteTemplate | None:
    """From what the note of a visit is begun unless somebody chooses. At most four queries."""
    booked = planned([visit.cause.id]).get(visit.cause.id) if visit.cause.kind == "appointment" else None
    taxonomy = staff_member(visit.provider_id).taxonomy
    return template_for(note_templates(), booked[0] if booked else "", visit.kind.value, taxonomy)


def begun_for(actor: Actor, template: NoteTemplate, patient_id: UUID, encounter_id: UUID) -> tuple[NoteSection, ...]:
    """The sections of a template with what is known of a visit filled in; what is not known is seen.

    No query if no section names a field, else those of one ``preview``.
    """
    if not any("{" in one.start for one in template.sections):
        return template.sections
    body = _BETWEEN.join(one.start for one in template.sections)
    filled = preview(actor, body, patient_id, "en", encounter_id).text.split(_BETWEEN)
    return tuple(replace(one, start=start) for one, start in zip(template.sections, filled, strict=True))


def to_template(row: models.PublishedTemplate) -> NoteTemplate:
    """A row as the noun."""
    return NoteTemplate(
        key=row.key,
        version=row.version,
        title=row.title,
        sections=from_json(row.sections, tuple[NoteSection, ...]),
        kinds=tuple(row.kinds),
        classes=tuple(row.classes),
        specialty=row.specialty,
        retired=row.retired,
        made_by=row.made_by,
        made_at=row.made_at,
    )
