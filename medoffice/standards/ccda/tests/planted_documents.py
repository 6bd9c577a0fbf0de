"""Planted measurements, headers, narratives and hostile documents."""

# ruff: noqa: E501 - a table: a case is a line

from medoffice.standards.ccda.tests.makers import HEADER, LOINC, document, section
from medoffice.standards.ccda.tests.planted import Case, code, med, obs, of, panel, result, when

PLAIN = of("meds", med(when("20240301"))).decode()


def vital(loinc: str, name: str, value: str, unit: str, more: str = "") -> str:
    """A vital sign."""
    number = f'<value xsi:type="PQ" value="{value}" unit="{unit}"/>'
    return obs("4.27", number, more, what=code(loinc, name, LOINC))


def ranged(inner: str) -> str:
    """A reference range."""
    return f"<referenceRange><observationRange>{inner}</observationRange></referenceRange>"


def headed(old: str, new: str) -> bytes:
    """A document with a header that is changed in one place."""
    assert old in HEADER
    return of("meds", header=HEADER.replace(old, new, 1))


NAME = '<name use="L"><given>Ingrid</given><given>Ann</given><family>Vale</family></name>'
OTHER_NAME = '<name use="P"><given>Inga</given></name>'
BIRTH = '<birthTime value="19650314"/>'
SEX = '<administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1" displayName="Female"/>'
LINES = '<effectiveTime value="20260304101500-0600"/>'

