"""Statements: what the patient owes and why, to the cent of the ledger, with everybody's letters."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.front_office.calls.api import take_call
from medoffice.kernel import clock, files
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref, step
from medoffice.kernel.typeface import undrawable
from medoffice.practice.tests.makers import Office
from medoffice.practice.types import Address
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.tests.makers import make_patient, pays_for
from medoffice.records.patients.types.people import PatientName
from medoffice.revenue.billing import api
from medoffice.revenue.billing.actions.telling import explained_balance
from medoffice.revenue.billing.tests.makers import make_charges, make_insured, make_office
from medoffice.revenue.billing.types import Method, PayerLine
from medoffice.revenue.ledger.api import patient_sum, post
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.api import audit_lines, label_visit
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Label

DAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _on_the_day(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.node.get_closest_marker("django_db") is None:
        yield
        return
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield


@pytest.fixture
def office() -> Office:
    return make_office()


def text_of(statement_id: UUID) -> str:
    data = files.load(api.statement(statement_id).sha256)
    pages = PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.mark.django_db
def test_every_dollar_is_explained(office: Office) -> None:
    patient_id = make_insured(office, "Amaro", "Lucía")
    api.take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(2_500), method=Method.CASH, copay=True)
    visit, culture = make_charges(office, patient_id, "visit", "culture")
    shares = (("1", Money(2_000)), ("2", Money(1_000)), ("3", Money(2_500)))
    api.post_payer_decision(
        actor=PROGRAM,
        on=DAY,
        lines=[
            PayerLine(visit, Money(6_500), Money(3_000), patient=Money(5_500), shares=shares),
            PayerLine(culture, Money(1_000), words="CO 16 $30.00"),
        ],
        cause=Ref("remit_decision", new_id()),
        payer_id=office.payer_id,
        words="Prairie Mutual",
    )
    statement_id = api.make_statement(actor=PROGRAM, patient_id=patient_id)
    text, made = text_of(statement_id), api.statement(statement_id)
    assert made.amount == Money(3_000) == patient_sum(Account.PATIENT_RECEIVABLE, patient_id)
    assert "Please pay $30.00" in text
    assert "Lucía Amaro" in text
    assert "Demo visit $150.00 $30.00 $65.00 $25.00 $30.00" in text
    assert "Yours because: deductible $20.00, coinsurance $10.00, copay $25.00" in text
    assert "Demo culture" not in text  # still with the insurance
    told = step(Ref("statement", statement_id))
    assert told is not None
    assert (told.stage, told.causes) == ("report", (Ref("charge", visit),))
    assert made.number in text
    assert made.findings == ()


@pytest.mark.django_db
def test_what_was_reversed_is_no_reason_any_more(office: Office) -> None:
    patient_id = make_insured(office)
    (visit,) = make_charges(office, patient_id, "visit")

    def decide(sign: int, cents: int, why: str) -> None:
        amount = Money(sign * cents)
        line = PayerLine(visit, paid=Money(sign * (15_000 - cents)), patient=amount, shares=((why, amount),))
        cause = Ref("remit_decision", new_id())
        api.post_payer_decision(
            actor=PROGRAM, on=DAY, lines=[line], cause=cause, payer_id=office.payer_id, words="Prairie Mutual"
        )

    decide(1, 4_000, "1")
    decide(-1, 4_000, "1")
    decide(1, 1_200, "2")
    text = text_of(api.make_statement(actor=PROGRAM, patient_id=patient_id))
    assert "Yours because: coinsurance $12.00" in text
    assert "Please pay $12.00" in text


@pytest.mark.django_db
def test_nothing_owed_makes_no_statement(office: Office) -> None:
    insured, paid = make_insured(office), make_patient("Quist", "Per")
    make_charges(office, insured, "visit")
    make_charges(office, paid, "shot")
    api.take_payment(actor=PROGRAM, patient_id=paid, amount=Money(2_505), method=Method.CARD)
    for patient_id in (insured, paid, make_patient("Vale", "New")):
        with pytest.raises(Refusal, match="owes nothing"):
            api.make_statement(actor=PROGRAM, patient_id=patient_id)
        assert api.statements_of(patient_id) == []


@pytest.mark.django_db
def test_a_statement_that_is_not_the_ledgers_is_not_made(office: Office) -> None:
    patient_id = make_patient("Quist", "Per")
    make_charges(office, patient_id, "shot")
    lines = [
        Line(Account.PATIENT_RECEIVABLE, debit=Money(1), patient_id=patient_id),
        Line(Account.CASH_OVER_SHORT, credit=Money(1)),
    ]
    post(actor=PROGRAM, on=DAY, words="past billing", cause=Ref("test", new_id()), lines=lines)
    with pytest.raises(Refusal, match=r"ask for \$25.05, the ledger says \$25.06"):
        api.make_statement(actor=PROGRAM, patient_id=patient_id)


@pytest.mark.django_db
def test_a_statement_stands_in_the_patients_trail(office: Office) -> None:
    patient_id = make_patient("Quist", "Per")
    make_charges(office, patient_id, "shot")
    statement_id = api.make_statement(actor=PROGRAM, patient_id=patient_id)
    (told,) = [line for line in audit_lines(subject=patient_id) if line.word == "statements.make"]
    assert (told.who, told.outcome) == (PROGRAM.name, "done")
    assert (told.object_kind, told.object_id) == ("statement", statement_id)


NAMES = [
    PatientName("Nguyễn", "Thị Hồng", preferred="Hồng"),
    PatientName("Þórsdóttir", "Ásta", suffix="Jr."),
    PatientName("Željko-Łukasik", "Zoë", preferred="Žé"),
    PatientName("Παπαδοπούλου", "Ελένη"),
    PatientName("Іваненко", "Олена"),
    PatientName("O’Neill", "Siobhán"),
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.family)
def test_names_survive_in_print(office: Office, name: PatientName) -> None:
    statement_id = _owing(office, name)
    text = text_of(statement_id)
    assert name.spoken_form in text
    assert name.preferred in text
    assert api.statement(statement_id).findings == ()


@pytest.mark.django_db
def test_a_script_the_typeface_lacks_is_told_and_prints_no_boxes(office: Office) -> None:
    statement_id = _owing(office, PatientName("Wang", "Mei", preferred="王梅"))
    text = text_of(statement_id)
    assert "Mei Wang" in text
    assert "王" not in text
    assert api.statement(statement_id).findings == ("The printed statement cannot show 梅王 of the preferred name.",)


def _owing(office: Office, name: PatientName) -> UUID:
    home = Address("12 Mill Lane", "Riverbend", "IL", "62799")
    born = date(1980, 1, 2)
    patient_id = register_patient(actor=PROGRAM, name=name, sex="F", birth_date=born, address=home)
    make_charges(office, patient_id, "shot")
    return api.make_statement(actor=PROGRAM, patient_id=patient_id)


def test_drawn_letters_are_what_the_typeface_has() -> None:
    assert undrawable("statement", "name", "Ąęłńóśźż ÅÄÖ Ññ Ğğİı Ơơ Ưư Жя Ωψ אב “x” – …") == []
    for missing in ("王", "김", "م", "अ", "😀", "ა"):
        (finding,) = undrawable("statement", "name", f"a{missing}b")
        assert missing in finding.words


@pytest.mark.django_db
def test_a_caller_is_told_the_same_and_why_they_may_have_called(office: Office) -> None:
    patient_id = make_insured(office, "Amaro", "Lucía")
    api.take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(2_500), method=Method.CASH, copay=True)
    visit, culture = make_charges(office, patient_id, "visit", "culture")
    shares = (("1", Money(3_000)), ("3", Money(2_500)))
    api.post_payer_decision(
        actor=PROGRAM,
        on=DAY,
        lines=[
            PayerLine(visit, Money(6_500), Money(3_000), patient=Money(5_500), shares=shares),
            PayerLine(culture, Money(1_000)),
        ],
        cause=Ref("remit_decision", new_id()),
        payer_id=office.payer_id,
        words="Prairie Mutual",
    )
    told = explained_balance(PROGRAM, patient_id)
    assert (told.owed, told.with_insurance, told.held) == (Money(3_000), Money(3_000), Money(0))
    (line,) = told.lines
    rest = line.charged - line.insurance_paid - line.taken_off - line.paid - line.with_insurance
    assert rest == line.owed == Money(3_000)
    assert line.why == "deductible $30.00, copay $25.00"
    statement = api.statement(api.make_statement(actor=PROGRAM, patient_id=patient_id))
    asked = take_call(
        actor=PROGRAM,
        kind="billing",
        caller="",
        relation="self",
        phone="",
        reason="Why is there a bill?",
        patient_id=patient_id,
        identity_checked="name, birth date",
    )
    desk = signed_in("lind")
    assert f"statement {statement.number}" in desk.get(f"/calls/{asked}/").content.decode()
    page = desk.get(f"/calls/{asked}/balance/").content.decode()
    assert "You owe <b>$30.00</b>" in page
    assert "deductible $30.00, copay $25.00" in page
    kept = api.charge(visit).visit_id
    assert kept is not None
    label_visit(actor=PROGRAM, subject=patient_id, things=[kept], label=Label.PART2, why="asked for")
    assert len(explained_balance(PROGRAM, patient_id).lines) == 1  # the patient may know it
    pays_for(make_patient("Amaro", "Ana"), patient_id)
    assert explained_balance(PROGRAM, patient_id).lines == ()  # whoever pays for them may not
