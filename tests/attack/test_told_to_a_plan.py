"""What the patient paid in full does not go to a plan by any door (45 CFR 164.522(a)(1)(vi)): letter, packet, link,
fax, C-CDA, nor where the label is set while it waits. Each door is also tried with its own look taken away, and what
stands behind it with that: a test that finds nothing then would find nothing ever.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfWriter

from medoffice.clinic.charting.api import record_vitals
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.charting.types import Vitals
from medoffice.exchange.simulators.gateway.api import taken
from medoffice.front_office.letters.api import (
    change_letter,
    letter,
    open_link,
    send_letter,
    send_link,
    sign_letter,
    start_letter,
)
from medoffice.front_office.letters.types.letters import Enclosed, Recipient, Way
from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.disclosures.api import log, record_disclosures
from medoffice.records.disclosures.types import Leaving, Sought
from medoffice.records.faxes.api import fax, hand_over, hear_all, queue_fax
from medoffice.records.faxes.types import FaxState, ToFax
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import sign_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
PLACE, PLAN, NUMBER = "https://office.example/letters/open/", "Heartland Mutual", "(217) 555-0123"
NO = "does not want the plan to know"
OFFICE = "medoffice.{}.refuse_to_plan"
LETTER, LINK = (
    OFFICE.format("front_office.letters.actions.send_letter"),
    OFFICE.format("front_office.letters.actions.send_link"),
)
FAX, LOG = (
    OFFICE.format("records.faxes.actions.queue_fax"),
    OFFICE.format("records.disclosures.actions.record_disclosures"),
)


@dataclass(frozen=True)
class Appeal:
    """A signed letter to a plan, and a paper of the chart that would go with it."""

    office: Office
    who: UUID
    letter: UUID
    paper: UUID

    def goes(self, door: str) -> None:
        """Let it go by a door."""
        if door == "link":
            send_link(actor=PROGRAM, letter_id=self.letter, place=PLACE, to_email="appeals@plan.example")
            return
        enclosed = (Enclosed("Consultation", page(), about=self.paper),) if door == "packet" else ()
        way = Way.FAX if door == "fax" else Way.HAND
        send_letter(actor=PROGRAM, letter_id=self.letter, way=way, enclosed=enclosed)

    def paid(self, *things: UUID) -> None:
        """The patient pays all of it."""
        label_visit(actor=PROGRAM, subject=self.who, things=list(things), label=Label.RESTRICTED, why="pays it all")

    @property
    def left(self) -> int:
        """How much left the office."""
        return log(PROGRAM, Sought(patient_id=self.who))[1]


@pytest.fixture
def appeal() -> Iterator[Appeal]:
    with clock.frozen(NOW):
        office = make_bookable_office()
        who = make_patient()
        made = start_letter(actor=office.provider, patient_id=who, key="appeal")
        asked = {"claim": "C-1", "service_date": "11/20/2026", "reason": "not needed", "note": "It was needed."}
        change_letter(
            actor=office.provider, letter_id=made, seen_version=1,
            given={f"asked.{name}": said for name, said in asked.items()},
            recipient=Recipient(PLAN, ("1 Elm Street", "Riverbend, IL 62799"), NUMBER), why="what the appeal is about",
            signer_id=letter(office.provider, made).signer_id or office.provider_id,
        )  # fmt: skip
        sign_letter(actor=office.provider, letter_id=made)
        yield Appeal(office, who, made, new_id())


def page() -> bytes:
    made, out = PdfWriter(), BytesIO()
    made.add_blank_page(612, 792)
    made.write(out)
    return out.getvalue()


def took_away(monkeypatch: pytest.MonkeyPatch, *looks: str) -> None:
    for look in looks:
        monkeypatch.setattr(look, lambda *_: None)


@pytest.mark.parametrize(
    ("door", "of", "own", "behind"),
    [
        ("letter", "letter", LETTER, LOG),
        ("packet", "paper", LETTER, LOG),
        ("link", "letter", LINK, None),
        ("fax", "letter", LETTER, FAX),
    ],
)
def test_what_was_paid_in_full_goes_to_a_plan_by_no_door(
    appeal: Appeal, monkeypatch: pytest.MonkeyPatch, door: str, of: str, own: str, behind: str | None
) -> None:
    appeal.paid(appeal.letter if of == "letter" else appeal.paper)
    with pytest.raises(Refusal, match=NO):
        appeal.goes(door)
    if behind:
        with monkeypatch.context() as without:
            took_away(without, behind)
            with pytest.raises(Refusal, match=NO):
                appeal.goes(door)
        with monkeypatch.context() as without:
            took_away(without, own)
            with pytest.raises(Refusal, match=NO):
                appeal.goes(door)
    assert (appeal.left, taken()) == (0, [])
    took_away(monkeypatch, own, *([behind] if behind else []))
    appeal.goes(door)  # without them it goes: it was they who kept it


def test_the_last_look_is_where_it_is_written_down(appeal: Appeal, monkeypatch: pytest.MonkeyPatch) -> None:
    for told in (appeal.paper, make_visit(appeal.office, appeal.who)):
        appeal.paid(told)
    visit = told
    by_paper = Leaving(
        appeal.who, "payment", "Notes", PLAN, "1 Elm Street", "hand", Ref("letter", new_id()), "an appeal",
        abouts=(appeal.paper,),
    )  # fmt: skip
    by_visit = replace(by_paper, abouts=(), encounter_id=visit, cause=Ref("letter", new_id()))
    for leaving in (by_paper, by_visit):
        with pytest.raises(Refusal, match=NO):
            record_disclosures(actor=PROGRAM, leaving=(leaving,))
    record_disclosures(actor=PROGRAM, leaving=(replace(by_paper, purpose="treatment"),))
    took_away(monkeypatch, LOG)
    record_disclosures(actor=PROGRAM, leaving=(by_visit,))
    assert appeal.left == 2


def test_a_label_set_while_a_fax_waits_keeps_it(appeal: Appeal, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ToFax("one", appeal.who, "Notes", PLAN, NUMBER, "payment", "an appeal", abouts=(appeal.paper,))
    first = queue_fax(actor=PROGRAM, wanted=wanted, pages=page())
    appeal.paid(appeal.paper)
    with pytest.raises(Refusal, match=NO):
        queue_fax(actor=PROGRAM, wanted=replace(wanted, key="two"), pages=page())
    hand_over(actor=PROGRAM)
    assert fax(PROGRAM, first).state is FaxState.FAILED
    took_away(monkeypatch, FAX)
    second = queue_fax(actor=PROGRAM, wanted=replace(wanted, key="two"), pages=page())
    monkeypatch.setattr("medoffice.records.faxes.actions.rows.kept_from_plan", lambda *_: set())
    for _ in range(2):
        hand_over(actor=PROGRAM)
        clock.advance(timedelta(minutes=6))
        hear_all(actor=PROGRAM)
    assert (fax(PROGRAM, second).state, appeal.left) == (FaxState.DELIVERED, 1)


def test_a_label_set_while_a_link_waits_keeps_it(appeal: Appeal, monkeypatch: pytest.MonkeyPatch) -> None:
    code = send_link(actor=PROGRAM, letter_id=appeal.letter, place=PLACE, to_email="appeals@plan.example").code
    found = re.search(re.escape(PLACE) + r"([\w-]+)/", taken()[-1].body)
    assert found
    appeal.paid(appeal.letter)
    assert (open_link(actor=PROGRAM, token=found[1], second=code), appeal.left) == (None, 0)
    monkeypatch.setattr("medoffice.front_office.letters.actions.open_link.kept_from_plan", lambda *_: set())
    took_away(monkeypatch, LOG)
    assert open_link(actor=PROGRAM, token=found[1], second=code)
    assert appeal.left == 1


def test_a_clinical_document_for_a_plan_leaves_it_out(appeal: Appeal, monkeypatch: pytest.MonkeyPatch) -> None:
    visit, okafor = make_visit(appeal.office, appeal.who), sign_in("okafor")
    record_vitals(actor=PROGRAM, encounter_id=visit, vitals=Vitals(pulse=111))
    appeal.paid(visit)

    def told(purpose: str) -> bool:
        sent = {"to_name": PLAN, "purpose": purpose, "why": "what they asked for"}
        answer = okafor.post(f"/summaries/give/{appeal.who}/", sent)
        assert b"ClinicalDocument" in answer.content
        return b'value="111"' in answer.content

    assert (told("payment"), told("treatment")) == (False, True)
    monkeypatch.setattr("medoffice.clinic.summaries.actions.export_summary.kept_from_plan", lambda *_: set())
    assert told("payment")
