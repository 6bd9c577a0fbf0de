"""Sign is route (P79): a signed note goes where it always goes; one to co-sign is not finished until it has both."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from medoffice.clinic.charting.actions.cosign_note import cosign_note
from medoffice.clinic.charting.actions.route_notes import route_notes
from medoffice.clinic.charting.api import note, sign_note
from medoffice.clinic.charting.models import Cosignature
from medoffice.clinic.charting.queries.chart import cosigning_of, notes_missing, notes_to_cosign, routes
from medoffice.clinic.charting.tests.makers import make_note, make_visit
from medoffice.clinic.charting.types import Routed
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import add_staff, staff_of_user
from medoffice.practice.tests.makers import Office, make_office, make_provider, work
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.fixture
def office(db: None) -> Iterator[Office]:  # noqa: ARG001 - for its effect
    with clock.frozen(NOON):
        yield make_office()


@pytest.fixture
def weiss(office: Office) -> Actor:
    """A supervisor with an account."""
    account = make_user("weiss", "Rosa Weiss", "provider")
    make_provider(office.site_id, "Weiss", user_id=account.id)
    return account


def staff_id(actor: Actor) -> UUID:
    found = staff_of_user(actor.id)
    assert found is not None
    return found.id


def test_a_note_to_cosign_is_a_deficiency_of_the_supervisor_until_both_have_signed(
    office: Office, weiss: Actor
) -> None:
    route_notes(actor=PROGRAM, author_id=office.provider_id, reader_id=staff_id(weiss), what=Routed.COSIGN)
    note_id = make_note(office, signed=True)
    assert len(work("note-to-cosign")) == 1
    (lack,) = notes_to_cosign(office.provider)
    assert lack.author.startswith("Ada Weiss")
    page = sign_in("okafor").get("/charting/deficiencies/").content.decode()
    assert "Not co-signed" in page
    with pytest.raises(Refusal, match="co-signs this note"):
        cosign_note(actor=office.provider, note_id=note_id)
    desk, visit = sign_in("weiss"), f"/charting/{lack.encounter_id}/"
    assert "Co-sign" in desk.get(visit).content.decode()
    assert desk.post(f"{visit}cosign/").status_code == 302
    assert "co-signed" in desk.get(visit).content.decode()
    assert cosign_note(actor=weiss, note_id=note_id) == Cosignature.objects.get().sha256
    assert (notes_to_cosign(office.provider), work("note-to-cosign")) == ([], [])
    second = cosigning_of(note_id)
    assert second is not None
    assert second.signed_by.startswith("Ada Weiss")
    with pytest.raises(DatabaseError), transaction.atomic():
        Cosignature.objects.update(signed_by="somebody")


def test_who_always_gets_the_notes_has_them_as_work_and_who_may_not_read_one_has_not(
    office: Office, weiss: Actor
) -> None:
    route_notes(actor=PROGRAM, author_id=office.provider_id, reader_id=staff_id(weiss), what=Routed.COPY)
    note_id = make_note(office, signed=True)
    assert len(work("note-to-read")) == 1
    assert cosigning_of(note_id) is None
    with pytest.raises(NotFound):
        cosign_note(actor=weiss, note_id=note_id)
    route_notes(actor=PROGRAM, author_id=office.provider_id, reader_id=staff_id(weiss), what=Routed.NOT)
    make_note(office, signed=True)
    assert (routes(), len(work("note-to-read"))) == ([], 1)


def test_a_note_its_supervisor_may_not_read_is_not_signed_without_another_one(office: Office, weiss: Actor) -> None:
    route_notes(actor=PROGRAM, author_id=office.provider_id, reader_id=staff_id(weiss), what=Routed.COSIGN)
    written = note(make_note(office))
    deny_subject(actor=PROGRAM, subject=written.patient_id, user_id=weiss.id, reason="sister")
    with pytest.raises(Refusal, match="cannot read"):
        sign_note(actor=office.provider, note_id=written.id, seen_version=written.version)


def test_who_can_be_named(office: Office, weiss: Actor) -> None:
    clerk = person("vega")
    secretary = add_staff(
        actor=PROGRAM, key="vega", name="Luz Vega", family_name="Vega", credentials="", is_provider=False, npi="",
        taxonomy="", site_id=office.site_id, user_id=clerk.id,
    )  # fmt: skip
    silent = make_provider(office.site_id, "Lind")
    for reader, what in ((office.provider_id, Routed.COPY), (silent, Routed.COPY), (secretary, Routed.COSIGN)):
        with pytest.raises(Invalid):
            route_notes(actor=PROGRAM, author_id=office.provider_id, reader_id=reader, what=what)
    person("petrov")
    petrov = sign_in("petrov")
    told = {"author": str(office.provider_id), "reader": str(staff_id(weiss)), "what": "co-sign"}
    assert petrov.post("/charting/routes/", told).status_code == 302
    assert "to co-sign" in petrov.get("/charting/routes/").content.decode()
    assert petrov.post("/charting/routes/", told | {"reader": str(secretary)}).status_code == 422


def test_a_visit_that_was_seen_and_has_no_note_is_a_deficiency(office: Office) -> None:
    visit = make_visit(office)
    assert notes_missing(office.provider) == []
    for stage in (Stage.WITH_PROVIDER, Stage.CHECK_OUT):
        move_encounter(actor=PROGRAM, encounter_id=visit, stage=stage)
    (lack,) = notes_missing(office.provider)
    assert (lack.encounter_id, lack.author) == (visit, "Amara Okafor, MD")
    assert "nothing dictated" in sign_in("okafor").get("/charting/deficiencies/").content.decode()
