"""Reads of templates: those that ship and those the office published, and what stands at the top of a letter."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from medoffice.front_office.letters import models
from medoffice.front_office.letters.offers import merge_fields
from medoffice.front_office.letters.rules.cards import against_card
from medoffice.front_office.letters.rules.filling import check
from medoffice.front_office.letters.rules.parsing import parse, slots_in
from medoffice.front_office.letters.rules.shipped import fields_in, shipped
from medoffice.front_office.letters.types.templates import Group, Head, MergeField, Template
from medoffice.kernel.findings import Finding
from medoffice.kernel.folding import fold
from medoffice.kernel.refusals import NotFound

_DATA = Path(__file__).resolve().parents[1] / "data"
LANGUAGES = ("en", "es")


def read_data(name: str) -> dict[str, Any]:
    """A data file of the room."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def shipped_templates() -> tuple[Template, ...]:
    """What ships, in every language. No query."""
    return tuple(shipped({language: read_data(language) for language in LANGUAGES}))


@cache
def own_fields() -> tuple[MergeField, ...]:
    """The fields letters know themselves, and those that are typed. No query."""
    return tuple(fields_in(read_data("fields")))


@cache
def never_on_cards() -> frozenset[str]:
    """Words that no open card says, of every language. No query."""
    return frozenset(fold(word) for words in read_data("cards")["never"].values() for word in words)


def templates() -> list[Template]:
    """The version in use of every template in every language, by what it is for and its title. Two queries."""
    approved = {(row.key, row.language, row.version): row.by for row in models.Approval.objects.all()}
    found = {(one.key, one.language): one for one in shipped_templates()}
    for row in models.Published.objects.order_by("version"):
        found[row.key, row.language] = to_template(row)
    order = list(Group)
    known = [_approved(one, approved.get((one.key, one.language, one.version), "")) for one in found.values()]
    return sorted(known, key=lambda one: (order.index(one.group), one.title, one.language))


def template(key: str, language: str) -> Template:
    """The version in use of a template, in English where there is none in this language. Raises NotFound. As above."""
    found = {one.language: one for one in templates() if one.key == key}
    chosen = found.get(language) or found.get("en") or next(iter(found.values()), None)
    if chosen is None:
        raise NotFound
    return chosen


def versions(key: str, language: str) -> list[Template]:
    """Every version of a template in a language, the latest first. One query."""
    rows = models.Published.objects.filter(key=key, language=language).order_by("-version")
    ours = [one for one in shipped_templates() if (one.key, one.language) == (key, language)]
    return [*map(to_template, rows), *ours]


def problems_of(body: str, group: Group | None = None) -> list[Finding]:
    """What is wrong with a text somebody wrote, each with its line; more where it is for a postcard. No query."""
    parsed = parse(body)
    on_card = against_card(parsed, body, never_on_cards()) if group is Group.CARD else []
    return [*check(parsed, merge_fields()), *on_card]


def waits_for(one: Template) -> list[str]:
    """The rooms that will know fields which somebody types until then. No query."""
    known = merge_fields()
    named = (known.get(name) for name in slots_in(parse(one.body).parts))
    return sorted({field.waits for field in named if field and field.waits})


def asked_fields(body: str) -> list[MergeField]:
    """The fields of a text that whoever writes the letter types, in the order of the text. No query."""
    known = merge_fields()
    return [known[name] for name in slots_in(parse(body).parts) if name in known and known[name].asked]


def letterheads() -> dict[UUID, Head]:
    """What stands at the top of each site's letters. One query."""
    return {row.site_id: Head(row.fax, row.line) for row in models.Letterhead.objects.all()}


def to_template(row: models.Published) -> Template:
    """A row as the noun, not yet approved."""
    return Template(
        key=row.key,
        language=row.language,
        version=row.version,
        title=row.title,
        group=Group(row.group),
        body=row.body,
        purpose=row.purpose,
        signed=row.signed,
        to=row.to,
        made_by=row.made_by,
        made_at=row.made_at,
    )


def _approved(one: Template, by: str) -> Template:
    return replace(one, approved_by=by) if by else one
