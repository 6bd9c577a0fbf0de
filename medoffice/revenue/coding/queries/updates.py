"""What an update of ICD-10-CM changed, and what of it the office uses."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from medoffice.front_office.outreach.api import recall_rules
from medoffice.front_office.outreach.types.recalls import Basis
from medoffice.revenue.coding import models
from medoffice.revenue.coding.queries.touched import touched
from medoffice.revenue.coding.rules.updating import begun_by, related
from medoffice.revenue.coding.types import Touched
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
    """What an update changed. ``ended`` are the codes that are used here, the others are a number; ``touched`` names
    them and can be mended, ``recalls`` (name, codes) go on by themselves.
    """

    day: date
    ended: tuple[Ended, ...]
    ended_count: int
    new: tuple[Code, ...]
    new_count: int
    touched: tuple[Touched, ...]
    recalls: tuple[tuple[str, tuple[str, ...]], ...]


def update_of(actor: Actor, day: date) -> Update:
    """What changed on a day. Eleven queries, and those of the labels."""
    changes = changed_on(day)
    gone = {one.code for one in changes.ended}
    rows = models.Diagnosis.objects.filter(
        coding__date__gte=day - timedelta(days=DAYS), coding__finished_at__isnull=False
    )
    used = dict(rows.values_list("code").annotate(Count("id")))
    named = touched(actor, gone)
    recalls = _goes_on(gone)
    here = (gone & used.keys()) | {one.code for one in named} | {code for _, codes in recalls for code in codes}
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
        touched=tuple(named),
        recalls=tuple(recalls),
    )


def _goes_on(gone: Collection[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The recalls whose codes ended; who had such a code is still found, and who has what stands for it."""
    rules = [one for one in recall_rules() if one.basis is Basis.DIAGNOSIS and one.valid_to is None]
    found = [(one.name, tuple(begun_by(one.codes, gone))) for one in rules]
    return [(name, codes) for name, codes in found if codes]
