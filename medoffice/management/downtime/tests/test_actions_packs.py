"""Packs are made, encrypted, kept in number, copied; what labels keep from paper is not in them."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from pypdf import PdfReader

from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock, private
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.management.downtime.actions.set_up_packs import seal_again
from medoffice.management.downtime.api import folder, how_made, make_pack, packs, set_up_packs
from medoffice.management.downtime.jobs import make_packs
from medoffice.management.downtime.models import DowntimeSettings
from medoffice.management.downtime.queries import packs_are_made
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.api import register_paper_section
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, audit_lines, deny_subject, label_patient, label_visit
from medoffice.security.tests.makers import person, sign_in, written_down
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
WORD = "seven quiet herons wade"


@pytest.fixture(autouse=True)
def _on_a_tuesday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    made = make_bookable_office()
    set_up_packs(actor=PROGRAM, password=WORD, keep=3)
    return made


def _text(password: str = WORD) -> str:
    reader = PdfReader(BytesIO((folder() / packs()[0].name).read_bytes()), password=password)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def _visit(office: Office, family: str, hour: int = 14, day: int = 24, reason: str = "a cough") -> tuple[UUID, UUID]:
    patient_id = make_patient(family, "Ingrid", phone="217-555-0142")
    return patient_id, make_appointment(office, patient_id, local(day, hour), reason=reason)


def test_it_holds_today_and_tomorrow_and_says_what_is_not_recorded(office: Office) -> None:
    _visit(office, "Vale")
    _visit(office, "Amaro", day=25, reason="blood pressure")
    _visit(office, "Later", day=26)
    make_pack(actor=PROGRAM)
    text = _text()
    for words in ("Vale, Ingrid", "born 03/08/1968", "217-555-0142", "a cough", "Amaro, Ingrid", "blood pressure"):
        assert words in text
    assert "Later" not in text
    assert text.count("Allergies: none is recorded: ask the patient") == 2
    assert text.count("Medications: none is recorded: ask the patient") == 2
    assert len(packs()[0].patient_ids) == 2


def test_rooms_add_what_they_know(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    known, _ = _visit(office, "Vale")
    _visit(office, "Amaro", hour=15)
    asked: list[str] = []

    def read(_: Actor, word: str, ids: Iterable[UUID]) -> dict[UUID, list[str]]:  # noqa: ARG001 - as the registry wants it
        asked.append(word)
        return {known: ["penicillin: rash"]}

    monkeypatch.setattr("medoffice.records.patients.offers.paper_sections._entries", {})
    register_paper_section("allergies", "Allergies", read)
    make_pack(actor=PROGRAM)
    assert "Allergies: penicillin: rash" in _text()
    assert "Allergies: none is recorded: ask the patient" in _text()
    assert asked == ["downtime.tell"]


def test_on_disk_it_is_closed_and_nothing_of_it_can_be_read(office: Office, tmp_path: Path) -> None:
    _visit(office, "Vale")
    make_pack(actor=PROGRAM)
    pack = packs()[0]
    whole = (folder() / pack.name).read_bytes()
    assert private.open_to_others(tmp_path) == []
    assert b"Vale" not in whole
    assert "Vale" not in pack.name
    assert WORD.encode() not in bytes(DowntimeSettings.objects.get().password)
    with pytest.raises(Exception, match="password"):
        _text("")


def test_what_labels_keep_from_paper_is_not_in_it(office: Office) -> None:
    known, _ = _visit(office, "Vale", reason="knee")
    used, use = _visit(office, "Amaro", hour=15, reason="methadone")
    talked, talk = _visit(office, "Chen", hour=16, reason="grief")
    manager = person("petrov")
    label_patient(actor=PROGRAM, subject=known, label=Label.VIP, why="the mayor")
    label_visit(actor=PROGRAM, subject=used, things=[use], label=Label.PART2, why="programme")
    label_visit(
        actor=PROGRAM, subject=talked, things=[talk], label=Label.PSYCHOTHERAPY, why="session", written_by=manager.id
    )
    make_pack(actor=PROGRAM)
    text = _text()
    for words in ("Vale", "knee", "methadone", "grief"):
        assert words not in text
    assert "held back: this record is not on paper" in text
    assert packs()[0].held_back == 3
    assert known not in packs()[0].patient_ids


def test_the_last_few_are_kept_and_copies_too(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _visit(office, "Vale")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "somebody's letter.pdf").write_text("not ours")
    monkeypatch.setattr(settings, "DOWNTIME_FOLDER", str(stick))
    for minutes in range(0, 150, 30):
        with clock.frozen(NOW + timedelta(minutes=minutes)):
            make_pack(actor=PROGRAM)
    names = sorted(pack.name for pack in packs())
    assert len(names) == 3
    assert sorted(path.name for path in folder().iterdir()) == names
    assert sorted(path.name for path in stick.iterdir()) == [*names, "somebody's letter.pdf"]
    assert packs()[0].findings == ()


def test_a_stick_that_is_out_is_a_finding_and_the_pack_is_made(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert office
    monkeypatch.setattr(settings, "DOWNTIME_FOLDER", "/nowhere/at/all")
    make_pack(actor=PROGRAM)
    assert [found["code"] for found in packs()[0].findings] == ["downtime-not-copied"]


def test_before_a_password_is_chosen_the_job_does_nothing_and_a_person_is_told() -> None:
    make_bookable_office()
    make_packs()
    assert packs() == []
    with pytest.raises(Refusal, match="No password"):
        make_pack(actor=PROGRAM)


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "ababababababab", settings.DEMO_PASSWORD])
def test_an_easy_password_is_refused(password: str) -> None:
    with pytest.raises(Invalid):
        set_up_packs(actor=PROGRAM, password=password, keep=3)
    assert how_made() is None


def test_after_a_rotation_the_password_is_of_the_new_key(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert office
    ring = settings.KEYS.with_new_key()
    assert (seal_again(ring), seal_again(ring)) == (1, 0)
    monkeypatch.setattr(settings, "KEYS", ring.with_newest_only())
    make_pack(actor=PROGRAM)
    assert "Downtime pack" in _text()


def test_an_old_pack_is_a_finding(office: Office) -> None:
    assert office
    make_pack(actor=PROGRAM)
    assert packs_are_made()[0].findings == ()
    with clock.frozen(NOW + timedelta(hours=3)):
        assert [found.code for found in packs_are_made()[0].findings] == ["downtime-old"]
    (folder() / packs()[0].name).unlink()
    assert [found.code for found in packs_are_made()[0].findings] == ["downtime-missing"]


def test_whoever_fetches_it_has_seen_everybody_in_it_and_who_is_denied_one_gets_none(office: Office) -> None:
    seen, _ = _visit(office, "Vale")
    person("lind")
    pack_id = make_pack(actor=PROGRAM)
    lind = sign_in("lind")
    assert lind.get("/downtime/").status_code == 200
    answer = lind.get(f"/downtime/{pack_id}/pdf/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert [line.who for line in audit_lines(subject=seen, limit=20) if line.word == "downtime.see"] == ["Astrid Lind"]
    deny_subject(actor=PROGRAM, user_id=actor_named("lind").id, subject=seen, reason="neighbour")
    assert lind.get(f"/downtime/{pack_id}/pdf/").status_code == 404


def test_the_screens_as_the_manager_uses_them(office: Office) -> None:
    assert office
    person("petrov")
    petrov = sign_in("petrov")
    typed = {"password": WORD, "again": WORD + "s", "keep": "5", "once": "a"}
    assert "differ" in petrov.post("/downtime/set-up/", typed).content.decode()
    assert petrov.post("/downtime/set-up/", {**typed, "again": WORD}).status_code == 302
    assert petrov.post("/downtime/make/", {"once": "b"}).status_code == 302
    page = petrov.get("/downtime/").content.decode()
    assert "0 minutes old" in page
    assert "5 are kept" in page
    assert written_down("downtime.make")[0][0] == "Irina Petrov"
    with pytest.raises(NotFound):
        make_pack(actor=person("nox"))
