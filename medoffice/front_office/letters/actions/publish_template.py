"""Publish a version of a template."""

from medoffice.front_office.letters.models import Published
from medoffice.front_office.letters.queries.templates import LANGUAGES, problems_of, versions
from medoffice.front_office.letters.types.templates import Group
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.records.disclosures.api import purposes
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.set_up")
def publish_template(
    *,
    actor: Actor,
    key: str,
    language: str,
    title: str,
    group: Group,
    purpose: str,
    signed: bool,
    to: str,
    body: str,
) -> int:
    """Keep these words as the next version, and return its number; letters keep the version they were written from.

    The same again makes no new one. A new version of a translation waits for its approval. Raises Invalid with
    everything that cannot be filled, each with its line.
    """
    _refuse_wrong(language, title, purpose, to, body)
    _refuse_card(group, body, to, signed=signed)
    before = next(iter(versions(key, language)), None)
    told = {"title": title.strip(), "group": group, "body": body, "purpose": purpose, "signed": signed, "to": to}
    if before and all(getattr(before, name) == value for name, value in told.items()):
        return before.version
    version = before.version + 1 if before else 1
    row = Published.objects.create(
        key=key, language=language, version=version, made_by=actor.name, made_at=clock.now(), **told
    )
    record("letter_template", row.id, template=key, language=language, version=version)
    return version


def _refuse_card(group: Group, body: str, to: str, *, signed: bool) -> None:
    """Raise Invalid for what cannot be an open card."""
    if group is not Group.CARD:
        return
    wrong: dict[str, list[str]] = {}
    if found := problems_of(body, group):
        wrong["body"] = [f"{one.where}: {one.words}" for one in found]
    if to != "patient":
        wrong["to"] = ["A postcard goes to the patient."]
    if signed:
        wrong["signed"] = ["Nobody signs a postcard."]
    if wrong:
        raise Invalid("template-unfit", "This cannot go on an open card.", "", {"fields": wrong})


def _refuse_wrong(language: str, title: str, purpose: str, to: str, body: str) -> None:
    wrong: dict[str, list[str]] = {}
    if language not in LANGUAGES:
        wrong["language"] = ["Templates are in English or Spanish."]
    if not title.strip():
        wrong["title"] = ["This is needed."]
    if purpose not in purposes():
        wrong["purpose"] = ["Choose why it leaves the office."]
    if to not in ("patient", "other"):
        wrong["to"] = ["To the patient, or to somebody else?"]
    if not body.strip():
        wrong["body"] = ["This is needed."]
    elif found := problems_of(body):
        wrong["body"] = [f"{one.where}: {one.words}" for one in found]
    if wrong:
        raise Invalid("template-unfit", "This template cannot be published.", "", {"fields": wrong})