RESULTS = (
    Case("number with a range and a flag", result('<value xsi:type="PQ" value="212" unit="mg/dL"/>', '<interpretationCode code="H" codeSystem="2.16.840.1.113883.5.83"/>', ranged('<value xsi:type="IVL_PQ"><low value="70" unit="mg/dL"/><high value="99" unit="mg/dL"/></value>')), {"results.0.value": "212 mg/dL", "results.0.interpretations.0.code": "H", "results.0.ranges.0": r"70 mg/dL\.\.99 mg/dL"}),
    Case("more than a number", result('<value xsi:type="IVL_PQ"><low value="500" unit="mg/dL" inclusive="false"/></value>'), {"results.0.value": r"500 mg/dL\.\.|.*> ?500.*"}),
    Case("at most is not less than", result('<value xsi:type="IVL_PQ"><high value="5" unit="mg/dL" inclusive="true"/></value>'), {"results.0.value": r"\.\.5 mg/dL|.*(<=|≤) ?5.*"}),
    Case("a titer", result('<value xsi:type="RTO_PQ_PQ"><numerator value="1"/><denominator value="128"/></value>'), {"results.#": "1"}, (r"1\s*[:/]\s*128",)),
    Case("words", result('<value xsi:type="ST">Positive (2+)</value>'), {"results.0.value": r"Positive \(2\+\)"}),
    Case("a code with words alone", result('<value xsi:type="CD" nullFlavor="OTH"><originalText>Amber</originalText></value>'), {"results.0.value": "Amber"}),
    Case("an ordinal", result('<value xsi:type="CO" code="260348001" codeSystem="2.16.840.1.113883.6.96" displayName="Present ++"/>'), {"results.0.value": r"Present \+\+"}),
    Case("a whole number", result('<value xsi:type="INT" value="7"/>'), {"results.0.value": "7"}),
    Case("a real number", result('<value xsi:type="REAL" value="7.250"/>'), {"results.0.value": "7.250"}),
    Case("yes", result('<value xsi:type="BL" value="true"/>'), {}, (r"\btrue\b|\byes\b",)),
    Case("a day as a value", result('<value xsi:type="TS" value="20240117"/>'), {}, ("2024-?01-?17",)),
    Case("preliminary", result('<value xsi:type="PQ" value="4" unit="1"/>', status="active"), {"results.0.status": "active"}),
    Case("a unit that is not UCUM", result('<value xsi:type="PQ" nullFlavor="OTH"><translation value="1.75" nullFlavor="OTH"><originalText>teaspoon</originalText></translation></value>'), {"results.#": "1"}, (r"1\.75", "teaspoon")),
    Case("range in words", result('<value xsi:type="ST">Negative</value>', ranged("<text>negative at 1:40</text>")), {"results.0.ranges.0": "negative at 1:40"}),
    Case("two ranges", result('<value xsi:type="PQ" value="4" unit="1"/>', ranged("<text>men 1-5</text>"), ranged("<text>women 1-4</text>")), {"results.0.ranges": "men 1-5, women 1-4"}),
    Case("a number with a comma", result('<value xsi:type="PQ" value="1,250" unit="10*3/uL"/>'), {"results.#": "1"}, ("1,250",)),
    Case("endless", result('<value xsi:type="PQ" value="Infinity" unit="mg"/>'), {"results.0.value": "(Infinity.*)?"}, ("Infinity",)),
    Case("not done", result('<value xsi:type="PQ" nullFlavor="NASK"/>', status="cancelled"), {"results.#": "1", "results.0.status": "cancelled"}),
    Case("why there is no value", result('<value xsi:type="PQ" nullFlavor="NAV"/>'), {"results.#": "1"}, ("NAV|not available|unavailable",)),
    Case("not found", result('<value xsi:type="CD" code="112283007" codeSystem="2.16.840.1.113883.6.96" displayName="E. coli"/>', marks='negationInd="true"'), {"results.0.negated": "True"}),
    Case("a file as value", result('<value xsi:type="ED" mediaType="application/pdf" representation="B64">JVBERi0=</value>'), {"results.#": "1"}, (), "file|pdf|value"),
    Case("value by reference", of("results", f'<organizer classCode="BATTERY" moodCode="EVN">{code("24323-8", "Panel", LOINC)}<statusCode code="completed"/><component>{obs("4.2", "<value xsi:type=" + chr(34) + "ED" + chr(34) + "><reference value=" + chr(34) + "#v" + chr(34) + "/></value>", what=code("2345-7", "Glucose", LOINC))}</component></organizer>', text='<content ID="v">hemolyzed, see note</content>'), {"results.0.value": "hemolyzed, see note"}),
    Case("panel without a name", panel("results", obs("4.2", '<value xsi:type="PQ" value="4.1" unit="mmol/L"/>', what=code("2823-3", "Potassium", LOINC)), name='<code nullFlavor="UNK"/>'), {"results.0.value": "4.1 mmol/L", "results.0.code": "Potassium"}),
    Case("method and specimen", result('<value xsi:type="PQ" value="4" unit="1"/>', code("702659008", "Dipstick", tag="methodCode")), {}, ("Dipstick",)),
    Case("two values", result('<value xsi:type="PQ" value="4" unit="1"/>', '<value xsi:type="PQ" value="9" unit="1"/>'), {}, (r"\b9\b",)),
    Case("blood pressure", panel("vitals", vital("8480-6", "Systolic", "128", "mm[Hg]"), vital("8462-4", "Diastolic", "76", "mm[Hg]"), time='<effectiveTime value="20240117"/>'), {"vitals.#": "2", "vitals.1.value": r"76 mm\[Hg\]", "vitals.1.period": r"2024-01-17|2024-01-17\.\..*"}),
    Case("units of two kinds", panel("vitals", vital("8310-5", "Temperature", "98.6", "[degF]"), vital("29463-7", "Weight", "81.2", "kg"), vital("8302-2", "Height", "71", "[in_i]")), {"vitals.0.value": r"98.6 \[degF\]", "vitals.1.value": "81.2 kg", "vitals.2.value": r"71 \[in_i\]"}),
    Case("left arm", panel("vitals", vital("8480-6", "Systolic", "128", "mm[Hg]", code("368208006", "Left upper arm", tag="targetSiteCode"))), {}, ("Left upper arm",)),
    Case("vital sign without panel", of("vitals", vital("8867-4", "Heart rate", "61", "/min")), {"vitals.0.value": "61 /min"}),
)  # fmt: skip

