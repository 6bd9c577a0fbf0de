"""Laboratory orders: entered by who may, signed, sent once, answered, missed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note as the_note
from medoffice.clinic.charting.api import note_of, sign_note, start_note
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.actions import send_requisitions
from medoffice.clinic.orders.actions.cancel_requisition import cancel_requisition, send_again, send_on_paper
from medoffice.clinic.orders.actions.collect_specimens import collect_specimens
from medoffice.clinic.orders.api import (
    keep_laboratory,
    note_resulted,
    open_requisitions,
    order_by_protocol,
    order_tests,
    orders_of,
    requisition,
    save_order_set,
    sign_requisition,
)
from medoffice.clinic.orders.jobs import send, tell
from medoffice.clinic.orders.queries.paper import labels, requisition_paper
from medoffice.clinic.orders.registry import waiting_for
from medoffice.clinic.orders.tests.makers import WHY, make_laboratory, make_requisition
from medoffice.clinic.orders.types import Asked, Laboratory, OrderState, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.encounters.api import encounter
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor, Label, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


class Door:
    """A laboratory that takes orders; ``says`` is the code of its answers, blank for none."""

    key = "simulator"

    def __init__(self) -> None:
        self.says = "AA"
        self.taken: dict[str, list[bytes]] = {}

    def send(self, laboratory: Laboratory, data: bytes) -> bytes:  # noqa: ARG002 - there is one
        """Keep it, and answer."""
        number = data.decode().split("|")[9]
        self.taken.setdefault(number, []).append(data)
        if not self.says:
            raise Refusal("lab-dead", "The laboratory does not answer.", "It is tried again.")
        return f"MSH|^~\\&|LIS|X|||2026||ACK|1|P|2.5.1\rMSA|{self.says}|{number}|The account is not known.\r".encode()


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    found = Door()
    monkeypatch.setattr(send_requisitions, "doors", {"simulator": found})
    return found


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office)


@pytest.fixture
def lab(office: Office) -> UUID:  # noqa: ARG001 - an office to ask it
    return make_laboratory()


@pytest.fixture
def moss(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return make_user("moss", "Ada Moss", Role.MEDICAL_ASSISTANT)


def test_a_providers_order_is_signed_with_it_and_goes(office: Office, visit: UUID, lab: UUID, door: Door) -> None:
    made = make_requisition(office.provider, visit, lab)
    assert (requisition(made).state, requisition(made).signed_by) == (RequisitionState.TO_SEND, "Amara Okafor")
    send()
    told = requisition(made)
    assert (told.state, told.due_at, told.tries) == (RequisitionState.ACCEPTED, NOW + timedelta(hours=48), 1)
    assert len(door.taken[told.number]) == 1
    assert [one.state for one in orders_of(visit)] == [OrderState.SENT, OrderState.SENT]
    assert [one.number for one in orders_of(visit)] == [f"{told.number}-1", f"{told.number}-2"]
    ((left,), _) = log(PROGRAM, Sought())
    assert (left.to_name, left.way) == ("Prairie Laboratory", "lab link")


def test_a_nurses_order_waits_for_the_signature(office: Office, visit: UUID, lab: UUID, door: Door) -> None:
    made = make_requisition(person("ruiz"), visit, lab)
    send()
    assert (requisition(made).state, door.taken) == (RequisitionState.TO_SIGN, {})
    assert work("requisition-sign") == [f"Laboratory order to sign: {requisition(made).number}"]
    sign_requisition(actor=office.provider, requisition_id=made, seen_version=requisition(made).version)
    send()
    assert (requisition(made).state, work("requisition-sign")) == (RequisitionState.ACCEPTED, [])
    with pytest.raises(Refusal):
        sign_requisition(actor=office.provider, requisition_id=made, seen_version=requisition(made).version)


def test_a_standing_order_goes_at_once_and_is_co_signed(office: Office, visit: UUID, lab: UUID, moss: Actor) -> None:
    key = save_order_set(actor=office.provider, name="Thyroid", laboratory_id=lab, codes=("TSH",), standing=True)
    made = order_by_protocol(actor=moss, encounter_id=visit, set_key=key, asked=Asked((), WHY))
    send()
    told = requisition(made)
    assert (told.state, told.standing, told.co_sign) == (RequisitionState.ACCEPTED, "Thyroid (Amara Okafor)", True)
    assert len(work("requisition-co-sign")) == 1
    sign_requisition(actor=office.provider, requisition_id=made, seen_version=told.version)
    assert (requisition(made).co_sign, work("requisition-co-sign")) == (False, [])
    for act in (
        partial(order_tests, actor=moss, encounter_id=visit, laboratory_id=lab, asked=Asked(("TSH",), WHY)),
        partial(make_requisition, person("lind"), visit, lab),
    ):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(Invalid):
        order_by_protocol(actor=moss, encounter_id=visit, set_key="another", asked=Asked((), WHY))


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Asked((), WHY), "codes"),
        (Asked(("NOPE",), WHY), "codes"),
        (Asked(("TSH",)), "diagnoses"),
        (Asked(("TSH",), ("ZZZ",)), "diagnoses"),
        (Asked(("UCX",), WHY), "answers"),
    ],
)
def test_what_is_missing_is_said_where_it_is(office: Office, visit: UUID, lab: UUID, asked: Asked, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        order_tests(actor=office.provider, encounter_id=visit, laboratory_id=lab, asked=asked)
    assert list(refusal.value.detail["fields"]) == [field]


def test_no_answer_is_tried_again_with_the_same_bytes(office: Office, visit: UUID, lab: UUID, door: Door) -> None:
    door.says = ""
    made = make_requisition(office.provider, visit, lab)
    for _ in range(9):
        with clock.frozen(requisition(made).try_at or NOW):
            send()
    told = requisition(made)
    assert (told.state, told.why) == (RequisitionState.TO_SEND, "The laboratory does not answer.")
    assert len(work("requisition-stuck")) == 1
    door.says = "AA"
    send_again(actor=office.provider, requisition_id=made, seen_version=told.version)
    send()
    assert (requisition(made).state, work("requisition-stuck")) == (RequisitionState.ACCEPTED, [])
    assert [len(set(sent)) for sent in door.taken.values()] == [1]  # the same bytes, however often


def test_a_refusal_is_somebodys_work_and_paper_a_way_out(office: Office, visit: UUID, lab: UUID, door: Door) -> None:
    door.says = "AE"
    made = make_requisition(office.provider, visit, lab)
    send()
    told = requisition(made)
    assert (told.state, told.why) == (RequisitionState.REFUSED, "AE: The account is not known.")
    assert len(work("requisition-stuck")) == 1
    send_on_paper(actor=office.provider, requisition_id=made, seen_version=told.version)
    assert (requisition(made).state, work("requisition-stuck")) == (RequisitionState.PAPER, [])


def test_a_laboratory_without_a_wire_gets_paper(office: Office, visit: UUID) -> None:
    made = make_requisition(office.provider, visit, make_laboratory("Paper Lab", door=""))
    assert requisition(made).state is RequisitionState.PAPER


def test_what_a_label_keeps_does_not_go(office: Office, visit: UUID, lab: UUID, door: Door) -> None:
    made = make_requisition(office.provider, visit, lab)
    who = encounter(visit).patient_id
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked for")
    send()
    assert (requisition(made).state, door.taken) == (RequisitionState.REFUSED, {})


def test_specimens_labels_and_requisition(office: Office, visit: UUID, lab: UUID, moss: Actor) -> None:
    made = make_requisition(office.provider, visit, lab)
    collect_specimens(actor=moss, requisition_id=made, seen_version=requisition(made).version)
    assert (requisition(made).collected_by, requisition(made).collected_at) == ("Ada Moss", NOW)
    with pytest.raises(Refusal, match="Ada Moss took them already"):
        collect_specimens(actor=moss, requisition_id=made, seen_version=requisition(made).version)
    assert requisition_paper(made).startswith(b"%PDF-")
    assert labels(made).startswith(b"%PDF-")


def test_silence_is_told_once_and_stands_on_the_radar(office: Office, visit: UUID, lab: UUID) -> None:
    made = make_requisition(office.provider, visit, lab)
    send()
    assert [one.lane for one in waiting_for(office.provider)] == ["laboratory"]
    tell()
    assert work("requisition-silent") == []
    with clock.frozen(NOW + timedelta(hours=49)):
        tell()
        tell()
        number = requisition(made).number
        assert work("requisition-silent") == [f"No result of {number} from Prairie Laboratory in its time"]
        for one in orders_of(visit):
            note_resulted(actor=PROGRAM, order_id=one.id, by="Prairie", words="final")
    assert (work("requisition-silent"), requisition(made).due_at) == ([], None)
    assert waiting_for(office.provider) == []
    assert {one.state for one in orders_of(visit)} == {OrderState.DONE}


def test_p41_an_open_order_never_keeps_a_note_from_being_signed(office: Office, visit: UUID, lab: UUID) -> None:
    make_requisition(office.provider, visit, lab)
    send()
    note_id = start_note(actor=PROGRAM, encounter_id=visit, text="Cough.\n\nAssessment: cold.\n\nPlan: tests are out.")
    sign_note(actor=office.provider, note_id=note_id, seen_version=the_note(note_id).version)
    signed = note_of(visit)
    assert signed is not None
    assert signed.signed
    assert len(open_requisitions(office.provider)) == 1


def test_p42_who_entered_who_signed_and_what_is_not_done_yet(office: Office, visit: UUID, lab: UUID) -> None:
    made = make_requisition(person("ruiz"), visit, lab)
    (waiting,) = open_requisitions(office.provider)
    assert (waiting.id, waiting.made_by, waiting.signed_by) == (made, "Carmen Ruiz", "")
    cancel_requisition(actor=office.provider, requisition_id=made, seen_version=waiting.version, why="not needed")
    assert open_requisitions(office.provider) == []
    assert {(one.state, one.result) for one in orders_of(visit)} == {(OrderState.REFUSED, "not needed")}
    assert work("requisition-sign") == []


def test_who_sets_laboratories_up(office: Office) -> None:  # noqa: ARG001 - an office
    with pytest.raises(NotFound):
        keep_laboratory(actor=person("lind"), name="Mine")
    with pytest.raises(Invalid):
        keep_laboratory(actor=PROGRAM, name="Wire", door="mllp")
