"""Payers of the demo office and medicines: their lists, and requests that are signed, sent, answered, or wait.

The lists are made up, as the payers are.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.prescriptions.api import prescriptions_of_visit
from medoffice.clinic.prescriptions.types.prescribing import Prescription
from medoffice.clinic.prescriptions.types.prescribing import State as Prescribed
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounters_on
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.revenue.authorizations.api import (
    authorization,
    beside,
    note_answer,
    prepare_authorization,
    send_authorization,
    shown_now,
    sign_packet,
    take_formulary,
    write_packet,
)
from medoffice.revenue.authorizations.types import Approved, Drug, FormularyRow, FormularySaid, State, Way
from medoffice.security.api import can, labels_of
from medoffice.security.types import PROGRAM

PLACE, SIGNER, ASSISTANT = "main", "okafor", "ruiz"
LISTED = ("HARB1", "SUNF1")  # payers whose lists are loaded; of the others the office has none
FIRST = date(2026, 1, 1)
ROWS = (
    FormularyRow("lisinopril 10 mg tablet", tier="1"),
    FormularyRow("metformin 500 mg tablet", tier="1", limit="60 in 30 days"),
    FormularyRow("amoxicillin 500 mg capsule", tier="1"),
    FormularyRow("atorvastatin 20 mg tablet", tier="3", authorization=True, alternatives=("simvastatin 20 mg tablet",)),
    FormularyRow("tramadol 50 mg tablet", tier="3", authorization=True, step=True, alternatives=("naproxen",)),
)
SOURCE = "made-up list of the demo office"
MOST, WHO = 2, "Dana Whitlow, utilization desk"


def lists_taken() -> None:
    """Two payers' lists of medicines are loaded; twice changes nothing."""
    said = [FormularySaid(payer, "", FIRST, ROWS) for payer in LISTED]
    take_formulary(actor=PROGRAM, said=said, source=SOURCE)


def payers_asked_of_day(scene: Scene, on: date) -> Script:
    """What a list wants asked first is asked, signed and sent; one payer wants more, and each allows it in the end."""
    yield at(on, 7, 40, scene.riverbend.office.zone)
    lists_taken()
    yield at(on, 17, 45, scene.riverbend.office.zone)
    made = _begin(scene, on)
    for one in made:
        _go(scene, one)
    yield at(on + timedelta(days=1), 14, 20, scene.riverbend.office.zone)
    for one in made[:1]:
        _more(scene, one)
    yield at(on + timedelta(days=2), 11, 30, scene.riverbend.office.zone)
    for one in made:
        _allow(scene, one, 180)


def payers_asked_of_weeks(scene: Scene, today: date) -> Script:
    """Of a day two weeks ago one was allowed for a while and one denied; of the last day one went and one waits."""
    zone = scene.riverbend.office.zone
    days = [day for back in range(10, 0, -1) if (day := today - timedelta(days=back)).weekday() < 5]
    yield at(days[0], 7, 40, zone)
    lists_taken()
    yield at(days[0], 17, 45, zone)
    made = _begin(scene, days[0])
    for one in made:
        _go(scene, one)
    yield at(days[2], 11, 30, zone)
    for one, answer in zip(made, (_allow_briefly, _deny), strict=False):
        answer(scene, one)
    yield at(days[-1], 17, 45, zone)
    for one in _begin(scene, days[-1])[:-1]:
        _go(scene, one)


def _begin(scene: Scene, on: date) -> list[UUID]:
    """Requests about what was prescribed that day and a list wants asked first, as the assistant writes them."""
    nurse = scene.riverbend.actors[ASSISTANT]
    made = []
    for given, policy in _wanted(scene, on)[:MOST]:
        one = prepare_authorization(actor=nurse, prescription_id=given.id, policy_id=policy)
        draft = replace(
            authorization(nurse, one).draft, answers=f"{given.says.indication}: what is listed first failed."
        )
        write_packet(actor=nurse, authorization_id=one, draft=draft, seen_version=authorization(nurse, one).version)
        made.append(one)
    return made


def _wanted(scene: Scene, on: date) -> list[tuple[Prescription, UUID]]:
    """What was prescribed that day and its patient's first policy wants asked, where nothing is confidential."""
    signer, nurse = scene.riverbend.actors[SIGNER], scene.riverbend.actors[ASSISTANT]
    found = []
    for visit in encounters_on(scene.riverbend.sites[PLACE], on):
        if labels_of(visit.patient_id) or not can(nurse, "authorizations.send", visit.patient_id, visit.id):
            continue
        for given in prescriptions_of_visit(signer, visit.id):
            if given.state in (Prescribed.PREPARED, Prescribed.SIGNED):
                asks = _asking(given)
                found += [(given, policy) for policy in asks[:1]]
    return found


def _asking(given: Prescription) -> Sequence[UUID]:
    drug = Drug(given.says.medicine, given.says.substances)
    told = beside(given.patient_id, drug, today_here())
    return [one.policy_id for one in told if any(line.authorization for line in one.lines)]


def _go(scene: Scene, made: UUID) -> None:
    """The provider signs it, the assistant tells it in the payer's portal."""
    signer, nurse = scene.riverbend.actors[SIGNER], scene.riverbend.actors[ASSISTANT]
    seen = authorization(signer, made).version
    sign_packet(actor=signer, authorization_id=made, seen_version=seen, shown=shown_now(signer, made))
    send_authorization(
        actor=nurse, authorization_id=made, way=Way.TOLD, told=WHO, seen_version=authorization(nurse, made).version
    )


def _more(scene: Scene, made: UUID) -> None:
    """The payer asks for more, which is written, signed and sent within the hour."""
    nurse = scene.riverbend.actors[ASSISTANT]
    one = authorization(nurse, made)
    note_answer(
        actor=nurse, authorization_id=made, to=State.MORE, words="For how long was the first one taken?",
        until=today_here() + timedelta(days=5), seen_version=one.version,
    )  # fmt: skip
    draft = replace(one.draft, answers=f"{one.draft.answers} It was taken for three months.")
    write_packet(actor=nurse, authorization_id=made, draft=draft, seen_version=authorization(nurse, made).version)
    _go(scene, made)


def _allow(scene: Scene, made: UUID, days: int) -> None:
    nurse = scene.riverbend.actors[ASSISTANT]
    one, today = authorization(nurse, made), today_here()
    approved = Approved(f"DEMO-{one.number}", today, today + timedelta(days=days), "as prescribed")
    note_answer(actor=nurse, authorization_id=made, to=State.APPROVED, approved=approved, seen_version=one.version)


def _allow_briefly(scene: Scene, made: UUID) -> None:
    _allow(scene, made, 28)


def _deny(scene: Scene, made: UUID) -> None:
    nurse = scene.riverbend.actors[ASSISTANT]
    note_answer(
        actor=nurse, authorization_id=made, to=State.DENIED, words="What the list names instead was not tried",
        seen_version=authorization(nurse, made).version,
    )  # fmt: skip
