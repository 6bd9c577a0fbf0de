"""The policy matrix: every permission word against every role, as it was agreed in ``matrix.toml``.

A change of rights is a change of that file, which people see and review. To write it anew after such a decision:
``MEDOFFICE_WRITE_MATRIX=1 .venv/bin/pytest tests/policy/test_matrix.py``.
"""

import os
import tomllib
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from medoffice.front_office.calls.api import take_call
from medoffice.front_office.calls.models import Call
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.models import Patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import (
    can,
    deny_subject,
    kept,
    label_patient,
    label_visit,
    lift_denial,
    permitted,
    record_consent,
    require,
)
from medoffice.security.models import Access, User
from medoffice.security.tests.makers import CAST, make_user, person
from medoffice.security.types import (
    CONSENTED,
    OF_PATIENT,
    OF_VISIT,
    PROGRAM,
    STANDS_FOR,
    SYSTEM,
    Actor,
    Label,
    Outcome,
    Role,
    Sink,
)
from medoffice.security.words import WORDS

FILE = Path(__file__).with_name("matrix.toml")
HEAD = """# Who may do what: each permission word, what it lets a person do, and every role that has it.
# The specialist of a small office stands for several roles. A change here is a change of rights.
# Labels decide (medoffice/security/rules/labels.py) by how much of a patient it ``shows``, into which ``sink`` that
# goes, and whether break-glass (``glass``) opens it.
"""
PEOPLE = [role for role in Role if role not in SYSTEM]
# A word that opens more than one's own account, money out, history or the law's signature is not for everybody.
NEVER_SPECIALIST = {
    "notes.revise",
    "notes.sign",
    "security.manage_users",
    "security.read_audit",
    "security.deny",
    "security.review",
    "labels.patient",
    "labels.end",
    "ledger.close",
}


def actor_with(*roles: Role) -> Actor:
    return Actor(new_id(), "somebody", frozenset(roles))


def real() -> dict[str, dict[str, object]]:
    """The matrix as the running policy decides it."""
    return {name: decided(name) for name in sorted(WORDS)}


def decided(name: str) -> dict[str, object]:
    """A word's row of the matrix."""
    word = WORDS[name]
    return {
        "says": word.says,
        "shows": word.shows.name.lower(),
        "sink": word.sink.value,
        "glass": word.glass,
        "roles": [role.value for role in Role if can(actor_with(role), name)],
    }


def as_text(matrix: dict[str, dict[str, object]]) -> str:
    lines = [HEAD]
    for name, row in matrix.items():
        roles = row["roles"]
        assert isinstance(roles, list)
        listed = "".join(f'    "{role}",\n' for role in roles)
        kind = f'shows = "{row["shows"]}"\nsink = "{row["sink"]}"\nglass = {str(row["glass"]).lower()}'
        lines.append(f'["{name}"]\nsays = "{row["says"]}"\n{kind}\nroles = [\n{listed}]\n')
    return "\n".join(lines)


if os.environ.get("MEDOFFICE_WRITE_MATRIX"):
    FILE.write_text(as_text(real()), encoding="utf-8")
AGREED: dict[str, dict[str, object]] = tomllib.loads(FILE.read_text(encoding="utf-8"))


def test_every_word_is_in_the_file_and_nothing_else() -> None:
    assert set(WORDS) == set(AGREED), "rights have changed: write matrix.toml anew (see above) and have it reviewed"


@pytest.mark.parametrize("word", sorted(AGREED))
def test_each_role_has_what_was_agreed(word: str) -> None:
    for role in Role:
        assert can(actor_with(role), word) == (role.value in AGREED[word]["roles"]), role  # type: ignore[operator]
    assert decided(word) == AGREED[word]


@pytest.mark.parametrize("word", sorted(AGREED))
def test_who_has_no_role_may_nothing(word: str) -> None:
    assert not can(actor_with(), word)
    with pytest.raises(NotFound):
        require(actor_with(), word)


