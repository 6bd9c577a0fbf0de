"""Publish a version of what notes are begun from."""

from collections.abc import Sequence
from typing import Any

from medoffice.clinic.charting.actions.templating import next_template
from medoffice.clinic.charting.queries.templates import versions_of
from medoffice.clinic.charting.rules.sections import TITLE
from medoffice.clinic.charting.types import NoteSection
from medoffice.front_office.letters.api import problems_of
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST = 30  # sections of a template
LONGEST = 2_000  # letters a section begins with


@action("notes.set_up")
def publish_note_template(
    *,
    actor: Actor,
    key: str,
    title: str,
    sections: Sequence[NoteSection],
    kinds: Sequence[str] = (),
    classes: Sequence[str] = (),
    specialty: str = "",
) -> int:
    """Keep these sections as the next version, and return its number; notes keep the version they were begun from.

    The same again makes no new one; one that was retired is taken again from here on. Raises Invalid with everything
    that cannot stand so.
    """
    _refuse_wrong(title, sections)
    told: dict[str, Any] = {
        "title": title.strip(),
        "sections": tuple(sections),
        "kinds": tuple(kinds),
        "classes": tuple(classes),
        "specialty": specialty.strip(),
        "retired": False,
    }
    before = next(iter(versions_of(key)), None)
    if before and all(getattr(before, name) == value for name, value in told.items()):
        return before.version
    row = next_template(actor, key, before.version + 1 if before else 1, told)
    record("note template", row.id, template=key, version=row.version)
    return row.version


def _refuse_wrong(title: str, sections: Sequence[NoteSection]) -> None:
    titles = [one.title.casefold() for one in sections]
    said = [] if title.strip() else ["A template has a title."]
    said += [_wrong(one) for one in sections if _wrong(one)]
    said += [f"{one.title} stands twice." for at, one in enumerate(sections) if titles.index(titles[at]) < at]
    if len({one.code for one in sections}) < len(sections):
        said.append("Two sections have one code.")
    if not sections:
        said.append("A note has at least one section.")
    if len(sections) > MOST:
        said.append(f"A note has at most {MOST} sections.")
    if said:
        raise Invalid("template-unfit", "This template cannot be published.", " ".join(said))


def _wrong(one: NoteSection) -> str:
    """What is wrong with a section; blank: nothing."""
    if not one.title:
        return "Each section has a title."
    if len(one.title) > 60 or not TITLE.fullmatch(one.title):
        return f"{one.title[:60]}: a title is at most 60 letters, digits, spaces, commas, hyphens and slashes."
    if len(one.start) > LONGEST or "\n\n" in one.start:
        return f"{one.title} begins with at most {LONGEST:,} letters and no blank line."
    problems = problems_of(one.start) if one.start else []
    return f"{one.title}, {problems[0].where}: {problems[0].words}" if problems else ""
