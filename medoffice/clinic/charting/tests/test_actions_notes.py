"""Notes: written by many, signed by their author, changed by nobody; vital signs as taken."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from medoffice.clinic.charting.api import (
    add_addendum,
    note,
    note_of,
    record_vitals,
    sign_note,
    start_note,
    unsigned_notes,
    vitals_of,
    write_note,
)
from medoffice.clinic.charting.rules.sealing import note_hash
from medoffice.clinic.charting.tests.makers import WORDS, make_note, make_visit
from medoffice.clinic.charting.types import Vitals
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_about, work_items
from medoffice.practice.tests.makers import Office, make_office, make_provider
from medoffice.records.encounters.api import encounter
from medoffice.security.api import deny_subject, form_sent
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def ruiz(office: Office) -> Actor:  # noqa: ARG001 - a nurse of the office
    return person("ruiz")


def test_a_visit_has_one_note_whoever_starts_it(office: Office, ruiz: Actor) -> None:
    visit = make_visit(office)
    first = start_note(actor=ruiz, encounter_id=visit, text="Cough.")
    assert start_note(actor=office.provider, encounter_id=visit) == first
    started = note(first)
    assert (started.author, started.author_id, started.text) == ("Amara Okafor, MD", office.provider_id, "Cough.")
    assert work_about(Ref("note", first)) is not None


def test_a_stale_save_shows_both_texts_and_loses_neither(office: Office, ruiz: Actor) -> None:
    note_id = make_note(office)
    write_note(actor=ruiz, note_id=note_id, text="Pulse 72.", seen_version=1)
    with pytest.raises(Conflict) as conflict:
        write_note(actor=office.provider, note_id=note_id, text="Wheezing.", seen_version=1)
    detail = conflict.value.detail
    assert (detail["mine"], detail["theirs"]) == ({"text": "Wheezing."}, {"text": "Pulse 72."})
    assert (detail["changed_by"], detail["version"]) == ("Carmen Ruiz", 2)
    assert note(note_id).text == "Pulse 72."
    both = write_note(actor=office.provider, note_id=note_id, text="Pulse 72. Wheezing.", seen_version=2)
    assert (both, note(note_id).text) == (3, "Pulse 72. Wheezing.")


def test_saving_the_same_words_again_changes_nothing(office: Office) -> None:
    note_id = make_note(office)
    version = write_note(actor=PROGRAM, note_id=note_id, text="Cough.", seen_version=1)
    assert write_note(actor=PROGRAM, note_id=note_id, text="Cough.", seen_version=1) == version


def test_signing_seals_text_author_and_time(office: Office) -> None:
    note_id = make_note(office)
    assert [waiting.id for waiting in unsigned_notes(office.provider)] == [note_id]
    seal = sign_note(actor=office.provider, note_id=note_id, seen_version=1)
    signed = note(note_id)
    assert (signed.signed, signed.signed_at, signed.sha256) == (True, NOW, seal)
    assert seal == note_hash(WORDS, office.provider_id, NOW)
    assert unsigned_notes(office.provider) == []
    assert work_about(Ref("note", note_id)) is None
    assert work_about(Ref("encounter", signed.encounter_id)) is not None


def test_p79_signing_sends_in_the_same_act_to_whom_it_is_for(office: Office, ruiz: Actor) -> None:
    vega = make_user("vega", "Sol Vega", Role.PROVIDER)
    note_id = make_note(office)
    patient, visit = note(note_id).patient_id, note(note_id).encounter_id
    for nobody in (person("lind"), make_user("abara", "Ada Abara", Role.CODER)):
        if nobody.name == "Ada Abara":
            deny_subject(actor=PROGRAM, user_id=nobody.id, subject=patient, reason="sister")
        with pytest.raises(Refusal) as refusal:
            sign_note(actor=office.provider, note_id=note_id, seen_version=1, to=[vega.id, nobody.id])
        assert refusal.value.code == "not-theirs-to-read"
    assert not note(note_id).signed
    sign_note(actor=office.provider, note_id=note_id, seen_version=1, to=[vega.id, ruiz.id, vega.id])
    for reader in (vega, ruiz):
        (sent,) = [one for one in work_items(reader) if one.owner_name == reader.name]
        assert (sent.kind, sent.ref.id) == ("note-to-read", note_id)
        assert sent.title == f"Note of visit {encounter(visit).number} to read"


def test_only_the_author_signs(office: Office, ruiz: Actor) -> None:
    note_id = make_note(office)
    with pytest.raises(NotFound):
        sign_note(actor=ruiz, note_id=note_id, seen_version=1)
    vega = make_user("vega", "Sol Vega", Role.PROVIDER)
    make_provider(office.site_id, "Vega", user_id=vega.id)
    stranger = make_user("haddad", "Leila Haddad", Role.PROVIDER)
    for other in (vega, stranger):
        with pytest.raises(Refusal) as refusal:
            sign_note(actor=other, note_id=note_id, seen_version=1)
        assert refusal.value.words == "This note is Amara Okafor, MD's to sign."
    assert not note(note_id).signed


def test_nothing_is_signed_unread_or_empty(office: Office, ruiz: Actor) -> None:
    empty = make_note(office, text="  ")
    with pytest.raises(Refusal) as refusal:
        sign_note(actor=office.provider, note_id=empty, seen_version=1)
    assert refusal.value.code == "note-empty"
    write_note(actor=ruiz, note_id=empty, text="Give double the dose.", seen_version=1)
    with pytest.raises(Conflict):
        sign_note(actor=office.provider, note_id=empty, seen_version=1)
    assert not note(empty).signed


def test_a_signed_note_takes_addenda_only(office: Office, ruiz: Actor) -> None:
    note_id = make_note(office)
    with pytest.raises(Refusal) as early:
        add_addendum(actor=office.provider, note_id=note_id, text="Later words.")
    assert early.value.code == "note-unsigned"
    sign_note(actor=office.provider, note_id=note_id, seen_version=1)
    for act in (
        lambda: write_note(actor=ruiz, note_id=note_id, text="Other words.", seen_version=1),
        lambda: sign_note(actor=office.provider, note_id=note_id, seen_version=1),
    ):
        with pytest.raises(Refusal) as refusal:
            act()
        assert refusal.value.code == "note-signed"
    with pytest.raises(Invalid):
        add_addendum(actor=office.provider, note_id=note_id, text=" ")
    with pytest.raises(NotFound):
        add_addendum(actor=ruiz, note_id=note_id, text="Later words.")
    made = set()
    for _ in range(2):
        with form_sent("form-1"):
            made.add(add_addendum(actor=office.provider, note_id=note_id, text=" Culture is negative. "))
    assert len(made) == 1
    signed = note(note_id)
    assert signed.text == WORDS
    (added,) = signed.addenda
    assert (added.author, added.text, added.at) == ("Amara Okafor", "Culture is negative.", NOW)


def test_vital_signs_are_kept_as_taken_and_the_latest_is_shown(office: Office, ruiz: Actor) -> None:
    visit = make_visit(office)
    assert vitals_of(visit) is None
    record_vitals(actor=ruiz, encounter_id=visit, vitals=Vitals(systolic=168, diastolic=90))
    second = Vitals(systolic=138, diastolic=84, temperature=Decimal("38.6"))
    record_vitals(actor=ruiz, encounter_id=visit, vitals=second)
    assert vitals_of(visit) == second


@pytest.mark.parametrize(
    ("vitals", "fields"),
    [
        (Vitals(), None),
        (Vitals(pulse=720), ["pulse"]),
        (Vitals(systolic=80, diastolic=120), ["diastolic"]),
        (Vitals(temperature=Decimal("98.6"), pain=12), ["temperature", "pain"]),
    ],
)
def test_vital_signs_that_cannot_be_are_not_stored(office: Office, vitals: Vitals, fields: list[str] | None) -> None:
    visit = make_visit(office)
    with pytest.raises(Invalid) as refusal:
        record_vitals(actor=PROGRAM, encounter_id=visit, vitals=vitals)
    if fields:
        assert list(refusal.value.detail["fields"]) == fields
    assert vitals_of(visit) is None


def test_who_may_not_see_the_chart_reads_and_writes_nothing(office: Office, ruiz: Actor) -> None:
    note_id = make_note(office)
    visit = note(note_id).encounter_id
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=ruiz.id, subject=note(note_id).patient_id, reason="his brother")
    for nobody in (lind, ruiz):
        with pytest.raises(NotFound):
            record_vitals(actor=nobody, encounter_id=visit, vitals=Vitals(pulse=72))
        with pytest.raises(NotFound):
            write_note(actor=nobody, note_id=note_id, text="x", seen_version=1)
        assert unsigned_notes(nobody) == []
    found = note_of(visit)
    assert found is not None
    assert found.text == WORDS
