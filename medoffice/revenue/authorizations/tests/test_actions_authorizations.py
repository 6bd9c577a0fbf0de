"""A payer is asked with what the chart has, signed, sent once, answered; every clock is somebody's work."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import enter
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.api import end_prescription, prescription
from medoffice.clinic.prescriptions.tests.makers import make_prepared, make_signed
from medoffice.clinic.prescriptions.tests.makers import said as medicine
from medoffice.front_office.referrals.api import all_loops
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.practice.tests.makers import work
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.faxes.api import faxes_for
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.authorizations.api import (
    authorization,
    chase_authorization,
    note_answer,
    prepare_authorization,
    put_on_prescription,
    send_authorization,
    sign_packet,
    signed_packet,
    story_of,
    watch_authorizations,
)
from medoffice.revenue.authorizations.models import Authorization, AuthorizationEvent
from medoffice.revenue.authorizations.queries.packet import pages_of
from medoffice.revenue.authorizations.tests.makers import (
    FIGS,
    Here,
    allow,
    ask_more,
    close,
    deny,
    go_on,
    make_asked,
    make_covered,
    make_formulary,
    send,
    sign,
    version,
    write,
)
from medoffice.revenue.authorizations.types import Approved, Group, State, Way
from medoffice.revenue.authorizations.types import Authorization as Asked
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.tests.makers import NOTE, make_coded, make_office
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.fixture
def here() -> Iterator[Here]:
    with clock.frozen(NOON):
        office = make_office()
        who = make_patient()
        yield Here(office, who, make_covered(office, who))


def one_of(made: UUID) -> Asked:
    return authorization(PROGRAM, made)


def chase(made: UUID, words: str, until: date) -> None:
    chase_authorization(actor=PROGRAM, authorization_id=made, words=words, until=until, seen_version=version(made))


def last_line(made: UUID) -> UUID:
    found: UUID = (
        AuthorizationEvent.objects.filter(authorization_id=made).order_by("-id").values_list("id", flat=True)[0]
    )
    return found


def waiting() -> list[str]:
    kinds = ("sign", "send", "tell", "ask", "appeal")
    every = [f"authorization-to-{one}" for one in kinds] + ["authorization-ending"]
    return [kind for kind in every for _ in work(kind)]


def test_p70_a_packet_is_made_of_the_chart_signed_sent_and_its_clocks_are_work(here: Here) -> None:
    visit = make_coded(here.office, here.who)
    codes = coded(visit)
    assert codes
    finish_coding(actor=PROGRAM, coding_id=codes.id)
    enter(here.who, ListKind.MEDICATION, "Senna", status="stopped", began="2026-02", ended="2026-05")
    enter(here.who, ListKind.MEDICATION, "Aspirin")
    enter(here.who, ListKind.ALLERGY, "Penicillin", details={"reaction": "hives"})
    make_formulary(here.office)
    made = make_asked(here.office, here.who, here.policy, sent=False)
    assert waiting() == ["authorization-to-sign"]
    write(made, answers="Step two: senna failed.", chosen=(*one_of(made).draft.chosen, "diagnosis:J06.9"))
    sign(here.office, made)
    signed = signed_packet(made)
    assert signed
    packet = signed.packet
    told = {
        group: [(each.words, each.more, each.dated) for each in packet.pieces if each.group is group] for group in Group
    }
    assert [each[0] for each in told[Group.TRIED]] == ["Senna"]
    assert told[Group.TRIED][0][2] == "2026-02 to 2026-05"
    assert told[Group.ALLERGY][0][:2] == ("Penicillin", "hives")
    assert told[Group.DIAGNOSIS][0][0].startswith("J06.9")
    assert NOTE[:5] in told[Group.DIAGNOSIS][0][1], "a diagnosis goes with the words of its note"
    facts = {fact.label: fact.words for fact in packet.facts}
    assert facts["Medicine"] == FIGS
    assert "prior authorization" in facts["The payer's list"]
    assert "member Q100" in facts["Insured as"]
    send(made)
    assert pages_of(PROGRAM, one_of(made), signed).startswith(b"%PDF")
    assert one_of(made).state is State.ASKED
    assert [one.lane for one in all_loops(PROGRAM)] == ["payer asked"]
    (line, *_), _ = log(PROGRAM, Sought())
    assert line.purpose.key == "payment"
    with clock.frozen(NOON + timedelta(days=6)):
        assert [watch_authorizations(actor=PROGRAM) for _ in range(2)] == [1, 1]
        assert waiting() == ["authorization-to-ask"]
        chase(made, "In review", today_here() + timedelta(days=3))
        assert watch_authorizations(actor=PROGRAM) == 0
        allow(made, days=60)
        assert all_loops(PROGRAM) == []
    with clock.frozen(NOON + timedelta(days=50)):
        assert watch_authorizations(actor=PROGRAM) == 1
        assert waiting() == ["authorization-ending"]
    with clock.frozen(NOON + timedelta(days=70)):
        watch_authorizations(actor=PROGRAM)
        assert one_of(made).state is State.EXPIRED
        assert waiting() == []


def test_what_was_asked_is_asked_once_and_only_of_a_policy_in_force(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy, sent=False)
    given = one_of(made).prescription_id
    assert prepare_authorization(actor=PROGRAM, prescription_id=given, policy_id=here.policy) == made
    other = make_covered(here.office, make_patient("Reyes", "Ada"))
    with pytest.raises(NotFound):
        prepare_authorization(actor=PROGRAM, prescription_id=given, policy_id=other)
    end_prescription(actor=here.office.provider, prescription_id=given, why="Rash")
    with pytest.raises(Refusal, match="ended"):
        prepare_authorization(actor=PROGRAM, prescription_id=given, policy_id=here.policy)


def test_more_is_asked_for_then_denied_then_appealed_and_each_is_signed_anew(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    until = today_here() + timedelta(days=9)
    ask_more(made, until)
    assert one_of(made).due_on == until, "the payer's own day goes before the office's"
    write(made, answers="71 kg")
    assert one_of(made).state is State.PREPARED
    go_on(here.office, made)
    deny(made)
    assert one_of(made).reason == "Senna was not tried"
    assert waiting() == ["authorization-to-appeal"]
    first = one_of(made).sha256
    write(made, answers="It was, in May.")
    go_on(here.office, made)
    assert one_of(made).state is State.APPEALED
    assert one_of(made).sha256 != first
    allow(made)
    assert one_of(made).reason == ""
    assert [one.what for one in story_of(made)] == [
        "to sign", "to send", "asked", "more information asked for", "to sign", "to send", "asked", "denied", "to sign",
        "to send", "appealed", "approved",
    ]  # fmt: skip


def test_the_number_goes_with_a_renewal_as_long_as_it_holds(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    again = make_prepared(here.office, here.who, medicine(FIGS, "1 tsp po bid x10d", to_pharmacist="Speaks Spanish."))
    with pytest.raises(Refusal, match="does not hold"):
        put_on_prescription(actor=PROGRAM, authorization_id=made, prescription_id=again, seen_version=1)
    allow(made, days=5)
    other = make_prepared(here.office, here.who)
    with pytest.raises(Refusal, match="does not hold"):
        put_on_prescription(actor=PROGRAM, authorization_id=made, prescription_id=other, seen_version=1)
    for _ in range(2):
        seen = prescription(PROGRAM, again).version
        put_on_prescription(actor=PROGRAM, authorization_id=made, prescription_id=again, seen_version=seen)
    told = prescription(PROGRAM, again).says.to_pharmacist
    assert told == "Speaks Spanish. Prior authorization A-77 to 11/29/2026"
    with clock.frozen(NOON + timedelta(days=6)), pytest.raises(Refusal, match="does not hold"):
        put_on_prescription(actor=PROGRAM, authorization_id=made, prescription_id=again, seen_version=2)


def test_it_is_faxed_as_one_and_what_left_is_logged_once(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy, sent=False)
    write(made, to_number="(217) 555-0199")
    sign(here.office, made)
    send(made, Way.FAX)
    key = f"authorization {last_line(made)}"
    assert faxes_for([key])[key][0].purpose == "payment"
    send(made, Way.PAPER)
    (line, *_), _ = log(PROGRAM, Sought())
    assert line.cause == Ref("authorization_event", last_line(made)), "what made it leave is that it was sent"
    assert story_of(made)[-1].what == "sent again"
    assert one_of(made).state is State.ASKED


def test_only_a_prescriber_signs_what_was_seen_and_nothing_unsigned_goes(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy, sent=False)
    with pytest.raises(Refusal, match="to sign"):
        send(made, Way.PAPER)
    with pytest.raises(NotFound):
        sign_packet(actor=person("ruiz"), authorization_id=made, seen_version=version(made), shown="")
    with pytest.raises(Conflict):
        sign_packet(actor=here.office.provider, authorization_id=made, seen_version=0, shown="")
    with pytest.raises(Conflict, match="changed"):
        sign_packet(actor=here.office.provider, authorization_id=made, seen_version=version(made), shown="")
    write(made, chosen=("entry:gone",))
    with pytest.raises(Refusal, match="gone"):
        sign(here.office, made)
    with pytest.raises(Invalid):
        write(made, to_name=" ")
    write(made, chosen=())
    sign(here.office, made)
    with pytest.raises(Invalid):
        send(made, told="")
    with pytest.raises(Invalid):
        send(made, Way.FAX)
    assert one_of(made).state is State.SIGNED
    send(made, Way.PAPER)
    with pytest.raises(Refusal, match="stays"):
        write(made, answers="more")


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("to", "words", "approved"),
    [
        (State.APPROVED, "", None),
        (State.APPROVED, "", Approved(" ", TODAY, TODAY)),
        (State.APPROVED, "", Approved("A", TODAY, TODAY - timedelta(days=1))),
        (State.APPROVED, "", Approved("A", TODAY - timedelta(days=9), TODAY - timedelta(days=8))),
        (State.DENIED, " ", None),
        (State.DENIED, "No", Approved("A", TODAY, TODAY)),
        (State.MORE, "", None),
    ],
)
def test_an_answer_that_says_too_little_is_refused(
    here: Here, to: State, words: str, approved: Approved | None
) -> None:
    made = make_asked(here.office, here.who, here.policy)
    with pytest.raises(Invalid):
        note_answer(
            actor=PROGRAM, authorization_id=made, to=to, words=words, approved=approved, seen_version=version(made)
        )
    assert one_of(made).state is State.ASKED


def test_what_is_closed_is_nobodys_work_and_is_answered_no_more(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    with pytest.raises(Invalid):
        close(made, " ")
    close(made)
    assert waiting() == []
    with pytest.raises(Refusal):
        allow(made)
    with pytest.raises(Refusal):
        close(made)
    with pytest.raises(Refusal):
        chase(made, "x", TODAY + timedelta(days=1))


def test_what_a_label_keeps_does_not_go_and_is_not_seen(here: Here) -> None:
    visit = make_coded(here.office, here.who)
    made = make_asked(here.office, here.who, here.policy, sent=False, visit=visit)
    sign(here.office, made)
    label_visit(
        actor=PROGRAM, subject=here.who, things=[visit], label=Label.PSYCHOTHERAPY, why="a label",
        written_by=here.office.provider.id,
    )  # fmt: skip
    with pytest.raises(Refusal):
        send_authorization(actor=here.office.provider, authorization_id=made, way=Way.PAPER, seen_version=version(made))
    assert Authorization.objects.get(id=made).state == State.SIGNED


def test_one_that_follows_keeps_an_approval_that_ends_from_being_work(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    allow(made, days=10)
    given = make_signed(here.office, here.who, medicine(FIGS, "1 tsp po bid x10d"))
    prepare_authorization(actor=PROGRAM, prescription_id=given, policy_id=here.policy)
    assert watch_authorizations(actor=PROGRAM) == 0
