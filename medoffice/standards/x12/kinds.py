"""What a transaction is, in words, from its set id (ST01), its guide (ST03 or GS08) and its group (GS01).

Where no guide is named, the release alone decides what has only one guide, and a claim's lines tell its kind.
"""

from dataclasses import dataclass

from medoffice.standards.x12.tokens import Transaction


@dataclass(frozen=True, slots=True)
class Kind:
    """What a transaction is, and which of our readers reads it (empty: none)."""

    words: str
    reads: str = ""


_GUIDES = {
    "005010X222": Kind("837P professional claim", "837P"),
    "005010X221": Kind("835 payment advice", "835"),
    "005010X231": Kind("999 functional group acknowledgement", "999"),
    "005010X214": Kind("277CA claim acknowledgement", "277CA"),
    "005010X230": Kind("997 functional acknowledgement for health care"),
    "005010X223": Kind("837I institutional claim"),
    "005010X224": Kind("837D dental claim"),
    "005010X291": Kind("837P predetermination, professional"),
    "005010X292": Kind("837I predetermination, institutional"),
    "005010X298": Kind("837P post-adjudicated claims data reporting (PACDR), professional"),
    "005010X299": Kind("837I post-adjudicated claims data reporting (PACDR), institutional"),
    "005010X300": Kind("837D post-adjudicated claims data reporting (PACDR), dental"),
    "005010X212": Kind("claim status"),
    "005010X217": Kind("authorisation or referral"),
    "005010X186": Kind("824 application reporting"),
    "005010X220": Kind("834 enrolment"),
    "005010X218": Kind("820 premium payment"),
    "004010X098": Kind("837P professional claim, version 4010"),
    "004010X096": Kind("837I institutional claim, version 4010"),
    "004010X097": Kind("837D dental claim, version 4010"),
    "004010X091": Kind("835 payment advice, version 4010"),
}
_SETS = {
    "269": "269 benefit coordination verification",
    "270": "270 eligibility question",
    "271": "271 eligibility answer",
    "276": "276 claim status question",
    "275": "275 attachment: additional information for a claim",
    "277": "277 claim status answer",
    "278": "278 authorisation or referral",
    "810": "810 invoice",
    "820": "820 premium payment",
    "824": "824 application reporting",
    "834": "834 enrolment",
    "835": "835 payment advice",
    "837": "837 claim",
    "850": "850 purchase order",
    "855": "855 purchase order acknowledgement",
    "856": "856 ship notice",
    "997": "997 functional acknowledgement",
    "999": "999 functional group acknowledgement",
}


_ONLY_GUIDE = {"270": "005010X279", "271": "005010X279", "835": "005010X221", "999": "005010X231"}
_ELIGIBILITY = ("270", "271")  # one guide for the question and its answer
_LINES = {"SV1": "005010X222", "SV2": "005010X223", "SV3": "005010X224"}


def kind_of(transaction: Transaction) -> Kind:
    """What this transaction is. A set we do not know is named by its number and guide."""
    version, code = transaction.version, transaction.code.strip()
    if version in ("005010", "") and code in (*_ONLY_GUIDE, "837"):
        version = _guide_by_content(transaction)
    guide = next((kind for prefix, kind in _GUIDES.items() if version.startswith(prefix)), None)
    if guide is not None and guide.words.startswith(code):
        return guide
    words = _SETS.get(code, f"transaction {code or 'without a number'}")
    if code in _ELIGIBILITY and version.startswith(_ONLY_GUIDE[code]):
        return Kind(words, code)
    if not version.startswith("00501"):
        release = version[:6] or "unknown"
        return Kind(f"{words}, version {release.removeprefix('00')}")
    return Kind(words)


def _guide_by_content(transaction: Transaction) -> str:
    """The guide of a 5010 transaction that names only the release, or nothing at all."""
    marks = transaction.delimiters
    for name, guide in _LINES.items():
        if transaction.code == "837" and f"{marks.segment}{name}{marks.element}" in transaction.text:
            return guide
    return _ONLY_GUIDE.get(transaction.code.strip(), transaction.version)
