"""What is signed is what was shown, stays, and is read and sent only by whom its labels let; what changed is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from medoffice.clinic.prescriptions.api import end_prescription, prescription
from medoffice.clinic.prescriptions.tests.makers import make_prepared
from medoffice.clinic.prescriptions.tests.makers import said as medicine
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, staff_member, today_here
from medoffice.practice.tests.makers import make_provider, work
from medoffice.records.coverage.api import end_coverage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.authorizations.api import (
    authorization,
    chase_authorization,
    close_authorization,
    put_on_prescription,
    send_authorization,
    shown_now,
    sign_packet,
    signed_packets,
    watch_authorizations,
    write_packet,
)
from medoffice.revenue.authorizations.models import Authorization, SignedPacket
from medoffice.revenue.authorizations.queries import packet as packets
from medoffice.revenue.authorizations.queries.authorizations import approvals_ending, packets_check
from medoffice.revenue.authorizations.queries.packet import notices_of, packet_of
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
from medoffice.revenue.authorizations.types import Authorization as Asked
from medoffice.revenue.authorizations.types import State, Way
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.tests.makers import make_coded, make_office
from medoffice.security.api import label_visit, record_consent
from medoffice.security.tests.makers import make_user
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
COLD = "diagnosis:J06.9"


@pytest.fixture
def here() -> Iterator[Here]:
    with clock.frozen(NOON):
        office = make_office()
        who = make_patient()
        yield Here(office, who, make_covered(office, who))


@pytest.fixture
def visit(here: Here) -> UUID:
    """A visit whose code is released."""
    made = make_coded(here.office, here.who)
    found = coded(made)
    assert found
    finish_coding(actor=PROGRAM, coding_id=found.id)
    return made


def one_of(made: UUID) -> Asked:
    return authorization(PROGRAM, made)


def about(here: Here) -> UUID:
    """A request with the code of the visit in it, not yet signed."""
    made = make_asked(here.office, here.who, here.policy, sent=False)
    write(made, chosen=(COLD,), answers="For her cold.")
    return made


def test_what_changed_since_it_was_shown_is_not_signed(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy, sent=False)
    seen = shown_now(here.office.provider, made)
    make_formulary(here.office)
    with pytest.raises(Conflict, match="changed"):
        sign_packet(actor=here.office.provider, authorization_id=made, seen_version=version(made), shown=seen)
    sign(here.office, made)
    assert one_of(made).state is State.SIGNED


def test_each_packet_that_was_signed_stays_and_a_check_recomputes_its_seal(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    ask_more(made)
    write(made, answers="71 kg")
    go_on(here.office, made)
    deny(made)
    write(made, answers="It was tried.")
    last = sign(here.office, made)
    found = signed_packets(made)
    assert [one.packet.answers for one in found] == ["It was tried.", "71 kg", ""]
    assert found[0].sha256 == last
    assert len({one.sha256 for one in found}) == 3
    assert (found[0].packet.title, found[0].packet.denied) == ("Appeal of a denied medicine", "Senna was not tried")
    assert found[0].packet.to_name
    (checked,) = packets_check()
    assert checked.ok
    row = SignedPacket.objects.filter(authorization_id=made).order_by("-id")[0]
    changed = {**row.packet, "answers": "Something else."}
    SignedPacket.objects.create(
        authorization_id=made, packet=changed, sha256=row.sha256, signer_id=row.signer_id, signer_name=row.signer_name,
        at=row.at,
    )  # fmt: skip
    (checked,) = packets_check()
    assert [one.code for one in checked.findings] == ["packet-broken"]


def test_the_prescriber_is_whose_prescription_it_is_and_no_number_is_blank(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_asked(here.office, here.who, here.policy, sent=False)
    lopez = make_user("lopez", "Ana Lopez", "provider")
    make_provider(here.office.site_id, "Lopez", user_id=lopez.id)
    sign_packet(actor=lopez, authorization_id=made, seen_version=version(made), shown=shown_now(lopez, made))
    (signed,) = signed_packets(made)
    facts = {fact.label: fact.words for fact in signed.packet.facts}
    assert "Okafor" in facts["Prescriber"]
    assert "NPI" in facts["Prescriber"]
    assert "Lopez" in signed.signer
    monkeypatch.setattr(packets, "staff_member", lambda one: replace(staff_member(one), npi=""))
    found, _ = packet_of(lopez, one_of(made), prescription(lopez, one_of(made).prescription_id))
    assert "NPI" not in next(fact.words for fact in found.facts if fact.label == "Prescriber")


def test_what_is_prescribed_no_more_is_neither_signed_nor_sent(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy, sent=False)
    sign(here.office, made)
    end_prescription(actor=here.office.provider, prescription_id=one_of(made).prescription_id, why="Rash")
    with pytest.raises(Refusal, match="ended"):
        send(made)
    write(made, answers="Still.")
    with pytest.raises(Refusal, match="ended"):
        sign(here.office, made)
    second = make_asked(here.office, here.who, here.policy, sent=False)
    sign(here.office, second)
    Authorization.objects.filter(id=second).update(medicine="Another")
    with pytest.raises(Refusal, match="Another"):
        send(second)


def test_a_label_keeps_a_piece_from_going_in_words_and_its_consent_goes_with_it(here: Here, visit: UUID) -> None:
    made = about(here)
    sign(here.office, made)
    label = label_visit(actor=PROGRAM, subject=here.who, things=[visit], label=Label.PART2, why="a program")
    with pytest.raises(Refusal, match="Part 2"):
        send(made)
    record_consent(actor=PROGRAM, label_id=label, words="signed today")
    (signed,) = signed_packets(made)
    assert any("part 2" in words for words in notices_of(PROGRAM, one_of(made), signed.packet))
    send(made)
    assert one_of(made).state is State.ASKED


def test_a_hidden_piece_is_refused_and_not_as_if_nothing_were_there(here: Here, visit: UUID) -> None:
    made = about(here)
    sign(here.office, made)
    label_visit(
        actor=PROGRAM, subject=here.who, things=[visit], label=Label.PSYCHOTHERAPY, why="a session",
        written_by=here.office.provider.id,
    )  # fmt: skip
    with pytest.raises(Refusal, match="A label keeps a piece") as refused:
        send(made)
    assert not isinstance(refused.value, NotFound)


def test_the_notice_of_the_requests_own_visit_goes_too(here: Here) -> None:
    own = make_coded(here.office, here.who)
    made = make_asked(here.office, here.who, here.policy, sent=False, visit=own)
    write(made, chosen=())
    sign(here.office, made)
    label = label_visit(actor=PROGRAM, subject=here.who, things=[own], label=Label.PART2, why="a program")
    record_consent(actor=PROGRAM, label_id=label, words="signed today")
    (signed,) = signed_packets(made)
    assert not signed.packet.pieces
    assert any("part 2" in words for words in notices_of(PROGRAM, one_of(made), signed.packet))


def test_who_may_not_see_a_piece_writes_the_packet_and_it_stays(here: Here, visit: UUID) -> None:
    made = about(here)
    label_visit(actor=PROGRAM, subject=here.who, things=[visit], label=Label.PART2, why="a program")
    medi = make_user("medi", "Noor Haile", "medical_assistant")
    seen = one_of(made).draft
    changed = replace(seen, chosen=(), answers="", to_name="Prairie Mutual, appeals")
    write_packet(actor=medi, authorization_id=made, draft=changed, seen_version=version(made))
    draft = one_of(made).draft
    assert (draft.chosen, draft.answers, draft.to_name) == ((COLD,), "For her cold.", "Prairie Mutual, appeals")
    write_packet(actor=here.office.provider, authorization_id=made, draft=changed, seen_version=version(made))
    assert one_of(made).draft.chosen == (), "who sees it may leave it out"


def test_a_payer_answers_in_another_order(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    ask_more(made)
    ask_more(made)
    write(made, answers="71 kg")
    deny(made)
    assert one_of(made).state is State.DENIED
    allow(made)
    assert (one_of(made).state, one_of(made).reason) == (State.APPROVED, ""), "overturned by telephone"
    allow(made, number="A-78")
    approved = one_of(made).approved
    assert approved
    assert approved.number == "A-78"
    new = make_asked(here.office, here.who, here.policy, sent=False)
    with pytest.raises(Refusal, match="to sign"):
        allow(new)


def test_the_payers_own_day_is_kept_until_it_is_asked_anew(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    today = today_here()
    ask_more(made, until=today)
    write(made, answers="71 kg")
    assert (one_of(made).payer_day, one_of(made).due_on) == (today, today)
    sign(here.office, made)
    assert one_of(made).due_on == today
    send(made)
    assert one_of(made).payer_day is None
    assert one_of(made).due_on == today + timedelta(days=5)


def test_an_approval_that_ends_is_told_once_and_can_be_closed(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    allow(made, days=10)
    watch_authorizations(actor=PROGRAM)
    assert len(work("authorization-ending")) == 1
    finish_work_about(actor=PROGRAM, ref=Ref("authorization", made), outcome="she stops it")
    watch_authorizations(actor=PROGRAM)
    assert work("authorization-ending") == []
    allow(made, days=12)
    watch_authorizations(actor=PROGRAM)
    assert len(work("authorization-ending")) == 1, "another day is told anew"
    close(made, "The payer withdrew it")
    assert (one_of(made).state, work("authorization-ending")) == (State.CLOSED, [])


def test_who_read_another_version_neither_sends_nor_closes_nor_chases(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    old = version(made) - 1
    with pytest.raises(Conflict):
        send_authorization(actor=PROGRAM, authorization_id=made, way=Way.PAPER, seen_version=old)
    with pytest.raises(Conflict):
        close_authorization(actor=PROGRAM, authorization_id=made, why="x", seen_version=old)
    until = today_here() + timedelta(days=1)
    with pytest.raises(Conflict):
        chase_authorization(actor=PROGRAM, authorization_id=made, words="x", until=until, seen_version=old)


def test_the_database_refuses_two_open_requests_of_one_prescription_under_one_policy(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    row = Authorization.objects.get(id=made)
    row.id, row.number = new_id(), "PA-TWICE"
    with pytest.raises(IntegrityError, match="one_payer_asked_at_a_time"), transaction.atomic():
        row.save(force_insert=True)


def test_a_number_of_a_policy_that_ended_goes_on_no_prescription(here: Here) -> None:
    made = make_asked(here.office, here.who, here.policy)
    allow(made)
    again = make_prepared(here.office, here.who, medicine(FIGS, "1 tsp po bid x10d"))
    end_coverage(actor=PROGRAM, coverage_id=here.policy, on=today_here() - timedelta(days=1))
    seen = prescription(PROGRAM, again).version
    with pytest.raises(Refusal, match="does not hold"):
        put_on_prescription(actor=PROGRAM, authorization_id=made, prescription_id=again, seen_version=seen)


def test_of_the_approvals_that_end_the_first_are_read_and_all_are_counted(here: Here) -> None:
    made = [make_asked(here.office, here.who, here.policy) for _ in range(2)]
    for one, days in zip(made, (20, 10), strict=True):
        allow(one, days=days)
    found, count = approvals_ending(PROGRAM, today_here() + timedelta(days=30), 1)
    assert ([one.id for one in found], count) == ([made[1]], 2)
