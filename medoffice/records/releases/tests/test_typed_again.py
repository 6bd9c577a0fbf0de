"""What is typed of what goes comes back whole when a part of it cannot be read, with the words beside its field."""

import re
from datetime import UTC, date, datetime

import pytest

from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.records.documents.tests.test_actions_chart import filed
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases.api import note_request, open_requests, request
from medoffice.records.releases.types import Asked, Asker
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


def value_of(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" (?:type="text" maxlength="200" )?value="([^"]*)"', page)
    assert found, name
    return found[1]


def test_one_bad_cell_brings_back_all_that_was_typed_and_each_is_told_beside_its_field() -> None:
    clock.freeze(datetime(2026, 11, 24, 18, tzinfo=UTC))
    make_office()
    person("vega")
    who = make_patient()
    first, second = filed(who, "Page one", "Page two"), filed(who, "Another")
    told = Asked(Asker.PATIENT, "request", "Ingrid Vale", "", "everything", "", date(2026, 11, 20))
    ask = note_request(actor=PROGRAM, patient_id=who, asked=told)
    typed = {
        "version": 1,
        f"pages-document-{first.hex}": "1-2",
        f"black-document-{first.hex}": "2: 10-25 x 50",
        f"pages-document-{second.hex}": "4",
        f"black-document-{second.hex}": "1: 3-9",
        "why": "what she named",
    }
    client = sign_in("vega")
    answer = client.post(f"/releases/{ask}/pick/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert {name: value_of(page, name) for name in typed if name != "version"} == {
        name: words for name, words in typed.items() if name != "version"
    }
    for name, words in (
        (f"black-document-{first.hex}", "is no part of a page"),
        (f"pages-document-{second.hex}", "is not within 1 to 1"),
    ):
        assert f'aria-describedby="wrong-{name}"' in page
        assert re.search(rf'id="wrong-{name}" role="alert">[^<]*{words}', page)
    assert page.count('class="error"') == 2
    assert request(PROGRAM, ask).picks == ()
    stale = client.post(f"/releases/{ask}/pick/", typed | {"version": 7, f"pages-document-{second.hex}": "1"})
    assert stale.status_code == 422
    assert value_of(stale.content.decode(), f"pages-document-{first.hex}") == "1-2"
    mended = {f"black-document-{first.hex}": "2: 10-25 x 50-60", f"pages-document-{second.hex}": "1"}
    assert client.post(f"/releases/{ask}/pick/", typed | mended).status_code == 302
    assert len(request(PROGRAM, ask).picks) == 2


def test_why_this_much_is_asked_for_when_a_court_asks_and_told_beside_its_field() -> None:
    clock.freeze(datetime(2026, 11, 24, 18, tzinfo=UTC))
    make_office()
    person("vega")
    who, client = make_patient(), sign_in("vega")
    told = {"asker": "court", "paper": "order", "what": "the year 2026", "came_on": "11/20/2026", "to_name": "County"}
    refused = client.post(f"/releases/new/{who}/", told)
    assert refused.status_code == 422
    assert re.search(r'id="id_why_error" role="alert">Say why this much is needed', refused.content.decode())
    assert client.post(f"/releases/new/{who}/", told | {"why": "what the order names"}).status_code == 302
    (one,), _ = open_requests(PROGRAM)
    pages = {"version": one.version, f"pages-document-{filed(who, 'a visit').hex}": "1", "why": " "}
    refused = client.post(f"/releases/{one.id}/pick/", pages)
    assert refused.status_code == 422
    assert re.search(r'id="wrong-why" role="alert">Say why this much is needed', refused.content.decode())


def test_what_goes_of_one_item_is_kept_beside_the_others_and_black_on_a_page_that_stays_is_told() -> None:
    clock.freeze(datetime(2026, 11, 24, 18, tzinfo=UTC))
    make_office()
    person("vega")
    who, client = make_patient(), sign_in("vega")
    first, second = (f"document-{filed(who, words, 'Two').hex}" for words in ("One", "Another"))
    told = Asked(Asker.PATIENT, "request", "Ingrid Vale", "", "everything", "", date(2026, 11, 20))
    ask = note_request(actor=PROGRAM, patient_id=who, asked=told)
    for number, key in enumerate((first, second)):
        half = {"version": number + 1, "pages": "1", "black": "1: 3-9.5"}
        assert client.post(f"/releases/{ask}/look/{key}/", half).status_code == 302
    kept = request(PROGRAM, ask).picks
    assert {one.key: (one.pages, dict(one.black)) for one in kept} == dict.fromkeys(
        (first, second), ((1,), {1: ((0, 30, 1000, 95),)})
    )
    for typed, field, words in (
        ({"pages": "1", "black": "2: 10-20"}, "black", "Page 2 does not go"),
        ({"pages": "3", "black": ""}, "pages", "not within 1 to 2"),
        ({"pages": "1", "black": "1: 10"}, "black", "no part of a page"),
    ):
        answer = client.post(f"/releases/{ask}/look/{first}/", typed | {"version": "3"})
        assert answer.status_code == 422
        assert re.search(rf'id="id_{field}_error" role="alert">[^<]*{words}', answer.content.decode())
    stale = client.post(f"/releases/{ask}/look/{first}/", {"version": 1, "pages": "all"})
    assert (stale.status_code, "changed this request meanwhile" in stale.content.decode()) == (422, True)
    assert request(PROGRAM, ask).picks == kept
    assert client.post(f"/releases/{ask}/look/{first}/", {"version": 3, "pages": ""}).status_code == 302
    assert [one.key for one in request(PROGRAM, ask).picks] == [second]
    bare, goes = (client.get(f"/releases/{ask}/look/{second}/1/{end}").content for end in ("?bare=1", ""))
    assert bare.startswith(b"\x89PNG")
    assert bare != goes


def test_what_is_typed_of_a_request_that_was_answered_meanwhile_is_said_not_to_be_taken_and_shown() -> None:
    clock.freeze(datetime(2026, 11, 24, 18, tzinfo=UTC))
    make_office()
    person("vega")
    told = Asked(Asker.PATIENT, "request", "Ingrid Vale", "", "everything", "", date(2026, 11, 20))
    ask = note_request(actor=PROGRAM, patient_id=make_patient(), asked=told)
    client = sign_in("vega")
    assert "was not taken" not in client.get(f"/releases/{ask}/").content.decode()
    close = {"state": "withdrawn", "closed_why": "she called"}
    assert client.post(f"/releases/{ask}/close/", close).status_code == 302
    for verb, name in (("more-time", "extend_why"), ("close", "closed_why")):
        late = client.post(f"/releases/{ask}/{verb}/", close | {name: "the scans are at the other site"})
        page = late.content.decode()
        assert late.status_code == 422
        assert "This was not taken." in page
        assert "the scans are at the other site" in page
