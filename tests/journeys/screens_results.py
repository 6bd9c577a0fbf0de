"""The screens of results: one critical and corrected, one plain, one of nobody, one that was refused."""

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import requisition, save_order_set, send_on_paper
from medoffice.clinic.orders.tests.makers import make_laboratory, make_requisition
from medoffice.clinic.results.models import LabReport
from medoffice.clinic.results.tests.makers import messages, oru, take
from medoffice.records.patients.api import patient
from medoffice.revenue.claims.tests.makers import Place
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
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
    add("petrov", "orders:laboratories")
    add("petrov", "orders:laboratory", lab)
