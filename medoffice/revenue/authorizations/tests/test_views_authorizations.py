"""Asking a payer on the screen: from the prescription by a key to the number; people of every job."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client

from medoffice.clinic.prescriptions.tests.makers import make_prepared, make_signed, said
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.coverage.api import coverage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.authorizations.api import authorization, authorizations_of
from medoffice.revenue.authorizations.tests.makers import (
    FIGS,
    Here,
    allow,
    make_asked,
    make_covered,
    sign,
    version,
    write,
)
from medoffice.revenue.authorizations.types import State
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.revenue.coding.tests.makers import make_office as make_coding_office
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import make_user, sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
SYRUP = "1 tsp po bid x10d"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def policy(office: Office) -> UUID:
    return make_covered(office, make_patient())


@pytest.fixture
def who(policy: UUID) -> UUID:
    return coverage(policy).patient_id


@pytest.fixture
def here() -> Iterator[Here]:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        place, person = make_coding_office(), make_patient()
        yield Here(place, person, make_covered(place, person))


def page(client: Client, where: str) -> str:
    answer = client.get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()


def shown(client: Client, made: UUID) -> str:
    """The hash of what the page shows, as its form has it; none for who may not sign."""
    found = re.search(r'name="shown" value="([0-9a-f]*)"', page(client, f"/authorizations/{made}/"))
    return found[1] if found else ""


def posted(client: Client, made: UUID, verb: str, **said: str) -> int:
    where = f"/authorizations/{made}/{verb}/"
    return client.post(where, {"version": str(version(made)), **said}).status_code


def test_rx8_from_the_prescription_to_the_number(office: Office, who: UUID, policy: UUID) -> None:
    ruiz, okafor = signed_in("ruiz"), sign_in("okafor")
    given = make_signed(office, who, said(FIGS, SYRUP))
    assert "to allow it" in page(ruiz, f"/prescriptions/{given}/")
    assert ruiz.post(f"/authorizations/begin/{given}/", {"policy": str(policy)}).status_code == 302
    (one,) = authorizations_of(PROGRAM, who)
    text = page(ruiz, f"/authorizations/{one.id}/packet/")
    assert all(
        words in text for words in ("The chart has nothing of", "Tried before", "Allergies", "Only what is chosen goes")
    )
    assert posted(ruiz, one.id, "packet", to_name="") == 422
    assert posted(ruiz, one.id, "packet", to_name="The payer", to_number="2175550199", answers="Yes, twice.") == 302
    assert posted(ruiz, one.id, "sign") == 404, "an assistant never signs"
    assert posted(okafor, one.id, "sign", shown=shown(okafor, one.id)) == 302
    assert posted(ruiz, one.id, "send", way="told") == 422
    assert posted(ruiz, one.id, "send", way="fax") == 302
    assert "Payers asked" in page(ruiz, f"/patient/{who}/")
    assert posted(ruiz, one.id, "chase", words="In review", until="+3d") == 302
    assert posted(ruiz, one.id, "answer", to="approved", number="A-1") == 422
    assert posted(ruiz, one.id, "answer", to="denied") == 422
    assert posted(ruiz, one.id, "answer", to="approved", number="A-1", starts="11/24/2026", ends="12/10/2026") == 302
    assert authorization(PROGRAM, one.id).state is State.APPROVED
    desk = page(ruiz, "/authorizations/")
    assert "A-1" in desk
    assert "ends soon" in page(ruiz, f"/prescriptions/{given}/")
    again = make_prepared(office, who, said(FIGS, SYRUP))
    offered = page(ruiz, f"/prescriptions/{again}/")
    assert "Put number on it" in offered
    assert "anew" in offered, "what is allowed is asked anew, not again as if it were not"
    assert posted(ruiz, one.id, "use", prescription=str(again), version="1") == 302
    told = page(ruiz, f"/prescriptions/{again}/")
    assert "Prior authorization A-1" in told
    assert "The pharmacist is told this number." in told
    assert "Put number on it" not in told


def test_on_paper_it_is_the_answer_itself(office: Office, who: UUID, policy: UUID) -> None:
    okafor = sign_in("okafor")
    made = make_asked(office, who, policy, sent=False)
    posted(okafor, made, "sign", shown=shown(okafor, made))
    sent = {"way": "on paper", "once": "k", "version": str(version(made))}
    answer = okafor.post(f"/authorizations/{made}/send/", sent)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert posted(okafor, made, "close", why="") == 422
    assert posted(okafor, made, "close", why="Not needed") == 302


def test_the_front_desk_and_strangers_see_nothing_of_it(office: Office, who: UUID, policy: UUID) -> None:
    made = make_asked(office, who, policy)
    allow(made)
    for name in ("lind", "nox"):
        client = signed_in(name)
        for where in ("", f"{made}/", f"{made}/packet/"):
            assert client.get(f"/authorizations/{where}").status_code == 404
        assert posted(client, made, "close", why="x") == 404


def test_a_part_2_piece_is_read_only_by_who_treats_even_once_it_is_signed(here: Here) -> None:
    visit = make_coded(here.office, here.who)
    found = coded(visit)
    assert found
    finish_coding(actor=PROGRAM, coding_id=found.id)
    made = make_asked(here.office, here.who, here.policy, sent=False)
    write(made, chosen=("diagnosis:J06.9",), answers="She drinks no more.")
    sign(here.office, made)
    label_visit(actor=PROGRAM, subject=here.who, things=[visit], label=Label.PART2, why="a program")
    make_user("medi", "Noor Haile", "medical_assistant")
    for client in (sign_in("medi"), signed_in("ferreira"), signed_in("petrov")):
        text = page(client, f"/authorizations/{made}/")
        assert "J06.9" not in text
        assert "She drinks no more." not in text
        assert "1 of the pieces that were signed are not for your eyes" in text
    for client in (sign_in("okafor"), signed_in("ruiz")):
        text = page(client, f"/authorizations/{made}/")
        assert "J06.9" in text
        assert "She drinks no more." in text
    write(made, quick=True)
    assert "She drinks no more." not in page(sign_in("medi"), f"/authorizations/{made}/"), "nor before it is signed"
    text = page(sign_in("medi"), f"/authorizations/{made}/packet/")
    assert "1 of the chosen pieces are not for your eyes" in text
    assert "She drinks no more." not in text


def test_what_is_wrong_is_said_at_its_field_and_what_was_signed_before_is_listed(here: Here) -> None:
    ruiz = signed_in("ruiz")
    made = make_asked(here.office, here.who, here.policy)

    def wrong(verb: str, **said: str) -> str:
        answer = ruiz.post(f"/authorizations/{made}/{verb}/", {"version": str(version(made)), **said})
        assert answer.status_code == 422
        return answer.content.decode()

    assert 'aria-describedby="told-error"' in wrong("send", way="told")
    text = wrong("chase", words="", until="x")
    assert 'aria-describedby="chase-words-error"' in text
    assert 'aria-describedby="chase-until-error"' in text
    assert 'aria-describedby="close-error"' in wrong("close", why="")
    assert posted(ruiz, made, "answer", to="more information asked for", words="The weight", until="+3d") == 302
    assert "The payer's day" in page(ruiz, f"/authorizations/{made}/")
    write(made, answers="71 kg")
    assert "Signed before" in page(ruiz, f"/authorizations/{made}/")
    allow(made)
    assert 'value="A-77"' in page(ruiz, f"/authorizations/{made}/"), "an approval is mended in place"
