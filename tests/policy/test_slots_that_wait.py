"""SC12: the slots whose rooms are not built yet are kept; what fills one shows from the booking to the check-out."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from medoffice.front_office.check_in.api import check_in, room_patient, send_to_check_out
from medoffice.front_office.scheduling.api import appointments_of, register_prerequisite
from medoffice.front_office.scheduling.offers import SLOTS, prerequisites
from medoffice.front_office.scheduling.tests.makers import NOW, keep_prerequisites, local, make_bookable_office
from medoffice.front_office.scheduling.types import Appointment, Chip
from medoffice.kernel import clock
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
WAIT = {
    "authorisation": Chip("warn", "authorisation asked for"),
    "estimate": Chip("ok", "estimate given"),
}


def test_sc12_what_fills_a_waiting_slot_shows_from_the_booking_to_the_check_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep_prerequisites(monkeypatch)
    for slot, chip in WAIT.items():

        def fill(_actor: Actor, visits: Sequence[Appointment], chip: Chip = chip) -> dict[UUID, Chip]:
            return {one.id: chip for one in visits}

        register_prerequisite(slot, fill)
    with clock.frozen(NOW):
        office, who, desk = make_bookable_office(), make_patient(), signed_in("lind")
        form = {"provider": str(office.provider_id), "site": str(office.site_id), "starts": local(24, 9).isoformat()}
        desk.post(f"/scheduling/book/{who}/", {**form, "visit_type": "sick", "reason": "cough"})
        (visit,) = appointments_of(PROGRAM, who)
        at = (f"/scheduling/appointment/{visit.id}/", f"/front/check-in/{visit.id}/")
        pages = [*at, "/scheduling/list/", "/scheduling/sheets/"]
        shown = {page: desk.get(page).content.decode() for page in pages}
        came = check_in(actor=PROGRAM, appointment_id=visit.id, identity_checked="name, birth date")
        room_patient(actor=PROGRAM, encounter_id=came, room="Room 1")
        send_to_check_out(actor=PROGRAM, encounter_id=came)
        shown["check-out"] = desk.get(f"/front/check-out/{came}/").content.decode()
    for page, text in shown.items():
        for chip in WAIT.values():
            assert f'<span class="chip {chip.tone}">{chip.words}</span>' in text, (page, chip.words)


def test_sc12_the_slots_that_nobody_fills_are_those_that_wait_for_their_rooms() -> None:
    """The copay stands on the check-in panel itself; as a chip nobody fills it."""
    assert set(SLOTS) - set(prerequisites) == {*WAIT, "copay"}
