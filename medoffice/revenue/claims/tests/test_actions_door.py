"""The way to the clearinghouse: shut, half open, asked twice. Nothing is lost or doubled, and a person is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import capture_charges
from medoffice.revenue.claims.api import (
    claim_counts,
    fetch_files,
    files_waiting,
    prepare_claims,
    receive_file,
    remittances,
    send_claims,
    transmit_files,
)
from medoffice.revenue.claims.models import InboundFile, OutboundFile
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import CHEN, Place, advice, interchange, make_place, open_work
from medoffice.revenue.claims.types import ClaimState, FileState, WireFile
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.revenue.ledger.api import balance
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import audit_lines
from medoffice.security.types import PROGRAM

PAID = claim("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))


class Door:
    """A clearinghouse that can be shut after so many files."""

    key = "test"

    def __init__(self) -> None:
        self.opens_for = 99
        self.got: dict[str, bytes] = {}
        self.files: list[WireFile] = []
        self.taken: list[str] = []
        self.stored_before_taken: list[bool] = []

    def send(self, name: str, data: bytes) -> None:
        if self.opens_for <= 0:
            raise Refusal("door-shut", "The line is down.")
        self.opens_for -= 1
        assert self.got.get(name, data) == data
        self.got[name] = data

    def waiting(self) -> list[WireFile]:
        if self.opens_for <= 0:
            raise Refusal("door-shut", "The line is down.")
        return [file for file in self.files if file.name not in self.taken]

    def fetched(self, name: str) -> None:
        self.stored_before_taken.append(InboundFile.objects.filter(name=name).exists())
        self.taken.append(name)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    """The only way out."""
    made = Door()
    for action in ("transmit_files", "fetch_files"):
        monkeypatch.setattr(f"medoffice.revenue.claims.actions.{action}.clearinghouse", lambda: made)
    return made


@pytest.fixture
def place() -> Place:
    """Two claims in two files."""
    made = make_place()
    made.visit("visit")
    made.visit("visit")
    return made


def kinds() -> list[str]:
    """The kinds of work that wait."""
    return sorted(item.kind for item in open_work())


@pytest.mark.django_db
def test_a_shut_door_keeps_what_went_and_what_waits_and_tells_once(place: Place, door: Door) -> None:
    door.opens_for = 1
    for _ in range(2):
        with pytest.raises(Refusal, match="line is down"):
            transmit_files(actor=PROGRAM)
        assert (files_waiting(), len(door.got), kinds()) == (1, 1, ["door-shut"])
    assert place.claim("B").state is ClaimState.SENT
    door.opens_for = 9
    assert transmit_files(actor=PROGRAM) == 1
    assert (files_waiting(), len(door.got), kinds()) == (0, 2, [])
    assert transmit_files(actor=PROGRAM) == 0


@pytest.mark.django_db
def test_files_are_stored_before_they_are_taken_and_come_again_until_then(place: Place, door: Door) -> None:
    data = interchange(advice(PAID.format(**place.names()), trace="T1", amount="120"))
    door.files = [WireFile("bad.x12", b"???"), WireFile("good.x12", data)]
    door.opens_for = 0
    with pytest.raises(Refusal):
        fetch_files(actor=PROGRAM)
    assert door.taken == []
    door.opens_for = 9
    assert len(fetch_files(actor=PROGRAM)) == 2
    assert (door.taken, door.stored_before_taken) == (["bad.x12", "good.x12"], [True, True])
    assert fetch_files(actor=PROGRAM) == []
    door.taken.clear()
    fetch_files(actor=PROGRAM)
    assert balance(Account.EFT_CLEARING).cents == 12_000
    assert kinds() == ["file-quarantined"]


@pytest.mark.usefixtures("fresh_world")
def test_the_same_payment_from_two_sides_at_once_posts_once(
    fresh_world: str, django_db_blocker: DjangoDbBlocker
) -> None:
    place = make_place()
    place.visit("visit")
    data = interchange(advice(PAID.format(**place.names()), trace="T1", amount="120"))
    for first, second in ((data, data), (data.replace(b"~", b"~\n"), data.replace(b"~", b"~\r\n"))):
        start = Barrier(2, timeout=20)

        def receive(content: bytes, start: Barrier = start) -> UUID:
            with current.use(fresh_world):
                try:
                    start.wait()
                    return receive_file(actor=PROGRAM, name="r.x12", data=content)
                finally:
                    connections.close_all()

        with django_db_blocker.unblock(), ThreadPoolExecutor(2) as pool:
            tasks = [pool.submit(receive, first), pool.submit(receive, second)]
            assert len({task.result(timeout=60) for task in tasks}) == 2
        assert balance(Account.EFT_CLEARING).cents == 12_000
        assert place.claim("A").state is ClaimState.PAID
    assert sorted(row.state for row in remittances()) == [FileState.DONE, FileState.DUPLICATE, FileState.DUPLICATE]


@pytest.mark.usefixtures("fresh_world")
def test_two_people_who_send_at_once_send_each_claim_once(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> None:
    place = make_place()
    for _ in range(3):
        encounter_id = make_coded(place.office, place.patient_id)
        capture_charges(actor=PROGRAM, encounter_id=encounter_id)
        prepare_claims(actor=PROGRAM, encounter_id=encounter_id)
    start = Barrier(2, timeout=20)

    def send() -> int:
        with current.use(fresh_world):
            try:
                start.wait()
                return len(send_claims(actor=PROGRAM))
            finally:
                connections.close_all()

    with django_db_blocker.unblock(), ThreadPoolExecutor(2) as pool:
        assert sum(task.result(timeout=60) for task in [pool.submit(send), pool.submit(send)]) == 1
    assert claim_counts() == {ClaimState.SENT: 3}


@pytest.mark.django_db
def test_what_is_told_to_a_payer_stands_in_the_patients_trail(place: Place, door: Door) -> None:
    other = make_patient("Quist", "Per")
    with clock.frozen(clock.now()):
        assert transmit_files(actor=CHEN) == len(door.got) == 2
    told = [
        (line.who, line.object_kind, line.object_id, line.at)
        for line in audit_lines(subject=place.patient_id)
        if (line.word, line.outcome, line.who) == ("claims.work", "done", CHEN.name)
    ]
    sent = OutboundFile.objects.filter(payer_id=place.claim("A").payer_id)
    assert sorted(told) == sorted((CHEN.name, "outbound_file", file.id, file.sent_at) for file in sent)
    assert not [line for line in audit_lines(subject=other) if line.word == "claims.work"]
