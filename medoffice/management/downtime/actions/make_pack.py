"""Make a downtime pack now."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from medoffice.kernel import clock, private
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.ids import new_id
from medoffice.kernel.printing import locked, pdf
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.management.downtime.actions.set_up_packs import password_of
from medoffice.management.downtime.models import DowntimePack, DowntimeSettings
from medoffice.management.downtime.queries import folder, visits_to_come
from medoffice.management.downtime.rules.pack import content
from medoffice.practice.api import office_zone, practice, practice_is_set_up
from medoffice.security.api import action, record
from medoffice.security.types import PROGRAM, Actor

_TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "downtime" / "pack.typ"


@action("downtime.make")
def make_pack(*, actor: Actor) -> UUID:
    """Make the pack of today and tomorrow, encrypted, in the data folder and the second one; older ones go.

    Whoever presses the button, the pack tells what the program may put on paper. The name of the file says when it was
    made, nothing of patients. Raises Refusal before a password is chosen.
    """
    row = DowntimeSettings.objects.select_for_update().first()
    if row is None or not practice_is_set_up():
        raise Refusal("downtime-unset", "No password is chosen for downtime packs.", "Choose one first.")
    now, zone = clock.now(), office_zone()
    visits, known, held_back = visits_to_come(PROGRAM)
    made = f"{now.astimezone(zone):%m/%d/%Y %H:%M} ({zone.key})"
    printed, findings = content(visits, practice().name, made)
    pages = locked(pdf(_TEMPLATE, printed), password_of(row))
    name = f"downtime-{current.name()}-{now:%Y%m%d-%H%M%S}-{new_id().hex[-6:]}.pdf"
    private.write(folder() / name, pages)
    _drop_older(row.keep)
    pack = DowntimePack.objects.create(
        name=name,
        made_at=now,
        made_by=actor.name,
        patient_ids=sorted(known),
        held_back=held_back,
        size=len(pages),
        findings=[finding.as_json() for finding in [*findings, *_copied(name, row.keep)]],
    )
    record("downtime", pack.id, visits=len(visits), held_back=held_back)
    return pack.id


def _drop_older(keep: int) -> None:
    """Make room for one more; files without a row (of an act that was undone) go too."""
    kept = list(DowntimePack.objects.order_by("-made_at", "-id")[: keep - 1].values_list("id", "name", "made_at"))
    DowntimePack.objects.exclude(id__in=[one[0] for one in kept]).delete()
    _keep_latest(folder().glob("downtime-*.pdf"), keep)


def _copied(name: str, keep: int) -> list[Finding]:
    """Copy it to the second folder, if there is one; a finding if that fails: the stick may be out."""
    if not settings.DOWNTIME_FOLDER:
        return []
    second = Path(settings.DOWNTIME_FOLDER)
    try:
        partial = second / f".{name}"
        shutil.copyfile(folder() / name, partial)
        partial.replace(second / name)
        _keep_latest(second.glob(f"downtime-{current.name()}-*.pdf"), keep)
    except OSError as error:
        words = f"The pack could not be copied to the second folder: {error.strerror}."
        return [Finding("downtime-not-copied", "second folder", words, Severity.WARNING)]
    return []


def _keep_latest(files: Iterable[Path], keep: int) -> None:
    for old in sorted(files, key=lambda path: path.name)[:-keep]:
        old.unlink(missing_ok=True)
