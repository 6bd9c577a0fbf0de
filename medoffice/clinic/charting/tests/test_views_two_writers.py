"""Two people write one note at their screens: the second sees both texts, keeps either, and loses no word."""

import pytest

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.practice.tests.makers import make_office
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
MINE, THEIRS = "Cough for three days, worse at night.", "Cough for three days. Throat is red."


def test_the_second_to_save_sees_both_texts_and_keeps_either() -> None:
    office = make_office()
    visit = make_visit(office)
    page, there = f"/charting/{visit}/", f"/charting/{visit}/note/"
    okafor, ruiz = sign_in("okafor"), signed_in("ruiz")
    okafor.post(there, form_with(okafor.get(page).content, "text", there).sent(text="Cough."))
    mine = form_with(okafor.get(page).content, "text", there).sent(text=MINE)
    ruiz.post(there, form_with(ruiz.get(page).content, "text", there).sent(text=THEIRS))
    answer = okafor.post(there, mine)
    assert answer.status_code == 409
    told = answer.content.decode()
    for shown in ("Carmen Ruiz", MINE, THEIRS, f'href="{page}"'):
        assert shown in told, shown
    stored = note_of(visit)
    assert stored is not None
    assert stored.text == THEIRS
    again = form_with(answer.content, "text", there)
    assert again.values["text"] == [MINE]
    assert okafor.post(there, again.sent()).status_code == 302
    kept = note_of(visit)
    assert kept is not None
    assert kept.text == MINE


def test_two_who_both_begin_an_empty_note_lose_nothing() -> None:
    office = make_office()
    visit = make_visit(office)
    page, there = f"/charting/{visit}/", f"/charting/{visit}/note/"
    okafor, ruiz = sign_in("okafor"), signed_in("ruiz")
    mine = form_with(okafor.get(page).content, "text", there).sent(text=MINE)
    theirs = form_with(ruiz.get(page).content, "text", there).sent(text=THEIRS)
    ruiz.post(there, theirs)
    answer = okafor.post(there, mine)
    assert answer.status_code == 409
    assert MINE in answer.content.decode()
    assert THEIRS in answer.content.decode()
