"""One's own keys and pedal: kept for one person, told to the player of every page."""

from uuid import UUID

import pytest

from medoffice.clinic.dictation.actions.set_hand import set_hand
from medoffice.clinic.dictation.actions.set_pass_pace import set_pass_pace
from medoffice.clinic.dictation.queries.hands import hand_of
from medoffice.clinic.dictation.tests.makers import make_typing
from medoffice.clinic.dictation.types.hands import USUAL, Act, Hand
from medoffice.kernel.refusals import Invalid
from medoffice.practice.tests.makers import Office
from medoffice.security.tests.makers import person, sign_in, written_down

pytestmark = pytest.mark.django_db
OWN = {
    **{act.value: key for act, key in USUAL.items()},
    "hold": "F13",
    "seconds": "0.5",
    "percent": "120",
    "pass_percent": "175",
    "version": "0",
}


def test_a_pedal_is_kept_for_one_person_and_told_to_the_player(office: Office, visit: UUID) -> None:
    moreau = person("moreau")
    one = make_typing(moreau, visit)
    assert hand_of(moreau) == Hand(USUAL)
    client = sign_in("moreau")
    assert 'value="F4"' in client.get("/dictation/hand/").content.decode()
    assert client.post("/dictation/hand/", OWN).status_code == 302
    assert hand_of(moreau) == Hand({**USUAL, Act.HOLD: "F13"}, 500, 120, 175, 1)
    assert hand_of(office.provider) == Hand(USUAL)
    page = client.get(f"/dictation/{one.id}/type/").content.decode()
    assert all(
        told in page
        for told in ('data-back="500"', 'data-percent="120"', 'data-percent="175"', "&quot;hold&quot;: &quot;F13&quot;")
    )
    assert "plays while held" in page
    assert len(written_down("dictation.shorten")) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("hold", "F10"), ("hold", "F4"), ("seconds", "6"), ("percent", "20"), ("percent", ""), ("pass_percent", "201")],
)
@pytest.mark.usefixtures("office")
def test_what_cannot_be_is_said_at_its_field(field: str, value: str) -> None:
    moreau = person("moreau")
    answer = sign_in("moreau").post("/dictation/hand/", OWN | {field: value})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert hand_of(moreau) == Hand(USUAL)


@pytest.mark.usefixtures("office")
def test_of_two_pages_neither_takes_away_in_silence_what_the_other_kept() -> None:
    moreau, client = person("moreau"), sign_in("moreau")
    assert 'name="version" value="0"' in client.get("/dictation/hand/").content.decode()
    assert client.post("/dictation/hand/", OWN).status_code == 302
    late = client.post("/dictation/hand/", OWN | {"hold": "F14"})
    page = late.content.decode()
    assert late.status_code == 422
    assert "in another window. Both are shown here" in page
    assert '<ul class="s"><li>Play as long as it is held: F13</li></ul>' in page
    assert 'value="F14"' in page
    assert hand_of(moreau).keys[Act.HOLD] == "F13"
    assert 'name="version" value="1"' in page
    assert client.post("/dictation/hand/", OWN | {"hold": "F14", "version": "1"}).status_code == 302
    assert (hand_of(moreau).keys[Act.HOLD], hand_of(moreau).version) == ("F14", 2)


@pytest.mark.usefixtures("office")
def test_the_act_refuses_what_the_form_would_not_send() -> None:
    moreau = person("moreau")
    for hand in (
        Hand(USUAL, 5001),
        Hand(USUAL, percent=201),
        Hand(USUAL, pass_percent=40),
        Hand({**USUAL, Act.PLAY: "x"}),
    ):
        with pytest.raises(Invalid):
            set_hand(actor=moreau, hand=hand)


@pytest.mark.usefixtures("office")
def test_the_speed_of_danger_words_is_kept_as_it_was_made_and_nothing_else_changes() -> None:
    moreau, client = person("moreau"), sign_in("moreau")
    assert client.post("/dictation/hand/pace/", {"pass_percent": "170"}).status_code == 204
    assert hand_of(moreau) == Hand(USUAL, pass_percent=170, version=1)
    assert client.post("/dictation/hand/", OWN | {"version": "1"}).status_code == 302
    for _ in range(2):
        assert client.post("/dictation/hand/pace/", {"pass_percent": "180"}).status_code == 204
    assert hand_of(moreau) == Hand({**USUAL, Act.HOLD: "F13"}, 500, 120, 180, 3)
    assert client.post("/dictation/hand/", OWN | {"version": "2"}).status_code == 422
    assert client.post("/dictation/hand/pace/", {"pass_percent": "210"}).status_code == 422
    with pytest.raises(Invalid):
        set_pass_pace(actor=moreau, percent=40)
    assert hand_of(moreau).pass_percent == 180
