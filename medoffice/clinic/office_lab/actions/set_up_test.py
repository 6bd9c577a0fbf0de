"""Say which tests the office does, and how."""

from uuid import UUID

from medoffice.clinic.office_lab.actions.keeping import refuse_found, save
from medoffice.clinic.office_lab.models import OfficeTest
from medoffice.clinic.office_lab.rules.judging import check_test
from medoffice.clinic.office_lab.types import SaidOfTest, Scale
from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("office_lab.set_up")
def set_up_test(*, actor: Actor, said: SaidOfTest, used: bool = True, seen_version: int = 0) -> UUID:
    """A test under the key of the service it is; the same key again changes it. Raises Invalid, Conflict, Refusal.

    Whether it answers with a word or a number stays as it was: what was found would not be comparable.
    """
    refuse_found("test-odd", check_test(said))
    row = OfficeTest.objects.select_for_update().filter(key=said.key).first() or OfficeTest(key=said.key, version=0)
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} set it up meanwhile.", "Read it again, then change it.")
    if row.version and row.scale != said.scale:
        raise Refusal("scale-stays", "A test keeps answering in its own way.", "Set up another test for the new kit.")
    row.name, row.scale, row.levels = said.name.strip()[:80], said.scale, [one.strip()[:30] for one in said.levels]
    row.every, row.loinc = said.every, said.loinc.strip()[:10]
    words = said.scale is Scale.QUALITATIVE
    row.answers = [one.strip()[:40] for one in said.answers] if words else []
    row.unusual = [one.strip()[:40] for one in said.unusual] if words else []
    row.unit = "" if words else said.unit.strip()[:20]
    row.low, row.high, row.least, row.most = (
        (None,) * 4 if words else (said.low, said.high, said.least, said.most)
    )  # fmt: skip
    row.rejects = [] if words else list(said.rejects)
    row.used = used
    save(actor, row)
    record("office_test", row.id, used=used)
    return row.id
