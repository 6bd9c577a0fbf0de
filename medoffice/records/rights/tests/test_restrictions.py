"""Restrictions: asked, agreed, obeyed by whatever leaves and by the telephone, lifted for an emergency, ended."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import make_office, make_payer, work
from medoffice.records.disclosures.api import log, objections, record_disclosures
from medoffice.records.disclosures.types import Leaving, Sought
from medoffice.records.documents.api import cover_sheet
from medoffice.records.faxes.api import queue_fax
from medoffice.records.faxes.types import ToFax
from medoffice.records.patients.api import banner, permit_person
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import (
    answer_restriction,
    ask_restriction,
    end_restriction,
    lift_restriction,
    restriction,
    restrictions_of,
)
from medoffice.records.rights.rules.restrictions import is_meant
from medoffice.records.rights.types import Named, Objection, Standing
from medoffice.security.api import actor_named, deny_subject
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(name="okafor")
def _okafor(db: None) -> Actor:  # noqa: ARG001 - the database, for its effect
    """Dr. Okafor, who answers; Specialist Vega takes the requests."""
    clock.freeze(NOON)
    office = make_office()
    person("vega")
    return office.provider


def asked(who: UUID, name: str = "Quarry Works", **told: str) -> UUID:
    wanted = Objection(name, told.get("what", "that I was here"), "", told.get("identity", "licence"), TODAY)
    return ask_restriction(actor=actor_named("vega"), patient_id=who, wanted=wanted)


def agreed(okafor: Actor, who: UUID, name: str = "Quarry Works") -> UUID:
    one = asked(who, name)
    answer_restriction(actor=okafor, restriction_id=one, seen_version=1, agrees=True, why="")
    return one


def leave(who: UUID, name: str, *, gone: bool = False, cause: int = 1) -> None:
    left = Leaving(who, "treatment", "A letter", name, "1 Hill Road", "mail", Ref("test", UUID(int=cause)))
    record_disclosures(actor=PROGRAM, leaving=(left,), gone=gone)


def test_cm4_what_the_office_agreed_to_keeps_what_leaves_until_it_ends(okafor: Actor) -> None:
    who, other = make_patient(), make_patient(family="Osei")
    one = asked(who)
    assert work("restriction") == ["RS-10001: a restriction is asked for"]
    leave(who, "Quarry Works")  # nobody agreed yet
    with pytest.raises(Conflict):
        answer_restriction(actor=okafor, restriction_id=one, seen_version=7, agrees=True, why="")
    answer_restriction(actor=okafor, restriction_id=one, seen_version=1, agrees=True, why="")
    assert work("restriction") == []
    for name in ("Quarry Works", "WORKS, Quarry", "The Quarry Works Inc.", "Quarry Works, personnel"):
        with pytest.raises(Refusal, match="agreed not to tell Quarry Works"):
            leave(who, name, cause=2)
    leave(other, "Quarry Works", cause=3)  # of somebody else
    leave(who, "Prairie Clinic", cause=4)
    leave(who, "Quarry Works", gone=True, cause=5)  # a fax that had arrived
    assert log(PROGRAM, Sought(patient_id=who))[1] == 3
    end_restriction(actor=okafor, restriction_id=one, why="she called")
    leave(who, "Quarry Works", cause=6)
    with pytest.raises(Refusal):
        end_restriction(actor=okafor, restriction_id=one, why="again")


def test_cm4_the_banner_says_who_is_not_to_be_told_as_long_as_it_holds(okafor: Actor) -> None:
    who = make_patient()

    def told() -> list[str]:
        return [fact.words for fact in banner(okafor, who).facts if "not to be told" in fact.words]

    one = asked(who)
    assert told() == []
    answer_restriction(actor=okafor, restriction_id=one, seen_version=1, agrees=True, why="")
    assert told() == ["not to be told: Quarry Works"]
    lift_restriction(actor=okafor, restriction_id=one, why="chest pain")
    assert told() == []
    clock.freeze(NOON + timedelta(days=2))
    assert told() == ["not to be told: Quarry Works"]
    end_restriction(actor=okafor, restriction_id=one, why="she asked for it")
    assert told() == []


def test_cm4_a_restriction_that_was_answered_has_its_letter(okafor: Actor) -> None:
    who, desk = make_patient(), sign_in("vega")
    one = asked(who)
    assert "restriction_" not in desk.get(f"/rights/restriction/{one}/").content.decode()
    answer_restriction(actor=okafor, restriction_id=one, seen_version=1, agrees=False, why="Your employer pays us.")
    assert 'value="restriction_refused"' in desk.get(f"/rights/restriction/{one}/").content.decode()
    for agrees, key, says in (
        (False, "restriction_refused", "We cannot agree to this. Your employer pays us."),
        (True, "restriction_agreed", "From now on we do not send or tell it to Mill &amp; Sons."),
    ):
        if agrees:
            agreed(okafor, who, "Mill & Sons")
        letter = desk.post(f"/letters/new/{who}/", {"key": key}).headers["Location"]
        reads = desk.get(letter).content.decode()
        assert says in reads
        assert "is missing" not in reads


def test_for_an_emergency_it_is_lifted_for_a_day_and_then_holds_again(okafor: Actor) -> None:
    who = make_patient()
    one = agreed(okafor, who)
    with pytest.raises(Invalid):
        lift_restriction(actor=okafor, restriction_id=one, why=" ")
    lift_restriction(actor=okafor, restriction_id=one, why="brought in unconscious")
    assert not restriction(okafor, one).holds(clock.now())
    leave(who, "Quarry Works")
    clock.freeze(NOON + timedelta(hours=24))
    with pytest.raises(Refusal):
        leave(who, "Quarry Works", cause=2)


def test_a_fax_is_refused_when_it_is_queued(okafor: Actor) -> None:
    who = make_patient()
    agreed(okafor, who)
    wanted = ToFax(
        key="one", patient_id=who, encounter_id=None, what="A letter", to_name="Quarry Works", to_number="217-555-0123",
        purpose="treatment",
    )  # fmt: skip
    with pytest.raises(Refusal, match="RS-10001"):
        queue_fax(actor=PROGRAM, wanted=wanted, pages=cover_sheet("", ""))


def test_what_is_left_unsaid_is_refused_by_its_field(okafor: Actor) -> None:
    who = make_patient("Vale", "Ingrid")
    for name in ("", "Dr.", "J.", "Vale, Ingrid"):
        with pytest.raises(Invalid) as refusal:
            asked(who, name)
        assert list(refusal.value.detail["fields"]) == ["to_name"]
    for field in ("what", "identity"):
        with pytest.raises(Invalid) as refusal:
            asked(who, **{field: " "})
        assert list(refusal.value.detail["fields"]) == [field]
    one = asked(who)
    with pytest.raises(Invalid):
        answer_restriction(actor=okafor, restriction_id=one, seen_version=1, agrees=False, why="")
    answer_restriction(actor=okafor, restriction_id=one, seen_version=1, agrees=False, why="we must tell the payer")
    assert [(was.standing, was.answered_why) for was in restrictions_of(okafor, who)] == [
        (Standing.REFUSED, "we must tell the payer")
    ]
    assert objections([(who, "Quarry Works")]) == {}


def test_whoever_may_not_see_the_patient_finds_none(okafor: Actor) -> None:
    who = make_patient()
    one = agreed(okafor, who)
    deny_subject(actor=PROGRAM, user_id=actor_named("vega").id, subject=who, reason="a neighbour")
    with pytest.raises(NotFound):
        restriction(actor_named("vega"), one)
    assert restrictions_of(actor_named("vega"), who) == []


@pytest.mark.usefixtures("okafor")
def test_on_the_screens_it_is_asked_answered_lifted_and_ended() -> None:
    who = make_patient()
    told = {"to_name": "Quarry Works", "what": "that I was here", "why": "", "identity": "licence", "came_on": "t"}
    vega, doctor = sign_in("vega"), sign_in("okafor")
    assert vega.post(f"/rights/restrict/{who}/", {**told, "to_name": "Dr."}).status_code == 422
    where = vega.post(f"/rights/restrict/{who}/", told).headers["Location"]
    assert "Quarry Works" in vega.get(f"/rights/of/{who}/").content.decode()
    assert doctor.post(f"{where}answer/", {"agrees": "", "version": "1"}).status_code == 422
    assert doctor.post(f"{where}answer/", {"agrees": "yes", "version": "1"}).status_code == 302
    assert "is told nothing" in doctor.get(where).content.decode()
    assert "was not taken" not in doctor.get(where).content.decode()
    late = doctor.post(f"{where}answer/", {"agrees": "no", "answer_why": "typed by a second person", "version": "1"})
    assert late.status_code == 422
    for words in ("This was not taken.", "This restriction is agreed.", "typed by a second person"):
        assert words in late.content.decode()
    assert doctor.post(f"{where}lift/", {"lifted_why": "unconscious"}).status_code == 302
    assert "lifted until" in vega.get(where).content.decode()
    assert doctor.post(f"{where}end/", {"ended_why": ""}).status_code == 422
    assert doctor.post(f"{where}end/", {"ended_why": "she called"}).status_code == 302
    assert "ended" in vega.get(where).content.decode()


def test_whom_it_names_is_chosen_of_the_patients_people_and_the_payers_else_said_to_be_in_words(okafor: Actor) -> None:
    who, other = make_patient(), make_patient(family="Osei")
    payer = make_payer("Delta Plains", "99955")
    for one, name in ((who, "Rosa Tindall"), (other, "Somebody Else")):
        permit_person(actor=PROGRAM, patient_id=one, name=name, relation="mother", phone="217-555-0101")
    vega = sign_in("vega")
    page = vega.get(f"/rights/restrict/{who}/").content.decode()
    assert "Rosa Tindall, mother" in page
    assert "Delta Plains, a payer" in page
    assert "Somebody Else" not in page
    told = {"what": "that I was here", "identity": "licence", "came_on": "t", "to_name": ""}
    assert vega.post(f"/rights/restrict/{who}/", told).status_code == 422
    assert vega.post(f"/rights/restrict/{who}/", told | {"to": f"payer-{other.hex}"}).status_code == 422
    where = vega.post(f"/rights/restrict/{who}/", told | {"to": f"payer-{payer.hex}"}).headers["Location"]
    made = next(one for one in restrictions_of(okafor, who))
    assert (made.to_name, made.named) == ("Delta Plains", Named.PAYER)
    answer_restriction(actor=okafor, restriction_id=made.id, seen_version=1, agrees=True, why="")
    assert "Claims to this payer are held." in vega.get(where).content.decode()
    assert objections([(who, "Delta Plains")])
    words = agreed(okafor, who, "Quarry Works")
    assert restriction(okafor, words).named is Named.WORDS
    assert "not kept by the machine" in vega.get(f"/rights/restriction/{words}/").content.decode()


WORD = st.text("abcdefgh", min_size=2, max_size=5)
NAME = st.lists(WORD, min_size=1, max_size=3)


@given(NAME, NAME, NAME)
def test_a_name_is_meant_by_its_words_alone_and_a_blank_never(one: list[str], more: list[str], own: list[str]) -> None:
    assert is_meant(one, [*more, *one], own) is (set(more) | set(one) != set(own))
    assert is_meant([*more, *one], one, own) is (set(one) != set(own))
    assert is_meant(one, one[::-1], own) is (set(one) != set(own))
    assert not is_meant([], one, own)
    assert not is_meant(one, ["", "j", "dr"], own)
    assert not is_meant(one, own, own)
