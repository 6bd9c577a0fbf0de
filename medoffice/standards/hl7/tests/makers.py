"""Messages of our own making; all people in them are fictitious."""

MSH = b"MSH|^~\\&|LAB|NORTHFIELD LAB|MEDOFFICE|LANTERN|20261120093000-0600||ORU^R01^ORU_R01|R-1001|P|2.5.1"
PID = (
    b"PID|1||M-10001^^^MEDOFFICE^MR~900-11-2233^^^^SS||VALE^INGRID^ANNA^^MS||19650314|F"
    b"|||1 LANTERN WAY^^SPRINGFIELD^IL^62701"
)
ORC = b"ORC|RE|A-77^MEDOFFICE|L-500^NORTHFIELD|||||||||1234567893^OKAFOR^ADA"
OBR = (
    b"OBR|1|A-77^MEDOFFICE|L-500^NORTHFIELD|24323-8^Comprehensive metabolic panel^LN|||20261119081500-0600"
    b"|||||||||1234567893^OKAFOR^ADA||||||20261120092500-0600||LAB|F"
)
OBX = (
    b"OBX|1|NM|2345-7^Glucose^LN||105|mg/dL|70-99|H|||F|||20261119081500-0600",
    b"OBX|2|SN|33914-3^GFR^LN||>^60|mL/min|>59||||F",
    b"OBX|3|CWE|5778-6^Color of urine^LN||371244009^Yellow^SCT||||||F",
)
NTE = b"NTE|1|L|Seen twice.\\.br\\Fasting 8 h \\T\\ water only."
RESULT = b"\r".join((MSH, PID, ORC, OBR, OBX[0], NTE, *OBX[1:])) + b"\r"


def with_msh(*segments: bytes, msh: bytes = MSH, end: bytes = b"\r") -> bytes:
    """A message of a header and these segments."""
    return b"".join(line + end for line in (msh, *segments))
