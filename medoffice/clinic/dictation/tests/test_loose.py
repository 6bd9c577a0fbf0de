"""Recordings of no visit: taken in once, heard, placed by the visit's number, thrown away with a reason."""

from collections.abc import Iterator
from unittest.mock import Mock
from uuid import UUID, uuid4

import pytest

from medoffice.clinic.dictation.actions.take_loose import fetch_loose
from medoffice.clinic.dictation.api import (
    copies_of,
    dictation,
    dictations_of_visit,
    drop_loose,
    loose_recordings,
    place_loose,
    recordings_of,
    reject_dictation,
    take_loose,
)
from medoffice.clinic.dictation.models import LooseRecording
from medoffice.clinic.dictation.queries.loose import refused_recordings
from medoffice.clinic.dictation.rules.naming import visit_in
from medoffice.clinic.dictation.tests.makers import by_mail, wav
from medoffice.clinic.dictation.types.dictations import LARGEST, Priority, State
from medoffice.front_office.referrals.tests.makers import make_performer, out_of_use
from medoffice.kernel import files
from medoffice.kernel.refusals import Invalid, Refusal, Unavailable
from medoffice.practice.tests.makers import Office, work
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
SOUND = wav(3, tone=12)


def came(name: str = "DM_0001.wav", data: bytes = SOUND) -> UUID:
    take_loose(actor=PROGRAM, name=name, data=data)
    return next(one.id for one in loose_recordings() if one.name == name)


