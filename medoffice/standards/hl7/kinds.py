"""What a message is, by MSH-9: the kinds that an office takes in or sends, and whether we know one."""

from medoffice.standards.hl7.message import Message

# (type, event) -> what it is
KINDS: dict[tuple[str, str], str] = {
    ("ORU", "R01"): "results of a laboratory",
    ("ORM", "O01"): "an order",
    ("OML", "O21"): "an order to a laboratory",
    ("VXU", "V04"): "vaccinations given",
    ("QBP", "Q11"): "a question to an immunization registry",
    ("RSP", "K11"): "the answer of an immunization registry",
    ("ADT", "A01"): "a patient was admitted",
    ("ADT", "A03"): "a patient was discharged",
    ("ADT", "A04"): "a patient was registered",
    ("ADT", "A08"): "what is known of a patient changed",
    ("ADT", "A31"): "what is known of a person changed",
    ("ADT", "A40"): "two records of a patient are one",
    **dict.fromkeys((("SIU", event) for event in ("S12", "S13", "S14", "S15", "S26")), "an appointment"),
    **dict.fromkeys((("MDM", event) for event in ("T02", "T06", "T11")), "a document"),
    ("DFT", "P03"): "charges",
}
_LONGEST = 20


def kind_of(message: Message) -> tuple[str, str]:
    """Type and event of a message (``ORU``, ``R01``); an acknowledgement often has no event."""
    name, event = message.kind
    return name[:_LONGEST], event[:_LONGEST]


def kind_in_code(message: Message) -> str:
    """``ORU^R01``; empty if it does not say."""
    return "^".join(kind_of(message)).strip("^")


def is_ack(message: Message) -> bool:
    """Whether it is an acknowledgement itself, which nobody acknowledges."""
    return kind_of(message)[0] == "ACK"
