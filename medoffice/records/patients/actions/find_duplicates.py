"""Compare the whole register, and keep whom a person must look at."""

from medoffice.kernel import clock
from medoffice.records.patients.actions.asking import tell_of_pairs
from medoffice.records.patients.models import MaybeSame
from medoffice.records.patients.queries.asked import told_apart
from medoffice.records.patients.queries.duplicates import whole_register
from medoffice.records.patients.queries.likelihoods import likelihoods
from medoffice.records.patients.rules.duplicates import find_pairs
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("patients.tell_apart")
def find_duplicates(*, actor: Actor) -> int:
    """Ask about every likely pair, but for those told apart; what is likely no longer goes. Returns how many wait."""
    apart, now = told_apart(), clock.now()
    rows = []
    for pair in find_pairs(whole_register(), likelihoods()):
        low, high = sorted((pair.one, pair.other))
        if (low, high) not in apart:
            rows.append(MaybeSame(one=low, other=high, likely=pair.likely, reasons=list(pair.reasons), found_at=now))
    likely = {(row.one, row.other) for row in rows}
    asked = MaybeSame.objects.filter(different=False).values_list("id", "one", "other")
    MaybeSame.objects.filter(id__in=[id_ for id_, one, other in asked if (one, other) not in likely]).delete()
    MaybeSame.objects.bulk_create(
        rows,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["likely", "reasons"],
    )
    return tell_of_pairs(actor)
