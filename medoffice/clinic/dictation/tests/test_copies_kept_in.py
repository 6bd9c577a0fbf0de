"""A label that is set after the signature: what has not gone never goes, and its author decides once it may."""

from uuid import UUID

import pytest

from medoffice.clinic.dictation.actions.keep_copies_in import keep_copies_in
from medoffice.clinic.dictation.api import copies_of, name_copy, send_copies_again
from medoffice.clinic.dictation.tests.makers import by_mail, make_finished, signed
from medoffice.clinic.dictation.types.copies import Standing
from medoffice.clinic.dictation.types.dictations import Dictation
from medoffice.front_office.letters.api import letter, send_letter
from medoffice.front_office.letters.types.letters import LetterState, Way
from medoffice.front_office.referrals.tests.makers import make_performer
from medoffice.kernel import facts
from medoffice.kernel.refusals import Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.security.api import end_label, label_visit
from medoffice.security.tests.makers import sign_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
SAID = "No fever."


def copied(office: Office, visit: UUID, *readers: UUID) -> Dictation:
    """A signed report with a copy for each."""
    one = make_finished(office.provider, visit, SAID)
    for reader in readers:
        name_copy(actor=office.provider, dictation_id=one.id, performer_id=reader)
    return signed(office, one)


def labelled(office: Office, one: Dictation, label: Label) -> UUID:
    """The label, and all who listen told."""
    made = label_visit(
        actor=PROGRAM, subject=one.patient_id, things=[one.encounter_id], label=label, why="programme",
        written_by=office.provider.id if label is Label.PSYCHOTHERAPY else None,
    )  # fmt: skip
    facts.deliver()
    return made


def standing(one: Dictation) -> list[Standing]:
    return [copy.last.standing for copy in copies_of([one.id])[one.id]]


@pytest.mark.parametrize("label", [Label.PART2, Label.PSYCHOTHERAPY])
def test_what_waits_is_withdrawn_and_is_one_item_of_its_author(office: Office, visit: UUID, label: Label) -> None:
    one = copied(office, visit, by_mail("Ann Hale, MD"), by_mail("Zelda Quill, MD"), make_performer())
    assert standing(one) == [Standing.PREPARED] * 3
    made = labelled(office, one, label)
    assert standing(one) == [Standing.WITHDRAWN] * 3
    assert work("dictation-copies") == [f"{one.number}: copies that had not gone were withdrawn"]
    assert work("letter-signed") == []
    assert one.number in sign_in("okafor").get("/work/", follow=True).content.decode()
    assert keep_copies_in(actor=PROGRAM, encounter_ids=[visit]) == 0
    with pytest.raises(Refusal):
        send_copies_again(actor=office.provider, dictation_id=one.id)
    end_label(actor=PROGRAM, label_id=made, why="by mistake")
    facts.deliver()
    assert len(work("dictation-copies")) == 1
    assert send_copies_again(actor=office.provider, dictation_id=one.id) == 3
    assert work("dictation-copies") == []


def test_what_went_stays_gone_and_only_the_rest_is_withdrawn(office: Office, visit: UUID) -> None:
    one = copied(office, visit, by_mail("Ann Hale, MD"), by_mail("Zelda Quill, MD"))
    went = copies_of([one.id])[one.id][0].last.letter_id
    assert went is not None
    send_letter(actor=PROGRAM, letter_id=went, way=Way.HAND)
    labelled(office, one, Label.PART2)
    assert standing(one) == [Standing.SENT, Standing.WITHDRAWN]
    assert letter(PROGRAM, went).state is LetterState.SENT
    assert len(work("dictation-copies")) == 1


def test_where_all_went_or_the_label_lets_it_go_nothing_is_asked(office: Office, visit: UUID) -> None:
    one = copied(office, visit, by_mail())
    labelled(office, one, Label.RESTRICTED)
    assert standing(one) == [Standing.PREPARED]
    went = copies_of([one.id])[one.id][0].last.letter_id
    assert went is not None
    send_letter(actor=PROGRAM, letter_id=went, way=Way.HAND)
    labelled(office, one, Label.PART2)
    assert standing(one) == [Standing.SENT]
    assert work("dictation-copies") == []
