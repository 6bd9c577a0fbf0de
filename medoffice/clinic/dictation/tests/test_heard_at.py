"""From words of a signed note to the sentence of the dictation in which they were said."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.queries.heard import heard_at
from medoffice.clinic.dictation.rules.keeping import places_of, said_at
from medoffice.clinic.dictation.tests.makers import make_finished, make_signed
from medoffice.clinic.dictation.types.dictations import Word
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.api import can
from medoffice.security.tests.makers import person, sign_in, signed_in

pytestmark = pytest.mark.django_db
TEXT = "Assessment: essential hypertension. Start lisinopril 10 mg daily."


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


def test_words_of_a_signed_note_lead_to_where_they_were_said(office: Office) -> None:
    typist, visit = person("moreau"), make_visit(office)
    one = make_signed(office, typist, visit, TEXT)
    told = heard_at(office.provider, visit, ["essential hypertension", "nobody said this"])
    assert told == [f"{reverse('dictation:review', args=[one.id])}?at=1000", ""]
    nurse = person("ruiz")
    assert not can(nurse, "dictation.listen", one.patient_id, visit)
    assert heard_at(nurse, visit, ["lisinopril"]) == [""]
    okafor = sign_in("okafor")
    assert b" autofocus" in okafor.get(told[0]).content
    shown = okafor.get(reverse("charting:noted", args=[visit])).content.decode()
    assert shown.count(f'href="{told[0]}"') == 2
    assert okafor.get(told[0].replace("1000", "x")).status_code == 200


def test_nothing_leads_to_what_is_not_signed(office: Office) -> None:
    visit = make_visit(office)
    make_finished(person("moreau"), visit, TEXT)
    assert heard_at(office.provider, visit, ["lisinopril"]) == [""]


def test_the_time_is_that_of_the_word_the_quote_begins_with() -> None:
    words = tuple(Word(place, text, place * 100, place * 100 + 90) for place, text in enumerate(TEXT.split()))
    begins = places_of(TEXT, ["lisinopril 10 mg", "", "metformin"])
    assert [said_at(TEXT, words, at) for at in begins] == [400, None, None]


def test_what_is_said_twice_is_found_where_it_follows() -> None:
    text = "Left knee. No pain. Right knee. No pain."
    assert places_of(text, ["Left knee.", "No pain.", "Right knee.", "No pain."]) == [0, 11, 20, 32]
    assert places_of(text, ["Right knee.", "Left knee.", "No pain."]) == [20, 0, 11]


def test_each_sentence_of_a_note_is_a_key_from_its_sound(office: Office) -> None:
    typist, visit = person("moreau"), make_visit(office)
    one = make_signed(office, typist, visit, TEXT)
    quotes = ["Assessment: essential hypertension.", "Start lisinopril 10 mg daily.", "Nobody dictated this."]
    *told, nowhere = heard_at(office.provider, visit, quotes)
    review = reverse("dictation:review", args=[one.id])
    assert [where.partition("?")[0] for where in told] == [review, review]
    assert nowhere == ""
    okafor, page = sign_in("okafor"), reverse("charting:visit", args=[visit])
    shown = okafor.get(page).content.decode()
    for where in told:
        assert f'<a class="hear" href="{where}" data-row>' in shown
        assert b"autofocus data-plays" in okafor.get(where).content
    assert 'class="hear"' not in signed_in("ruiz").get(page).content.decode()
