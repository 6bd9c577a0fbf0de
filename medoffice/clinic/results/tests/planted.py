"""Messages as laboratories, hospitals and devices send them, with what a careful person reads in each.

Both were written before the reader had seen any of them. They follow what these senders are known to do (source:
unverified, from memory); names and numbers are made up. ``reads`` holds one line a fact:

    who      family, given; born; sex; numbers
    order    placer/filler words (status); taken when; under parent; note
    line     name: value unit [range] flags !level (status) #number; note; paper

A line break inside a text is `` / ``; what is blank is left out.
"""

from base64 import b64encode
from dataclasses import dataclass, field

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
BORN = "1968-03-08"
WHO = f"who Vale, Ingrid; {BORN}; F"
ORDER = "order P-1/F-1 Panel (F); taken 2026-11-24T13:30Z"
PANEL = "OBR|1|P-1|F-1|PANEL^Panel^L|||20261124073000-0600||||||||||||||||||F"
PID = "PID|1||||Vale^Ingrid||19680308|F"


@dataclass(frozen=True)
class Planted:
    """A message, how it is to be answered, and what is read in it (for one that is taken)."""

    name: str
    data: bytes = field(repr=False)
    reads: tuple[str, ...]
    ack: str = "AA"


def head(letters: str = "", kind: str = "ORU^R01^ORU_R01", sender: str = "LIS", lab: str = "PRAIRIE LAB") -> str:
    """The header; ``letters`` is MSH-18."""
    tail = f"||||||{letters}" if letters else ""
    return f"MSH|^~\\&|{sender}|{lab}|OFFICE|RIVERBEND|20261124101500-0600||{kind}|M1|P|2.5.1{tail}"


def written(*lines: str, end: str = "\r") -> bytes:
    """Lines as bytes."""
    return (end.join(lines) + end).encode()


def panel(*lines: str) -> bytes:
    """A message of one panel of Ingrid Vale's; the lines follow its OBR."""
    return written(head(), PID, PANEL, *lines)


def inside(data: bytes, every: int, between: str) -> str:
    """A document in base64, broken into lines."""
    text = b64encode(data).decode()
    return between.join(text[at : at + every] for at in range(0, len(text), every))


