"""What a structure check finds: a fault with its exact place, as a finding for people and as codes for a 999."""

from dataclasses import dataclass

from medoffice.kernel.findings import Finding
from medoffice.standards.x12.values import claim_place

# Our own words for what segments hold, so that a biller need not know them by heart.
SEGMENTS = {
    "ST": "transaction start", "SE": "transaction end", "BHT": "batch header", "NM1": "name", "N1": "name",
    "N3": "street", "N4": "city, state, ZIP", "REF": "reference number", "PER": "contact", "HL": "level",
    "SBR": "subscriber", "PAT": "patient", "DMG": "birth date and sex", "CLM": "claim", "DTP": "date", "DTM": "date",
    "HI": "diagnoses", "LX": "line number", "SV1": "service", "SVD": "earlier payer's decision", "CAS": "adjustment",
    "AMT": "amount", "OI": "other coverage", "PRV": "specialty", "BPR": "payment", "TRN": "trace number",
    "CLP": "claim payment", "SVC": "service payment", "PLB": "adjustment outside claims", "LQ": "remark",
    "AK1": "group answered", "AK2": "transaction answered", "AK9": "group result", "IK5": "transaction result",
    "STC": "status", "NTE": "note", "EQ": "kind of service asked about", "EB": "benefit", "AAA": "refusal",
    "INS": "relation", "HSD": "delivery of a service", "MSG": "message", "LS": "start of those named",
    "LE": "end of those named",
}  # fmt: skip
_LOOPS_837 = {
    "1000A": "submitter", "1000B": "receiver", "2000A": "billing provider level", "2000B": "subscriber level",
    "2000C": "patient level", "2010AA": "billing provider", "2010BA": "subscriber", "2010BB": "payer",
    "2010CA": "patient", "2300": "claim", "2320": "other coverage", "2330A": "other subscriber",
    "2330B": "other payer", "2400": "service line", "2430": "earlier payer's decision",
}  # fmt: skip
_LOOPS_835 = {
    "1000A": "payer", "1000B": "payee", "2000": "claim group", "2100": "claim payment", "2110": "service payment",
}  # fmt: skip
_LOOPS_999 = {"2000": "answer to a transaction", "2100": "segment in error", "2110": "element in error"}
_LOOPS_277 = {
    "2000A": "payer level", "2100A": "payer", "2200A": "payer's receipt", "2000B": "submitter level",
    "2100B": "submitter", "2200B": "batch status", "2000C": "billing provider level", "2100C": "billing provider",
    "2200C": "billing provider status", "2000D": "patient level", "2100D": "patient", "2200D": "claim status",
    "2220D": "line status",
}  # fmt: skip
_LOOPS_ELIGIBILITY = {
    "2000A": "payer level", "2100A": "payer", "2000B": "provider level", "2100B": "provider",
    "2000C": "subscriber level", "2100C": "subscriber", "2110C": "benefit", "2000D": "dependent level",
    "2100D": "dependent", "2110D": "benefit", "2115C": "place of service", "2115D": "place of service",
    "2120C": "who is named", "2120D": "who is named",
}  # fmt: skip
LOOPS = {
    "837P": _LOOPS_837, "835": _LOOPS_835, "999": _LOOPS_999, "277CA": _LOOPS_277, "270": _LOOPS_ELIGIBILITY,
    "271": _LOOPS_ELIGIBILITY,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of structure. ``position`` counts segments from ST as 1; ``element`` 0 means the segment itself.

    ``code`` is ours; ``wire`` is what a 999 says: IK304 for a segment, IK403 for an element.
    """

    code: str
    words: str
    segment: str
    position: int
    wire: str
    loop: str = ""
    element: int = 0
    component: int = 0
    value: str = ""
    claim: str = ""

    def finding(self) -> Finding:
        """The fault in words, placed as billers read it: claim, segment, element."""
        claim = f"{claim_place(self.claim)}, " if self.claim else ""
        place = f"{self.element:02d}" if self.element else ""
        part = f"-{self.component:02d}" if self.component else ""
        return Finding(self.code, f"{claim}segment {self.position}, {self.segment}{place}{part}", self.words)
