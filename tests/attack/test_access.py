"""Whose data, whose rights, whose words: ids swapped in every form, rights taken by a form, programs left in a text."""

import io
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, cast
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test import Client
from psycopg.sql import SQL, Identifier

from medoffice.clinic.charting.api import note_of, start_note
from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import book
from medoffice.kernel.logs import Plain
from medoffice.practice.tests.makers import ADDRESS
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.types.people import PatientName
from medoffice.security.api import actor_named, deny_subject
from medoffice.security.models import AuditEvent, User
from medoffice.security.tests.makers import CAST, PASSWORD, person, sign_in, somebody
from medoffice.security.types import PROGRAM, SYSTEM, Role
from tests.attack.forms import Sent, forms_of
from tests.figures import figure
from tests.fuzz.parsers import forms
from tests.policy.office import NOON, SECRETS, World, routes

ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
PROGRAM_LEFT = "<img src=x onerror=hit()>\"'><svg onload=hit()>{{7|add:7}}{% debug %}${7*7}"
RAN = ("<img src=x", "<svg onload", "14${7*7}", "{'request'")


def everybody() -> Client:
    """Somebody with every role a person can hold; errors become pages."""
    client = somebody(*(role for role in Role if role not in SYSTEM))
    client.raise_request_exception = False
    return client


def addresses(ids: dict[str, Any]) -> list[str]:
    return [route.path(ids) for route in routes() if route.name != "security:sign-out"]


def second_patient(world: World) -> dict[str, UUID | str]:
    """Another patient's visit today, to send forms from: the ids of the world with this one's in their place."""
    patient = register_patient(
        actor=PROGRAM, name=PatientName("Quist", "Ola"), sex="M", birth_date=date(1980, 1, 2),
        address=ADDRESS,
    )  # fmt: skip
    appointment = book(
        actor=PROGRAM, patient_id=patient, provider_id=cast("UUID", world.ids["staff_id"]), visit_type="sick",
        site_id=cast("UUID", world.ids["site_id"]), starts=NOON, reason="a check", walk_in=True,
    )  # fmt: skip
    encounter = check_in(actor=PROGRAM, appointment_id=appointment, identity_checked="birth date")
    start_note(actor=PROGRAM, encounter_id=encounter, text="Well.")
    return {**world.ids, "patient_id": patient, "appointment_id": appointment, "encounter_id": encounter}


def reached(world: World, every: int) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]], int]:
    """One patient is kept from a person with every role; from another's pages they send the first one's ids.

    What the answers told, what the trail says was seen or done, and how many forms were sent; ``every`` so many-th id.
    """
    client = everybody()
    attacker = actor_named("somebody")
    mine = second_patient(world)
    deny_subject(actor=PROGRAM, user_id=attacker.id, subject=world.patient_id, reason="a relative")
    swapped = [
        (form, name)
        for form in forms_of(client, addresses(mine))
        for name, value in form.fields.items()
        if ID.fullmatch(value) or name in ("coverage", "patient", "charge", "with", "who", "thing")
    ]
    stolen = [str(value) for value in world.ids.values() if isinstance(value, UUID)]
    facts, told, sent = SECRETS, [], 0
    for place, (form, name) in enumerate(swapped):
        for one in stolen[place % every :: every]:
            page = client.post(form.action, {**form.fields, name: one}).content.decode(errors="replace")
            told += [(form.action, name, fact) for fact in facts if fact in page]
            sent += 1
    about = AuditEvent.objects.filter(actor_id=attacker.id, subjects__subject=world.patient_id)
    about = about.exclude(outcome="refused").exclude(word="ledger.read")  # the journal has every posting, and no names
    return told, list(about.values_list("word", "outcome")), sent


def test_an_id_of_somebody_elses_in_any_field_reaches_nothing(world: World) -> None:
    told, done, sent = reached(world, 10)
    assert (told, done) == ([], [])
    assert sent > 5


@pytest.mark.soak
def test_every_id_of_somebody_elses_in_every_field_reaches_nothing(world: World) -> None:
    told, done, sent = reached(world, 1)
    figure("ids of another patient sent in forms", f"{sent} forms, {len(told) + len(done)} reached", "0 reached")
    assert (told, done) == ([], [])


def test_no_form_takes_a_field_it_does_not_name() -> None:
    """Mass assignment: what a browser adds is nowhere in what an action is given."""
    more = (
        "id=1&pk=1&version=9&roles=owner&is_active=on&is_superuser=on&actor=x&patient_id=1&amount_cents=1&signed_by=x"
    )
    for kind in forms():
        form = kind(QueryDict(more))
        form.is_valid()
        assert set(form.cleaned_data) <= set(form.fields), kind