QUEST = written(
    "MSH|^~\\&|LAB|QTX|RBFM|97502840|202611241015||ORU^R01|80000000000001234567|P|2.3.1",
    "PID|1|M-10001|TX123456A|TX123456A|VALE^INGRID^M||19680308|F|||^^^^|||||||97502840",
    "NTE|1|TX|FASTING:YES",
    "ORC|RE|P-1|TX123456A||CM|||||||1999999984^OKAFOR^AMARA^^^^^^^^^^NPI",
    "OBR|1|P-1|TX123456A|10231^COMPREHENSIVE METABOLIC PANEL^99QDC|||202611240730|||||||202611240912||"
    "1999999984^OKAFOR^AMARA^^^^^^^^^^NPI||||97502840||202611241014|||F",
    "OBX|1|NM|25000000^GLUCOSE^QDIWL^2345-7^GLUCOSE^LN||112|mg/dL|65-99|H|||F|||202611241014|TX",
    "NTE|1|TX|            Fasting reference interval",
    "NTE|2|TX|",
    "OBX|2|NM|25000200^EGFR^QDIWL^98979-8^EGFR^LN||45|mL/min/1.73m2|> OR = 60||||F|||202611241014|TX",
    "OBX|3|ST|25000300^BUN/CREATININE RATIO^QDIWL||SEE NOTE:|(calc)|6-22||||F|||202611241014|TX",
    "NTE|1|TX|Not Reported: BUN and Creatinine are within~reference range.",
    "ZPS|1|TX|QUEST-LIKE LABORATORY^4770 REGENT BLVD",
)
LABCORP = written(
    "MSH|^~\\&|1100|LABCORPLIKE|12345678|12345678|202611241015||ORU^R01|0012|P|2.3",
    "PID|1|M-10001|32998700010^^^^LAB|998|VALE^INGRID^M||19680308|F",
    "ORC|RE|P-1|32998700010",
    "OBR|1|P-1|32998700010|005009^CBC With Differential/Platelet^L|||202611240730|||||||||||||||202611241000|||F",
    "OBX|1|NM|005025^WBC^L^6690-2^^LN||11.9|x10E3/uL|3.4-10.8|H||N|F|||202611241000|01",
    "OBX|2|NM|015107^Neutrophils^L||70|%|Not Estab.|||N|F",
    "OBX|3|NM|015108^Blasts^L|||%|||||X",
    "NTE|1|L|Test not performed. Specimen clotted.",
)
EPIC = written(
    "MSH|^~\\&|EPIC|GENHOSP|||20261124101500||ORU^R01^ORU_R01|777|P|2.5.1",
    "PID|1||E4711^^^EPI^MR~M-10001^^^OFFICE^PI||VALE^ANNIE^^^^^A~VALE^INGRID^MARIE^^^^L||19680308|F",
    "PV1|1|O|CLINIC^^^GENHOSP",
    "ORC|RE|P-1^EPC|F-1^Beaker|||||||||1999999984^OKAFOR^AMARA^^^^^^NPI^^^^NPI",
    "OBR|1|P-1^EPC|F-1^Beaker|LAB15^BASIC METABOLIC PANEL^BEAKER|||20261124073000|||||||||"
    "1999999984^OKAFOR^AMARA||||||20261124101400|||F",
    "TQ1|1||||||20261124|20261124|R",
    "OBX|1|NM|123^GLUCOSE^BEAKER^2345-7^Glucose^LN||5.1|mmol/L|3.5-5.1||||F|||20261124101000||||||20261124100900",
    "SPM|1|^S-9&Beaker||BLD^Blood^HL70487|||||||||||||20261124073000|20261124080000",
)
CERNER = written(
    "MSH|^~\\&|HNAM|CERNLIKE|||20261124101500||ORU^R01|Q1|P|2.3",
    'PID|1|""|00099^^^MRN^MRN~M-10001^^^EXT^EXT|""|VALE^INGRID^""^""^""||19680308000000|F',
    "ORC|RE|P-1^HNAM_ORDERID|000002026329^HNA_ACCN~777^HNA_ACCNID",
    'OBR|1|P-1^HNAM_ORDERID|000002026329^HNA_ACCN~777^HNA_ACCNID|GLU^Glucose Level^LAB|||20261124073000|""|||||||'
    "|||||||20261124101000|||F",
    "OBX|1|NM|GLU^Glucose Level^LAB||5.1|mmol/L^mmol/L^UCUM|3.5-5.1^3.5^5.1|N^Normal||||||20261124073000",
    'OBX|2|ST|CMT^Comment^LAB||""||||||F',
)
ELR = written(
    "MSH|^~\\&|LIS^2.16.840.1.1^ISO|GEN HOSP^11D1111111^CLIA|||20261124101500-0600||ORU^R01^ORU_R01|E1|P|2.5.1|||NE|NE"
    "|USA||||PHLabReport-NoAck^HL7^2.16.840.1.113883.9.11^ISO",
    "SFT|Maker|1.0|LIS|1",
    "PID|1||M-10001^^^OFFICE&2.16.840.1.2&ISO^MR||Vale^Ingrid^^^^^L||19680308|F",
    "ORC|RE|P-1^OFFICE^2.16.840.1.2^ISO|F-1^LIS^2.16.840.1.1^ISO",
    "OBR|1|P-1^OFFICE^2.16.840.1.2^ISO|F-1^LIS^2.16.840.1.1^ISO|625-4^Bacteria identified in Stool^LN^CUL^Stool culture"
    "^L|||20261124073000-0600|||||||||1999999984^Okafor^Amara||||||20261124101000-0600|||F",
    "OBX|1|CWE|625-4^Bacteria identified^LN|1|85729005^Shigella flexneri^SCT^SF^S. flexneri^L||Negative|A^^HL70078"
    "|||F|||20261124073000-0600|||||20261124090000-0600||||GEN HOSP",
    "SPM|1|S-1&OFFICE^S-2&LIS||119339001^Stool specimen^SCT|||||||||||||20261124073000-0600|20261124080000-0600",
    "OBX|1|SN|35659-2^Age at specimen collection^LN||^58|a^year^UCUM|||||F",
)
DEVICE = written(
    "MSH|^~\\&|GLUCOMETER|WARD 3|||202611240731||ORU^R01|5|P|2.4",
    "PID|||M-10001",
    "OBR|1|||GLU|||202611240730",
    "OBX|1|ST|GLU||HI|mg/dL|70-105|>||||||202611240730",
    "OBX|2|NM|KET||.7|mmol/L|.0-.6",
)

