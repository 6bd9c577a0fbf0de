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
    """From a day on. Raises Invalid per field: an interval without a source is none, nor is a code nobody ever had."""
    kept, wrong = _kept(basis, codes)
    if (basis is Basis.AGE and from_age is None) or not 0 <= (from_age or 0) <= (
        OLDEST if to_age is None else to_age
    ) <= OLDEST:
        wrong["from_age"] = [f"From 0, to at most {OLDEST} years."]
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
        codes=kept,
        months=months,
        visit_type_id=visit_type(kind).key,
        from_age=from_age,
        to_age=to_age,
        source=source.strip()[:120],
        valid_from=valid_from,
    )
    record("outreach_recall_rule", row.id)
    return row.id


def _kept(basis: Basis, codes: tuple[str, ...]) -> tuple[list[str], dict[str, list[str]]]:
    """The codes as they are kept, each once, and what is wrong with what was typed."""
    if basis is Basis.AGE:
        return [], {}
    if basis is Basis.VISIT:
        known = {one.key: one.key for one in visit_types()}
        if not codes or set(codes) - known.keys():
            return [], {"codes": ["Name kinds of visits by their keys: " + ", ".join(known) + "."]}
    elif basis.value not in recall_sources:
        return [], {"basis": ["Nobody here keeps these."]}
    else:
        known = {typed: one.code for typed, one in recall_sources[basis.value].named(codes).items()}
    unknown = [one for one in codes if one not in known]
    if not codes or unknown:
        words = f"There is no {basis.value} {', '.join(unknown)}." if unknown else "Name at least one."
        return [], {"codes": [words]}
    return list(dict.fromkeys(known[one] for one in codes)), {}