def placed(actor: Actor, loose: UUID, number: str) -> UUID:
    return place_loose(actor=actor, loose_id=loose, number=number, kind="visit-note", priority=Priority.STAT)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("E-10001.wav", "E-10001"), ("okafor e10001 part 2.mp3", "E-10001"), ("2026_E_10001.ogg", "E-10001"),
        ("DM_0001.wav", ""), ("E-10001 and E-10002.wav", ""), ("THREE10001.wav", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_file_may_be_named_after_one_visit(name: str, number: str) -> None:
    assert visit_in(name) == number


def test_it_is_taken_in_once_and_placed_by_the_number_of_its_visit(visit: UUID) -> None:
    moreau, loose = person("moreau"), came()
    assert take_loose(actor=PROGRAM, name="again.wav", data=SOUND) is False
    assert work("dictation-loose") == ["Recording of no visit"]
    with pytest.raises(Invalid, match="Which visit"):
        placed(moreau, loose, "E-99999")
    made = placed(moreau, loose, f" {encounter(visit).number.lower()} ")
    (one,) = dictations_of_visit(PROGRAM, visit)
    assert (one.id, one.state, one.priority) == (made, State.QUEUED, Priority.STAT)
    assert [part.seconds for part in recordings_of(made)] == [3.0]
    assert (loose_recordings(), work("dictation-loose")) == ([], [])
    assert take_loose(actor=PROGRAM, name="later.wav", data=SOUND) is False
    for act in (lambda: placed(moreau, loose, "E-10001"), lambda: drop_loose(actor=moreau, loose_id=loose, why="x")):
        with pytest.raises(Refusal, match=r"settled it\. It is D-"):
            act()


@pytest.mark.usefixtures("office")
def test_what_is_thrown_away_is_destroyed_and_says_why() -> None:
    moreau, loose = person("moreau"), came()
    path = files.path_of(loose_recordings()[0].sha256)
    with pytest.raises(Invalid, match="Say why"):
        drop_loose(actor=moreau, loose_id=loose, why=" ")
    assert path.exists()
    drop_loose(actor=moreau, loose_id=loose, why="A test of the recorder")
    row = LooseRecording.objects.get()
    assert (row.why, row.sha256, row.settled_by) == ("A test of the recorder", "", moreau.name)


def test_what_was_rejected_can_come_again_and_wait_for_the_right_visit(office: Office, visit: UUID) -> None:
    moreau = person("moreau")
    made = placed(moreau, came(), encounter(visit).number)
    assert take_loose(actor=PROGRAM, name="again.wav", data=SOUND) is False
    one = dictation(PROGRAM, made)
    reject_dictation(actor=office.provider, dictation_id=made, seen_version=one.version, why="Another patient's")
    assert take_loose(actor=PROGRAM, name="again.wav", data=SOUND) is True
    assert [each.name for each in loose_recordings()] == ["again.wav"]


class _Door:
    """A door with these files."""

    def __init__(self, *names: str) -> None:
        self.names, self.gone, self.out = list(names), list[str](), list[str]()

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        yield from ((name, wav(1, tone=place)) for place, name in enumerate(self.names))

    def destroyed(self, name: str) -> None:
        if name == "shut.wav":
            raise Refusal("door-shut", "A folder by which files come in cannot be used.", "")
        self.gone.append(name)

    def refused(self, name: str, words: str) -> None:
        self.out.append(f"{name}: {words}")


@pytest.mark.usefixtures("office")
def test_one_file_keeps_no_other_from_being_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    door = _Door("M\udcfcller.wav", "shut.wav", "last.wav")
    monkeypatch.setattr("medoffice.clinic.dictation.actions.take_loose.sound_doors", {"x": door})
    with pytest.raises(Refusal, match="cannot be used"):
        fetch_loose(actor=PROGRAM)
    assert [one.name for one in loose_recordings()] == ["Mller.wav", "shut.wav", "last.wav"]
    assert (door.gone, door.out) == (["M\udcfcller.wav", "last.wav"], [])


@pytest.mark.usefixtures("office")
def test_what_is_refused_is_somebodys_work_until_they_have_seen_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    door = _Door("old.ds2")
    monkeypatch.setattr(_Door, "waiting", lambda self: iter([(self.names[0], b"\x03ds2" + bytes(40))]))
    monkeypatch.setattr("medoffice.clinic.dictation.actions.take_loose.sound_doors", {"x": door})
    for _ in range(2):
        fetch_loose(actor=PROGRAM)
    assert len(door.out) == 2
    (one,) = refused_recordings()
    assert (one.name, "only its maker's program opens" in one.words) == ("old.ds2", True)
    assert work("dictation-refused") == ["A file in the folder for recordings was refused"]
    person("moreau")
    moreau = sign_in("moreau")
    assert "Of no visit" in moreau.get("/dictation/").content.decode()
    assert "old.ds2" in moreau.get("/dictation/loose/").content.decode()
    for _ in range(2):
        assert moreau.post(f"/dictation/loose/refused/{one.id}/").status_code == 302
    assert moreau.post(f"/dictation/loose/refused/{uuid4()}/").status_code == 404
    assert (refused_recordings(), work("dictation-refused")) == ([], [])


@pytest.mark.usefixtures("office")
def test_what_cannot_be_kept_now_stays_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    door = _Door("one.wav")
    monkeypatch.setattr("medoffice.clinic.dictation.actions.take_loose.sound_doors", {"x": door})
    shut = Unavailable("read-only", "Nothing can be changed for now.", "")
    monkeypatch.setattr("medoffice.clinic.dictation.actions.take_loose.take_loose", Mock(side_effect=shut))
    with pytest.raises(Unavailable):
        fetch_loose(actor=PROGRAM)
    assert (door.gone, door.out) == ([], [])


@pytest.mark.parametrize("data", [b"", b"no sound", bytes(LARGEST + 1), b"\x03ds2" + bytes(40)])
@pytest.mark.usefixtures("office")
def test_what_is_no_recording_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        take_loose(actor=PROGRAM, name="x.wav", data=data)
    assert loose_recordings() == []


def test_the_desk_leads_to_it_it_is_heard_and_the_number_in_its_name_is_offered(visit: UUID) -> None:
    number = encounter(visit).number
    person("moreau")
    loose, moreau = came(f"{number}.wav"), sign_in("moreau")
    assert "Of no visit" in moreau.get("/dictation/").content.decode()
    assert f"{number}.wav" in moreau.get("/dictation/loose/").content.decode()
    where = f"/dictation/loose/{loose}/"
    page = moreau.get(where).content.decode()
    assert f'value="{number}"' in page
    assert patient(encounter(visit).patient_id).name.sorted_form in page  # whose visit it would be
    assert moreau.get(f"{where}heard/").content == SOUND
    assert next(one.word for one in audit_lines() if one.outcome == "seen") == "dictation.place"
    assert moreau.post(where, {"number": "E-1", "kind": "visit-note", "priority": "routine"}).status_code == 422
    assert moreau.post(f"{where}drop/", {"why": ""}).status_code == 422
    answer = moreau.post(where, {"number": number, "kind": "visit-note", "priority": "routine"})
    (one,) = dictations_of_visit(PROGRAM, visit)
    assert answer["Location"] == f"/dictation/{one.id}/"
    assert moreau.get(f"{where}heard/").status_code == 404
    assert "It is D-" in moreau.get(where).content.decode()
    person("lind")
    assert sign_in("lind").get("/dictation/loose/").status_code == 404


def test_who_places_it_says_who_gets_a_copy(visit: UUID) -> None:
    person("moreau")
    loose, to, gone = came(), make_performer(), by_mail()
    out_of_use(gone)
    client, where = sign_in("moreau"), f"/dictation/loose/{loose}/"
    assert "Copies to" in client.get(where).content.decode()
    said = {"number": encounter(visit).number, "kind": "visit-note", "priority": "routine", "once": "one"}
    late = client.post(where, said | {"copy": [str(to), str(gone)]})
    assert late.status_code == 422
    assert f'name="copy" value="{to}"' in late.content.decode()
    assert client.post(where, said | {"copy": [str(to)], "once": "two"}).status_code == 302
    (one,) = dictations_of_visit(PROGRAM, visit)
    assert [copy.performer_id for copy in copies_of([one.id])[one.id]] == [to]