KINDS = panel(
    "OBX|1|SN|A^Less^L||<^5|U/L|0-40||||F",
    "OBX|2|SN|B^Titer^L||^1^:^128||<1:16|A|||F",
    "OBX|3|SN|C^Between^L||^2^-^5|/hpf|0-5||||F",
    "OBX|4|SN|D^Plus^L||^3^+||||||F",
    "OBX|5|SN|E^Plain^L||^5.9|mmol/L|3.5-5.1||||F",
    "OBX|6|SN|F^Above^L||>^300|U/L|0-40||||F",
    "OBX|7|NM|G^Not a number^L||<5|U/L|0-40||||F",
    "OBX|8|DT|H^Last period^L||202610||||||F",
    "OBX|9|DT|I^Onset^L||20261120||||||F",
    "OBX|10|TM|J^Drawn at^L||0730||||||F",
    "OBX|11|TS|K^Read at^L||2026||||||F",
    "OBX|12|RP|L^Picture^L||img\\T\\1.jpg^PACS^image^jpeg||||||F",
    "OBX|13|CE|M^Screen^L||^^^POS^Positive^L|||POS|||F",
    "OBX|14||N^Untyped^L||5.1||||||F",
    'OBX|15|NM|O^None^L||""||||||F',
    "OBX|16|CWE|P^Words alone^L||^^^^^^^^Seen in the gut||||||F",
)
REPEATED = panel(
    "OBX|1|ST|A^Seen^L|1|E. coli~Klebsiella||||||F",
    "OBX|2|NM|B^Peaks^L|1|1~2~3|cm|||||F",
    "OBX|3|CWE|C^Flora^L|1.1|F1^Cocci^L~F2^Rods^L||||||F",
    "OBX|4|CWE|C^Flora^L|1.2|F3^Yeast^L||||||F",
    "OBX|5|FT|D^Report^L||LINE ONE\\.br\\LINE TWO\\.sp2\\LINE THREE||||||F",
    "OBX|6|TX|E^Told^L||Sodium ~ potassium ^ chloride & so on||||||F",
)
NOTES = written(
    head(), PID, "NTE|1||About her", "ORC|RE|P-1|F-1", "NTE|1||With the order", PANEL, "NTE|1|L|Of the panel~goes on",
    "OBX|1|NM|K^Potassium^L||5.1|mmol/L|3.5-5.1|N|||F", "ZLR|1|a line of their own", "NTE|1||Of the potassium",
    "NTE|2||  indented", "OBX|2|NM|NA^Sodium^L||140|mmol/L|||||F", "SPM|1|||BLD", "NTE|1||Of the blood",
)  # fmt: skip

