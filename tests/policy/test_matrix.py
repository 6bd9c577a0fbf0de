"""The policy matrix: every permission word against every role, as it was agreed in ``matrix.toml``.

A change of rights is a change of that file, which people see and review. To write it anew after such a decision:
``MEDOFFICE_WRITE_MATRIX=1 .venv/bin/pytest tests/policy/test_matrix.py``.
"""

import os
import tomllib
from itertools import combinations
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from medoffice.front_office.calls.api import take_call
from medoffice.front_office.calls.models import Call
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.models import Patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import can, deny_subject, lift_denial, permitted, require
from medoffice.security.tests.makers import CAST, person
from medoffice.security.types import PROGRAM, STANDS_FOR, SYSTEM, Actor, Role
from medoffice.security.words import WORDS

FILE = Path(__file__).with_name("matrix.toml")
HEAD = """# Who may do what: each permission word, what it lets a person do, and every role that has it.
# The specialist of a small office stands for several roles. A change here is a change of rights.
"""
PEOPLE = [role for role in Role if role not in SYSTEM]
# A word that opens more than one's own account, money out, history or the law's signature is not for everybody.
NEVER_SPECIALIST = {"notes.sign", "security.manage_users", "security.read_audit", "security.deny", "ledger.close"}


def actor_with(*roles: Role) -> Actor:
    return Actor(new_id(), "somebody", frozenset(roles))


def real() -> dict[str, dict[str, object]]:
    """The matrix as the running policy decides it."""
    return {
        name: {"says": word.says, "roles": [role.value for role in Role if can(actor_with(role), name)]}
        for name, word in sorted(WORDS.items())
    }


def as_text(matrix: dict[str, dict[str, object]]) -> str:
    lines = [HEAD]
    for name, row in matrix.items():
        roles = row["roles"]
        assert isinstance(roles, list)
        listed = "".join(f'    "{role}",\n' for role in roles)
        lines.append(f'["{name}"]\nsays = "{row["says"]}"\nroles = [\n{listed}]\n')
    return "\n".join(lines)


def agreed() -> dict[str, dict[str, object]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


if os.environ.get("MEDOFFICE_WRITE_MATRIX"):
    FILE.write_text(as_text(real()), encoding="utf-8")


def test_every_word_is_in_the_file_and_nothing_else() -> None:
    assert set(WORDS) == set(agreed()), "rights have changed: write matrix.toml anew (see above) and have it reviewed"


@pytest.mark.parametrize("word", sorted(agreed()))
def test_each_role_has_what_was_agreed(word: str) -> None:
    for role in Role:
        assert can(actor_with(role), word) == (role.value in agreed()[word]["roles"]), role  # type: ignore[operator]
    assert WORDS[word].says == agreed()[word]["says"]


@pytest.mark.parametrize("word", sorted(agreed()))
def test_who_has_no_role_may_nothing(word: str) -> None:
    assert not can(actor_with(), word)
    with pytest.raises(NotFound):
        require(actor_with(), word)


@pytest.mark.parametrize("word", sorted(agreed()))
def test_several_roles_in_one_person_add_up_and_nothing_more(word: str) -> None:
    for first, second in combinations(PEOPLE, 2):
        either = can(actor_with(first), word) or can(actor_with(second), word)
        assert can(actor_with(first, second), word) == either, (first, second)


@pytest.mark.parametrize("word", sorted(agreed()))
def test_the_specialist_has_what_those_have_for_whom_they_stand(word: str) -> None:
    roles = WORDS[word].roles
    wanted = Role.SPECIALIST in roles or bool(STANDS_FOR[Role.SPECIALIST] & roles)
    assert can(actor_with(Role.SPECIALIST), word) == wanted


def test_the_specialist_does_nothing_that_needs_a_licence_or_the_office() -> None:
    assert not STANDS_FOR[Role.SPECIALIST] & {Role.PROVIDER, Role.NURSE, Role.OWNER, Role.MANAGER, Role.SYSTEM}
    assert [word for word in sorted(NEVER_SPECIALIST) if can(actor_with(Role.SPECIALIST), word)] == []


def test_the_programs_own_words_are_held_by_no_person() -> None:
    own = [name for name, word in WORDS.items() if word.roles == SYSTEM]
    assert own == ["security.set_up"]
    for name in own:
        assert not can(actor_with(*PEOPLE), name)


def test_a_signature_is_a_providers() -> None:
    assert agreed()["notes.sign"]["roles"] == ["provider"]


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

    def called(about: UUID | None) -> UUID:
        return take_call(
            actor=PROGRAM,
            kind=CallKind.OTHER,
            patient_id=about,
            identity_checked="birth date" if about else "",
            caller="A neighbour",
            relation="",
            phone="",
            reason="a question",
        )

    unknown, _, of_another = called(None), called(three[0]), called(three[1])
    seen = permitted(lind, "calls.read", Call.objects.all()).values_list("id", flat=True)
    assert set(seen) == {unknown, of_another}