def test_nobody_takes_rights_by_a_form(world: World) -> None:
    """Each of the cast tries to make an owner, to become one, and to become the program, by both forms."""
    assert world
    for key in CAST:
        if key != "okafor":  # has an account in the office already
            person(key)
    before = {user.username: sorted(user.roles) for user in User.objects.all()}
    for key in set(CAST) - {"ferreira"}:
        client, self_id = sign_in(key), actor_named(key).id
        client.raise_request_exception = False
        for roles in (
            ["owner"],
            ["system"],
            ["owner", "provider"],
            ["security.manage_users"],
            ["OWNER "],
            ["\u006fwner\u200b"],
        ):
            new = {"username": f"x{key}", "name": "X", "password": PASSWORD, "roles": roles, "is_superuser": "on"}
            assert client.post("/security/users/", new).status_code < 500
            for target in (self_id, actor_named("ferreira").id):
                client.post(f"/security/users/{target}/roles/", {"roles": roles, "active": "on", "username": "root"})
    after = {user.username: sorted(user.roles) for user in User.objects.all()}
    assert {name: roles for name, roles in after.items() if {"owner", "system"} & set(roles)} == {
        name: roles for name, roles in before.items() if {"owner", "system"} & set(roles)
    }
    assert not User.objects.filter(username="root").exists()


def test_only_a_provider_signs_and_only_as_themselves(world: World) -> None:
    ids = second_patient(world)
    visit = cast("UUID", ids["encounter_id"])
    for key in set(CAST) - {"okafor"}:
        person(key)
        client = sign_in(key)
        client.raise_request_exception = False
        client.post(f"/charting/{visit}/sign/", {"signer": "okafor", "actor": "okafor", "signed_by": "Amara Okafor"})
        note = note_of(visit)
        assert note is None or not note.signed, key


def fill(sent: Sent, mark: str) -> dict[str, str]:
    """The form with a program in every text it has; what is chosen from a list stays as it is."""
    return {name: f"{mark}{PROGRAM_LEFT}" if name in sent.texts else value for name, value in sent.fields.items()}


def one_by_one(sent: Sent, every: int) -> Iterator[dict[str, str]]:
    """The whole form filled, then every so many-th text alone, since one that is refused would keep the others out."""
    yield fill(sent, "Zq")
    for name in sorted(sent.texts)[::every]:
        yield {**{other: value or "Zq" for other, value in sent.fields.items()}, name: f"Zq{PROGRAM_LEFT}"}


def kept() -> int:
    """In how many columns of the database the program now stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
            "AND data_type IN ('text', 'character varying', 'jsonb')"
        )
        places, found = cursor.fetchall(), 0
        for table, column in places:
            place = (Identifier(table), Identifier(column))
            asked = SQL("SELECT 1 FROM {} WHERE {}::text LIKE '%%img src=x%%' LIMIT 1").format(*place)
            cursor.execute(asked.as_string(cursor.connection))
            found += cursor.fetchone() is not None
    return found


def leave_programs(client: Client, world: World, every: int) -> int:
    """Put a program into the text fields of every form; in how many columns it stands afterwards."""
    for sent in forms_of(client, addresses(world.ids)):
        if "/security/" in sent.action:
            continue  # the attacker's own account would be changed
        for typed in one_by_one(sent, every):
            answer = client.post(sent.action, typed)
            assert answer.status_code < 500, sent.action
            assert not [mark for mark in RAN if mark in page_of(answer)], sent.action
    return kept()


def page_of(answer: Any) -> str:  # noqa: ANN401 - the test client's
    """What a browser would show as a page of ours; a download is none."""
    is_page = answer.headers.get("Content-Type", "").startswith("text/html")
    return str(answer.content.decode(errors="replace")) if is_page else ""


def shown_as_text(world: World, every: int) -> int:
    """Leave programs in the office and look at each of its pages: on how many one is shown, none as a program."""
    client, shown = everybody(), 0
    assert leave_programs(client, world, every) > 5
    for address in addresses(world.ids):
        answer = client.get(address)
        page = page_of(answer)
        assert answer.status_code < 500, address
        assert not [mark for mark in RAN if mark in page], address
        shown += "&lt;img src=x onerror=hit()&gt;" in page
    return shown


def test_a_program_left_in_any_text_is_shown_as_text(world: World) -> None:
    assert shown_as_text(world, 4) > 5, "nowhere to be seen: the test left nothing"


@pytest.mark.soak
def test_a_program_left_in_each_text_alone_is_shown_as_text(world: World) -> None:
    shown = shown_as_text(world, 1)
    figure("programs left in texts", f"shown as text on {shown} pages, run on none", "0 run")
    assert shown > 5


FORGED = "2026-11-24 12:00:00,000 INFO medoffice forged"


def test_no_line_of_the_log_can_be_forged(world: World) -> None:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(Plain(cast("dict[str, Any]", settings.LOGGING)["formatters"]["plain"]["format"]))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        client = everybody()
        for end in ("\n", "\r\n", "\r", "\u2028", "\x85", "\x1b[2K"):
            text = f"x{end}{FORGED}"
            client.get(f"/{text}/")
            client.get("/find/", {"q": text}, headers={"User-Agent": text, "Referer": text, "X-Request-Id": text})
            client.post("/find/", {"q": text})
            client.post("/security/sign-in/", {"username": text, "password": text})
            client.get("/front/", headers={"Host": f"evil{end}.example"})
            client.generic("POST", "/find/", text, content_type=f"multipart/form-data; boundary={text}")
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    lines = re.split(r"[\n\r\u2028\x85]", out.getvalue())
    assert [line for line in lines if line.startswith(FORGED)] == []
    assert "\x1b" not in out.getvalue()
    assert len(lines) > 10
    assert world
