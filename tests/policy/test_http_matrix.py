"""The matrix over HTTP: every route, asked by every actor, about every kind of object, in every way a browser asks.

The oracle knows no rule of the program: it has a list of what each kind of object keeps from whom. What a patient is
told by (canaries) is different for each object, so that a foreign one is found in any answer, in its body or headers.
``make test`` asks each route once; ``make soak`` asks everything.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client

from medoffice.kernel import clock
from medoffice.security.api import actor_named, can, deny_subject, label_patient, label_visit
from medoffice.security.models import Consent, Labelling
from medoffice.security.screens import OPEN
from medoffice.security.tests.makers import CAST, make_user, person, sign_in
from medoffice.security.types import PROGRAM, Label
from tests.figures import figure
from tests.policy.office import NOON, Route, Told, World, make_place, make_story, routes

PATIENTS_THING = {  # names in addresses that stand for a patient, or for something of one
    "patient_id", "call_id", "appointment_id", "encounter_id", "visit_id", "charge_id", "claim_id", "receipt_id",
    "statement_id", "coverage_id", "order_id", "coding_id", "code_id", "element_id", "query_id",
    "suggestion_id", "entry_id", "item_id",
    "thing_id", "label_id",
    "consent_id", "denial_id", "access_id", "permitted_id", "case_id", "document_id", "card_id", "promise_id",
    "message_id", "waiter_id", "offer_id", "missed_id", "recall_id", "filled_id", "said_id", "incoming_id", "listed_id",
    "letter_id", "sending_id", "fax_id", "other_id", "merge_id", "pair_id", "request_id", "delivery_id", "copied",
    "referral_id", "thread_id", "contact_id", "amendment_id", "restriction_id", "chart_id", "lab_report_id",
    "authorization_id",
    "prescription_id", "dispatch_id", "renewal_id", "agreement_id", "entry_amendment_id", "requisition_id",
    "dictation_id", "copy_id", "recording_id", "blank_id", "review_id", "error_id", "dose_id", "tested_id",
    "attached_id",
    "audited_id", "judgement_id", "screened_id", "procedure_id", "procedure_order_id",
    "touched",
}  # fmt: skip
OFFICES_THING = {
    "site_id", "staff_id", "payer_id", "user_id", "closure_id", "unit_id", "number", "verb", "kind", "remittance_id",
    "page", "factor_id", "session_id", "pack_id", "template_id", "away_id", "token", "report", "heard_id", "rule_id",
    "batch_id", "asked_id", "key", "verdict", "list_kind", "language", "performer_id", "group", "note_key",
    "pharmacy_id", "lab_message_id", "favourite_id", "laboratory_id", "step", "short_id", "lot_id",
    "kit_id", "office_test_id", "equipment_id", "log_id", "code_audit_id", "procedure_kind", "part", "loose_id",
    "wire_id", "refused_id", "device_id", "calibration_id", "formulary_id", "word",
}  # fmt: skip
# Pages whose whole content is what one visit was for. Others show a confidential visit without saying.
OF_A_VISIT = {
    "coding:visit", "coding:level", "coding:ask", "coding:answer", "coding:withdraw", "coding:defence", "coding:mend",
    "claims:suppose",
    "code_audits:chart", "coding:code-answer", "billing:charge", "claims:claim", "billing:statement", "coding:search",
    "orders:place", "charting:revise",
    "letters:letter", "letters:link", "letters:words", "letters:draft", "letters:paper", "letters:word-file",
    "orders:requisition", "orders:new", "orders:paper", "orders:labels",
    "results:report", "releases:look", "releases:page", "releases:packet",
    "prescriptions:prescription", "prescriptions:change", "prescriptions:renewal", "prescriptions:dispatch",
    "prescriptions:send", "authorizations:authorization", "authorizations:packet",
    "immunizations:choose", "immunizations:give", "immunizations:dose",
    "office_lab:choose", "office_lab:enter", "office_lab:found", "devices:choose", "devices:attach",
    "devices:attached",
    "screening:choose", "screening:ask", "screening:screened",
    "procedures:choose", "procedures:order", "procedures:done",
    "dictation:dictation", "dictation:send", "dictation:add", "dictation:move", "dictation:sound", "dictation:bench",
    "dictation:keep", "dictation:heard", "dictation:put-draft", "dictation:format", "dictation:review",
    "dictation:change", "dictation:answer",
    "dictation:sign", "dictation:give-back",
    "dictation:sheet", "dictation:score", "dictation:drop-error", "dictation:review-done", "dictation:review-read",
    "dictation:review-heed", "dictation:copies", "dictation:copies-again", "dictation:drop-copy", "charting:noted",
    "dictation:record", "dictation:chunk", "dictation:send-take", "dictation:drop-take", "dictation:take-sound",
}  # fmt: skip

EVERYONE = frozenset(CAST) - {"nox"} | {"denied", "twice"}
TREATING = frozenset({"okafor", "ruiz", "twice"})
CLINICAL_OR_REVENUE = TREATING | {"abara", "chen", "vega", "denied"}
READS_NOTES = CLINICAL_OR_REVENUE | {"petrov", "ferreira", "moreau"}


@dataclass(frozen=True)
class Thing:
    """A patient with a story: to whom who they are, what a visit was for and what its note says may be told."""

    name: str
    person: frozenset[str]
    content: frozenset[str]
    note: frozenset[str]

    @property
    def told(self) -> Told:
        """What this patient, and no other, is told by."""
        tag = self.name
        return Told(
            family=f"Fam{tag}owska",
            given=f"Giv{tag}ina",
            phone=f"(217) 555-01{len(tag) * 7 % 90 + 10}",
            email=f"{tag}@example.com",
            alert=f"Alert{tag}",
            said=f"Reason{tag} since Tuesday",
            note=f"Note{tag} in confidence",
        )


OF_NOBODY: frozenset[str] = frozenset()
THINGS = (
    Thing("plain", EVERYONE, EVERYONE, READS_NOTES),
    Thing("other", EVERYONE, EVERYONE, READS_NOTES),
    Thing("denied", OF_NOBODY, OF_NOBODY, OF_NOBODY),
    Thing("own", OF_NOBODY, OF_NOBODY, OF_NOBODY),
    Thing("known", EVERYONE, EVERYONE, OF_NOBODY),
    Thing("parttwo", EVERYONE, TREATING, TREATING),
    Thing("minor", EVERYONE, CLINICAL_OR_REVENUE, CLINICAL_OR_REVENUE),
    Thing("psycho", EVERYONE, EVERYONE, frozenset({"okafor"})),
    Thing("selfpaid", EVERYONE, EVERYONE, READS_NOTES),
)
LABELS = {
    "parttwo": Label.PART2,
    "minor": Label.MINOR,
    "psycho": Label.PSYCHOTHERAPY,
    "selfpaid": Label.RESTRICTED,
}


@dataclass(frozen=True)
class Office:
    """The stories by name, and who asks."""

    stories: dict[str, World]
    actors: tuple[str, ...]


def make_matrix(things: tuple[Thing, ...]) -> Office:
    """An office with a patient of each kind, and everybody."""
    place = make_place()
    for key in CAST:
        if key != "okafor":
            person(key)
    make_user("denied", "Dag Neri", "specialist")
    make_user("twice", "Ina Roth", "coder", "nurse", "receptionist")
    actors = (*CAST, "denied", "twice")
    stories = {}
    for thing in things:
        stories[thing.name] = world = make_story(place, thing.told)
        _keep(thing, world, actors, place.provider.id)
    return Office(stories, actors)


def _keep(thing: Thing, world: World, actors: tuple[str, ...], author: UUID) -> None:
    """Deny or label the patient or their visits as the name of the thing says."""
    subject = world.patient_id
    Labelling.objects.filter(subject=subject).update(ended_at=clock.now())  # the story's own, of an earlier visit
    Consent.objects.filter(subject=subject).update(revoked_at=clock.now())  # it would open every visit under Part 2
    users = [actor_named(key).id for key in actors]
    if thing.name == "denied":
        for user in users:
            deny_subject(actor=PROGRAM, user_id=user, subject=subject, reason="a relative")
    if thing.name == "own":
        for user in users:
            label_patient(actor=PROGRAM, subject=subject, label=Label.EMPLOYEE, why="works here", employee_id=user)
    if thing.name == "known":
        label_patient(actor=PROGRAM, subject=subject, label=Label.VIP, why="the mayor")
    label = LABELS.get(thing.name)
    if label is not None:
        names = ("call_id", "appointment_id", "encounter_id", "visit_id")
        things = [one for name in names if isinstance(one := world.ids[name], UUID)]
        written_by = author if label is Label.PSYCHOTHERAPY else None
        label_visit(actor=PROGRAM, subject=subject, things=things, label=label, why="asked for", written_by=written_by)


class Oracle:
    """Asks, and counts what must not have been answered."""

    def __init__(self, office: Office, things: tuple[Thing, ...]) -> None:
        """Of these things in this office."""
        self.office = office
        self.things = {thing.name: thing for thing in things}
        self.wrong: list[tuple[str, ...]] = []
        self.asked: Counter[str] = Counter()

    def ask(self, client: Client, actor: str, route: Route, of: str, way: str) -> None:
        """One request; what it changes is undone."""
        world = self.office.stories[of]
        address = route.path({**world.ids, "kind": "charge"})
        headers = {"HX-Request": "true"} if way == "fragment" else {}
        with transaction.atomic():
            answer = client.generic("GET" if way == "GET" else "POST", address, headers=headers)
            transaction.set_rollback(True)
        self.look(actor, route.name, of, way, answer)
        ok = 200 <= answer.status_code < 300 and "HX-Redirect" not in answer.headers
        if ok and not self.may(actor, route, of):
            self.wrong.append(("answered", actor, route.name, of, way, str(answer.status_code)))

    def may(self, actor: str, route: Route, of: str) -> bool:
        """Whether an answer to this request may be a page."""
        if not can(actor_named(actor), route.word):
            return False
        if not set(route.kwargs) & PATIENTS_THING:
            return True
        thing = self.things[of]
        return actor in (thing.content if route.name in OF_A_VISIT else thing.person)

    def look(self, actor: str, route: str, of: str, way: str, answer: Any) -> None:  # noqa: ANN401 - the test client's
        """No answer tells anything of any patient to whom it is not for."""
        self.asked[actor] += 1
        body = answer.content + repr(sorted(answer.headers.items())).encode()
        for thing in self.things.values():
            told = thing.told
            canaries = {
                told.family: thing.person, told.given: thing.person, told.said: thing.content, told.note: thing.note,
                told.email: thing.person - ({*EVERYONE} if thing.name == "known" else set()),
                told.alert: thing.person - ({*EVERYONE} if thing.name == "known" else set()),
            }  # fmt: skip
            for canary, audience in canaries.items():
                if actor not in audience and canary.encode() in body:
                    self.wrong.append(("told", actor, route, of, way, canary))


def asking(actor: str) -> Client:
    client = sign_in(actor)
    client.raise_request_exception = False
    return client


def guarded() -> list[Route]:
    return [route for route in routes() if route.word != OPEN]


@pytest.fixture
def noon(db: None) -> Iterator[None]:  # noqa: ARG001 - the database, for its effect
    with clock.frozen(NOON):
        yield


def test_every_name_in_an_address_is_declared() -> None:
    """A new kind of object says whether it is a patient's: else the matrix would not ask about it."""
    names = {name for route in routes() for name in route.kwargs}
    assert names - PATIENTS_THING - OFFICES_THING == set()
    assert {route.name for route in routes()} >= OF_A_VISIT


