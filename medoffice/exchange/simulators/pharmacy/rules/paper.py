"""Reading the office's messages, and writing the pharmacy's own."""

from datetime import datetime
from html import escape

from medoffice.exchange.simulators.pharmacy.types import Asked, News
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.xml_trees import Node, read_xml

_CODES = {
    "Status": "Code",
    "Error": "Code",
    "RxFill": "FillStatus",
    "RxChangeRequest": "ChangeCode",
    "CancelRxResponse": "Response",
}
_WORDS = {"Error": "Description", "Status": "Description", "CancelRxResponse": "Reason"}


def read_asked(data: bytes) -> Asked:
    """A message of the office. Raises Refusal for what is none."""
    root = read_xml(data, {})
    header, body = root.first("Header"), root.first("Body")
    inside = next(iter(body.nodes()), None) if body else None
    if header is None or inside is None:
        raise Refusal("no-message", "This is no message.", "")
    days = _at(inside, "MedicationPrescribed", "DaysSupply")
    return Asked(
        number=_at(header, "MessageID"),
        kind=inside.name,
        to=_at(header, "To"),
        order=_at(header, "PrescriberOrderNumber"),
        medicine=_at(inside, "MedicationPrescribed", "Description"),
        days=int(days) if days.isdigit() else 0,
    )


def written(one: News, sender: str, at: datetime) -> bytes:
    """What it tells, as bytes."""
    header = [
        ("From", sender), ("MessageID", one.key), ("RelatesToMessageID", one.to_number), ("SentTime", at.isoformat()),
        ("PrescriberOrderNumber", one.order), ("RxReferenceNumber", f"RX{one.order}"),
    ]  # fmt: skip
    inside = [(_CODES.get(one.kind, ""), one.said), (_WORDS.get(one.kind, "Note"), one.words)]
    drug = f"<MedicationPrescribed>{_all([('Description', one.medicine)])}</MedicationPrescribed>"
    return (
        f"<Message><Header>{_all(header)}</Header><Body><{one.kind}>{_all(inside)}{drug}</{one.kind}></Body></Message>"
    ).encode()


def _all(told: list[tuple[str, str]]) -> str:
    return "".join(f"<{name}>{escape(words)}</{name}>" for name, words in told if name and words)


def _at(node: Node, *path: str) -> str:
    found = node.first(*path)
    return found.text() if found else ""