HEADERS = (
    Case("names of several parts", headed(NAME, '<name use="L"><prefix>Dr</prefix><given>Ana</given><given>Maria</given><given>T.</given><family>de la Cruz</family><suffix>III</suffix></name>'), {"patient.name": r"PersonName.*", "patient.name.given": r"Ana, Maria, T\.", "patient.name.family": "de la Cruz", "patient.name.suffix": "III"}),
    Case("two suffixes", headed(NAME, '<name use="L"><given>Ana</given><family>Vale</family><suffix>Jr</suffix><suffix qualifier="AC">MD</suffix></name>'), {"patient.name.suffix": "Jr,? MD"}),
    Case("birth name beside the name", headed(OTHER_NAME, '<name use="L"><given>Ana</given><family qualifier="BR">Stone</family></name>'), {"patient.name.family": "Vale"}, ("Stone",)),
    Case("family name of two elements", headed(NAME, '<name use="L"><given>Ana</given><family>Ortiz</family><family>Luna</family></name>'), {"patient.name.family": "Ortiz Luna"}),
    Case("name not taken apart", headed(OTHER_NAME + "\n" + NAME, "<name>Ingrid Q Vale</name>"), {"patient.name.text": "Ingrid Q Vale"}),
    Case("name nobody says", headed(OTHER_NAME + "\n" + NAME, '<name nullFlavor="UNK"/>'), {}, (), "name"),
    Case("two addresses", headed('<telecom use="HP"', '<addr use="WP"><streetAddressLine>9 Mill Rd</streetAddressLine><streetAddressLine>Floor 2</streetAddressLine><city>Peoria</city><state>IL</state></addr><telecom use="HP"'), {"patient.addresses.#": "2", "patient.addresses.1.lines": "9 Mill Rd, Floor 2", "patient.addresses.1.use": "WP"}),
    Case("address in words", headed('<telecom use="HP"', '<addr>PO Box 7, Cairo IL</addr><telecom use="HP"'), {}, ("PO Box 7",)),
    Case("birth not known", headed(BIRTH, '<birthTime nullFlavor="UNK"/>'), {"patient.birth": ""}, (), "birth|born"),
    Case("birth with hour and zone", headed(BIRTH, '<birthTime value="196503142330-0600"/>'), {"patient.birth.day": "1965-03-14"}),
    Case("sex undifferentiated", headed(SEX, '<administrativeGenderCode code="UN" codeSystem="2.16.840.1.113883.5.1"/>'), {"patient.sex.code": "UN"}),
    Case("who has died", headed(BIRTH, BIRTH + '<sdtc:deceasedInd value="true"/><sdtc:deceasedTime value="20251203"/>'), {}, ("2025-?12-?03|died|deceased",)),
    Case("two races", headed(BIRTH, BIRTH + code("2106-3", "White", "2.16.840.1.113883.6.238", "raceCode") + code("2028-9", "Asian", "2.16.840.1.113883.6.238", "sdtc:raceCode")), {}, ("White", "Asian")),
    Case("two languages", headed(BIRTH, BIRTH + '<languageCommunication><languageCode code="en"/></languageCommunication><languageCommunication><languageCode code="es"/><preferenceInd value="true"/></languageCommunication>'), {"patient.language": "es"}),
    Case("two patients", of("meds", header=HEADER.replace("<author>", '<recordTarget><patientRole><id root="2.25.9" extension="M-78"/><patient><name><given>Otto</given><family>Nox</family></name></patient></patientRole></recordTarget><author>', 1)), {}, (), "patient|recordTarget"),
    Case("telephone that is not said", headed('<telecom use="HP"', '<telecom nullFlavor="UNK"/><telecom use="HP"'), {"patient.telecoms.#": "1"}),
    Case("a document that replaces another", headed(LINES, LINES).replace(b"<component><structuredBody>", b'<relatedDocument typeCode="RPLC"><parentDocument><id root="2.25.1" extension="D-0"/></parentDocument></relatedDocument><component><structuredBody>'), {}, ("D-0|replace",)),
    Case("a time without a zone", headed("20260304101500-0600", "202603041015"), {"at": "2026-03-04.*"}),
)  # fmt: skip

NARRATIVES = (
    Case("drugs in the narrative alone", of("meds", text="<list><item>Aspirin 81 mg</item></list>"), {"sections.0.text": r"[\s\S]*Aspirin 81 mg[\s\S]*"}, (), "10160|medic|A section"),
    Case("reference to nothing", of("meds", med('<text><reference value="#none"/></text>', when("20240301"))), {"medications.#": "1"}, (), "none|reference"),
    Case("what was deleted", of("meds", text='<paragraph>Takes <content revised="delete">warfarin</content><content revised="insert">apixaban</content></paragraph>'), {"sections.0.text": r"(?s)(?!.*Takes warfarin ?apixaban).*apixaban.*"}),
    Case("lists, breaks and footnotes", of("meds", text='<list><item>One<br/>Two<list><item>Three</item></list></item></list><footnote ID="f">Four</footnote>'), {"sections.0.text": r"(?s)(?!.*OneTwo)(?!.*TwoThree).*One.*Two.*Three.*Four.*"}),
    Case("section in a section", document(section("10160-0", med(when("20240301"))).replace("</section>", f"<component>{section('48765-2', text='<paragraph>None</paragraph>', title='Inner')}</component></section>")), {"sections.#": "2", "sections.1.title": "Inner", "medications.#": "1"}),
    Case("family history without a narrative", document(section("10157-6", obs("4.46", code("22298006", "Infarct", tag="value")))), {}, (), "10157|not read|A section"),
    Case("section without a code", document(f"<section><title>Bare</title><text>words</text><entry>{med(when('20240301'))}</entry></section>"), {"sections.0.title": "Bare"}, ("lisinopril",)),
    Case("picture in the narrative", of("meds", text='<paragraph>See <renderMultiMedia referencedObject="m"/> it</paragraph>'), {"sections.0.text": r"(?s).*See.*it.*"}),
)  # fmt: skip