@pytest.mark.parametrize("word", sorted(AGREED))
def test_several_roles_in_one_person_add_up_and_nothing_more(word: str) -> None:
    for first, second in combinations(PEOPLE, 2):
        either = can(actor_with(first), word) or can(actor_with(second), word)
        assert can(actor_with(first, second), word) == either, (first, second)


@pytest.mark.parametrize("word", sorted(AGREED))
def test_the_specialist_has_what_those_have_for_whom_they_stand(word: str) -> None:
    roles = WORDS[word].roles
    wanted = Role.SPECIALIST in roles or bool(STANDS_FOR[Role.SPECIALIST] & roles)
    assert can(actor_with(Role.SPECIALIST), word) == wanted


def test_the_specialist_does_nothing_that_needs_a_licence_or_the_office() -> None:
    assert not STANDS_FOR[Role.SPECIALIST] & {Role.PROVIDER, Role.NURSE, Role.OWNER, Role.MANAGER, Role.SYSTEM}
    assert [word for word in sorted(NEVER_SPECIALIST) if can(actor_with(Role.SPECIALIST), word)] == []


def test_the_programs_own_words_are_held_by_no_person() -> None:
    own = [name for name, word in WORDS.items() if word.roles == SYSTEM]
    of_security = ["security.breached_list", "security.rotate_keys", "security.set_up"]
    assert sorted(own) == [
        "calls.ring",
        "code_lists.take",
        "code_lists.tell",
        "devices.receive",
        "dictation.destroy",
        "dictation.draft",
        "dictation.offer_copies",
        "dictation.remind",
        "dictation.take_in",
        "downtime.name",
        "downtime.tell",
        "faxes.carry",
        "formulary.take",
        "letters.open_link",
        "outreach.ask",
        "outreach.hear",
        "pharmacies.keep",
        "prescriptions.hear",
        "prescriptions.test",
        "procedures.tell",
        "results.receive",
        "screening.bring",
        *of_security,
        "upkeep.tell",
        "vaccines.bring",
        "vaccines.report",
        "vaccines.tell",
    ]
    for name in own:
        assert not can(actor_with(*PEOPLE), name)


def test_a_signature_is_a_providers() -> None:
    for word in (
        "notes.sign",
        "notes.revise",
        "prescriptions.sign",
        "authorizations.sign",
        "prescriptions.end",
        "dictation.sign",
    ):
        assert AGREED[word]["roles"] == ["provider"]


def test_an_undeclared_word_is_a_bug_not_a_yes() -> None:
    with pytest.raises(KeyError):
        can(PROGRAM, "patients.destroy")


@pytest.fixture
def three() -> list[UUID]:
    """Three patients."""
    return [make_patient("Vale", "Ingrid"), make_patient("Quist", "Ola"), make_patient("Amaro", "Lucía")]


@pytest.mark.django_db
@pytest.mark.parametrize("key", CAST)
def test_the_filter_for_many_is_the_decision_for_each(key: str, three: list[UUID]) -> None:
    """``permitted`` and ``can`` agree on every word, with one patient denied to the person and one denial lifted."""
    actor = person(key)
    deny_subject(actor=PROGRAM, user_id=actor.id, subject=three[0], reason="a relative")
    lifted = deny_subject(actor=PROGRAM, user_id=actor.id, subject=three[1], reason="a mistake")
    lift_denial(actor=PROGRAM, denial_id=lifted)
    for word in WORDS:
        filtered = set(permitted(actor, word, Patient.objects.all(), "id").values_list("id", flat=True))
        decided = {patient for patient in three if can(actor, word, patient)}
        assert filtered == decided == (set(three[1:]) if can(actor, word) else set()), word


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["okafor", "ruiz", "abara", "lind", "vega"])
def test_lists_and_decisions_read_one_table_of_labels(key: str) -> None:
    """For each kind of word: a labelled visit is in the list exactly if its decision says so, however it is opened."""
    actor, ways = person(key), ["plain", "consent", "opened", "broken"]
    cases = {_labelled(label, way, actor): (label, way) for label in sorted(OF_VISIT) for way in ways}
    cases |= {_labelled(label, way, actor): (label, way) for label in sorted(OF_PATIENT) for way in [*ways, "own"]}
    cases[_labelled(Label.PSYCHOTHERAPY, "author", actor)] = (Label.PSYCHOTHERAPY, "author")
    rows = Call.objects.all()  # any table with a patient and a visit will do
    for word in _a_word_of_each_kind(actor):
        listed = set(permitted(actor, word, rows, visit="id").values_list("id", flat=True))
        found = kept(actor, word, cases)
        for pair, case in cases.items():
            outcome = found[pair].outcome if pair in found else Outcome.ALLOW
            on_screen = WORDS[word].sink in (Sink.SCREEN, Sink.SEARCH)
            there = outcome is not Outcome.HIDE if on_screen else outcome is Outcome.ALLOW
            assert (pair[1] in listed) == there, (word, case)
        assert can(actor, word, *pair) == (pair not in found)


