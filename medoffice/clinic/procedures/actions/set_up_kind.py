"""Say what a kind of procedure needs, and let it be done by one's standing order."""

from medoffice.clinic.procedures.actions.keeping import refuse_found
from medoffice.clinic.procedures.models import ProcedureKind
from medoffice.clinic.procedures.queries import kind
from medoffice.clinic.procedures.rules.judging import UNVERIFIED, check_kind
from medoffice.clinic.procedures.types import SaidOfKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("procedures.set_up")
def set_up_kind(*, actor: Actor, said: SaidOfKind, seen_version: int = 0) -> None:
    """From now on a kind needs this; what was done stays as it was. Raises NotFound, Invalid by field, Conflict."""
    row = _locked(said.key)
    refuse_found("kind-odd", check_kind(said))
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then change it.")
    row.name, row.consent, row.time_out, row.second = said.name.strip()[:80], said.consent, said.time_out, said.second
    row.observe, row.medicine = said.observe, said.medicine
    row.source = "" if said.source.strip() == UNVERIFIED else said.source.strip()[:120]
    _save(actor, row)
    record("procedure_kind", row.id, key=row.key)


@action("procedures.stand")
def stand(*, actor: Actor, key: str, stands: bool) -> None:
    """Assistants may do it by the standing order of whoever says so; what it needs stays. Raises NotFound."""
    row = _locked(key)
    row.standing_by = actor.name if stands else ""
    _save(actor, row)
    record("procedure_kind", row.id, standing=stands)


def _locked(key: str) -> ProcedureKind:
    """The row of a kind, as it is proposed if nobody has said anything; two who are first make one. Raises NotFound."""
    said = kind(key).said
    told = {
        "name": said.name, "consent": said.consent, "time_out": said.time_out, "second": said.second, "version": 0,
        "observe": said.observe, "medicine": said.medicine, "source": said.source,
    }  # fmt: skip
    ProcedureKind.objects.get_or_create(key=key, defaults=told)
    return ProcedureKind.objects.select_for_update().get(key=key)


def _save(actor: Actor, row: ProcedureKind) -> None:
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