_SUSC = "OBR|{}|P-1|F-1|SUSC^Susceptibility^L|||20261124073000-0600||||||||||||||||||F|600-7&Organism&LN^{}|||{}"
CULTURE = written(
    head(), PID,
    "OBR|1|P-1|F-1|600-7^Blood culture^LN|||20261124073000-0600||||||||||||||||||F",
    "OBX|1|CWE|600-7^Organism^LN|1|112283007^Escherichia coli^SCT||||||F",
    "OBX|2|CWE|600-7^Organism^LN|2|3092008^Staphylococcus aureus^SCT||||||F",
    _SUSC.format(2, "1^Escherichia coli", "P-1&OFFICE^F-1&LIS"),
    "OBX|1|ST|18864-9^Ampicillin^LN||>=32|ug/mL||R|||F",
    "OBX|2|ST|18906-8^Ciprofloxacin^LN||<=0.25|ug/mL||S|||F",
    _SUSC.format(3, "2^Staphylococcus aureus", "^F-1&LIS"),
    "OBX|1|ST|18864-9^Ampicillin^LN||<=2|ug/mL||S|||F",
)  # fmt: skip
REFLEX = written(
    head(), PID,
    "ORC|RE|P-1|F-1", "OBR|1|P-1|F-1|TSH^Thyrotropin^L|||20261124073000-0600||||||||||||||||||F",
    "OBX|1|NM|TSH^Thyrotropin^L||9.8|mIU/L|0.4-4.5|H|||F",
    "ORC|RE||F-2",
    "OBR|2||F-2|FT4^Free T4^L|||20261124073000-0600||||G||||||||||||||P|TSH&Thyrotropin&L^^9.8|||P-1^F-1",
    "OBX|1|NM|FT4^Free T4^L||0.8|ng/dL|0.9-1.7|L~A|||P",
)  # fmt: skip

FLAGS = panel(
    "OBX|1|NM|A^A^L||6.9|mmol/L|3.5-5.1|H~HH|||F",
    "OBX|2|NM|B^B^L||5.1|mmol/L|3.5-5.1|H^High^HL70078~D|||F",
    "OBX|3|ST|C^C^L||seen|||a|||F",
    'OBX|4|NM|D^D^L||5.9|mmol/L|3.5-5.1|""|||F',
    "OBX|5|NM|E^E^L||9|mmol/L|3.5-5.1|N|||F",
    "OBX|6|ST|F^F^L||S|||S|||F",
    "OBX|7|NM|G^G^L||2.0|mmol/L|3.5-5.1|ll|||F",
)
STATES = panel(*(f"OBX|{at}|NM|{one}^{one}^L||{at}||||||{one}" for at, one in enumerate("PFCXDWINORSU", 1)))

