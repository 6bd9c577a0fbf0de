"""The screens of results: one critical and corrected, one plain, one of nobody, one that was refused."""

from datetime import date

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import give_notice, import_tests, requisition, save_order_set, send_on_paper
from medoffice.clinic.orders.tests.makers import make_laboratory, make_requisition
from medoffice.clinic.orders.types import Choice, Ground, LabTest
from medoffice.clinic.results.models import LabReport
from medoffice.clinic.results.tests.makers import messages, oru, take
from medoffice.kernel.money import Money
from medoffice.practice.api import add_payer
from medoffice.practice.tests.makers import ADDRESS
from medoffice.records.coverage.tests.makers import add_policy
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.claims.tests.makers import Place
from medoffice.revenue.code_lists.tests.makers import take as take_list
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.types import ListKind
from tests.journeys.screens_outreach import Add

LONG = "Interpretation: <b>see</b> the enclosed report of a method that was validated in house. " * 3


def results(add: Add, place: Place) -> None:
    """What waits, a report in each state, the tray and what was refused."""
    who = patient(place.patient_id)
    named = f"{who.name.family}^{who.name.given}||{who.birth_date:%Y%m%d}|{who.sex}"
    k = "NM|2823-3^Potassium^LN||{}|mmol/L|3.5-5.1|{}|||{}"
    take(
        oru(k.format("4.4", "N", "F"), who=named, control="S0", filler="S0"),
        oru(k.format("4.9", "N", "F"), f"ST|X^Comment^L||{LONG}||||||F", who=named, control="S1", filler="S1"),
        oru(k.format("6.9", "HH", "C"), who=named, control="S2", filler="S1", at="20261124160000-0600"),
        oru("ST|C^Culture^L||||||||X", who=named, control="S3", filler="S3", status="X", test="C^Throat culture^L"),
        oru(who="Nobody-Known^Ingrid-Maria||19010203|F", control="S4", numbers="77^^^ELSEWHERE"),
        oru(who="Known-By-Name^||", control="S5", filler="S5"),
        b"GARBAGE",
    )
    for filler in ("S1", "S3"):
        add("okafor", "results:report", LabReport.objects.get(filler=filler).id)
    add("ruiz", "results:report", LabReport.objects.get(filler="S0").id)
    add("okafor", "results:desk")
    add("ruiz", "results:desk")
    add("okafor", "results:of-patient", place.patient_id)
    add("lind", "results:tray")
    for one in messages("unmatched"):
        add("vega", "results:message", one.id)
    add("lind", "results:refused", messages("refused")[0].id)
    orders(add, place)


def orders(add: Add, place: Place) -> None:
    """A laboratory, an order to sign, one that was refused, one by a protocol, what is open."""
    office = place.office
    lab = make_laboratory("Laboratório São Tomé & Söhne <north>")
    save_order_set(actor=PROGRAM, name="Thyroid & lipids", laboratory_id=lab, codes=("TSH", "LIP"), standing=True)
    save_order_set(actor=PROGRAM, name="Yearly", laboratory_id=lab, codes=("CMP", "LIP"))
    visit = make_visit(office, place.patient_id)
    to_sign = make_requisition(actor_named("ruiz"), visit, lab, "CMP", "LIP")
    stuck = make_requisition(office.provider, visit, lab, "TSH")
    send_on_paper(actor=office.provider, requisition_id=stuck, seen_version=requisition(stuck).version)
    waits = make_requisition(office.provider, visit, lab, "TSH")
    for who, one in (("okafor", to_sign), ("ruiz", waits), ("okafor", stuck)):
        add(who, "orders:requisition", one)
    add("okafor", "orders:new", visit)
    add("ruiz", "orders:new", visit)
    add("okafor", "orders:open")
    add("okafor", "results:laboratories")
    add("petrov", "results:laboratories")
    noticed(add, place)
    add("petrov", "orders:laboratories")
    add("petrov", "orders:laboratory", lab)


def noticed(add: Add, place: Place) -> None:
    """A test that Medicare may not pay, which waits for the patient's choice; one of which that is noted."""
    who = make_patient("Quill-Ormsby", "Wilhelmina")
    payer = add_payer(
        actor=PROGRAM, key="medicare", name="Medicare", number="99978", filing_code="MB", timely_filing_days=365,
        phone="217-555-0111", address=ADDRESS,
    )  # fmt: skip
    add_policy(who, payer, member_id="1SG4TE5MK73")
    take_list(ListKind.NATIONAL_CODES)
    lab = make_laboratory("South Laboratory")
    import_tests(actor=PROGRAM, laboratory_id=lab, tests=(LabTest("AS", "Made-up assay", "serum", billed=("Z9901",)),))
    visit = make_visit(place.office, who)
    waits, noted = (make_requisition(place.office.provider, visit, lab, "AS") for _ in range(2))
    give_notice(
        actor=PROGRAM, requisition_id=noted, seen_version=requisition(noted).version, codes=("AS",),
        choice=Choice.BILL, ground=Ground.NECESSITY, reason="Not listed for J02.9", cost=Money(4_200),
        signed_on=date(2026, 11, 24),
    )  # fmt: skip
    for one in (waits, noted):
        add("ruiz", "orders:requisition", one)
