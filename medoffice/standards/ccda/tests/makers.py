"""Documents of fictitious people, in pieces: a header, sections, and entries as other programs write them."""

CCDA, LOINC, SNOMED = "2.16.840.1.113883.10.20.22", "2.16.840.1.113883.6.1", "2.16.840.1.113883.6.96"
RXNORM, CVX = "2.16.840.1.113883.6.88", "2.16.840.1.113883.12.292"
CONCERN = 'classCode="ACT" moodCode="EVN"'
SEEN = 'classCode="OBS" moodCode="EVN"'

HEADER = f"""
<templateId root="{CCDA}.1.2"/><id root="2.25.1" extension="D-1"/>
<code code="34133-9" codeSystem="{LOINC}" displayName="Summary"/><title>Summary of Ingrid Vale</title>
<effectiveTime value="20260304101500-0600"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
<languageCode code="en-US"/>
<recordTarget><patientRole><id root="2.25.9" extension="M-77"/>
<addr use="HP"><streetAddressLine>1 Lantern Way</streetAddressLine><city>Springfield</city><state>IL</state>
<postalCode>62701</postalCode><country>US</country></addr><telecom use="HP" value="tel:+1-555-555-0101"/>
<patient><name use="P"><given>Inga</given></name>
<name use="L"><given>Ingrid</given><given>Ann</given><family>Vale</family></name>
<administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1" displayName="Female"/>
<birthTime value="19650314"/></patient></patientRole></recordTarget>
<author><time value="20260304"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="1999999984"/>
<assignedPerson><name><prefix>Dr</prefix><given>Otto</given><family>Quist</family></name></assignedPerson>
<representedOrganization><name>Harbor Clinic</name></representedOrganization></assignedAuthor></author>
<custodian><assignedCustodian><representedCustodianOrganization><id root="2.25.5"/><name>Harbor Clinic</name>
</representedCustodianOrganization></assignedCustodian></custodian>"""


def document(*sections: str, header: str = HEADER, attributes: str = "") -> bytes:
    """A document of these sections."""
    body = "".join(f"<component>{one}</component>" for one in sections)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"{attributes}>{header}'
        f"<component><structuredBody>{body}</structuredBody></component></ClinicalDocument>"
    ).encode()


def section(code: str, *entries: str, title: str = "A section", text: str = "") -> str:
    """A section of entries."""
    held = "".join(f"<entry>{one}</entry>" for one in entries)
    return (
        f'<section><code code="{code}" codeSystem="{LOINC}"/><title>{title}</title><text>{text}</text>{held}</section>'
    )


def template(last: str) -> str:
    """The template of an entry."""
    return f'<templateId root="{CCDA}.{last}"/>'


def observed(value: str, *held: str, marks: str = "", of: str = "4.4", code: str = "", time: str = "") -> str:
    """An observation with a value."""
    links = "".join(f"<entryRelationship>{one}</entryRelationship>" for one in held)
    what = code or '<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>'
    when = time or '<effectiveTime><low value="201805"/></effectiveTime>'
    kind = f"{template(of)}{what}<statusCode code='completed'/>"
    return f"<observation {SEEN} {marks}>{kind}{when}{value}{links}</observation>"


def coded(code: str, name: str, system: str = SNOMED, inside: str = "") -> str:
    """A coded value."""
    return f'<value xsi:type="CD" code="{code}" codeSystem="{system}" displayName="{name}">{inside}</value>'


def concern(held: str, status: str = "active") -> str:
    """The act that keeps a problem or an allergy in mind."""
    link = f'<entryRelationship typeCode="SUBJ">{held}</entryRelationship>'
    return f'<act {CONCERN}>{template("4.3")}<statusCode code="{status}"/>{link}</act>'


def given(
    code: str, *more: str, of: str = "4.16", marks: str = 'moodCode="EVN"', system: str = RXNORM, name: str = "Drug"
) -> str:
    """A drug or vaccine that was given; ``more`` stands before the product."""
    what = f'<code code="{code}" codeSystem="{system}" displayName="{name}"/>' if code else '<code nullFlavor="NA"/>'
    material = f"<manufacturedMaterial>{what}</manufacturedMaterial>"
    product = f"<consumable><manufacturedProduct>{material}</manufacturedProduct></consumable>"
    inner = f"{template(of)}<statusCode code='active'/>{''.join(more)}{product}"
    return f'<substanceAdministration classCode="SBADM" {marks}>{inner}</substanceAdministration>'


