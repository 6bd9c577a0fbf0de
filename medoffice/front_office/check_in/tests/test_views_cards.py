"""Insurance cards on the screens: pictures taken, what was read suggested, a policy once a person says so."""

from datetime import date
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from medoffice.front_office.check_in.actions import scan_card
from medoffice.front_office.check_in.api import card, cards_of, keep_card
from medoffice.front_office.check_in.models import Card
from medoffice.front_office.check_in.tests.cards import cards
from medoffice.front_office.scheduling.tests.makers import make_appointment
from medoffice.kernel.money import Money
from medoffice.kernel.text_lines import TextLine
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import coverages_of, coverages_on
from medoffice.records.coverage.tests.makers import Door, add_policy
from medoffice.records.documents.tests.makers import png
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, deny_subject
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "door")]
TODAY = date(2026, 11, 24)


@pytest.fixture
def patient(office: Office) -> UUID:  # noqa: ARG001 - a patient of an office
    return make_patient()


def reads(monkeypatch: pytest.MonkeyPatch, *rows: str) -> None:
    """Have a text recogniser read these lines on every picture, below each other."""
    lines = [TextLine(row, 0.98, (20, 40 * place, 400, 40 * place + 20)) for place, row in enumerate(rows)]
    monkeypatch.setattr(scan_card, "read_lines", lambda _: lines)


def file(data: bytes, name: str = "card.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/png")


def scanned(desk: Client, patient: UUID, **sides: bytes) -> str:
    """Take the pictures; the address of the card beside its fields."""
    answer = desk.post(f"/check-in/scan/{patient}/", {name: file(data) for name, data in sides.items()})
    assert answer.status_code == 302
    return answer["Location"]


def typed(office: Office, **said: str) -> dict[str, str]:
    form = {"payer": str(office.payer_id), "member_id": "PM7719699", "group": "88", "copay": "30", "order": "1",
            "relation": "18", "starts": "t", "holder_sex": "U", "once": "card"}  # fmt: skip
    return form | said


def test_without_the_extra_the_card_is_kept_and_typed(desk: Client, office: Office, patient: UUID) -> None:
    where = scanned(desk, patient, front=png(), back=png(9, 9))
    page = desk.get(where).content.decode()
    assert "No text is read here. Type what the card says." in page
    kept = cards_of(patient)[0]
    assert kept.back_id is not None
    for side in (kept.front_id, kept.back_id):
        assert f'src="/documents/{side}/page/1/"' in page
        assert desk.get(f"/documents/{side}/page/1/").status_code == 200
    answer = desk.post(where, typed(office))
    assert (answer.status_code, answer["Location"]) == (302, f"/coverage/{patient}/")
    (policy,) = coverages_of(patient)
    assert (policy.member_id, policy.group, policy.copay, policy.starts) == ("PM7719699", "88", Money(3000), TODAY)
    assert "This card has been entered." in desk.get(where).content.decode()


def test_what_was_read_is_suggested_and_what_was_wrong_is_noted(
    desk: Client, office: Office, patient: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads(monkeypatch, "PRAIRIE MUTUAL", "Member ID: PM7719698", "Group No. 88-120", "Office Visit $30")
    where = scanned(desk, patient, front=png())
    page = desk.get(where).content.decode()
    assert "Read on the card; compare each field with the picture." in page
    for field in ("PM7719698", "88-120", "30"):
        assert f'value="{field}"' in page
    assert f'<option value="{office.payer_id}" selected>' in page
    assert coverages_of(patient) == []
    assert desk.post(where, typed(office)).status_code == 302
    row = Card.objects.get(patient_id=patient)
    assert (row.corrected, row.confirmed_by, row.policy_id) == (
        ["group", "member_id"],
        "Astrid Lind",
        coverages_of(patient)[0].id,
    )


def test_of_what_cannot_be_read_nothing_is_suggested(
    desk: Client, patient: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads(monkeypatch, "PAID", "Call 1-800-555-0100", "Payer ID 99901")
    page = desk.get(scanned(desk, patient, front=png())).content.decode()
    assert "Nothing could be read for sure. Type what the card says." in page


def test_a_new_card_replaces_the_old_one_and_the_payer_is_asked_about_today(
    desk: Client, office: Office, patient: UUID, door: Door
) -> None:
    old, visit = add_policy(patient, office.payer_id), make_appointment(office, patient)
    answer = desk.post(scanned(desk, patient, front=png()), typed(office, replaces="on"))
    assert answer["Location"] == f"/front/check-in/{visit}/"
    assert [one.member_id for one in coverages_on(patient, TODAY)] == ["PM7719699"]
    ended = next(one for one in coverages_of(patient) if one.id == old)
    assert ended.ends == date(2026, 11, 23)
    assert [one.subscriber.party.identifier for one in door.questions] == ["PM7719699"]
    assert "Prairie Mutual covers the patient on 11/24/2026." in desk.get(answer["Location"]).content.decode()


def test_a_card_is_entered_once_and_a_wrong_one_not_at_all(desk: Client, office: Office, patient: UUID) -> None:
    where = scanned(desk, patient, front=png())
    refused = desk.post(where, typed(office, member_id=" "))
    assert refused.status_code == 422
    assert coverages_of(patient) == []
    assert desk.post(where, typed(office, once="one")).status_code == 302
    again = desk.post(where, typed(office, once="two", order="2"))
    assert again.status_code == 422
    assert "This card has been entered." in again.content.decode()
    assert len(coverages_of(patient)) == 1


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"<svg onload=alert(1)>", b"GIF89a", png()[:20], bytes(3 << 20)])
def test_what_is_no_picture_is_not_kept(desk: Client, patient: UUID, data: bytes) -> None:
    answer = desk.post(f"/check-in/scan/{patient}/", {"front": file(data)})
    assert answer.status_code == 422
    assert cards_of(patient) == []


def test_who_may_not_sees_no_card(desk: Client, office: Office, patient: UUID) -> None:
    """Neither a stranger nor somebody who may see patients, but not this one; not by the card, nor by its picture."""
    kept = keep_card(actor=PROGRAM, patient_id=patient, front=png(), back=b"", lines=None)
    deny_subject(actor=PROGRAM, user_id=actor_named("lind").id, subject=patient, reason="family")
    for client in (desk, signed_in("nox")):
        for path in (
            f"/check-in/card/{kept}/",
            f"/documents/{card(kept).front_id}/page/1/",
            f"/check-in/scan/{patient}/",
        ):
            assert client.get(path).status_code == 404
        assert client.post(f"/check-in/card/{kept}/", typed(office)).status_code == 404
        assert client.post(f"/check-in/scan/{patient}/", {"front": file(png())}).status_code == 404
    assert coverages_of(patient) == []
    assert len(cards_of(patient)) == 1


def test_the_drawn_cards_are_pictures_the_office_takes(desk: Client, patient: UUID) -> None:
    drawn = next(cards())
    scanned(desk, patient, front=drawn.png)
    assert set(drawn.fields) == {"payer", "member_id", "group", "copay", "starts"}
