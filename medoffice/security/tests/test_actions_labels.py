"""Labels, consents, and opening with a reason: what each changes, for whom, for how long, and what is written down."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError

from medoffice.kernel import clock
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security import audit
from medoffice.security.api import (
    access,
    accesses_to_review,
    audit_lines,
    break_glass,
    can,
    carry_labels,
    deny_subject,
    end_access,
    end_label,
    label_patient,
    label_visit,
    labels_of,
    open_record,
    record_consent,
    require,
    review_access,
    revoke_consent,
)
from medoffice.security.models import Access, AuditEvent
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor, Label, Reason, Review
from medoffice.security.words import Unopened

pytestmark = pytest.mark.django_db
READ, REASON, NOTE = "patients.read", "encounters.reason", "chart.read"


@pytest.fixture
def subject() -> UUID:
    return uuid4()


@pytest.fixture
def visit() -> UUID:
    return uuid4()


def labelled(subject: UUID, visit: UUID, label: Label, written_by: UUID | None = None) -> UUID:
    return label_visit(
        actor=PROGRAM, subject=subject, things=[visit], label=label, why="asked for", written_by=written_by
    )


def emergency(actor: Actor, subject: UUID) -> UUID:
    return break_glass(actor=actor, subject=subject, code=Reason.EMERGENCY, why="unconscious")


def test_a_known_persons_record_opens_for_an_hour_with_a_reason(subject: UUID) -> None:
    label_patient(actor=PROGRAM, subject=subject, label=Label.VIP, why="the mayor")
    lind = person("lind")
    with pytest.raises(Unopened):
        require(lind, READ, subject)
    assert can(lind, "appointments.book", subject)
    began = clock.now()
    with clock.frozen(began):
        row = open_record(actor=lind, subject=subject, code=Reason.APPOINTMENT, why="she called")
        assert can(lind, READ, subject)
        assert access(row).minutes_left == 60
    assert not can(person("chen"), READ, subject)
    with clock.frozen(began + timedelta(minutes=59)):
        assert can(lind, READ, subject)
    with clock.frozen(began + timedelta(minutes=60)):
        assert not can(lind, READ, subject)


def test_nobody_opens_their_own_record_as_staff(subject: UUID) -> None:
    lind, ruiz = person("lind"), person("ruiz")
    label_patient(actor=PROGRAM, subject=subject, label=Label.EMPLOYEE, why="works here", employee_id=ruiz.id)
    assert not any(can(ruiz, word, subject) for word in (READ, "appointments.read", "security.break_glass"))
    with pytest.raises(NotFound):
        open_record(actor=ruiz, subject=subject, code=Reason.REQUEST, why="it is mine")
    with pytest.raises(NotFound):
        emergency(ruiz, subject)
    open_record(actor=lind, subject=subject, code=Reason.REQUEST, why="she asked me")
    assert can(lind, READ, subject)


def test_the_glass_opens_what_a_label_keeps_and_marks_all_that_is_seen(subject: UUID, visit: UUID) -> None:
    labelled(subject, visit, Label.PART2)
    vega, began = person("vega"), clock.now()
    assert not can(vega, NOTE, subject, visit)
    with clock.frozen(began):
        row = emergency(vega, subject)
        assert can(vega, NOTE, subject, visit)
        assert can(vega, "notes.write", subject, visit)
        assert not can(vega, "coding.read", subject, visit)  # an emergency codes nothing
        assert not can(vega, "claims.send", subject, visit)
        audit.write_seen(vega, NOTE, [subject])
        audit.write_seen(vega, NOTE, [uuid4()])
    assert {fact.kind for fact in OutboxFact.objects.filter(subject=row)} == {"AccessBegan"}
    purposes = AuditEvent.objects.filter(actor_id=vega.id, word=NOTE).order_by("id").values_list("purpose", flat=True)
    assert list(purposes) == ["emergency", "operations"]
    assert [line.word for line in audit_lines(under=row)] == [NOTE, "security.break_glass"]
    assert access(row).seen == 2
    with clock.frozen(began + timedelta(minutes=60)):
        assert not can(vega, NOTE, subject, visit)


def test_the_glass_ends_when_it_is_ended_by_who_broke_it(subject: UUID, visit: UUID) -> None:
    labelled(subject, visit, Label.PART2)
    vega = person("vega")
    row = emergency(vega, subject)
    with pytest.raises(NotFound):
        end_access(actor=person("lind"), access_id=row)
    end_access(actor=vega, access_id=row)
    assert not can(vega, NOTE, subject, visit)
    with pytest.raises(NotFound):
        end_access(actor=vega, access_id=row)


def test_no_glass_is_broken_where_nothing_is_kept_or_a_denial_stands(subject: UUID, visit: UUID) -> None:
    vega, ruiz = person("vega"), person("ruiz")
    with pytest.raises(NotFound):
        emergency(vega, subject)  # nothing is kept of this patient
    labelled(subject, visit, Label.PART2)
    with pytest.raises(NotFound):
        emergency(ruiz, subject)  # a nurse treats: it is open
    with pytest.raises(NotFound):
        emergency(person("lind"), subject)  # who does not treat has no glass to break
    with pytest.raises(Invalid):
        break_glass(actor=vega, subject=subject, code=Reason.BILLING, why="to bill")
    with pytest.raises(Invalid):
        break_glass(actor=vega, subject=subject, code=Reason.EMERGENCY, why=" ")
    deny_subject(actor=PROGRAM, user_id=vega.id, subject=subject, reason="a relative")
    with pytest.raises(NotFound):
        emergency(vega, subject)
    assert not Access.objects.exists()


def test_a_denial_made_while_the_glass_is_broken_wins_at_once(subject: UUID, visit: UUID) -> None:
    labelled(subject, visit, Label.PART2)
    vega = person("vega")
    emergency(vega, subject)
    deny_subject(actor=PROGRAM, user_id=vega.id, subject=subject, reason="a relative")
    assert not can(vega, READ, subject)


def test_a_psychotherapy_note_is_its_authors_even_in_an_emergency(subject: UUID, visit: UUID) -> None:
    okafor, other = person("okafor"), make_user("other", "Ben Ade", "provider")
    labelled(subject, visit, Label.PSYCHOTHERAPY, okafor.id)
    assert can(okafor, NOTE, subject, visit)
    assert not can(other, NOTE, subject, visit)
    assert can(other, REASON, subject, visit)
    with pytest.raises(NotFound):
        emergency(other, subject)
    labelled(subject, uuid4(), Label.PSYCHOTHERAPY, other.id)
    label_patient(actor=PROGRAM, subject=subject, label=Label.VIP, why="known")
    emergency(other, subject)  # opens what the other label keeps, and not this
    assert can(other, REASON, subject, visit)
    assert not can(other, NOTE, subject, visit)


def test_a_consent_opens_what_it_is_for_until_it_is_revoked_or_over(subject: UUID, visit: UUID) -> None:
    chen, second = person("chen"), uuid4()
    first_label, second_label = (labelled(subject, one, Label.PART2) for one in (visit, second))
    today = clock.now().date()
    given = record_consent(actor=PROGRAM, label_id=first_label, words="form of today", until=today)
    assert can(chen, "claims.read", subject, visit)
    assert can(chen, "claims.send", subject, second)  # one consent is for all of the patient's
    with clock.frozen(clock.now() + timedelta(days=1)):
        assert not can(chen, "claims.read", subject, visit)
    revoke_consent(actor=PROGRAM, consent_id=given)
    assert not can(chen, "claims.send", subject, second)
    with pytest.raises(NotFound):
        revoke_consent(actor=PROGRAM, consent_id=given)
    assert [len(row.consents) for row in labels_of(subject)] == [0, 0]
    with pytest.raises(Invalid):
        record_consent(actor=PROGRAM, label_id=second_label, words=" ")


def test_a_minors_consent_is_for_the_one_visit(subject: UUID, visit: UUID) -> None:
    second = uuid4()
    one, _ = (labelled(subject, thing, Label.MINOR) for thing in (visit, second))
    record_consent(actor=PROGRAM, label_id=one, words="she wants it billed")
    assert can(PROGRAM, "claims.send", subject, visit)
    assert not can(PROGRAM, "claims.send", subject, second)


def test_no_consent_changes_a_restriction_and_what_it_says_is_said(subject: UUID, visit: UUID) -> None:
    row = labelled(subject, visit, Label.RESTRICTED)
    with pytest.raises(Refusal, match="no consent"):
        record_consent(actor=PROGRAM, label_id=row, words="signed")
    with pytest.raises(Refusal, match="does not want the plan to know"):
        require(PROGRAM, "claims.send", subject, visit)
    end_label(actor=PROGRAM, label_id=row, why="the patient took it back")
    assert can(PROGRAM, "claims.send", subject, visit)
    with pytest.raises(NotFound):
        end_label(actor=PROGRAM, label_id=row, why="again")


def test_what_comes_of_something_confidential_is_confidential(subject: UUID) -> None:
    call, booked, seen = uuid4(), uuid4(), uuid4()
    labelled(subject, call, Label.PART2)
    carry_labels(call, booked)
    carry_labels(booked, seen)
    carry_labels(booked, seen)
    (row,) = labels_of(subject, seen)
    assert row.things == [call, booked, seen]
    assert not can(person("lind"), REASON, subject, seen)


def test_labels_are_set_once_with_a_reason_on_what_they_are_for(subject: UUID, visit: UUID) -> None:
    labelled(subject, visit, Label.MINOR)
    with pytest.raises(Refusal, match="noted already"):
        labelled(subject, visit, Label.MINOR)
    with pytest.raises(Invalid):
        label_visit(actor=PROGRAM, subject=subject, things=[visit], label=Label.VIP, why="x")
    with pytest.raises(Invalid):
        label_visit(actor=PROGRAM, subject=subject, things=[visit], label=Label.PSYCHOTHERAPY, why="no author")
    with pytest.raises(Invalid):
        label_visit(actor=PROGRAM, subject=subject, things=[], label=Label.PART2, why="x")
    with pytest.raises(Invalid):
        label_patient(actor=PROGRAM, subject=subject, label=Label.MINOR, why="x")
    label_patient(actor=PROGRAM, subject=subject, label=Label.VIP, why="known")
    with pytest.raises(Refusal, match="noted already"):
        label_patient(actor=PROGRAM, subject=subject, label=Label.VIP, why="known")
    with pytest.raises(NotFound):
        label_patient(actor=PROGRAM, subject=subject, label=Label.EMPLOYEE, why="x", employee_id=uuid4())


def test_who_works_here_ends_no_label_about_themselves(subject: UUID) -> None:
    haddad = person("haddad")
    row = label_patient(actor=PROGRAM, subject=subject, label=Label.EMPLOYEE, why="works here", employee_id=haddad.id)
    with pytest.raises(Refusal, match="your own record"):
        end_label(actor=haddad, label_id=row, why="no more")


def test_an_access_is_reviewed_once_and_never_by_who_had_it(subject: UUID) -> None:
    haddad, ferreira = person("haddad"), person("ferreira")
    label_patient(actor=PROGRAM, subject=subject, label=Label.VIP, why="known")
    row = open_record(actor=haddad, subject=subject, code=Reason.REQUEST, why="a copy of the record")
    assert accesses_to_review(haddad) == []
    with pytest.raises(Refusal, match="their own"):
        review_access(actor=haddad, access_id=row, outcome=Review.JUSTIFIED, words="fine")
    assert [one.id for one in accesses_to_review(ferreira)] == [row]
    with pytest.raises(Invalid):
        review_access(actor=ferreira, access_id=row, outcome=Review.JUSTIFIED, words="")
    review_access(actor=ferreira, access_id=row, outcome=Review.UNJUSTIFIED, words="there was no request")
    with pytest.raises(Refusal, match="has reviewed"):
        review_access(actor=ferreira, access_id=row, outcome=Review.JUSTIFIED, words="fine")
    found = access(row)
    assert (found.reviewed_by, found.outcome_words) == ("Ana Ferreira", "there was no request")
    assert accesses_to_review(ferreira) == []


def test_an_hour_is_the_longest(subject: UUID) -> None:
    """The database holds it, whatever a program says."""
    now: datetime = clock.now()
    with pytest.raises(IntegrityError):
        Access.objects.create(
            user_id=person("lind").id,
            subject=subject,
            emergency=True,
            code="emergency",
            why="x",
            began_at=now,
            ends_at=now + timedelta(minutes=61),
        )
