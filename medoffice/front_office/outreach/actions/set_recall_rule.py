"""Say who is to be seen again, and when."""

from datetime import date
from uuid import UUID

from medoffice.front_office.outreach.models import RecallRule
from medoffice.front_office.outreach.offers import recall_sources
from medoffice.front_office.outreach.types.recalls import Basis
from medoffice.front_office.scheduling.api import visit_type, visit_types
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_MONTHS, OLDEST = 120, 125
_OWN = (Basis.VISIT, Basis.AGE)


@action("outreach.set_up")
def set_recall_rule(
    *,
    actor: Actor,
    name: str,
    basis: Basis,
    codes: tuple[str, ...],
    months: int,
    kind: str,
    source: str,
    valid_from: date,
    from_age: int | None = None,
    to_age: int | None = None,
) -> UUID:
    """From a day on. Raises Invalid per field: an interval without a source is none."""
    wrong = _wrong(basis, codes, from_age, to_age)
    if not name.strip():
        wrong["name"] = ["This is needed."]
    if not 0 < months <= MOST_MONTHS:
        wrong["months"] = [f"1 to {MOST_MONTHS} months."]
    if not source.strip():
        wrong["source"] = ["Say where the interval comes from."]
    if wrong:
        raise Invalid("odd-recall-rule", "Some fields need another look.", "Correct them.", {"fields": wrong})
    row = RecallRule.objects.create(
        name=name.strip()[:60],
        basis=basis,
        codes=list(dict.fromkeys(codes)),
        months=months,
        visit_type_id=visit_type(kind).key,
        from_age=from_age,
        to_age=to_age,
        source=source.strip()[:120],
        valid_from=valid_from,
    )
    record("outreach_recall_rule", row.id)
    return row.id


def _wrong(basis: Basis, codes: tuple[str, ...], from_age: int | None, to_age: int | None) -> dict[str, list[str]]:
    wrong = {}
    if basis not in _OWN and basis.value not in recall_sources:
        wrong["basis"] = ["Nobody here keeps these."]
    if basis is Basis.AGE and (from_age is None or not 0 <= from_age <= (to_age or OLDEST) <= OLDEST):
        wrong["from_age"] = [f"From 0, to at most {OLDEST} years."]
    if basis is Basis.VISIT and (not codes or set(codes) - {one.key for one in visit_types()}):
        wrong["codes"] = ["Name kinds of visits by their keys: " + ", ".join(one.key for one in visit_types()) + "."]
    if basis not in _OWN and not codes:
        wrong["codes"] = ["Name at least one."]
    return wrong
