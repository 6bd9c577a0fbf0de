"""Copies named where a recording is sent, and by one key where the words ask for one."""

from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from medoffice.clinic.dictation.api import copies_of, dictations_of_visit, name_copy
from medoffice.clinic.dictation.queries.copies import heard_open, meant_by
from medoffice.clinic.dictation.tests.makers import by_mail, make_finished, make_typing, wav
from medoffice.clinic.dictation.types.dictations import Dictation, State
from medoffice.front_office.referrals.tests.makers import make_performer, out_of_use
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db


def sent(client: Client, visit: UUID, *copies: UUID, kind: str = "visit-note", once: str = "k") -> tuple[int, str]:
    """How the send form was answered."""
    told = {
        "sound": SimpleUploadedFile("said.wav", wav()), "kind": kind, "priority": "routine", "note": "", "once": once,
        "copy": [str(one) for one in copies],
    }  # fmt: skip
    answer = client.post(f"/dictation/send/{visit}/", told)
    return answer.status_code, answer.content.decode()


def names(one: Dictation) -> list[str]:
    return [copy.name for copy in copies_of([one.id]).get(one.id, [])]


def test_who_dictates_names_several_and_they_wait_on_every_page(visit: UUID) -> None:
    okafor, to = sign_in("okafor"), (make_performer(), by_mail())
    for _ in range(2):
        assert sent(okafor, visit, *to, to[0])[0] == 302
    (one,) = dictations_of_visit(PROGRAM, visit)
    assert names(one) == ["Ruth Abelard, MD", "Jonas Ames, MD"]
    page = okafor.get(f"/dictation/{one.id}/").content.decode()
    assert "Jonas Ames" in page
    assert "waits for the signature" in page


def test_a_letter_has_none_and_what_was_chosen_stays(visit: UUID) -> None:
    okafor, to = sign_in("okafor"), make_performer()
    status, page = sent(okafor, visit, to, kind="letter")
    assert status == 422
    assert "addressed among the letters" in page
    assert f'name="copy" value="{to}"' in page
    assert dictations_of_visit(PROGRAM, visit) == []


def test_nobody_of_the_directory_and_who_is_out_of_use_are_refused(visit: UUID) -> None:
    okafor, gone = sign_in("okafor"), by_mail()
    out_of_use(gone)
    for one in (uuid4(), gone):
        status, page = sent(okafor, visit, one)
        assert (status, "no longer in the directory" in page) == (422, True)
    assert dictations_of_visit(PROGRAM, visit) == []


def test_the_directory_is_asked_by_who_sends_alone(visit: UUID) -> None:  # noqa: ARG001 - of an office
    make_performer()
    assert "Ruth Abelard" in sign_in("okafor").post("/dictation/send/find/", {"q": "abel"}).content.decode()
    assert signed_in("lind").post("/dictation/send/find/", {"q": "abel"}).status_code == 404


def test_whom_the_words_name_is_one_key_away_where_one_can_be_meant(moreau: Actor, visit: UUID) -> None:
    to = make_performer()
    by_mail("Ann Hale, MD")
    by_mail("Paul Hale, DO")
    said = "No fever. Copy to Dr. Abelard, Dr. Hale and Dr. Nobody."
    one = make_typing(moreau, visit)
    heard = heard_open(one, said)
    assert [who.id for who in meant_by(heard)] == [to]
    finished = make_finished(moreau, visit, said, tone=41)
    okafor = sign_in("okafor")
    where = f"/dictation/{finished.id}/review/"
    page = okafor.get(where).content.decode()
    assert f'name="performer" value="{to}"' in page
    told = {"performer": str(to), "next": where, "once": "named"}
    for _ in range(2):
        answer = okafor.post(f"/dictation/{finished.id}/copies/", told)
        assert (answer.status_code, answer["Location"]) == (302, where)
    assert names(finished) == ["Ruth Abelard, MD"]
    assert f'name="performer" value="{to}"' not in okafor.get(where).content.decode()


def test_at_the_workbench_too(visit: UUID) -> None:
    okafor = sign_in("okafor")
    to = make_performer()
    assert sent(okafor, visit)[0] == 302
    (one,) = dictations_of_visit(PROGRAM, visit)
    assert okafor.post(f"/dictation/{one.id}/move/", {"version": "1", "do": "claimed"}).status_code == 302
    kept = {"text": "Well. cc: Dr. Abelard", "text_version": "1", "visit": str(visit), "at": "0"}
    assert okafor.post(f"/dictation/{one.id}/keep/", kept).status_code == 200
    page = okafor.get(f"/dictation/{one.id}/type/").content.decode()
    assert "Alt+y" in page
    assert f'name="performer" value="{to}"' in page
    assert dictations_of_visit(PROGRAM, visit)[0].state is State.TYPING


def test_naming_leads_nowhere_else(moreau: Actor, visit: UUID) -> None:
    one, to = make_finished(moreau, visit, "Well."), make_performer()
    told = {"performer": str(to), "next": "//elsewhere.example/"}
    answer = sign_in("okafor").post(f"/dictation/{one.id}/copies/", told)
    assert answer["Location"] == f"/dictation/{one.id}/copies/"
    assert name_copy(actor=moreau, dictation_id=one.id, performer_id=to)
