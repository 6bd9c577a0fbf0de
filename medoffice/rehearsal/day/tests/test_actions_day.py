"""A whole day, played small: everything that must be true is, and each proof can fail."""

from datetime import date, timedelta
from re import findall
from time import strftime, strptime

import pytest

from medoffice.clinic.immunizations.api import give_dose, lots_for
from medoffice.clinic.immunizations.types import BodySite, Given
from medoffice.front_office.calls.api import take_call
from medoffice.kernel import clock
from medoffice.records.encounters.api import encounters_on
from medoffice.rehearsal.day.actions.dictation_proofs import dictation_proofs
from medoffice.rehearsal.day.actions.label_proofs import label_proofs
from medoffice.rehearsal.day.actions.proving import day_proofs
from medoffice.rehearsal.day.actions.report_proofs import report_proofs
from medoffice.rehearsal.day.actions.vaccine_proofs import vaccine_proofs
from medoffice.rehearsal.day.api import play_one_day
from medoffice.security.types import PROGRAM

ON = date(2026, 11, 25)


def the_proof(key: str, report_counts: dict[str, int]) -> bool:
    return next(proof for proof in day_proofs(report_counts, 0, {"active": 1}) if proof.key == key).ok


def vaccines_are_counted(found: str) -> None:
    """Doses, stock and registry agree; and not any more when the registry was not told of one."""
    given, less, told, kept = (int(part.split()[0]) for part in found.replace(";", ",").split(", "))
    assert given == less == told + kept
    assert told > 0
    visit = encounters_on(None, ON)[0]
    box = lots_for(visit)[0]
    said = Given(box.id, box.vial.route, BodySite.LEFT_DELTOID, box.vial.vis)
    give_dose(actor=PROGRAM, encounter_id=visit.id, given=said)
    assert not vaccine_proofs()[0].ok


def codes_are_asked_about_and_audited(asked: str, audited: str) -> None:
    """Every question has its answer; every visit that was drawn is judged, and something was found."""
    queries, *rest = (int(part.split()[0]) for part in asked.split(", "))
    assert [queries, queries] == rest
    assert queries > 0
    drawn, judged, _, findings = (int(part.split()[0]) for part in audited.split(", "))
    assert drawn == judged > 0
    assert findings > 0


def payers_were_asked(found: str) -> None:
    """Every request was allowed in the end, one after more of it went."""
    asked, allowed, waiting, sent = (int(part.split()[0]) for part in found.replace(";", ",").split(", ")[:4])
    assert asked == allowed > 0
    assert (waiting, sent) == (0, asked + 1), "one was sent twice: the payer wanted more"


def reports_went_all_their_way(found: dict[str, str]) -> None:
    """A report was heard again by two, its copy arrived, its note's rows are on the lists; and each proof can fail."""
    words, heard = (int(number) for number in findall(r"\d+", found["heard"])[1:])
    assert heard == 2 * words > 6
    assert found["report-copies"] == "1 asked for, 1 arrived in the words of the chart"
    assert int(found["lists"].split()[0]) >= 2
    assert not any(proof.ok for proof in report_proofs(ON - timedelta(days=1)))


@pytest.mark.usefixtures("fresh_world")
def test_a_day_is_played_settled_and_proved() -> None:
    report = play_one_day(3, ON, visits=16)
    assert [proof for proof in report.proofs if not proof.ok] == []
    assert report.ok
    counts = dict(report.counts)
    found = {proof.key: proof.found for proof in report.proofs}
    forward = int(found["early"].split()[0])  # each was booked twice that day: as planned, and when they came
    assert forward > 0
    planned = 17  # with the injury at work
    assert counts.pop("booked") + counts.pop("walk-ins") == sum(counts.values()) == planned + forward
    assert not found["forms"].startswith("0 ")
    assert found["risks"] == "2 slips from before, 2 mended at check-in: address-missing, not-found"
    assert found["twice"] == "1 registered twice and merged"
    assert found["fees"].startswith("ledger $25.00, accounts $25.00")
    assert date.fromisoformat(report.settled_on) > ON
    assert clock.now().date() >= date.fromisoformat(report.settled_on)
    (note,) = [line for line in report.story if " signed " in line]
    signed = strptime(note.rstrip(".").split(" signed ")[1], "%m/%d/%Y %I:%M %p")
    assert note.startswith(strftime("%m/%d %H:%M ", signed)), (
        "a note is signed when the story says so, by the office's clock"
    )
    stages = [line[12:] for line in report.story]
    assert "calls:" in stages[0]
    for words in ("books A-", "is here for visit", "Note by", "codes Diagnosis", "Charge X-", "Claim C-", "Entry J-"):
        assert any(words in line for line in stages), words

    codes_are_asked_about_and_audited(found["queries"], found["audit"])
    assert found["labels"].startswith("3 confidential: 2 went with consent, 1 told to no payer")
    assert found["glass"].startswith("1 broken")
    assert found["glass"].endswith("1 reviewed")
    assert found["copies"] == "1 asked for, 1 arrived and in the log, 5 faxes confirmed"
    reports_went_all_their_way(found)
    assert found["rights"] == "2 amendments, 2 accepted; 1 restrictions, 1 agreed"
    waited, got = (int(part.split()[0]) for part in found["cosigned"].split(", "))
    assert waited == got > 0
    assert len({int(number) for number in findall(r"\d+", found["dictations"])[:3]}) == 1
    assert [found[name].partition("; 0 wait to be ")[2] for name in ("typing", "dictations")] == ["reviewed", "typed"]
    assert not dictation_proofs(ON + timedelta(days=1))[0].ok
    vaccines_are_counted(found["vaccines"])
    payers_were_asked(found["payers-asked"])
    assert found["mailing"] == "1 letters amended, 1 with a sheet behind them"
    assert [proof.ok for proof in label_proofs(ON, [])] == [True, False]
    assert not label_proofs(ON, [False, True, True])[1].ok

    # Each proof that only the simulator's truth allows is held against a world in which it does not hold.
    assert the_proof("calls", report.counts)
    (told,) = [proof.found for proof in report.proofs if proof.key == "calls"]
    assert "of 12 kinds, 0 open" in told
    assert "2 messages of the night" in told
    take_call(actor=PROGRAM, kind="other", caller="Otto", relation="", phone="", reason="Lost scarf")
    assert not the_proof("calls", report.counts)
    assert the_proof("people", report.counts)
    assert not the_proof("people", report.counts | {"seen": report.counts["seen"] + 1})
    (asked,) = [proof for proof in report.proofs if proof.key == "insurance"]
    assert "active" in asked.found
    assert "1 of a case" in asked.found
    assert not next(proof for proof in day_proofs(report.counts, 0, {"not asked": 1}) if proof.key == "insurance").ok
