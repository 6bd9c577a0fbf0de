"""Copies where somebody means ill, is late, or is two: labels, denials, merges, odd names, many, a number of no fax."""

from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note_of, revise_note
from medoffice.clinic.dictation.api import copies_of, dictation, drop_copy, name_copy, send_copies_again, steps_of
from medoffice.clinic.dictation.tests.makers import by_mail, copy_of, make_finished, signed
from medoffice.clinic.dictation.types.copies import Standing
from medoffice.clinic.dictation.types.dictations import Dictation, State
from medoffice.front_office.letters.api import letter, letters_of, send_letter, sendings_of
from medoffice.front_office.letters.types.letters import LetterState, Way
from medoffice.front_office.referrals.api import add_performer
from medoffice.front_office.referrals.tests.makers import make_performer, out_of_use
from medoffice.kernel import facts
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_provider, work
from medoffice.practice.types import Address
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import merge_patients, patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import answer_restriction, ask_restriction
from medoffice.records.rights.types import Objection
from medoffice.security.api import deny_subject, label_visit
from medoffice.security.tests.makers import make_user, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
SAID = "No fever. Copy to Dr. Abelard."


def reader(name: str, fax: str) -> UUID:
    """Somebody of the directory, with an address."""
    return add_performer(
        actor=PROGRAM, name=name, specialty="Surgery", practice="", npi="", phone="", fax=fax,
        address=Address("1 Elm Street", "Riverbend", "IL", "62799"),
    )  # fmt: skip


def given(one: Dictation) -> UUID:
    """Its copy, in the reader's hand."""
    made = copy_of(one).last.letter_id
    assert made is not None
    send_letter(actor=PROGRAM, letter_id=made, way=Way.HAND)
    return made


def retract(office: Office, one: Dictation) -> None:
    note = note_of(one.encounter_id)
    assert note is not None
    revise_note(actor=office.provider, note_id=note.id, why="Another's", text="")
    facts.deliver()


@pytest.mark.parametrize("label", [Label.PART2, Label.PSYCHOTHERAPY])
@pytest.mark.parametrize("username", ["petrov", "lind", "moreau", "chen", "abara"])
def test_who_may_not_read_the_note_reads_it_in_no_copy_and_who_may_not_see_the_visit_learns_of_none(
    office: Office, visit: UUID, label: Label, username: str
) -> None:
    one, to = make_finished(office.provider, visit, SAID), by_mail("Zelda Quill, MD")
    named = name_copy(actor=office.provider, dictation_id=one.id, performer_id=to)
    label_visit(
        actor=PROGRAM, subject=one.patient_id, things=[visit], label=label, why="programme",
        written_by=office.provider.id if label is Label.PSYCHOTHERAPY else None,
    )  # fmt: skip
    signed(office, one)
    other, of_it = signed_in(username), f"/dictation/{one.id}/"
    letters = [f"/letters/{letter.id}/" for letter in letters_of(PROGRAM, one.patient_id)]
    for where in (
        of_it, f"{of_it}copies/", f"{of_it}review/", "/dictation/", f"/charting/{visit}/",
        f"/patients/{one.patient_id}/", f"/letters/patient/{one.patient_id}/", "/letters/", "/work/", "/", *letters,
    ):  # fmt: skip
        page = other.get(where, follow=True).content.decode()
        assert "No fever" not in page, where
        assert label is Label.PSYCHOTHERAPY or "Quill" not in page, where  # that there was a visit is no secret of it
    assert other.post(f"{of_it}copies/", {"name": "Quill", "once": "1"}).status_code in (403, 404)
    assert other.post(f"{of_it}copies/{named}/off/", {"once": "2"}).status_code in (403, 404)
    retract(office, one)
    assert "Quill" not in other.get("/work/", follow=True).content.decode()
    assert "Quill" not in " ".join(work("letter-signed") + work("dictation-copies") + work("note-copies"))


def test_a_denied_person_names_nobody_and_takes_nobody_off(moreau: Actor, visit: UUID) -> None:
    one, to = make_finished(moreau, visit, SAID), make_performer()
    named = name_copy(actor=moreau, dictation_id=one.id, performer_id=to)
    deny_subject(actor=PROGRAM, user_id=moreau.id, subject=one.patient_id, reason="family")
    with pytest.raises(NotFound):
        name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    with pytest.raises(NotFound):
        drop_copy(actor=moreau, dictation_id=one.id, copy_id=named)
    assert len(copies_of([one.id])[one.id]) == 1


