"""Messages there and back: what is said is read as it was said; whatever comes is read or refused in words."""

from datetime import UTC, date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.prescriptions.types.exchange import Message
from medoffice.clinic.prescriptions.types.wire import Answer, Drug, Outgoing, Party, Whom
from medoffice.exchange.pharmacy_link.api import read, write
from medoffice.exchange.pharmacy_link.rules.script import LARGEST
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import Node, read_xml

WORDS = st.text(max_size=40).map(str.split).map(" ".join)
XML_WORDS = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cn")), max_size=40)
PARTY = st.builds(Party, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS)
WHOM = st.builds(Whom, WORDS, WORDS, st.dates(date(1900, 1, 1)), st.sampled_from("FMU"), PARTY)
DRUG = st.builds(
    Drug, medicine=WORDS, strength=WORDS, form=st.sampled_from(["solid", "liquid"]),
    quantity=st.decimals(min_value=Decimal("0.001"), max_value=99999, places=3),
    unit=st.sampled_from(["tablets", "mL"]),
    days=st.integers(1, 999), sig=WORDS, refills=st.integers(0, 99), daw=st.booleans(),
    written=st.dates(date(2000, 1, 1)), diagnosis=WORDS, note=WORDS,
)  # fmt: skip
TOLD = st.builds(
    Outgoing, message_id=st.uuids(), message=st.sampled_from([Message.NEW, Message.CANCEL, Message.RENEWAL_RESPONSE]),
    at=st.datetimes(timezones=st.just(UTC)), to=PARTY, signer=PARTY, whom=WHOM, order=WORDS, relates_to=WORDS,
    drug=st.none() | DRUG, answer=st.none() | st.sampled_from(Answer), why=WORDS,
)  # fmt: skip
HEAD = "<From>1234567</From><MessageID>P-1</MessageID><SentTime>2026-11-24T16:00:00+00:00</SentTime>"


def at(node: Node, *path: str) -> str:
    found = node.first(*path)
    return found.text() if found else ""


def clean(words: str) -> str:
    """As XML can say it."""
    return " ".join("".join(one for one in words if one >= " " and one not in "\ufffe\uffff").split())


@given(TOLD)
def test_rx4_what_is_written_is_read_as_it_was_said(told: Outgoing) -> None:
    root = read_xml(write(told), {})
    head, body = root.first("Header"), root.first("Body", told.message.value)
    assert head is not None
    assert body is not None
    assert UUID(at(head, "MessageID")) == told.message_id
    assert (at(head, "To"), at(head, "RelatesToMessageID")) == (clean(told.to.number), clean(told.relates_to))
    assert at(head, "PrescriberOrderNumber") == clean(told.order)
    assert (at(body, "Patient", "Name", "LastName"), at(body, "Patient", "DOB")) == (
        clean(told.whom.family), told.whom.born.isoformat(),
    )  # fmt: skip
    assert (body.first("MedicationPrescribed") is None) == (told.drug is None)
    if told.drug:
        drug = body.first("MedicationPrescribed")
        assert drug is not None
        assert Decimal(at(drug, "Quantity")) == told.drug.quantity
        assert (at(drug, "Description"), at(drug, "Sig")) == (clean(told.drug.medicine), clean(told.drug.sig))
        assert (at(drug, "NumberOfRefills"), at(drug, "Substitutions")) == (
            str(told.drug.refills), "1" if told.drug.daw else "0",
        )  # fmt: skip
    assert write(told) == write(told)


@given(kind=st.sampled_from(["RxFill", "Status", "Error", "Verify"]), words=XML_WORDS, order=XML_WORDS)
def test_what_comes_is_read_as_it_was_said(kind: str, words: str, order: str) -> None:
    def safe(text: str) -> str:
        return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    inside = f"<Note>{safe(words)}</Note><Description>{safe(words)}</Description><Code>010</Code>"
    more = f"{HEAD}<PrescriberOrderNumber>{safe(order)}</PrescriberOrderNumber>"
    data = f"<Message><Header>{more}</Header><Body><{kind}>{inside}</{kind}></Body></Message>".encode()
    told = read(data)
    assert (told.message, told.message_id, told.sender, told.words) == (kind, "P-1", "1234567", clean(words))
    assert told.order == clean(order)


@given(st.binary(max_size=400))
def test_whatever_comes_is_read_or_refused_in_words(data: bytes) -> None:
    with pytest.raises(Refusal):
        read(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xml.not-well-formed"),
        (b"<!DOCTYPE a><Message/>", "xml.dtd"),
        (b"<Other/>", "no-message"),
        (b"<Message><Header/></Message>", "message-half"),
        (f"<Message><Header>{HEAD}</Header><Body><NewRx/></Body></Message>".encode(), "message-strange"),
        (b"<Message><Header/><Body><RxFill/></Body></Message>", "message-unnumbered"),
        (f"<Message><Header>{HEAD[:-19]}</SentTime></Header><Body><RxFill/></Body></Message>".encode(), None),
        (b"<Message>" + b" " * LARGEST + b"</Message>", "message-large"),
    ],
)
def test_what_is_no_message_is_refused_by_what_is_wrong(data: bytes, code: str | None) -> None:
    with pytest.raises(Refusal) as refused:
        read(data)
    assert refused.value.code == (code or "message-undated")
