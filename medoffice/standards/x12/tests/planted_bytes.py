"""Planted ways in which a file is written: delimiters, line ends, envelopes that are wrong, files that are cut."""

from medoffice.standards.x12.tests.planted_remits import ONE, era
from medoffice.standards.x12.tests.planting import Planted, file, group, interchange, isa, transaction

PLAIN = file(era("85", ONE)).decode()
TWO = file(era("85", ONE, trace="T1"), era("85", ONE, trace="T2")).decode()
SAME = """# = 1
    0.amount = 85
    0.trace = EFT0001
    0.claims.0.paid = 85
    0.claims.0.patient.first = ADA
    0.claims.0.patient.identifier = HHP123456
    0.claims.0.lines.0.procedure = HC:99213:25
    0.claims.0.lines.0.adjustments = CO45 20 | PR3 15"""


def turned(element: str, component: str, segment: str, repeat: str = "^") -> bytes:
    """The plain file with other delimiters."""
    table = str.maketrans({"*": element, ":": component, "~": segment, "^": repeat})
    return PLAIN.translate(table).encode()


def wrapped(width: int, end: str) -> bytes:
    """The plain file in records of a fixed length, as mainframes send it."""
    return "".join(PLAIN[at : at + width] + end for at in range(0, len(PLAIN), width)).encode()


def rewritten(*pairs: tuple[str, str]) -> bytes:
    """The plain file with words replaced, each of which it must hold."""
    text = PLAIN
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


WRITTEN = (
    Planted("bars and angles", turned("|", ">", "~"), SAME),
    Planted("separators of control characters", turned("\x1d", "\x1f", "\x1e", "\x1c"), SAME),
    Planted("a line end as the end of a segment", turned("*", ":", "\n"), SAME),
    Planted("carriage return and line end as the end of a segment", PLAIN.replace("~", "\r\n").encode(), SAME),
    Planted("a carriage return alone as the end of a segment", turned("*", ":", "\r"), SAME),
    Planted("a line after each segment", PLAIN.replace("~", "~\n").encode(), SAME),
    Planted("a Windows line after each segment", PLAIN.replace("~", "~\r\n").encode(), SAME),
    Planted("apostrophe as the end of a segment", turned("*", ":", "'"), SAME),
    Planted("records of eighty characters", wrapped(80, "\r\n"), SAME),
    Planted("records of eighty characters with line ends alone", wrapped(80, "\n"), SAME),
    Planted("no end after the last segment", PLAIN.removesuffix("~").encode(), SAME),
    Planted("blank lines before and after, a mark of the end", ("\r\n\n" + PLAIN + "\r\n\r\n\x1a").encode(), SAME),
    Planted("filled with zero bytes to a block", PLAIN.encode() + b"\0" * 300, SAME),
    Planted("filled with blanks to a block", PLAIN.encode() + b" " * 300, SAME),
    Planted("a byte order mark", b"\xef\xbb\xbf" + PLAIN.encode(), SAME),
    Planted("blanks at the ends of segments", PLAIN.replace("~", "  ~ ").replace(":  ~ ", ":~", 1).encode(), SAME),
    Planted("blanks at the ends of elements", rewritten(("*85*15*", "*85 *15 *"), ("ADA", "ADA   ")), SAME),
    Planted(
        "empty elements at the ends of segments",
        rewritten(("CO*45*20~", "CO*45*20***~"), ("*85**1~", "*85**1**~")),
        SAME,
    ),
    Planted("small letters throughout", PLAIN.lower().encode(), SAME, ("small letters",), ok=False),
    Planted("a name in UTF-8", rewritten(("ADA", "ADÉ")), SAME.replace("ADA", "ADÉ"), ("É",), ok=False),
    Planted(
        "a name in Latin-1", PLAIN.replace("ADA", "ADÉ").encode("latin-1"), SAME.replace("ADA", "ADÉ"), ("É",), ok=False
    ),
    Planted("old repetition mark U", rewritten(("*^*00501", "*U*00501")), SAME),
    Planted(
        "identifiers in the header not filled up",
        rewritten(("HARBORPLAN     ", "HARBORPLAN"), ("RIVERBEND      ", "RIVERBEND")),
        SAME,
        ("ISA",),
        ok=False,
    ),
    Planted(
        "an identifier in the header too long",
        rewritten(("HARBORPLAN     ", "HARBORPLAN-OF-THE-COUNTY")),
        SAME,
        ("ISA",),
        ok=False,
    ),
    Planted(
        "two groups and two interchanges",
        (
            interchange(
                group(transaction(era("85", ONE, trace="A"))), group(transaction(era("85", ONE, trace="B")), control=8)
            )
            + interchange(group(transaction(era("85", ONE, trace="C"))), control=102)
        ).encode(),
        """# = 3
        0.trace = A
        1.trace = B
        2.trace = C""",
    ),
    Planted(
        "a header of a mail before it",
        b"From: harbor\r\nSubject: your advice\r\n\r\n" + PLAIN.encode(),
        SAME,
        ("before",),
    ),
    Planted(
        "garbage between two interchanges",
        (PLAIN + "\x00#### page 2 ####\r\n" + PLAIN.replace("EFT0001", "EFT2")).encode(),
        "# = 2\n1.trace = EFT2\n1.claims.0.paid = 85",
        ("outside",),
    ),
)

