"""What stands on a pack: by day, provider and time; what nobody keeps yet is said, never shown as empty."""

from dataclasses import replace
from datetime import date

from medoffice.management.downtime.rules.pack import HELD_BACK, NONE_KNOWN, content
from medoffice.management.downtime.types import Section, Visit

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


def _visit(on: date = TUESDAY, time: str = "09:00", provider: str = "Okafor", name: str = "Vale, Ingrid") -> Visit:
    return Visit(on, time, provider, "Bridge Street", name, "03/08/1968", "M-1", "217-555-0142", "", "Follow-up")


def test_days_providers_and_times_are_in_order() -> None:
    visits = [_visit(WEDNESDAY), _visit(time="10:00"), _visit(provider="Adler"), _visit(time="08:30")]
    printed, findings = content(visits, "Riverbend", "now")
    assert findings == []
    days = [
        (day["date"], [(p["name"], [v["time"] for v in p["visits"]]) for p in day["providers"]])
        for day in printed["days"]
    ]
    assert days == [
        ("Tuesday, 11/24/2026", [("Adler", ["09:00"]), ("Okafor", ["08:30", "10:00"])]),
        ("Wednesday, 11/25/2026", [("Okafor", ["09:00"])]),
    ]


def test_nothing_recorded_is_said_so() -> None:
    visit = _visit()
    sections = (Section("Allergies"), Section("Problems", ("asthma", "gout")))
    printed, _ = content([replace(visit, sections=sections)], "Riverbend", "now")
    (line,) = printed["days"][0]["providers"][0]["visits"]
    assert line["sections"] == [["Allergies", NONE_KNOWN], ["Problems", "asthma; gout"]]


def test_a_visit_without_a_name_says_only_when() -> None:
    printed, _ = content([Visit(TUESDAY, "09:00", "Okafor", "Bridge Street")], "Riverbend", "now")
    assert printed["days"][0]["providers"][0]["visits"] == [
        {"time": "09:00", "site": "Bridge Street", "held": HELD_BACK}
    ]


def test_a_text_the_printer_cannot_draw_is_a_finding_and_leads_to_the_mrn() -> None:
    printed, findings = content([_visit(name="\u738b, \u5c0f\u660e")], "Riverbend", "now")
    (found,) = findings
    assert (found.code, found.where) == ("script-not-drawn", "M-1, name")
    assert printed["days"][0]["providers"][0]["visits"][0]["name"] == "(not printable; MRN M-1)"