def test_of_an_author_who_is_kept_away_another_provider_decides(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    signed(office, one)
    given(one)
    ito = make_user("ito", "Ren Ito", "provider")
    make_provider(office.site_id, "Ito", user_id=ito.id)
    with pytest.raises(Refusal, match="sends its copies again"):
        send_copies_again(actor=ito, dictation_id=one.id)
    retract(office, one)
    deny_subject(actor=PROGRAM, user_id=office.provider.id, subject=one.patient_id, reason="family")
    with pytest.raises(NotFound):
        send_copies_again(actor=office.provider, dictation_id=one.id)
    assert send_copies_again(actor=ito, dictation_id=one.id, why_not="Told by telephone") == 0
    assert work("dictation-copies") == []


def test_an_objection_of_the_patient_keeps_it_and_who_sends_letters_sees_why(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one, to, other = make_finished(moreau, visit, SAID), make_performer(), by_mail("Paul Hale, MD")
    for who in (to, other):
        name_copy(actor=moreau, dictation_id=one.id, performer_id=who)
    wanted = Objection("Ruth Abelard", "that I was here", "", "licence", encounter(visit).date)
    made = ask_restriction(actor=PROGRAM, patient_id=one.patient_id, wanted=wanted)
    answer_restriction(actor=PROGRAM, restriction_id=made, seen_version=1, agrees=True, why="")
    signed(office, one)
    kept, goes = copies_of([one.id])[one.id]
    assert (kept.last.standing, goes.last.standing) == (Standing.FAILED, Standing.PREPARED)
    assert kept.last.letter_id is not None
    assert sendings_of(kept.last.letter_id) == []
    assert len(work("letter-signed")) == 2


def test_after_a_merge_it_names_and_is_in_the_chart_of_who_the_patient_is(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one, stays = make_finished(moreau, visit, SAID), make_patient(family="Survivor")
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    merge_patients(
        actor=PROGRAM, survivor_id=stays, merged_id=one.patient_id, seen=patient(stays).version,
        seen_merged=patient(one.patient_id).version, picks={},
    )  # fmt: skip
    now = signed(office, one)
    assert now.patient_id == stays
    (sent,) = letters_of(PROGRAM, stays)
    assert "Survivor" in sent.words


def test_merged_after_it_went_its_retraction_reaches_the_same_reader(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one, stays = make_finished(moreau, visit, SAID), make_patient(family="Survivor")
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    signed(office, one)
    given(one)
    merge_patients(
        actor=PROGRAM, survivor_id=stays, merged_id=one.patient_id, seen=patient(stays).version,
        seen_merged=patient(one.patient_id).version, picks={},
    )  # fmt: skip
    retract(office, one)
    assert (len(work("dictation-copies")), work("note-copies")) == (1, [])
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 1


def test_who_went_out_of_use_meanwhile_is_not_faxed_and_somebody_looks(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one, gone, other = make_finished(moreau, visit, SAID), make_performer(), by_mail("Paul Hale, MD")
    for who in (gone, other):
        name_copy(actor=moreau, dictation_id=one.id, performer_id=who)
    out_of_use(gone)
    assert "out of use" in sign_in("okafor").get(f"/dictation/{one.id}/review/").content.decode()
    signed(office, one)
    kept, goes = copies_of([one.id])[one.id]
    assert (kept.last.standing, goes.last.standing) == (Standing.FAILED, Standing.PREPARED)
    assert "out of use" in kept.last.why
    assert kept.last.letter_id is not None
    assert sendings_of(kept.last.letter_id) == []
    assert letter(PROGRAM, kept.last.letter_id).state is LetterState.READY
    assert len(work("letter-signed")) == 2, "somebody looks before it goes"


ODD = {
    "quotes": 'Ann "Annie" O\'Hale, MD',
    "markup": "<script>alert(1)</script> & <b>Hale</b>",
    "typesetting": "#let x = $1 * _a_ \\ @b [c] // d ~ `e`",
    "long": "Maximiliana " * 9 + "Hale",
}
UNSET = {
    "emoji": "Hale 👩🏽‍⚕️ MD",
    "right to left": "د. ليلى حداد",
    "turned": "Hale \u202egnp.DM\u202c MD",
    "lines": "Hale\nBcc: everybody",
}


@pytest.mark.parametrize("odd", [*ODD, *UNSET])
@pytest.mark.parametrize("fax", ["", "217-555-0182"])
def test_odd_names_are_read_as_they_are_or_somebody_is_told_why_not(
    office: Office, moreau: Actor, visit: UUID, odd: str, fax: str
) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=reader(ODD.get(odd) or UNSET[odd], fax))
    signed(office, one)
    (sent,) = letters_of(PROGRAM, one.patient_id)
    going = copy_of(one).last
    if odd in UNSET:
        assert (going.standing, "cannot show" in going.why) == (Standing.FAILED, True)
        assert len(work("letter-signed")) == 1
    else:
        assert (going.standing, going.why) == (Standing.PREPARED, "")
        assert sent.recipient.name == copy_of(one).name
    okafor, of_it = sign_in("okafor"), f"/dictation/{one.id}/"
    for where in (of_it, f"{of_it}copies/", f"/letters/{sent.id}/", f"/charting/{visit}/"):
        page = okafor.get(where)
        assert (page.status_code, "<script>alert" in page.content.decode()) == (200, False)


@pytest.mark.parametrize("fax", ["12", "call first", "911", "+49 30 1234567"])
def test_a_number_that_is_none_stops_neither_signature_nor_others(
    office: Office, moreau: Actor, visit: UUID, fax: str
) -> None:
    one, other = make_finished(moreau, visit, SAID), make_performer("Paul Hale, MD")
    for who in (reader("Ruth Abelard, MD", fax), other):
        name_copy(actor=moreau, dictation_id=one.id, performer_id=who)
    assert signed(office, one).state is State.SIGNED
    first, second = copies_of([one.id])[one.id]
    assert (first.last.standing, second.last.standing) == (Standing.FAILED, Standing.PREPARED)
    assert first.last.why
    assert len(work("letter-signed")) == 1


def test_its_own_author_in_the_directory_gets_a_letter_as_others_do(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, "No fever. Copy to Dr. Okafor.")
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail("Amara Okafor, MD"))
    signed(office, one)
    assert copy_of(one).last.standing is Standing.PREPARED


def test_fifty_copies_go_each_once(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    for at in range(50):
        name_copy(actor=moreau, dictation_id=one.id, performer_id=reader(f"Reader {at} Hale, MD", "217-555-0182"))
    signed(office, one)
    assert len({sent.recipient.name for sent in letters_of(PROGRAM, one.patient_id)}) == 50
    assert sign_in("okafor").get(f"/dictation/{one.id}/copies/").status_code == 200


def test_every_form_pressed_twice_answers_as_the_first_time(office: Office, visit: UUID) -> None:
    one, to = make_finished(office.provider, visit, SAID), make_performer()
    okafor = sign_in("okafor")

    def twice(where: str, told: dict[str, str]) -> None:
        first, second = (okafor.post(f"/dictation/{one.id}/{where}", told) for _ in range(2))
        assert (first.status_code, first.get("Location")) == (second.status_code, second.get("Location"))
        assert first.status_code == 302

    twice("copies/", {"performer": str(to), "once": "a"})
    twice(f"copies/{copy_of(one).id}/off/", {"once": "b"})
    assert copies_of([one.id]) == {}
    twice("copies/", {"name": "Abelard", "once": "c"})
    now = dictation(PROGRAM, one.id)
    twice("sign/", {"version": str(now.version), "text_version": "2", "once": "d"})
    assert len(letters_of(PROGRAM, one.patient_id)) == 1
    given(one)
    retract(office, one)
    twice("copies/again/", {"do": "send", "why": "", "once": "e"})
    assert len(letters_of(PROGRAM, one.patient_id)) == 2
    assert [step.verb.value for step in steps_of(one.id)].count("copies") == 2


def test_named_late_it_is_refused_in_words(office: Office, moreau: Actor, visit: UUID) -> None:
    one, to = make_finished(moreau, visit, SAID), make_performer()
    signed(office, one)
    page = sign_in("okafor").post(f"/dictation/{one.id}/copies/", {"performer": str(to)})
    assert page.status_code == 422
    assert "nobody is named any more" in page.content.decode()


def test_a_further_retraction_asks_nothing_again(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=by_mail())
    signed(office, one)
    given(one)
    retract(office, one)
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 1
    note = note_of(visit)
    assert note is not None
    with pytest.raises(Refusal):
        revise_note(actor=office.provider, note_id=note.id, why="Again", text="", seen=note.revisions[-1].id)
    facts.deliver()
    assert work("dictation-copies") == []
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 0


def test_pages_that_cannot_be_set_leave_nothing_signed(
    office: Office, moreau: Actor, visit: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> bytes:
        raise RuntimeError("no pages")

    one = make_finished(moreau, visit, SAID)
    name_copy(actor=moreau, dictation_id=one.id, performer_id=make_performer())
    with monkeypatch.context() as broken:
        broken.setattr(f"{send_letter.__module__}.pages_of", breaks)
        with pytest.raises(RuntimeError):
            signed(office, one)
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN
    assert note_of(visit) is None
    assert letters_of(PROGRAM, one.patient_id) == []
    assert work("dictation-to-sign") != []
    signed(office, one)
    assert len(letters_of(PROGRAM, one.patient_id)) == 1
