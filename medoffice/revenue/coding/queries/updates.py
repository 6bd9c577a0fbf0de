"""What an update of ICD-10-CM changed, and what of it the office uses."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from medoffice.clinic.charting.api import note_templates, problems_coded
from medoffice.clinic.charting.types import Version
from medoffice.clinic.prescriptions.api import favourites
from medoffice.front_office.outreach.api import recall_rules
from medoffice.front_office.outreach.types.recalls import Basis
from medoffice.revenue.coding import models
from medoffice.revenue.coding.rules.updating import begun_by, named_in, related
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import changed_on, icd10_replacements
from medoffice.standards.terminology.types import Code

DAYS = 400  # back from the update: what was coded in them is used here
MOST_REPLACEMENTS = 8


@dataclass(frozen=True, slots=True)
class Ended:
    """A code that ended: how often the office gave it, and what stands for it now."""

    code: Code
    times: int
    instead: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """What an update changed. ``ended`` are the codes that are used here, the others are a number; ``named`` says by
    what else of the office: the kind, its name, the codes.
    """

    day: date
    ended: tuple[Ended, ...]
    ended_count: int
    new: tuple[Code, ...]
    new_count: int
    problems: tuple[Version, ...]
    named: tuple[tuple[str, str, tuple[str, ...]], ...]


def update_of(actor: Actor, day: date) -> Update:
    """What changed on a day. Ten queries, and those of the labels."""
    changes = changed_on(day)
    gone = {one.code for one in changes.ended}
    rows = models.Diagnosis.objects.filter(
        coding__date__gte=day - timedelta(days=DAYS), coding__finished_at__isnull=False
    )
    used = dict(rows.values_list("code").annotate(Count("id")))
    problems = problems_coded(actor, gone) if gone else []
    named = _named(gone)
    here = (
        (gone & used.keys()) | {one.told.code for one in problems} | {code for _, _, codes in named for code in codes}
    )
    return Update(
        day=day,
        ended=tuple(
            Ended(one, used.get(one.code, 0), tuple(icd10_replacements(one.code, day, MOST_REPLACEMENTS)))
            for one in changes.ended
            if one.code in here
        ),
        ended_count=len(changes.ended),
        new=tuple(one for one in changes.new if related(one.code, used)),
        new_count=len(changes.new),
        problems=tuple(problems),
        named=tuple(named),
    )


def _named(gone: Collection[str]) -> list[tuple[str, str, tuple[str, ...]]]:
    """The favourites, templates and recalls that name a code that ended."""
    kept = [(one.name, one.says.diagnosis) for one in favourites()]
    found = [("favourite", name, [code]) for name, code in kept if code in gone]
    texts = [(one.title, "\n".join(each.start for each in one.sections)) for one in note_templates() if not one.retired]
    found += [("note template", title, named_in(text, gone)) for title, text in texts]
    rules = [one for one in recall_rules() if one.basis is Basis.DIAGNOSIS and one.valid_to is None]
    found += [("recall", one.name, begun_by(one.codes, gone)) for one in rules]
    return [(kind, name, tuple(codes)) for kind, name, codes in found if codes]
