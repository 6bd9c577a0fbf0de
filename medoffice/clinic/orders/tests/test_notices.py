"""A test that may not be paid waits for what the patient chooses (ABN); what is not loaded is never covered."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.actions.judge_again import judge_again
from medoffice.clinic.orders.api import (
    give_notice,
    notice_of,
    open_requisitions,
    order_by_protocol,
    orders_of,
    recode_requisition,
    requisition,
    save_order_set,
    send_on_paper,
    sign_requisition,
)
from medoffice.clinic.orders.models import Requisition
from medoffice.clinic.orders.queries import labs, notices
from medoffice.clinic.orders.queries.paper import requisition_paper
from medoffice.clinic.orders.rules.notices import judge_tests, modifiers_for
from medoffice.clinic.orders.rules.wire import message_of
from medoffice.clinic.orders.tests.makers import (
    WHY,
    Judge,
    Told,
    chosen,
    make_billed_laboratory,
    make_requisition,
)
from medoffice.clinic.orders.types import Asked, Choice, Ground, LabTest, OrderState, RequisitionState, Support
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.api import documents_of_file, file_document, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.encounters.api import encounter
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def judge(monkeypatch: pytest.MonkeyPatch) -> Judge:
    made = Judge()
    monkeypatch.setattr(notices, "judges", {"medicare": made})
    return made


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def ruiz(office: Office) -> Actor:  # noqa: ARG001 - the office's nurse
    return person("ruiz")


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office)


@pytest.fixture
def lab(office: Office) -> UUID:  # noqa: ARG001 - the office's
    return make_billed_laboratory()


@pytest.fixture
def asked(office: Office, visit: UUID, lab: UUID) -> UUID:
    return make_requisition(office.provider, visit, lab, "TSH", "CMP")


def test_the_worst_that_is_said_of_a_tests_codes_counts_and_what_nobody_asked_is_not_loaded() -> None:
    told: Told = {"A": (Support.LISTED, "a"), "B": (Support.AGAINST, "b"), "C": (Support.UNNAMED, "c")}
    tests = [LabTest(code, code, billed=tuple(code)) for code in ("A", "AB", "AC", "AX")]
    found = [one.support for one in judge_tests([*tests, LabTest("none", "none")], told)]
    assert found == [Support.LISTED, Support.AGAINST, Support.UNNAMED, Support.NOT_LOADED, Support.NO_CODE]


def test_which_modifiers_follow() -> None:
    assert modifiers_for(Choice.BILL, Ground.NECESSITY) == ("GA",)
    assert modifiers_for(Choice.BILL, Ground.EXCLUDED) == ("GX", "GY")
    assert modifiers_for(Choice.NONE, Ground.FREQUENCY) == ("GZ",)
    assert modifiers_for(Choice.NONE, Ground.EXCLUDED) == ("GY",)
    assert modifiers_for(Choice.PAY, Ground.NECESSITY) == modifiers_for(Choice.REFUSE, Ground.NECESSITY) == ()


def test_tl3_what_may_not_be_paid_does_not_go_before_the_patient_has_chosen(
    office: Office, asked: UUID, ruiz: Actor
) -> None:
    one = requisition(asked)
    assert (one.state, one.try_at) == (RequisitionState.NOTICE, None)
    assert work("requisition-notice") == [f"Notice (ABN) before {one.number} goes: Thyrotropin"]
    assert [each.id for each in open_requisitions(office.provider)] == [asked]
    chosen(ruiz, asked, Choice.BILL)
    assert requisition(asked).state is RequisitionState.TO_SEND
    assert work("requisition-notice") == []
    kept = notice_of(asked)
    assert kept is not None
    assert (kept.codes, kept.billed, kept.choice, kept.cost, kept.signed_on) == (
        ("TSH",), ("Z9901",), Choice.BILL, Money(4_200), TODAY
    )  # fmt: skip
    with pytest.raises(Refusal, match="noted already"):
        chosen(ruiz, asked, Choice.PAY)


def test_the_laboratory_reads_of_the_notice_on_the_wire_and_on_paper(asked: UUID, ruiz: Actor) -> None:
    chosen(ruiz, asked, Choice.BILL)
    sheet = labs.sheet(asked)
    said = message_of(sheet, at=NOW, office="Riverbend", training=True).raw.decode()
    assert said.count("ABN signed 11/24/2026, option 1") == 1
    assert requisition_paper(asked).startswith(b"%PDF-")


def test_what_the_patient_does_not_want_is_not_asked_and_the_rest_goes(visit: UUID, asked: UUID, ruiz: Actor) -> None:
    chosen(ruiz, asked, Choice.REFUSE)
    assert requisition(asked).state is RequisitionState.TO_SEND
    assert [one.state for one in orders_of(visit)] == [OrderState.REFUSED, OrderState.ORDERED]
    said = message_of(labs.sheet(asked), at=NOW, office="Riverbend", training=True).raw.decode()
    assert "Metabolic panel" in said
    assert "Thyrotropin" not in said


def test_with_nothing_left_it_is_cancelled(office: Office, visit: UUID, lab: UUID, ruiz: Actor) -> None:
    asked = make_requisition(office.provider, visit, lab, "TSH")
    chosen(ruiz, asked, Choice.REFUSE)
    one = requisition(asked)
    assert (one.state, one.why) == (RequisitionState.CANCELLED, "The patient does not want it (ABN, option 3).")
    assert open_requisitions(office.provider) == []


def test_it_goes_without_a_notice_only_with_a_reason(asked: UUID, ruiz: Actor) -> None:
    with pytest.raises(Invalid, match="another look"):
        chosen(ruiz, asked, Choice.NONE, reason=" ")
    chosen(ruiz, asked, Choice.NONE, reason="Unconscious on arrival")
    kept = notice_of(asked)
    assert kept is not None
    assert (kept.choice, kept.cost, kept.signed_on) == (Choice.NONE, None, None)
    assert requisition(asked).state is RequisitionState.TO_SEND


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"cost": None}, "cost"), ({"signed_on": None}, "signed_on"), ({"signed_on": date(2026, 11, 25)}, "signed_on"),
        ({"reason": ""}, "reason"), ({"cost": Money(-1)}, "cost"), ({"codes": ()}, "codes"),
        ({"codes": ("CMP",)}, "codes"), ({"codes": ("TSH", "LIP")}, "codes"),
    ],
)  # fmt: skip
def test_what_a_notice_needs(asked: UUID, ruiz: Actor, typed: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        chosen(ruiz, asked, Choice.PAY, **typed)
    assert set(wrong.value.detail["fields"]) == {field}
    assert requisition(asked).state is RequisitionState.NOTICE


def test_who_signs_for_another_and_who_orders_by_protocol_wait_alike(
    office: Office, visit: UUID, lab: UUID, ruiz: Actor
) -> None:
    entered = make_requisition(ruiz, visit, lab, "TSH")
    assert requisition(entered).state is RequisitionState.TO_SIGN
    sign = partial(sign_requisition, actor=office.provider)
    sign(requisition_id=entered, seen_version=requisition(entered).version)
    assert (requisition(entered).state, len(work("requisition-notice"))) == (RequisitionState.NOTICE, 1)
    save_order_set(actor=office.provider, name="Thyroid", laboratory_id=lab, codes=("TSH",), standing=True)
    standing = order_by_protocol(
        actor=ruiz, encounter_id=visit, set_key="thyroid", asked=Asked((), WHY)
    )  # fmt: skip
    assert requisition(standing).state is RequisitionState.NOTICE
    sign(requisition_id=standing, seen_version=requisition(standing).version)
    assert (requisition(standing).state, len(work("requisition-notice"))) == (RequisitionState.NOTICE, 2)


def test_who_is_no_patient_of_medicare_and_what_is_not_loaded_are_not_held(
    judge: Judge, office: Office, visit: UUID, lab: UUID
) -> None:
    judge.told = None
    assert requisition(make_requisition(office.provider, visit, lab, "TSH")).state is RequisitionState.TO_SEND
    judge.told = {"Z9901": (Support.NOT_LOADED, "Z9901: not checked, for no list is loaded: national coverage.")}
    asked = make_requisition(office.provider, visit, lab, "TSH", "LIP")
    assert requisition(asked).state is RequisitionState.TO_SEND
    page = signed_in("ruiz").get(f"/orders/laboratory/{asked}/").content.decode()
    assert "not checked: list not loaded" in page
    assert "not checked: no billing code" in page
    assert "listed for it" not in page


def test_the_screen_asks_and_takes_what_was_chosen_and_the_paper_later(visit: UUID, asked: UUID) -> None:
    ruiz, address = signed_in("ruiz"), f"/orders/laboratory/{asked}/"
    page = ruiz.get(address).content.decode()
    assert "It has not gone: Medicare may not pay" in page
    assert "J02.9: not listed for Z9901." in page
    assert re.findall(r'name="codes" value="(\w+)"[^>]*checked', page) == ["TSH"]
    typed = {
        "version": str(requisition(asked).version), "codes": "TSH", "choice": "1", "ground": "necessity",
        "reason": "Not listed",
    }  # fmt: skip
    assert (
        "Medicare may not pay this either"
        in ruiz.post(
            f"{address}notice/", {**typed, "codes": "CMP", "cost": "42", "signed_on": "11/24/2026"}
        ).content.decode()
    )
    wrong = ruiz.post(f"{address}notice/", typed)
    assert wrong.status_code == 422
    assert "Say about what it costs." in wrong.content.decode()
    done = ruiz.post(f"{address}notice/", {**typed, "cost": "42", "signed_on": "11/24/2026"})
    assert done.headers["Location"] == address
    page = ruiz.get(address).content.decode()
    assert "Waiver of liability" in page
    assert "unverified" in page
    assert "not in the chart yet" in page
    whose = encounter(visit).patient_id
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="abn.pdf", data=paper("Signed"))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    one = documents_of_file(kept.file_id)[0]
    filing = Filing(kind="consent", dated=TODAY, patient_id=whose)
    file_document(actor=PROGRAM, document_id=one.id, seen_version=one.version, filing=filing)
    seen = {"version": str(requisition(asked).version)}
    assert ruiz.post(f"{address}notice/paper/", {**seen, "document": "x"}).status_code == 422
    assert ruiz.post(f"{address}notice/paper/", {**seen, "document": str(one.id)}).status_code == 302
    found = notice_of(asked)
    assert found is not None
    assert found.document_id == one.id
    assert signed_in("lind").post(f"{address}notice/", typed).status_code == 404


def test_its_paper_that_was_struck_by_hand_is_not_in_the_chart_and_another_may_be(
    visit: UUID, asked: UUID, ruiz: Actor
) -> None:
    chosen(ruiz, asked, Choice.BILL)
    nurse, vega, address = sign_in("ruiz"), signed_in("vega"), f"/orders/laboratory/{asked}/"
    for name in ("One", "Another"):
        kept = take_in(actor=PROGRAM, door=Door.SCAN, name="abn.pdf", data=paper(name))
        look_into(actor=PROGRAM, file_id=kept.file_id)
        (one,) = documents_of_file(kept.file_id)
        filing = Filing(kind="consent", dated=TODAY, patient_id=encounter(visit).patient_id)
        file_document(actor=PROGRAM, document_id=one.id, seen_version=one.version, filing=filing)
        typed = {"version": str(requisition(asked).version), "document": str(one.id)}
        assert nurse.post(f"{address}notice/paper/", typed).status_code == 302
        assert [found.document_id for found in (notice_of(asked),) if found] == [one.id]
        vega.post(f"/documents/{one.id}/mistake/", {"why": "Not hers"})
        assert [found.document_id for found in (notice_of(asked),) if found] == [None]
        assert f"/documents/{one.id}/" not in nurse.get(address).content.decode()


def test_a_stranger_notes_nothing(asked: UUID) -> None:
    with pytest.raises(NotFound):
        give_notice(
            actor=person("nox"), requisition_id=asked, seen_version=1, codes=("TSH",), choice=Choice.NONE,
            ground=Ground.NECESSITY, reason="x",
        )  # fmt: skip


def test_with_nothing_left_of_a_standing_order_nobody_has_to_co_sign(
    office: Office, visit: UUID, lab: UUID, ruiz: Actor
) -> None:
    save_order_set(actor=office.provider, name="Thyroid", laboratory_id=lab, codes=("TSH",), standing=True)
    asked = order_by_protocol(actor=ruiz, encounter_id=visit, set_key="thyroid", asked=Asked((), WHY))
    assert len(work("requisition-co-sign")) == 1
    chosen(ruiz, asked, Choice.REFUSE)
    assert requisition(asked).state is RequisitionState.CANCELLED
    assert (work("requisition-co-sign"), work("requisition-notice")) == ([], [])


def test_a_notice_comes_too_late_once_the_message_was_made(
    judge: Judge, office: Office, visit: UUID, lab: UUID, ruiz: Actor
) -> None:
    judge.told = {}
    asked = make_requisition(office.provider, visit, lab, "TSH")
    address, offered = f"/orders/laboratory/{asked}/", "note what was chosen"
    client = sign_in("ruiz")
    assert offered in client.get(address).content.decode()
    Requisition.objects.filter(id=asked).update(message=b"MSH", tries=1)
    with pytest.raises(Refusal, match="may have it already"):
        chosen(ruiz, asked, Choice.REFUSE)
    assert notice_of(asked) is None
    assert offered not in client.get(address).content.decode()


def test_paper_is_held_as_the_wire_is(asked: UUID, ruiz: Actor) -> None:
    client, address = sign_in("ruiz"), f"/orders/laboratory/{asked}/"
    assert f"{address}paper.pdf" not in client.get(address).content.decode()
    held = client.get(f"{address}paper.pdf")
    assert held.status_code == 409
    assert "before the patient has chosen" in held.content.decode()
    assert client.get(f"{address}labels.pdf").status_code == 200
    with pytest.raises(Refusal):
        send_on_paper(actor=PROGRAM, requisition_id=asked, seen_version=requisition(asked).version)
    chosen(ruiz, asked, Choice.BILL)
    assert f"{address}paper.pdf" in client.get(address).content.decode()
    assert client.get(f"{address}paper.pdf").content.startswith(b"%PDF-")


def test_what_is_held_is_looked_at_again_and_goes_when_nothing_speaks_against_it(judge: Judge, asked: UUID) -> None:
    client, address = signed_in("ruiz"), f"/orders/laboratory/{asked}/"

    def again() -> str:
        done = client.post(f"{address}judge/", {"version": requisition(asked).version}, follow=True)
        return str(done.content.decode())

    assert 'data-key="g" data-says="look again' in client.get(address).content.decode()
    assert "Medicare may still not pay" in again()
    assert (requisition(asked).state, len(work("requisition-notice"))) == (RequisitionState.NOTICE, 1)
    judge.told = None
    assert "may still not pay" not in again()
    assert (requisition(asked).state, work("requisition-notice")) == (RequisitionState.TO_SEND, [])
    assert "look again" not in client.get(address).content.decode()
    with pytest.raises(Refusal, match="waits for no notice"):
        judge_again(actor=PROGRAM, requisition_id=asked, seen_version=requisition(asked).version)
    with pytest.raises(NotFound):
        judge_again(actor=person("nox"), requisition_id=asked, seen_version=requisition(asked).version)


def test_another_diagnosis_is_judged_anew(judge: Judge, office: Office, asked: UUID) -> None:
    def recoded(old: str, new: str) -> RequisitionState:
        seen = requisition(asked).version
        recode_requisition(actor=office.provider, requisition_id=asked, seen_version=seen, old=old, new=new)
        return requisition(asked).state

    against, judge.told = judge.told, {"Z9901": (Support.LISTED, "Z9901: listed by A1.")}
    assert recoded("J02.9", "E11.9") is RequisitionState.TO_SEND
    assert work("requisition-notice") == []
    judge.told = against
    assert recoded("E11.9", "J02.9") is RequisitionState.NOTICE
    assert len(work("requisition-notice")) == 1


def test_a_notice_is_about_the_tests_it_names_and_no_other(judge: Judge, visit: UUID, asked: UUID, ruiz: Actor) -> None:
    judge.told = {}
    chosen(ruiz, asked, Choice.REFUSE, codes=["CMP"])
    kept = notice_of(asked)
    assert kept is not None
    assert kept.codes == ("CMP",)
    assert [one.state for one in orders_of(visit)] == [OrderState.ORDERED, OrderState.REFUSED]