def _a_word_of_each_kind(actor: Actor) -> list[str]:
    kinds = {(known.shows, known.sink, known.glass): word for word, known in WORDS.items() if can(actor, word)}
    return sorted(kinds.values())


def _labelled(label: Label, way: str, actor: Actor) -> tuple[UUID, UUID]:
    """A patient with a call, one of them labelled; opened to the actor in this way."""
    patient = make_patient(new_id().hex[:12], label.value)
    visit = _call(patient)
    if label in OF_PATIENT:
        own = actor.id if way == "own" and label is Label.EMPLOYEE else None
        label_patient(actor=PROGRAM, subject=patient, label=label, why="a test", employee_id=own)
    else:
        author = (actor.id if way == "author" else _other()) if label is Label.PSYCHOTHERAPY else None
        row = label_visit(actor=PROGRAM, subject=patient, things=[visit], label=label, why="a test", written_by=author)
        if way == "consent" and label in CONSENTED:
            record_consent(actor=PROGRAM, label_id=row, words="signed")
    if way in ("opened", "broken"):
        now = clock.now()
        Access.objects.create(
            user_id=actor.id,
            subject=patient,
            emergency=way == "broken",
            code="emergency",
            why="a test",
            began_at=now,
            ends_at=now + timedelta(minutes=60),
        )
    return patient, visit


def _call(about: UUID | None) -> UUID:
    return take_call(
        actor=PROGRAM,
        kind=CallKind.OTHER,
        patient_id=about,
        identity_checked="name, birth date" if about else "",
        caller="A neighbour",
        relation="",
        phone="",
        reason="a question",
    )


def _other() -> UUID:
    found = User.objects.filter(username="somebody").first()
    return found.id if found else make_user("somebody", "Noor Haile", "provider").id


@pytest.mark.django_db
def test_a_denial_is_about_one_person_and_one_patient(three: list[UUID]) -> None:
    lind, vega = person("lind"), person("vega")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=three[0], reason="a neighbour")
    assert not can(lind, "patients.read", three[0])
    assert can(lind, "patients.read", three[1])
    assert can(vega, "patients.read", three[0])
    assert can(PROGRAM, "patients.read", three[0])


@pytest.mark.django_db
def test_a_denial_wins_over_every_role() -> None:
    owner, patient = person("ferreira"), uuid4()
    everything = Actor(owner.id, owner.name, frozenset(PEOPLE))
    deny_subject(actor=PROGRAM, user_id=owner.id, subject=patient, reason="a dispute")
    assert [word for word in WORDS if can(everything, word, patient)] == []


@pytest.mark.django_db
def test_rows_of_nobody_stay_visible_beside_a_denial(three: list[UUID]) -> None:
    """A call whose patient is not known yet is for everybody who answers calls, whoever is denied to them."""
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=three[0], reason="a neighbour")

    unknown, _, of_another = _call(None), _call(three[0]), _call(three[1])
    seen = permitted(lind, "calls.read", Call.objects.all()).values_list("id", flat=True)
    assert set(seen) == {unknown, of_another}
