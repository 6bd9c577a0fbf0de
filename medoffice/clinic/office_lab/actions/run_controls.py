"""Run controls with a kit."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from medoffice.clinic.office_lab.actions.keeping import locked_test, refuse_found
from medoffice.clinic.office_lab.models import QcRun
from medoffice.clinic.office_lab.queries.bench import controls, kit, runs_of_controls, runs_of_kits, to_test
from medoffice.clinic.office_lab.rules.judging import check_values, field_of, judge
from medoffice.clinic.office_lab.rules.locking import failed_before, why_not_kit
from medoffice.clinic.office_lab.types import Control, SaidOfTest
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("office_lab.control")
def run_controls(*, actor: Actor, kit_id: UUID, values: Mapping[str, str], did: str = "") -> bool:
    """What the controls in use gave with a kit, by level; whether all that were run passed.

    A run is never changed. After one that failed, ``did`` says what was done about it. Raises NotFound, Invalid by
    field, Refusal for a kit that is ended or expired.
    """
    one = kit(kit_id)
    test, today = to_test(locked_test(one.test_id)), today_here()
    against = why_not_kit(test, one, today)
    if against:
        raise Refusal(against[0].code, against[0].words, "Take another lot.")
    in_use = [each for each in controls([test.id]) if each.site_id == one.site_id]
    typed = {each: values[each.said.level].strip() for each in in_use if values.get(each.said.level, "").strip()}
    if not typed:
        raise Invalid("no-values", "Write what the controls gave.", "", {"fields": {"did": ["No control was run."]}})
    refuse_found("values-odd", [*check_values(test.said, typed), *_expired(test.said, typed, today)])
    if not did.strip() and any(failed_before(each.id, runs_of_kits([kit_id])) for each in typed):
        words = "The run before failed: say what was done about it."
        raise Invalid("did-missing", words, "", {"fields": {"did": [words]}})
    judged = judge(test.said, typed, runs_of_controls(each.id for each in typed))
    together, now = new_id(), clock.now()
    for each, found in judged.items():
        new_row(
            QcRun, run_id=together, kit_id=kit_id, control_id=each.id, value=found.value[:40], number=found.number,
            z=found.z, passed=found.passed, broken=list(found.broken), did=did.strip()[:200], on=today, at=now,
            by=actor.name, by_id=actor.id,
        ).save(force_insert=True)  # fmt: skip
    passed = all(found.passed for found in judged.values())
    record("office_qc_run", together, kit=str(kit_id), passed=passed)
    return passed


def _expired(said: SaidOfTest, typed: Mapping[Control, str], today: date) -> list[Finding]:
    return [
        Finding(
            "control-expired", field_of(said, one.said.level), f"This control expired on {one.said.expires:%m/%d/%Y}."
        )
        for one in typed
        if one.said.expires < today
    ]
