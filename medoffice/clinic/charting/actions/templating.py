"""The row of a version of a note template, written."""

from collections.abc import Mapping
from typing import Any

from medoffice.clinic.charting.models import PublishedTemplate
from medoffice.clinic.charting.types import NoteSection
from medoffice.kernel import clock
from medoffice.kernel.codec import to_json
from medoffice.security.types import Actor


def next_template(actor: Actor, key: str, version: int, told: Mapping[str, Any]) -> PublishedTemplate:
    """A further version of a template, which says this."""
    rows = {**told, "sections": to_json(told["sections"], tuple[NoteSection, ...])}
    return PublishedTemplate.objects.create(key=key, version=version, made_by=actor.name, made_at=clock.now(), **rows)
