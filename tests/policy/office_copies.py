"""Copies about a patient of the policy tests: copies that went by a court's order, and the paper chart."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.records.charts.api import add_chart
from medoffice.records.releases.api import check_request, deliver, note_request, offered, pick_pages, request
from medoffice.records.releases.types import Asked, Asker, Checked, Way
from medoffice.security.types import PROGRAM


def copies(patient: UUID) -> dict[str, UUID | str]:
    """A court's order, by which the letter about the visit went."""
    told = Asked(Asker.COURT, "order", "County Court", "", "the letter", "what it names", clock.now().date())
    asked = note_request(actor=PROGRAM, patient_id=patient, asked=told)
    checked = Checked(("judge", "what"), "called the clerk")
    check_request(actor=PROGRAM, request_id=asked, seen_version=1, checked=checked)
    found = offered(PROGRAM, request(PROGRAM, asked))
    copied = next(one.item.key for one in found if one.item.kind == "letter" and not one.kept)
    pick_pages(actor=PROGRAM, request_id=asked, seen_version=2, pages={copied: "all"}, black={}, why="what it names")
    sent = deliver(actor=PROGRAM, request_id=asked, way=Way.HAND)
    chart = add_chart(actor=PROGRAM, patient_id=patient, volume="1", shelf="B-12", abstract=True)
    return {"request_id": asked, "delivery_id": sent, "copied": copied, "chart_id": chart}
