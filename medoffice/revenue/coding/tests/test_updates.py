"""What changed in an update: which days, which codes, and what of it the office uses."""

import html
from datetime import UTC, date, datetime, timedelta

import pytest

from medoffice.clinic.charting.api import enter_on_list
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told
from medoffice.front_office.outreach.api import set_recall_rule
from medoffice.front_office.outreach.types.recalls import Basis
from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.kernel import clock
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.queries.updates import update_of
from medoffice.revenue.coding.rules.updating import begun_by, related
from medoffice.revenue.coding.tests.makers import make_office
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM
from medoffice.standards.terminology.api import changed_on, codes_in, icd10, icd10_verdict, last_day, update_days
from medoffice.standards.terminology.types import Verdict

DAY = date(2025, 10, 1)


def test_the_days_of_updates_are_those_on_which_codes_came_or_ended() -> None:
    days = update_days()
    assert days == sorted(set(days), reverse=True)
    assert DAY in days
    assert last_day() + timedelta(days=1) not in days
    assert all(changed_on(day).new or changed_on(day).ended for day in days)


def test_what_came_was_not_valid_the_day_before_and_what_ended_was() -> None:
    before, found = DAY - timedelta(days=1), changed_on(DAY)
    assert len(found.new) > 100
    assert len(found.ended) > 5
    for one in found.new[:50]:
        assert icd10_verdict(one.code, DAY) is Verdict.VALID
        assert icd10_verdict(one.code, before) is not Verdict.VALID
    for one in found.ended:
        assert icd10_verdict(one.code, before) is Verdict.VALID
        assert icd10_verdict(one.code, DAY) is not Verdict.VALID
    assert changed_on(date(2025, 12, 25)).new == ()


def test_texts_name_codes_as_whole_words_and_recalls_by_their_beginnings() -> None:
    assert codes_in("Assessment: e11.9, not E11.95 nor XE11.9") & {"E11.9", "E11.95", "E11"} == {"E11.9", "E11.95"}
    assert begun_by(("e11", ""), {"E11.9", "I10"}) == ["E11.9"]
    assert begun_by((), {"E11.9"}) == []
    assert related("E11.A", {"E11.9"})
    assert not related("E12.A", {"E11.9"})


@pytest.mark.django_db
def test_problem_lists_and_recalls_that_name_what_ended_are_listed_as_far_as_one_may_know() -> None:
    make_office()
    gone = changed_on(DAY).ended[0].code
    known = icd10(gone, DAY - timedelta(days=1))
    assert known is not None
    who, kept = make_patient("Quist", "Per"), make_patient("Moss", "Ida")
    told = Told("An old name", "ICD-10-CM", gone)
    with clock.frozen(datetime(2025, 9, 20, 15, tzinfo=UTC)):
        for one in (who, kept):
            enter_on_list(
                actor=PROGRAM,
                patient_id=one,
                kind=ListKind.PROBLEM,
                told=told,
                cause=Cause(CauseKind.SAID, None, "told"),
            )
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    set_recall_rule(
        actor=PROGRAM,
        name="Old",
        basis=Basis.DIAGNOSIS,
        codes=(gone[:3],),
        months=12,
        kind="sick",
        source="ours",
        valid_from=DAY,
    )
    abara = person("abara")
    deny_subject(actor=PROGRAM, user_id=abara.id, subject=kept, reason="a neighbour")
    found = update_of(abara, DAY)
    assert [(one.code.code, one.times) for one in found.ended if one.code.code == gone] == [(gone, 0)]
    assert [one.patient_id for one in found.touched] == [who]
    assert found.recalls == (("Old", (gone,)),)
    page = html.unescape(sign_in("abara").get("/coding/updates/?from=2025-10-01").content.decode())
    assert "Quist" in page
    assert "Moss" not in page
    assert gone in page


@pytest.mark.django_db
def test_the_latest_update_is_shown_and_others_by_their_day() -> None:
    make_office()
    abara = signed_in("abara")
    first = f"from {update_days()[0]:%m/%d/%Y}"
    for address in ("/coding/updates/", "/coding/updates/?from=soon"):
        assert f'<span class="chip">{first}</span>' in abara.get(address).content.decode()
    assert "No code that ended is used here." in abara.get("/coding/updates/?from=2025-10-01").content.decode()
    assert 'data-key="u"' in abara.get("/coding/").content.decode()
    assert signed_in("lind").get("/coding/updates/").status_code == 404
