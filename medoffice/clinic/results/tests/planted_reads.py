"""What a careful person reads in the messages of ``planted``; written with them, before the reader saw any."""

from base64 import b64encode

from medoffice.clinic.results.tests import planted as m
from medoffice.clinic.results.tests.planted import BORN, ORDER, PDF, WHO, Planted, inside, panel, paper_of, written

LARGE = PDF + b"%" + bytes(range(1, 256)) * 14_800
LARGE_PAPER = paper_of(f"^application^pdf^Base64^{inside(LARGE, 76, chr(13) + chr(10))}")
PAPER = f"line Report: application/pdf, {len(PDF)} bytes (F); paper {len(PDF)}"
LATIN = written(m.head("8859/1"), m.PID, m.PANEL, "OBX|1|ST|A^A^L||20 µg, Ångström||||||F").decode().encode("latin-1")
POLISH = (
    written(m.head("ASCII~8859/2"), m.PID, m.PANEL, "OBX|1|ST|A^A^L||Łuk, śnieg||||||F").decode().encode("iso8859-2")
)
MICRO = "line A: 20 µg, Ångström (F)"

SEE = "Not Reported: BUN and Creatinine are within / reference range."
BATCH = written("FHS|^~\\&|L", "BHS|^~\\&|L") + panel("OBX|1|ST|A^A^L||x||||||F") + b"BTS|1\rFTS|1\r"
SHORT = paper_of(f"^Image^PDF^Base64^{b64encode(PDF).decode().rstrip('=')}")

