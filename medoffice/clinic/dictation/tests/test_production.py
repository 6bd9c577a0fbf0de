"""What was typed is counted at the signature, once, for whoever typed it; a leader sees everybody's."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.api import (
    answer_blank,
    blanks_of,
    claim_dictation,
    finish_dictation,
    keep_text,
    production,
    return_dictation,
    sign_dictation,
    typed_of,
)
from medoffice.clinic.dictation.queries.production import took
from medoffice.clinic.dictation.rules.lines import Job, Lines
from medoffice.clinic.dictation.rules.turnaround import Spread
from medoffice.clinic.dictation.tests.makers import make_dictation, make_finished, make_signed, make_typing, signed
from medoffice.clinic.dictation.types.dictations import Priority
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.worlds.reports import report_rows
from medoffice.practice.tests.makers import Office
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
TODAY = date(2026, 11, 24)
TEXT = "Takes ____ daily.\n\n" + "No fever, no cough. " * 5


def jobs(actor: Actor, on: date = TODAY) -> list[Job]:
    return production(actor, on, on)[1]


def test_the_lines_are_those_of_the_finished_text_and_counted_when_it_is_signed(office: Office, moreau: Actor) -> None:
    one = make_finished(moreau, make_visit(office), TEXT, blank=6)
    assert jobs(PROGRAM) == []
    (blank,) = blanks_of(one.id, typed_of(one.id))
    answer_blank(actor=office.provider, dictation_id=one.id, blank_id=blank.id, words="a long list of medicines")
    seen = typed_of(one.id).version
    sign_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, seen_text=seen)
    (job,) = jobs(PROGRAM)
    assert (job.lines, job.typist, job.drafted, job.seconds) == (Lines(116, 95), moreau.name, False, 2.0)
    assert (job.lines.gross, job.lines.visible) == (1.78, 1.46)
    assert jobs(PROGRAM, TODAY - timedelta(days=1)) == jobs(PROGRAM, TODAY + timedelta(days=1)) == []


def test_one_sees_ones_own_and_a_leader_everybodys(office: Office, moreau: Actor) -> None:
    make_signed(office, moreau, make_visit(office), TEXT.replace("____", "it"))
    make_signed(office, office.provider, make_visit(office), "No fever.", tone=50)
    petrov = person("petrov")
    assert [one.typist for one in production(petrov, TODAY, TODAY)[0]] == [office.provider.name, moreau.name]
    assert [one.typist for one in production(moreau, TODAY, TODAY)[0]] == [moreau.name]
    with pytest.raises(NotFound):
        production(person("lind"), TODAY, TODAY)
    page = sign_in("petrov").get("/dictation/lines/?from=11/24/2026&to=11/24/2026").content.decode()
    assert office.provider.name in page
    mine = sign_in("moreau").get("/dictation/lines/?from=11/24/2026&to=t").content.decode()
    assert office.provider.name not in mine.partition("<main")[2]
    assert "Nothing was signed" in sign_in("moreau").get("/dictation/lines/?to=01/31/2026").content.decode()


def test_a_kept_visit_is_counted_and_not_listed(office: Office, moreau: Actor) -> None:
    visit: UUID = make_visit(office)
    one = make_signed(office, moreau, visit, "No fever.")
    label_visit(
        actor=office.provider, subject=one.patient_id, things=[visit], label=Label.PART2, why="Kept apart"
    )  # fmt: skip
    people, listed = production(moreau, TODAY, TODAY)
    assert ([one.jobs for one in people], listed) == ([1], [])
    assert "1 more are counted" in sign_in("moreau").get("/dictation/lines/?to=11/24/2026").content.decode()


def test_the_report_sums_them_and_names_no_patient(office: Office, moreau: Actor) -> None:
    make_signed(office, moreau, make_visit(office), TEXT.replace("____", "it"))
    columns, rows = report_rows("dictation_lines")
    assert columns == ["month", "typist", "kind", "drafted", "jobs", "gross_lines", "visible_lines", "minutes"]
    assert [row[:5] for row in rows] == [(date(2026, 11, 1), moreau.name, "visit-note", False, 1)]


def test_a_leader_sees_how_long_they_took_from_sent_to_ready_and_from_there_to_signed(
    office: Office, moreau: Actor
) -> None:
    late, kept = (
        make_typing(moreau, make_visit(office)),
        make_dictation(make_visit(office), tone=50, priority=Priority.STAT),
    )
    with clock.frozen(NOON + timedelta(hours=5)):
        claim_dictation(actor=moreau, dictation_id=kept.id, seen_version=1)
        for one in (late, kept):
            keep_text(actor=moreau, dictation_id=one.id, text="No fever.", seen_version=1)
            finish_dictation(actor=moreau, dictation_id=one.id, seen_version=2)
    with clock.frozen(NOON + timedelta(hours=6)):  # sent back and finished again: ready is when it first was
        return_dictation(actor=office.provider, dictation_id=late.id, seen_version=3, why="Which cough?")
        finish_dictation(actor=moreau, dictation_id=late.id, seen_version=4)
    with clock.frozen(NOON + timedelta(hours=8)):
        signed(office, late)
        label_visit(
            actor=office.provider, subject=kept.patient_id, things=[kept.encounter_id], label=Label.PART2, why="Apart"
        )
    petrov = person("petrov")
    (all_,) = took(petrov, TODAY, TODAY)
    assert (all_.count, all_.late, all_.stat, all_.stat_late) == (2, 1, 1, 1)
    assert all_.ready == Spread(timedelta(hours=5), timedelta(hours=5))
    assert all_.signed == Spread(timedelta(hours=3), timedelta(hours=3))
    assert took(petrov, TODAY + timedelta(days=1), TODAY + timedelta(days=2)) == []
    with pytest.raises(NotFound):
        took(moreau, TODAY, TODAY)
    address = "/dictation/lines/?from=11/24/2026&to=11/24/2026"
    page = " ".join(sign_in("petrov").get(address).content.decode().partition("How long they took")[2].split())
    assert (
        '<td class="num b">5 h</td><td class="num">5 h</td><td class="num b">3 h</td><td class="num">3 h</td>' in page
    )
    assert "How long they took" not in sign_in("moreau").get(address).content.decode()