ACTIVE = observed(coded("55561003", "Active"), of="4.6", code=f'<code code="33999-4" codeSystem="{LOINC}"/>')
ASTHMA = concern(observed(coded("195967001", "Asthma"), ACTIVE))
PENICILLIN = (
    f'<participant typeCode="CSM"><participantRole><playingEntity><code code="7980" codeSystem="{RXNORM}"'
    ' displayName="Penicillin"/></playingEntity></participantRole></participant>'
)
SEVERE = observed(coded("24484000", "Severe"), of="4.8")
HIVES = observed(coded("247472004", "Hives"), SEVERE, of="4.9")
ALLERGY = concern(observed(coded("416098002", "Drug allergy") + PENICILLIN, HIVES, of="4.7"))
WHOLE = document(
    section("11450-4", ASTHMA, title="Problems", text="<list><item>Asthma</item></list>"),
    section("48765-2", ALLERGY, title="Allergies"),
    section("10160-0", given("314077"), title="Medications"),
)
# What fuzzers put in.
PIECES = (
    *(
        b"<section> </section> <entry> </entry> <observation> </observation> <act> <value <code <low <effectiveTime>"
        b" <component> <entryRelationship> <organizer> <participant> <consumable> <text> <!-- --> <![CDATA[ ]]>"
        b" <!DOCTYPE <?x ?>"
    ).split(),
    b' nullFlavor="UNK"', b' negationInd="true"', b' xsi:type="PQ"', b' xsi:type="IVL_PQ"', b' value="1e9"',
    b' xmlns="urn:x"', b' ID="a"', b'<reference value="#a"/>', b"&#x10ffff;", b"&lt;", b"&a;", b' encoding="utf-7"',
)  # fmt: skip


_GROWN = (
    "section", "entry", "component", "entryRelationship", "observation", "act", "organizer", "substanceAdministration",
    "procedure", "code", "value", "effectiveTime", "low", "high", "text", "translation", "originalText", "reference",
    "consumable", "manufacturedProduct", "manufacturedMaterial", "participant", "participantRole", "playingEntity",
    "referenceRange", "observationRange", "performer", "assignedEntity", "assignedPerson", "name", "given",
    "templateId", "period", "event", "doseQuantity", "statusCode", "table", "td", "item", "title", "id", "addr",
    "telecom",
)  # fmt: skip
_MARKED = (
    "", 'code="1"', f'code="195967001" codeSystem="{SNOMED}"', 'xsi:type="PQ" value="5" unit="mg"', 'value="20180314"',
    'nullFlavor="UNK"', 'negationInd="true"', 'ID="a"', 'value="#a"', 'xsi:type="IVL_TS"', 'value="-"',
    'code="11450-4"',
    'code="48765-2"', 'code="10160-0"', 'code="30954-2"', 'code="8716-3"', 'code="11369-6"', 'code="47519-4"',
    'code="29762-2"', f'root="{CCDA}.4.4"', f'root="{CCDA}.4.7"', f'root="{CCDA}.4.2"', f'root="{CCDA}.4.14"',
    f'root="{CCDA}.4.9"', 'moodCode="INT"', 'xsi:type="ST"', 'code="72166-2" codeSystem="2.16.840.1.113883.6.1"',
)  # fmt: skip


def grown(data: bytes) -> bytes:
    """A well-formed document that the bytes say how to grow: elements, marks, ends, words."""
    written, opened = list[str](), list[str]()
    for first, second in zip(data[::2], data[1::2], strict=False):
        if first < len(_GROWN) * 4 and len(opened) < 40:
            name = _GROWN[first % len(_GROWN)]
            opened.append(name)
            written.append(f"<{name} {_MARKED[second % len(_MARKED)]}>")
        elif opened and first % 2:
            written.append(f"</{opened.pop()}>")
        else:
            written.append(chr(0x21 + second % 90).replace("<", "").replace("&", ""))
    written += [f"</{name}>" for name in reversed(opened)]
    return document("@").replace(b"<component>@</component>", f"<component>{''.join(written)}</component>".encode())