UNITS = panel(
    "OBX|1|NM|A^A^L||5|10^3/uL|4-11||||F",
    "OBX|2|NM|B^B^L||5|10\\S\\3/uL|4-11||||F",
    "OBX|3|NM|C^C^L||5|10*3/uL^10*3/uL^UCUM|4-11||||F",
    "OBX|4|NM|D^D^L||5|x10^9/L|4-11||||F",
    "OBX|5|NM|E^E^L||5|mm[Hg]^mmHg^UCUM^mmHg^mmHg^L|||||F",
    "OBX|6|NM|F^F^L||5|^percent|||||F",
)
RANGES = panel(
    "OBX|1|NM|A^A^L||1.5||.5-1.2||||F",
    "OBX|2|NM|B^B^L||12|K/uL|4.0-11.0 K/uL||||F",
    "OBX|3|NM|C^C^L||6||(3.5-5.1)||||F",
    "OBX|4|NM|D^D^L||-3||-2.0 - +2.0||||F",
    "OBX|5|NM|E^E^L||7||< OR = 5.7||||F",
    "OBX|6|NM|F^F^L||14||M: 13-17~F: 12-16||||F",
    "OBX|7|NM|G^G^L||14||0-5 y: 1-2; 6-12 y: 3-4||||F",
    "OBX|8|ST|H^H^L||Positive||Negative|A|||F",
    "OBX|9|NM|I^I^L||200||0 to 149||||F",
    "OBX|10|NM|J^J^L||59||>=60||||F",
    "OBX|11|NM|K^K^L||1.5||See note||||F",
)
TIMES = written(
    head(), PID,
    "OBR|1|P-1|F-1|A^A^L|||20261124||||||||||||||||||F", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|2|P-2|F-2|B^B^L|||202611240730||||||||||||||||||F", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|3|P-3|F-3|C^C^L|||20261124073000.1234+0100||||||||||||||||||F", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|4|P-4|F-4|D^D^L|||2026||||||||||||||||||F", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|5|P-5|F-5|E^E^L|||11/24/2026||||||||||||||||||F", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|6|P-6|F-6|F^F^L|||00000000||||||||||||||||||F", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|7|P-7|F-7|G^G^L|||20261124233000-0800||||||||||||||||||F", "OBX|1|ST|A^A^L||x||||||F",
)  # fmt: skip
ESCAPES = panel(
    "OBX|1|FT|A^A^L||a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f||||||F",
    "OBX|2|FT|B^B^L||one\\X0D\\two\\X0D0A\\three\\.br\\four\\.BR\\five||||||F",
    "OBX|3|FT|C^C^L||\\H\\BOLD\\N\\ plain \\Zab\\ end\\.in+4\\\\.fi\\||||||F",
    "OBX|4|ST|D^D^L||C:\\temp\\new||||||F",
)
MARKS = written(
    "MSH$!:?@$LIS$PRAIRIE LAB$$$20261124101500-0600$$ORU!R01$M1$P$2.5.1",
    "PID$1$$M-10001!!!OFFICE@1.2@ISO$$Vale!Ingrid$$19680308$F",
    "OBR$1$P-1$F-1$PANEL!Panel!L$$$20261124073000-0600$$$$$$$$$$$$$$$$$$F",
    "OBX$1$ST$A!A!L$$a?F?b?S?c?E?d|e^f$$$H:A$$$F",
)
LINES = (
    head() + "\n\n" + PID + "   \n" + PANEL + "\t \r\n  \r\n" + "OBX|1|NM|K^Potassium^L||5.1 |mmol/L |3.5-5.1| N|||F   "
    + "\r\r\n  OBX|2|NM|NA^Sodium^L||140|mmol/L|||||F"
)  # fmt: skip
SMALL = written(
    head(), PID.replace("PID", "pid"), "orc|RE|P-1|F-1", PANEL.replace("OBR", "obr"),
    "obx|1|NM|K^Potassium^L||5.1|mmol/L|3.5-5.1|N|||F", "nte|1||Of the potassium", "OBX", "NTE", "OBX||||",
)  # fmt: skip
ADDED = panel(
    "OBX|1|FT|A^Report^L||The first part ", "ADD|goes on here ", "ADD|and ends.||||||F",
    "OBX|2|NM|K^Potassium^L||5.1|mmol/L|3.5-5.1|N|||F", "DSC|",
)  # fmt: skip
CONTINUED = panel("OBX|1|FT|A^Report^L||The first part", "DSC|4711|F")
SEVERAL_PID = written(
    head(), PID, PANEL, "OBX|1|ST|A^A^L||x||||||F", PID.replace("Ingrid", "Ingeborg").replace("|1|", "|2|"), PANEL,
    "OBX|1|ST|A^A^L||y||||||F",
)  # fmt: skip
SAME_PID = written(
    head(), PID, PANEL, "OBX|1|ST|A^A^L||x||||||F", PID.replace("|1|", "|2|"), PANEL.replace("-1", "-2"),
    "OBX|1|ST|A^A^L||y||||||F",
)  # fmt: skip
NUMBERS = written(
    head(), PID,
    "ORC|RE|P-1^OFFICE|F-1^LIS", "OBR|1|||A^A^L", "OBX|1|ST|A^A^L||x||||||F",
    "ORC|RE|G-9^OFFICE|", "OBR|2|P-2^OFFICE|F-2|B^B^L", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|3||F-3^LIS|C^C^L", "OBX|1|ST|A^A^L||x||||||F",
    "OBR|4|  P-4  ||D^D^L", "OBX|1|ST|A^A^L||x||||||F",
)  # fmt: skip
TWICE = written(
    head(), PID,
    "OBR|1|P-1|F-1|GLU^Glucose^L|||20261124073000-0600||||||||||||||||||F", "OBX|1|NM|GLU^Glucose^L||5.0||||||F",
    "OBR|2|P-1|F-1|GLU^Glucose^L|||20261124083000-0600||||||||||||||||||F", "OBX|1|NM|GLU^Glucose^L||9.0||||||F",
)  # fmt: skip


def paper_of(value: str) -> bytes:
    """A message whose one result is a document, as it is written there."""
    return panel(f"OBX|1|ED|PDF^Report^L||{value}||||||F")