PLANTED: tuple[Planted, ...] = (
    Planted("Quest-like 2.3.1: our number in PID-2, ranges in words, notes", m.QUEST, (
        f"who VALE, INGRID; {BORN}; F; M-10001 TX123456A",
        "order P-1/TX123456A COMPREHENSIVE METABOLIC PANEL (F); taken 2026-11-24T13:30Z",
        "line GLUCOSE: 112 mg/dL [65-99] H !1 (F) #112 LN 2345-7; note             Fasting reference interval",
        "line EGFR: 45 mL/min/1.73m2 [> OR = 60] !1 (F) #45 LN 98979-8",
        f"line BUN/CREATININE RATIO: SEE NOTE: (calc) [6-22] (F); note {SEE}",
    )),
    Planted("LabCorp-like 2.3: numbers in PID-2 and PID-4, a test that was not done", m.LABCORP, (
        f"who VALE, INGRID; {BORN}; F; M-10001 32998700010 998",
        "order P-1/32998700010 CBC With Differential/Platelet (F); taken 2026-11-24T13:30Z",
        "line WBC: 11.9 x10E3/uL [3.4-10.8] H !1 (F) #11.9 LN 6690-2",
        "line Neutrophils: 70 % [Not Estab.] (F) #70",
        "line Blasts:  % (X); note Test not performed. Specimen clotted.",
    )),
    Planted("Epic-like: an alias before the legal name, their code and LOINC beside it", m.EPIC, (
        f"who VALE, INGRID; {BORN}; F; E4711 M-10001",
        "order P-1/F-1 BASIC METABOLIC PANEL (F); taken 2026-11-24T13:30Z",
        "line GLUCOSE: 5.1 mmol/L [3.5-5.1] (F) #5.1 LN 2345-7",
    )),
    Planted("Cerner-like: quotes for none, two filler numbers, no status of the result", m.CERNER, (
        f"who VALE, INGRID; {BORN}; F; 00099 M-10001",
        "order P-1/000002026329 Glucose Level (F); taken 2026-11-24T13:30Z",
        "line Glucose Level: 5.1 mmol/L [3.5-5.1] N #5.1",
        "line Comment:  (F)",
    )),
    Planted("a hospital's report to public health: numbers of numbers, an observation of the specimen", m.ELR, (
        f"{WHO}; M-10001",
        "order P-1/F-1 Bacteria identified in Stool (F); taken 2026-11-24T13:30Z",
        "line Bacteria identified: Shigella flexneri [Negative] A !1 (F) LN 625-4",
        "line Age at specimen collection: 58 a (F) #58 LN 35659-2",
    )),
    Planted("a device at the bedside: no order, no name, no status", m.DEVICE, (
        "who ; M-10001", "order / GLU; taken 2026-11-24T13:30Z",
        "line GLU: HI mg/dL [70-105] > !1", "line KET: 0.7 mmol/L [.0-.6] !1 #0.7",
    )),
    Planted("kinds of values", m.KINDS, (
        WHO, ORDER,
        "line Less: <5 U/L [0-40] (F)", "line Titer: 1:128 [<1:16] A !1 (F)", "line Between: 2-5 /hpf [0-5] (F)",
        "line Plus: 3+ (F)", "line Plain: 5.9 mmol/L [3.5-5.1] !1 (F) #5.9", "line Above: >300 U/L [0-40] !1 (F)",
        "line Not a number: <5 U/L [0-40] (F)", "line Last period: 10/2026 (F)", "line Onset: 11/20/2026 (F)",
        "line Drawn at: 07:30 (F)", "line Read at: 2026 (F)", "line Picture: img&1.jpg^PACS^image^jpeg (F)",
        "line Screen: Positive POS !1 (F)", "line Untyped: 5.1 (F)", "line None:  (F)",
        "line Words alone: Seen in the gut (F)",
    )),
    Planted("values that repeat, parts of a result, formatted text", m.REPEATED, (
        WHO, ORDER,
        "line Seen: E. coli / Klebsiella (F)", "line Peaks: 1 / 2 / 3 cm (F)", "line Flora: Cocci / Rods (F)",
        "line Flora: Yeast (F)", "line Report: LINE ONE / LINE TWO /  / LINE THREE (F)",
        "line Told: Sodium  /  potassium ^ chloride & so on (F)",
    )),
    Planted("notes of the patient, the order, the result, with a segment of their own between", m.NOTES, (
        WHO, f"{ORDER}; note With the order / Of the panel / goes on / Of the blood",
        "line Potassium: 5.1 mmol/L [3.5-5.1] N (F) #5.1; note Of the potassium /   indented",
        "line Sodium: 140 mmol/L (F) #140",
    )),
    Planted("a culture and what each of two organisms resists, all under one number", m.CULTURE, (
        WHO, "order P-1/F-1 Blood culture (F); taken 2026-11-24T13:30Z",
        "line Organism: Escherichia coli (F) LN 600-7", "line Organism: Staphylococcus aureus (F) LN 600-7",
        "order P-1/F-1 Susceptibility (F); taken 2026-11-24T13:30Z; under P-1",
        "line Ampicillin (Escherichia coli): >=32 ug/mL R !1 (F) LN 18864-9",
        "line Ciprofloxacin (Escherichia coli): <=0.25 ug/mL S (F) LN 18906-8",
        "order P-1/F-1 Susceptibility (F); taken 2026-11-24T13:30Z; under F-1",
        "line Ampicillin (Staphylococcus aureus): <=2 ug/mL S (F) LN 18864-9",
    )),
    Planted("a test that another led to, preliminary, under no number of ours", m.REFLEX, (
        WHO, "order P-1/F-1 Thyrotropin (F); taken 2026-11-24T13:30Z",
        "line Thyrotropin: 9.8 mIU/L [0.4-4.5] H !1 (F) #9.8",
        "order /F-2 Free T4 (P); taken 2026-11-24T13:30Z; under P-1",
        "line Free T4: 0.8 ng/dL [0.9-1.7] L,A !1 (P) #0.8",
    )),
    Planted("flags, several, in words, small, none", m.FLAGS, (
        WHO, ORDER,
        "line A: 6.9 mmol/L [3.5-5.1] H,HH !2 (F) #6.9", "line B: 5.1 mmol/L [3.5-5.1] H,D !1 (F) #5.1",
        "line C: seen a !1 (F)", "line D: 5.9 mmol/L [3.5-5.1] !1 (F) #5.9", "line E: 9 mmol/L [3.5-5.1] N (F) #9",
        "line F: S S (F)", "line G: 2.0 mmol/L [3.5-5.1] ll !2 (F) #2.0",
    )),
    Planted("every state of a result", m.STATES, (
        WHO, ORDER, *(f"line {one}: {at} ({one}) #{at}" for at, one in enumerate("PFCXDWINORSU", 1)),
    )),
    Planted("units: powers with the caret as it stands, UCUM, a name alone", m.UNITS, (
        WHO, ORDER,
        "line A: 5 10^3/uL [4-11] (F) #5", "line B: 5 10^3/uL [4-11] (F) #5", "line C: 5 10*3/uL [4-11] (F) #5",
        "line D: 5 x10^9/L [4-11] (F) #5", "line E: 5 mm[Hg] (F) #5", "line F: 5 percent (F) #5",
    )),
    Planted("ranges as they are written", m.RANGES, (
        WHO, ORDER,
        "line A: 1.5 [.5-1.2] !1 (F) #1.5", "line B: 12 K/uL [4.0-11.0 K/uL] !1 (F) #12",
        "line C: 6 [(3.5-5.1)] !1 (F) #6", "line D: -3 [-2.0 - +2.0] !1 (F) #-3", "line E: 7 [< OR = 5.7] !1 (F) #7",
        "line F: 14 [M: 13-17 / F: 12-16] (F) #14", "line G: 14 [0-5 y: 1-2; 6-12 y: 3-4] (F) #14",
        "line H: Positive [Negative] A !1 (F)", "line I: 200 [0 to 149] !1 (F) #200", "line J: 59 [>=60] !1 (F) #59",
        "line K: 1.5 [See note] (F) #1.5",
    )),
    Planted("times with and without a zone, less exact, and none", m.TIMES, (
        WHO,
        "order P-1/F-1 A (F); taken on 2026-11-24", "line A: x (F)",
        "order P-2/F-2 B (F); taken 2026-11-24T13:30Z", "line A: x (F)",
        "order P-3/F-3 C (F); taken 2026-11-24T06:30Z", "line A: x (F)",
        "order P-4/F-4 D (F)", "line A: x (F)", "order P-5/F-5 E (F)", "line A: x (F)",
        "order P-6/F-6 F (F)", "line A: x (F)",
        "order P-7/F-7 G (F); taken 2026-11-25T07:30Z", "line A: x (F)",
    )),
    Planted("escapes, layout, paths of a disk", m.ESCAPES, (
        WHO, ORDER,
        "line A: a|b^c&d~e\\f (F)", "line B: one / two / three / four / five (F)", "line C: BOLD plain \\Zab\\ end (F)",
        "line D: C:\\temp\\new (F)",
    )),
    Planted("other delimiters", m.MARKS, (f"{WHO}; M-10001", ORDER, "line A: a$b!c?d|e^f H,A !1 (F)")),
    Planted("ends of lines of every kind, blanks around lines", m.LINES.encode(), (
        WHO, ORDER, "line Potassium: 5.1 mmol/L [3.5-5.1] N (F) #5.1", "line Sodium: 140 mmol/L (F) #140",
    )),
    Planted("small letters, segments with nothing in them", m.SMALL, (
        WHO, ORDER, "line Potassium: 5.1 mmol/L [3.5-5.1] N (F) #5.1; note Of the potassium",
    )),
    Planted("a value that goes on in segments of its own (ADD)", m.ADDED, (
        WHO, ORDER, "line Report: The first part goes on here and ends. (F)",
        "line Potassium: 5.1 mmol/L [3.5-5.1] N (F) #5.1",
    )),
    Planted("a message that goes on in another (DSC) is not whole", m.CONTINUED, (), "AE"),
    Planted("letters declared as Latin-1", LATIN, (WHO, ORDER, MICRO)),
    Planted("letters not declared, Latin-1", LATIN.replace(b"||||||8859/1", b""), (WHO, ORDER, MICRO)),
    Planted("letters of the second set that is declared", POLISH, (WHO, ORDER, "line A: Łuk, śnieg (F)")),
    Planted("two bytes a letter", LATIN.decode("latin-1").replace("8859/1", "UNICODE").encode("utf-16"),
            (WHO, ORDER, MICRO)),
    Planted("a batch of one", BATCH, (WHO, ORDER, "line A: x (F)")),
    Planted("two people of one name and birth date", m.SEVERAL_PID, ("several",)),
    Planted("the same person before each order", m.SAME_PID, (
        WHO, ORDER, "line A: x (F)", ORDER.replace("-1", "-2", 2), "line A: y (F)",
    )),
    Planted("our number in ORC alone, another in OBR, theirs alone, blanks around", m.NUMBERS, (
        WHO, "order P-1/F-1 A", "line A: x (F)", "order P-2/F-2 B", "line A: x (F)", "order /F-3 C", "line A: x (F)",
        "order P-4/ D", "line A: x (F)",
    )),
    Planted("one test twice under one number", m.TWICE, (
        WHO, "order P-1/F-1 Glucose (F); taken 2026-11-24T13:30Z", "line Glucose: 5.0 (F) #5.0",
        "order P-1/F-1 Glucose (F); taken 2026-11-24T14:30Z", "line Glucose: 9.0 (F) #9.0",
    )),
    Planted("a document of 5 MB, base64 in lines", LARGE_PAPER,
            (WHO, ORDER, f"line Report: application/pdf, {len(LARGE)} bytes (F); paper {len(LARGE)}")),
    Planted("a document, base64 in lines written as escapes",
            paper_of(f"LIS^AP^PDF^BASE64^{inside(PDF, 60, chr(92) + '.br' + chr(92))}"), (WHO, ORDER, PAPER)),
    Planted("a document as an image of type PDF, its last signs missing", SHORT,
            (WHO, ORDER, PAPER.replace("application", "image"))),
    Planted("a document whose encoding is not said", paper_of(f"^application^pdf^^{b64encode(PDF).decode()}"),
            (WHO, ORDER, PAPER)),
    Planted("a document that is base64 and nothing else", paper_of(b64encode(PDF).decode()), (WHO, ORDER, PAPER)),
)  # fmt: skip
