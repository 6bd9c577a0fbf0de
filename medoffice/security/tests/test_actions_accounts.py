"""Accounts and rights: who may give which roles, that an office always keeps an owner, that it is set up once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.worlds import current
from medoffice.security.api import (
    actor_named,
    actor_of,
    add_user,
    can,
    change_roles,
    deny_subject,
    lift_denial,
    role_is_held,
    set_up_owner,
)
from medoffice.security.models import AuditEvent, Denial, User
from medoffice.security.tests.makers import PASSWORD, person, signed_in
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db


def give(actor: Actor, *roles: str) -> UUID:
    return add_user(actor=actor, username="new", name="New Person", roles=list(roles))


@pytest.mark.parametrize("role", ["system", "root", ""])
def test_nobody_gets_a_role_that_is_no_persons(role: str) -> None:
    with pytest.raises(Invalid) as refusal:
        give(PROGRAM, "nurse", role)
    assert "roles" in refusal.value.detail["fields"]
    assert User.objects.count() == 0
    user_id = give(PROGRAM, "nurse")
    with pytest.raises(Invalid):
        change_roles(actor=PROGRAM, user_id=user_id, roles=[role])
    assert User.objects.get().roles == ["nurse"]


def test_the_screen_gives_no_such_role_either() -> None:
    petrov = signed_in("petrov")
    user_id = actor_named("petrov").id
    assert petrov.post(f"/security/users/{user_id}/roles/", {"roles": ["system"], "active": "on"}).status_code == 422
    form = {"name": "Eve", "username": "eve", "roles": ["system"]}
    assert petrov.post("/security/users/", form).status_code == 422
    assert User.objects.get().roles == ["manager"]


def test_a_manager_makes_no_owner_of_anybody_nor_touches_one() -> None:
    petrov, owner = person("petrov"), person("ferreira")
    for user_id, roles in ((petrov.id, ["manager", "owner"]), (owner.id, ["owner", "nurse"]), (owner.id, [])):
        with pytest.raises(Refusal) as refusal:
            change_roles(actor=petrov, user_id=user_id, roles=roles)
        assert refusal.value.code == "owner-only"
    with pytest.raises(Refusal):
        give(petrov, "owner")
    assert give(petrov, "nurse")
    change_roles(actor=owner, user_id=petrov.id, roles=["manager", "owner"])
    assert can(actor_named("petrov"), "security.read_audit")


def test_the_last_owner_stays() -> None:
    owner = person("ferreira")
    for roles, active in ((["nurse"], True), (["owner"], False)):
        with pytest.raises(Refusal) as refusal:
            change_roles(actor=owner, user_id=owner.id, roles=roles, active=active)
        assert refusal.value.code == "last-owner"
    assert actor_of(owner.id) is not None


def test_two_owners_who_step_down_at_once_leave_one(fresh_world: str) -> None:
    first, start = person("ferreira"), Barrier(2)
    second = give(first, "owner")

    def step_down(user_id: UUID) -> str:
        with current.use(fresh_world):
            try:
                start.wait()
                change_roles(actor=PROGRAM, user_id=user_id, roles=["nurse"])
                return "done"
            except Refusal as refusal:
                return refusal.code
            finally:
                connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(step_down, (first.id, second))) == ["done", "last-owner"]


def test_an_office_is_set_up_once_even_by_eight_at_the_same_moment(fresh_world: str) -> None:
    start = Barrier(8)

    def set_up(number: int) -> str:
        with current.use(fresh_world):
            try:
                start.wait()
                set_up_owner(actor=PROGRAM, username=f"owner{number}", name="An Owner", password=PASSWORD)
                return "done"
            except NotFound:
                return "not found"
            finally:
                connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(set_up, range(8))) == ["done", *["not found"] * 7]
    assert [user.roles for user in User.objects.all()] == [["manager", "owner"]]


def test_a_person_is_no_program_and_sets_up_nothing() -> None:
    everything = Actor(UUID(int=9), "Eve", frozenset(role for role in Role if role is not Role.SYSTEM))
    with pytest.raises(NotFound):
        set_up_owner(actor=everything, username="eve", name="Eve", password=PASSWORD)


def test_who_cannot_manage_accounts_finds_no_such_thing() -> None:
    lind = person("lind")
    with pytest.raises(NotFound):
        give(lind, "nurse")
    with pytest.raises(NotFound):
        change_roles(actor=lind, user_id=lind.id, roles=["owner"])
    assert AuditEvent.objects.filter(actor_id=lind.id, outcome="refused").count() == 2


def test_a_sign_in_name_is_one_persons() -> None:
    person("lind")
    with pytest.raises(Refusal) as refusal:
        add_user(actor=PROGRAM, username="lind", name="Another", roles=["nurse"], password=PASSWORD)
    assert refusal.value.code == "username-taken"


@pytest.mark.parametrize("password", ["short", "New Person 2026!", "fourteen chars", "password12345678", "a" * 129])
def test_a_weak_password_is_refused_with_words(password: str) -> None:
    with pytest.raises(Invalid) as refusal:
        add_user(actor=PROGRAM, username="new.person", name="New Person", roles=["nurse"], password=password)
    assert refusal.value.detail["fields"]["password"]


def test_a_denial_is_made_once_lifted_once_and_stays_on_record() -> None:
    haddad, lind, patient = person("haddad"), person("lind"), UUID(int=5)
    denial = deny_subject(actor=haddad, user_id=lind.id, subject=patient, reason="a relative")
    with pytest.raises(Refusal):
        deny_subject(actor=haddad, user_id=lind.id, subject=patient, reason="again")
    lift_denial(actor=haddad, denial_id=denial)
    with pytest.raises(NotFound):
        lift_denial(actor=haddad, denial_id=denial)
    assert Denial.objects.get().reason == "a relative"
    deny_subject(actor=haddad, user_id=lind.id, subject=patient, reason="a relative after all")
    assert not can(lind, "patients.read", patient)


def test_nobody_lifts_a_denial_about_themselves_with_the_word_or_without() -> None:
    for key in ("lind", "haddad"):
        actor = person(key)
        denial = deny_subject(actor=PROGRAM, user_id=actor.id, subject=UUID(int=5), reason="a relative")
        with pytest.raises(NotFound):
            lift_denial(actor=actor, denial_id=denial)
        assert not can(actor, "patients.read", UUID(int=5))


def test_a_specialist_holds_the_roles_they_stand_for() -> None:
    assert not role_is_held(Role.CODER)
    person("vega")
    assert role_is_held(Role.CODER)
    assert not role_is_held(Role.PROVIDER)
