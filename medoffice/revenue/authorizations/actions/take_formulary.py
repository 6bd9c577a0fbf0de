"""Take a payer's list of medicines in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import payers
from medoffice.practice.types import Payer
from medoffice.revenue.authorizations.models import Formulary, FormularyLine
from medoffice.revenue.authorizations.rules.matching import words_in
from medoffice.revenue.authorizations.rules.sealing import rows_hash
from medoffice.revenue.authorizations.types import FormularyRow, FormularySaid
from medoffice.revenue.code_lists.api import words_listed
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.code_lists.types import ListKind


@action("formulary.take")
def take_formulary(*, actor: Actor, said: Sequence[FormularySaid], source: str) -> int:
    """Every list of a file, whole or not at all; returns how many lines are new.

    The list that stands for its payer, plan and day already changes nothing; another one of that day takes its place
    and nothing is lost. One list under two spellings of its payer or plan is one. A line without a name has that of its
    RxNorm number, where the office loaded RxNorm; those that stay without one are counted. Raises Invalid without a
    source, Refusal for a payer that the office does not know.
    """
    if not source.strip():
        raise Invalid("source-missing", "Say where the file is from.", "")
    known = payers()
    chosen = _merged((_payer(known, one.payer), one) for one in said)
    count = sum(_take(actor, payer, one, source.strip()) for payer, one in chosen)
    record("formulary", None, lists=len(chosen), new=count)
    return count


def _payer(known: Sequence[Payer], said: str) -> Payer:
    found = [one for one in known if said.lower() in (one.number.lower(), one.key.lower())]
    if len(found) != 1:
        words = f"No payer of this office has the number or key {said}."
        raise Refusal("payer-unknown", words, "Add the payer in the settings, or write its number into the file.")
    return found[0]


def _merged(chosen: Iterable[tuple[Payer, FormularySaid]]) -> list[tuple[Payer, FormularySaid]]:
    """One list of each payer, plan and day, however they are spelled."""
    found: dict[tuple[UUID, str, date], tuple[Payer, FormularySaid]] = {}
    for payer, said in chosen:
        key = (payer.id, said.plan.strip().lower(), said.starts)
        _, before = found.get(key, (payer, None))
        found[key] = (payer, replace(before, rows=before.rows + said.rows) if before else said)
    return list(found.values())


def _take(actor: Actor, payer: Payer, said: FormularySaid, source: str) -> int:
    rows = _named(said)
    digest = rows_hash(rows)
    plan = said.plan.strip()
    last = Formulary.objects.filter(payer_id=payer.id, plan__iexact=plan, starts=said.starts).order_by("-id").first()
    if last is not None and last.digest == digest:
        return 0
    made = Formulary.objects.create(
        payer_id=payer.id, plan=plan, starts=said.starts, digest=digest, source=source[:200], lines=len(rows),
        nameless=sum(not one.name for one in rows), taken_at=clock.now(), taken_by=actor.name,
    )  # fmt: skip
    FormularyLine.objects.bulk_create((_line(made, place, one) for place, one in enumerate(rows)), batch_size=2000)
    return len(rows)


def _named(said: FormularySaid) -> tuple[FormularyRow, ...]:
    """The lines, those without a name with the one that RxNorm has."""
    wanted = {one.rxnorm for one in said.rows if one.rxnorm and not one.name}
    found = words_listed({ListKind.RXNORM: wanted}, said.starts) if wanted else {}
    names = {code: one.long or one.short for (_, code), one in found.items()}
    return tuple(one if one.name else replace(one, name=names.get(one.rxnorm, "")[:200]) for one in said.rows)


def _line(made: Formulary, place: int, one: FormularyRow) -> FormularyLine:
    return new_row(
        FormularyLine, formulary_id=made.id, place=place, name=one.name, first=next(iter(words_in(one.name)), "")[:60],
        rxnorm=one.rxnorm, ndc=one.ndc, tier=one.tier, authorization=one.authorization, step=one.step,
        limit=one.limit, alternatives=list(one.alternatives),
    )  # fmt: skip