WRONG = (
    Planted("count of segments", rewritten(("SE*21*", "SE*22*")), SAME, (r"SE.*2[12]|2[12].*segments",), ok=False),
    Planted("number of the transaction", rewritten(("SE*21*0001", "SE*21*0009")), SAME, ("0009",), ok=False),
    Planted("count of transactions", rewritten(("GE*1*7", "GE*2*7")), SAME, ("GE",), ok=False),
    Planted("number of the group", rewritten(("GE*1*7", "GE*1*8")), SAME, ("GE",), ok=False),
    Planted("count of groups", rewritten(("IEA*1*", "IEA*3*")), SAME, ("IEA",), ok=False),
    Planted("number of the interchange", rewritten(("IEA*1*000000101", "IEA*1*000000999")), SAME, ("IEA",), ok=False),
    Planted("no end of the interchange", PLAIN[: PLAIN.index("IEA")].encode(), SAME, ("IEA",), ok=False),
    Planted("no end of the transaction", rewritten(("SE*21*0001~", "")), SAME, ("SE",), ok=False),
    Planted(
        "no group",
        rewritten((PLAIN[PLAIN.index("GS") : PLAIN.index("ST*")], ""), ("GE*1*7~", "")),
        SAME,
        ("GS",),
        ok=False,
    ),
    Planted(
        "no interchange around it", PLAIN[PLAIN.index("GS") : PLAIN.index("IEA")].encode(), SAME, ("ISA",), ok=False
    ),
    Planted(
        "cut in a segment of the second advice",
        TWO[: TWO.rindex("CAS*CO") + 9].encode(),
        """# = 2
        0.trace = T1
        1.trace = T2""",
        ("SE|cut|end",),
        ok=False,
    ),
    Planted(
        "cut in an amount, after a whole segment before it",
        TWO[: TWO.rindex("*85*15") + 2].encode(),
        "0.amount = 85",
        ("SE|cut|end",),
        ok=False,
    ),
    Planted("cut in the header", PLAIN[:60].encode(), "# = 0", ("ISA",), ok=False),
    Planted("no byte", b"", "# = 0", ("empty|nothing",), ok=False),
    Planted("nothing but blanks", b" \r\n\r\n", "# = 0", ("empty|nothing|ISA",), ok=False),
    Planted(
        "a page of a website",
        b"<!DOCTYPE html><html><body>Your session has expired</body></html>",
        "# = 0",
        ("ISA",),
        ok=False,
    ),
    Planted("in two-byte letters", PLAIN.encode("utf-16"), SAME),
    Planted("zipped", b"PK\x03\x04\x14\x00\x00\x00\x08\x00era.835", "# = 0", ("zip|ISA",), ok=False),
    Planted("a header without content", (isa() + "IEA*0*000000101~").encode(), "# = 0", ("no|nothing",), ok=False),
    Planted(
        "the older guide", rewritten(("005010X221A1", "004010X091A1"), ("*^*00501*", "*U*00401*")), SAME, ("4010",)
    ),
)