def _in(encoding: str, declared: str, text: str = "José") -> bytes:
    return (
        PLAIN.replace('encoding="UTF-8"', f'encoding="{declared}"')
        .replace("<given>Ingrid", f"<given>{text}")
        .encode(encoding)
    )


READ = {"medications.#": "1", "patient.name.given": "José, Ann"}
DEEP = "<component><section>" * 3000 + "</section></component>" * 3000
HOSTILE = (
    Case("entity", PLAIN.replace("<Clin", '<!DOCTYPE a [<!ENTITY b "c">]><Clin', 1).encode(), refused=True),
    Case("outside entity", PLAIN.replace("<Clin", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Clin', 1).encode(), refused=True),
    Case("a document type alone", PLAIN.replace("<Clin", "<!DOCTYPE ClinicalDocument><Clin", 1).encode(), refused=True),
    Case("depth", PLAIN.replace("<structuredBody>", "<structuredBody>" + DEEP).encode(), refused=True),
    Case("a million elements", PLAIN.replace("<structuredBody>", "<structuredBody>" + "<a/>" * 1_000_000).encode(), refused=True),
    Case("UTF-16", _in("utf-16", "UTF-16"), READ),
    Case("Latin-1", _in("latin-1", "ISO-8859-1"), READ),
    Case("Windows-1252", _in("cp1252", "windows-1252"), READ),
    Case("bytes that are not what they say", _in("cp1252", "UTF-8"), {"medications.#": "1"}, (), "encod|charact|UTF|byte"),
    Case("a mark of byte order", _in("utf-8-sig", "UTF-8"), READ),
    Case("blank lines before it", b"\r\n\r\n" + _in("utf-8", "UTF-8"), READ),
    Case("instructions and a stylesheet", PLAIN.replace("<Clin", '<?xml-stylesheet type="text/xsl" href="http://evil.example/a.xsl"?><Clin').encode(), {"medications.#": "1"}),
    Case("prefixes", PLAIN.replace("<", "<n:").replace("<n:/", "</n:").replace("<n:?", "<?").replace("xmlns=", "xmlns:n=").replace('xsi:type="IVL_TS"', 'xsi:type="n:IVL_TS"').encode(), {"medications.#": "1", "medications.0.period": r"2024-03-01\.\."}),
    Case("no namespace", PLAIN.replace('xmlns="urn:hl7-org:v3" ', "").encode(), refused=True),
    Case("a remark in a word", headed("Summary of Ingrid Vale", "Summ<!-- x -->ary <![CDATA[<of>]]> her"), {"title": "Summary <of> her"}),
    Case("a file as body", PLAIN[: PLAIN.index("<structuredBody>")].encode() + b'<nonXMLBody><text mediaType="application/pdf" representation="B64">JVBE\nRi0=</text></nonXMLBody></component></ClinicalDocument>', {"attachment.media_type": "application/pdf", "attachment.content": "b'%PDF-'"}),
    Case("a file elsewhere", PLAIN[: PLAIN.index("<structuredBody>")].encode() + b'<nonXMLBody><text mediaType="application/pdf"><reference value="a.pdf"/></text></nonXMLBody></component></ClinicalDocument>', {"attachment.reference": "a.pdf"}),
    Case("half a file", PLAIN[: len(PLAIN) // 2].encode(), refused=True),
    Case("nothing", b"", refused=True),
    Case("a table", b"a,b\n1,2\n", refused=True),
    Case("nought", PLAIN.replace("A section", "A &#0; section").encode(), refused=True),
    Case("two bodies", PLAIN.replace("</ClinicalDocument>", PLAIN[PLAIN.index("<component><structuredBody>") :]).encode(), {}, (), "bod|component|structuredBody"),
)  # fmt: skip
CASES = (*RESULTS, *HEADERS, *NARRATIVES, *HOSTILE)
