"""PR8: what charts lack, by author and age; who finishes one is rid of it, and what a label keeps is not counted."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.charting.api import note, note_of, sign_note
from medoffice.clinic.charting.queries.chart import notes_uncoded, notes_unsigned
from medoffice.clinic.charting.rules.ageing import AGES, STEPS, behind, days_old
from medoffice.clinic.charting.tests.makers import make_note
from medoffice.clinic.charting.types import Deficiency
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.reports import report_rows
from medoffice.practice.api import finish_work_about
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


def lack(days: float, author: str = "Amara Okafor, MD") -> Deficiency:
    return Deficiency("unsigned", UUID(int=1), UUID(int=2), author, NOW - timedelta(days=days))


@given(st.lists(st.tuples(st.floats(0, 400), st.sampled_from("abc"))))
def test_every_deficiency_is_counted_once_at_its_age(made: list[tuple[float, str]]) -> None:
    found = [lack(days, author) for days, author in made]
    lines = behind(found, NOW)
    assert sum(line.total for line in lines) == len(found)
    for line in lines:
        ages = [days_old(one, NOW) for one in found if one.author == line.author]
        assert (line.total, line.oldest_days, len(line.by_age)) == (len(ages), max(ages), len(AGES))
        for place, (most, _) in enumerate(STEPS):
            assert sum(line.by_age[: place + 1]) == sum(age <= most for age in ages)
    assert [line.total for line in lines] == sorted((line.total for line in lines), reverse=True)


@pytest.fixture
def office(db: None) -> Iterator[Office]:  # noqa: ARG001 - for its effect
    with clock.frozen(NOW - timedelta(days=10)):
        made = make_office()
        make_note(made)
    with clock.frozen(NOW):
        yield made


def test_a_chart_is_on_the_list_until_it_is_signed_and_coded(office: Office) -> None:
    okafor, page = sign_in("okafor"), "/charting/deficiencies/"
    (unsigned,) = notes_unsigned(office.provider)
    assert (unsigned.author, days_old(unsigned, NOW)) == ("Amara Okafor, MD", 10)
    shown = okafor.get(page).content.decode()
    assert "Not signed" in shown
    assert "8\u201330 days" in shown
    assert report_rows("charts_to_finish")[1][0][:2] == ("Amara Okafor, MD", "unsigned")

    abara, lind = person("abara"), signed_in("lind")
    deny_subject(actor=PROGRAM, user_id=abara.id, subject=unsigned.patient_id, reason="sister")
    assert notes_unsigned(abara) == []
    assert lind.get(page).status_code == 404

    found = _note_of(unsigned)
    sign_note(actor=office.provider, note_id=found, seen_version=note(found).version)
    assert notes_unsigned(office.provider) == []
    (uncoded,) = notes_uncoded(office.provider)
    assert (uncoded.encounter_id, uncoded.since) == (unsigned.encounter_id, NOW)
    assert "Not coded" in okafor.get(page, {"author": uncoded.author}).content.decode()
    finish_work_about(actor=PROGRAM, ref=Ref("encounter", uncoded.encounter_id), outcome="coded")
    assert "Show all" not in shown
    assert "Every chart is finished." in okafor.get(page).content.decode()
    assert report_rows("charts_to_finish")[1] == []


def _note_of(one: Deficiency) -> UUID:
    written = note_of(one.encounter_id)
    assert written is not None
    return written.id