@pytest.mark.usefixtures("noon")
def test_each_route_asked_once_about_a_confidential_visit() -> None:
    things = tuple(thing for thing in THINGS if thing.name in ("denied", "parttwo"))
    office = make_matrix(things)
    oracle = Oracle(office, things)
    browsers = {"parttwo": ("lind", asking("lind")), "denied": ("vega", asking("vega"))}
    for place, route in enumerate(guarded()):
        of = ("denied", "parttwo")[place % 2]
        actor, client = browsers[of]
        oracle.ask(client, actor, route, of, "GET")
    assert oracle.wrong == []


@pytest.mark.soak
@pytest.mark.usefixtures("noon")
def test_every_route_every_actor_every_object_every_way() -> None:
    office = make_matrix(THINGS)
    oracle = Oracle(office, THINGS)
    asked = guarded()
    for actor in office.actors:
        client = asking(actor)
        for route in asked:
            of_a_patient = set(route.kwargs) & PATIENTS_THING
            for thing in THINGS if of_a_patient else THINGS[:1]:
                for way in ("GET", "POST", "fragment"):
                    oracle.ask(client, actor, route, thing.name, way)
        for thing in THINGS:
            for text in (thing.told.family[:6], thing.told.given, "02/03/1931", thing.told.phone):
                for address in ("/find/", f"/calls/{office.stories['plain'].ids['call_id']}/people/"):
                    oracle.look(actor, address, thing.name, "search", client.post(address, {"q": text}))
    total = oracle.asked.total()
    goal = "25,000 requests or more, 0 answered or told that must not be"
    figure("the policy matrix over HTTP", f"{total} requests, {len(asked)} routes, {len(oracle.wrong)} wrong", goal)
    assert oracle.wrong == []
    assert total >= 25_000
