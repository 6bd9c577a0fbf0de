"""Messages in the shape of SCRIPT: one medicine a message, a header that says who, to whom, which and when.

Our own, from what public rules name; no version of the standard is claimed, and nothing here was certified. Codes of
forms and units are the two that are known here (NCIt C42998, C48542); anything else goes in words.
"""

import re
from datetime import datetime
from html import escape
from typing import Final

from medoffice.clinic.prescriptions.types.exchange import Message
from medoffice.clinic.prescriptions.types.wire import Drug, Incoming, Outgoing, Party
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import Node, read_xml

LARGEST: Final = 256 << 10  # bytes; a message takes some four thousand
_TABLET_FORM, _TABLET_UNIT = "C42998", "C48542"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COMES = frozenset(
    {
        Message.STATUS, Message.VERIFY, Message.ERROR, Message.FILL, Message.RENEWAL_REQUEST, Message.CHANGE_REQUEST,
        Message.CANCEL_RESPONSE,
    }
)  # fmt: skip
# Where the code of a kind stands, and where its words.
_SAID = {
    Message.STATUS: ("Code", "Description"),
    Message.ERROR: ("Code", "Description"),
    Message.FILL: ("FillStatus", "Note"),
    Message.CHANGE_REQUEST: ("ChangeCode", "Note"),
    Message.CANCEL_RESPONSE: ("Response", "Reason"),
    Message.RENEWAL_REQUEST: ("", "Note"),
    Message.VERIFY: ("", "Note"),
}


def write(told: Outgoing) -> bytes:
    """A message as its bytes; the same message is the same bytes."""
    header = _of(
        "Header",
        _words("To", told.to.number, ' Qualifier="P"'),
        _words("From", told.signer.number, ' Qualifier="D"'),
        _words("MessageID", str(told.message_id)),
        _words("RelatesToMessageID", told.relates_to),
        _words("SentTime", told.at.isoformat()),
        _words("SenderSoftware", "medoffice, not certified"),
        _words("PrescriberOrderNumber", told.order),
    )
    whom = told.whom
    name = _of("Name", _words("LastName", whom.family), _words("FirstName", whom.given))
    said = _of(
        told.message.value,
        _of("Response", _words("Answer", told.answer.value), _words("Reason", told.why)) if told.answer else "",
        "" if told.answer else _words("Reason", told.why),
        _of("Patient", name, _words("DOB", whom.born.isoformat()), _words("Gender", whom.sex), _place(whom.home)),
        _of("Prescriber", _words("NPI", told.signer.number), _words("Name", told.signer.name), _place(told.signer)),
        _of("Pharmacy", _words("NCPDPID", told.to.number), _words("Name", told.to.name), _place(told.to)),
        _drug(told.drug) if told.drug else "",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_of("Message", header, _of("Body", said))}\n'.encode()


def read(data: bytes) -> Incoming:
    """What these bytes say to the office. Raises Refusal, in words, for what is no message to it."""
    if len(data) > LARGEST:
        raise Refusal("message-large", f"It has more than {LARGEST >> 10} KB.", "")
    root = read_xml(data, {}, elements=2000)
    if root.name != "Message":
        raise Refusal("no-message", "It is no message of a pharmacy.", "")
    header, body = root.first("Header"), root.first("Body")
    inside = next(iter(body.nodes()), None) if body else None
    if header is None or inside is None:
        raise Refusal("message-half", "It has no header, or nothing in it.", "")
    if inside.name not in _COMES:
        raise Refusal("message-strange", f"The office takes in no {inside.name[:40]}.", "")
    number = _at(header, 80, "MessageID")
    if not number:
        raise Refusal("message-unnumbered", "It has no number of its own.", "")
    message = Message(inside.name)
    code, words = _SAID[message]
    return Incoming(
        message_id=number,
        message=message,
        at=_time(_at(header, 40, "SentTime")),
        sender=_at(header, 80, "From"),
        relates_to=_at(header, 80, "RelatesToMessageID"),
        order=_at(header, 40, "PrescriberOrderNumber"),
        reference=_at(header, 40, "RxReferenceNumber"),
        said=_at(inside, 20, code) if code else "",
        words=_at(inside, 200, words),
        medicine=_at(inside, 200, "MedicationPrescribed", "Description"),
        born=_at(inside, 10, "Patient", "DOB"),
    )


def _drug(drug: Drug) -> str:
    tablets = drug.form == "solid" and drug.unit.startswith("tablet")
    return _of(
        "MedicationPrescribed",
        _words("Description", drug.medicine),
        _words("Strength", drug.strength),
        _words("Form", drug.form, f' Code="{_TABLET_FORM}"' if tablets else ""),
        _words("Quantity", f"{drug.quantity.normalize():f}"),
        _words("Unit", drug.unit, f' Code="{_TABLET_UNIT}"' if tablets else ""),
        _words("DaysSupply", str(drug.days)),
        _words("Sig", drug.sig),
        _words("Substitutions", "1" if drug.daw else "0"),
        _words("NumberOfRefills", str(drug.refills)),
        _words("WrittenDate", drug.written.isoformat()),
        _words("Diagnosis", drug.diagnosis),
        _words("Note", drug.note),
    )


def _place(who: Party) -> str:
    address = _of(
        "Address",
        _words("AddressLine1", who.line1),
        _words("City", who.city),
        _words("State", who.state),
        _words("ZipCode", who.zip),
    )
    return address + _words("Phone", who.phone)


def _of(name: str, *inside: str) -> str:
    return f"<{name}>{''.join(inside)}</{name}>"


def _words(name: str, words: str, more: str = "") -> str:
    """An element with words, or nothing where there are none; what XML cannot say is left out."""
    clean = " ".join(_NOT_XML.sub("", words).split())
    return f"<{name}{more}>{escape(clean)}</{name}>" if clean else ""


def _at(node: Node, most: int, *path: str) -> str:
    found = node.first(*path)
    return found.text(most) if found else ""


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Refusal("message-undated", "It does not say when it was sent, with its zone.", "")
    return at
