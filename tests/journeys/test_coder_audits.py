"""The coder's bar 9 by keyboard: a visit of an audit is judged, its level unseen, one code of it disagreed with."""

import os
from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note_of
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.revenue.code_audits.api import audit, audited, audits, charts_of_audit, draw_audit
from medoffice.revenue.code_audits.types import Sampling
from medoffice.revenue.coding.api import code_diagnosis, code_service, coding, finish_coding, start_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import actor_named
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Counted, Person
from tests.journeys.test_coder import seen

pytestmark = pytest.mark.journey


def look(person: Person, name: str) -> None:
    """Pictures of the page, where somebody wants to look at them."""
    if folder := os.environ.get("MEDOFFICE_PICTURES"):
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            person.page.screenshot(path=f"{folder}/{name}-{scheme}.png")


def released(number: str, key: str) -> UUID:
    """A visit whose two diagnoses and one service Abara released; its codes' id."""
    visit, abara = seen(number), actor_named("abara")
    written = note_of(visit)
    assert written is not None
    coding_id = start_coding(actor=abara, encounter_id=visit)
    for code, words in (("J02.9", "Acute pharyngitis"), ("I10", "Essential hypertension")):
        start = written.text.index(words)
        evidence = Evidence(Ref("note", written.id), start, start + len(words), words)
        code_diagnosis(actor=abara, coding_id=coding_id, code=code, evidence=evidence)
    code_service(actor=abara, coding_id=coding_id, key=key, evidence=evidence, pointers=[1, 2])
    finish_coding(actor=abara, coding_id=coding_id)
    for stage in (Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT, Stage.FINISHED):
        move_encounter(actor=PROGRAM, encounter_id=visit, stage=stage, room="1")
    return coding_id


def test_coder_9_a_visit_is_audited_by_a_few_keys(person: Person) -> None:
    codes = coding(released("M-10001", "new_4"))
    released("M-10002", "new_3")
    today = today_here()
    said = Sampling(today - timedelta(days=1), today, 5, "seven")
    made = draw_audit(actor=actor_named("chen"), said=said)
    chen = Counted(person.page, person.address)
    chen.come_in("chen", f"/code-audits/{made}/")
    look(chen, "audit-open")
    chen.acts = 0
    chen.go("N")
    look(chen, "audit-unseen")
    chen.sees("Which level?")
    chen.go("3")
    chen.press("c", "j")
    look(chen, "audit-seen")
    chen.go("1")
    chen.go("v")
    look(chen, "audit-judged")
    chen.go("F")
    chen.keeps_to(acts=12, seconds=120, decisions=3)
    first, second = charts_of_audit(PROGRAM, made)
    assert first.finished_at is not None
    assert first.own_level == 3
    assert [one.code for one in first.judged if one.reason == "no-ground"] == ["I10"]
    assert str(second.id) in chen.page.url  # on to the next
    assert coding(codes.id) == codes
    chen.go("3")
    chen.go("v")
    chen.go("F")
    assert audit(made).closed_at is not None
    chen.sees("To speak about")
    look(chen, "audit-finished")
    chen.go("Escape")
    look(chen, "audits")
    chen.go("n")
    look(chen, "audit-draw")
    chen.go("Control+Enter")
    assert len(audits()) == 2
    assert clock.now() >= audits()[0].drawn_at


def test_a_code_is_named_instead_and_one_that_is_missing_without_the_mouse(person: Person) -> None:
    codes_id, today = released("M-10003", "new_3"), today_here()
    made = draw_audit(actor=actor_named("chen"), said=Sampling(today, today, 50, "seven"))
    (one,) = (found for found in charts_of_audit(PROGRAM, made) if found.coding_id == codes_id)
    chen = Counted(person.page, person.address)
    chen.come_in("chen", f"/code-audits/visit/{one.id}/")
    chen.go("3")
    chen.press("c", "o")
    chen.type("J02.0")
    chen.go("Enter")
    chen.press("w", "Shift+ArrowRight", "d")
    chen.type("gout")
    chen.page.locator("#pick-code-hits:not([aria-busy]) [aria-selected=true]").wait_for()
    chen.go("Enter")
    chen.press("w", "Shift+ArrowRight", "s")
    chen.type("new_2")
    chen.go("Enter")
    told = {(each.reason, each.code, each.instead[:3]) for each in audited(one.id).judged if each.reason}
    assert told == {("other-code", "J02.9", "J02"), ("missing", "", "M10"), ("missing", "", told_code(one.id))}


def told_code(audited_id: UUID) -> str:
    """The service that was named as missing, by its first signs."""
    return next(each.instead[:3] for each in audited(audited_id).judged if each.kind == "service" and not each.code)
