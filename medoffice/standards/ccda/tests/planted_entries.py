"""Planted medications, allergies, problems, immunizations, procedures."""

# ruff: noqa: E501 - a table: a case is a line

from medoffice.standards.ccda.tests.makers import CVX, LOINC, RXNORM, SNOMED
from medoffice.standards.ccda.tests.planted import (
    Case,
    act,
    allergy,
    causing,
    code,
    linked,
    med,
    obs,
    of,
    problem,
    tid,
    when,
)  # fmt: skip

EVERY = '<effectiveTime xsi:type="PIVL_TS" operator="A" institutionSpecified="true"><period value="8" unit="h"/></effectiveTime>'
PAIN = (
    f'<precondition typeCode="PRCN"><criterion>{code("56018004", "Wheezing", tag="value")}</criterion></precondition>'
)
NDC, ICD10, ICD9, UNII = (
    "2.16.840.1.113883.6.69",
    "2.16.840.1.113883.6.90",
    "2.16.840.1.113883.6.103",
    "2.16.840.1.113883.4.9",
)
MILK = code("3718001", "Cow's milk")
ASTHMA = code("195967001", "Asthma", tag="value")
DRUG_ALLERGY = code("416098002", "Allergy to drug", tag="value")


def step(dose: str, at: str) -> str:
    """A subordinate administration of a taper."""
    return linked(
        f'<substanceAdministration classCode="SBADM" moodCode="EVN"><statusCode code="active"/>{when(at)}'
        f'<doseQuantity value="{dose}" unit="mg"/><consumable><manufacturedProduct><manufacturedMaterial nullFlavor="NA"/>'
        "</manufacturedProduct></consumable></substanceAdministration>",
        "COMP",
    )


MEDICATIONS = (
    Case("dose every eight hours as needed", of("meds", med(when("20240301"), EVERY, '<doseQuantity value="2"/>', end=PAIN)),
         {"medications.#": "1", "medications.0.every": "8 h", "medications.0.as_needed": "True", "medications.0.dose": "2"}, ("Wheezing",)),
    Case("every four to six hours", of("meds", med(when("20240301"), '<effectiveTime xsi:type="PIVL_TS" operator="A"><period xsi:type="IVL_PQ"><low value="4" unit="h"/><high value="6" unit="h"/></period></effectiveTime>')),
         {"medications.#": "1"}, (r"\b4 h\b.*\b6 h\b|4\D+6 h",)),
    Case("before breakfast", of("meds", med(when("20240301"), '<effectiveTime xsi:type="EIVL_TS" operator="A"><event code="ACM"/></effectiveTime>')), {"medications.0.event": "ACM"}),
    Case("half an hour before a meal", of("meds", med(when("20240301"), '<effectiveTime xsi:type="EIVL_TS" operator="A"><event code="ACD"/><offset><width value="30" unit="min"/></offset></effectiveTime>')),
         {"medications.0.event": ".*ACD.*"}, (r"30 min",)),
    Case("one to two tablets", of("meds", med(when("20240301"), '<doseQuantity><low value="1" unit="{tablet}"/><high value="2" unit="{tablet}"/></doseQuantity>')), {"medications.#": "1"}, (r"\b1\b.*\b2 \{tablet\}",)),
    Case("dose with a trailing nought", of("meds", med(when("20240301"), '<doseQuantity value="2.50" unit="mg"/>')), {"medications.0.dose": "2.50 mg"}),
    Case("a tapered dose", of("meds", med(when("20240301"), end=step("40", "20240301") + step("20", "20240308"))), {"medications.#": "1"}, (r"40 mg", r"20 mg")),
    Case("an infusion's rate", of("meds", med(when("20240301"), '<rateQuantity value="125" unit="mL/h"/>')), {"medications.#": "1"}, (r"125 mL/h",)),
    Case("most a day", of("meds", med(when("20240301"), '<maxDoseQuantity><numerator value="3900" unit="mg"/><denominator value="1" unit="d"/></maxDoseQuantity>')), {}, (r"3900 mg",)),
    Case("quantity and refills", of("meds", med(when("20240301"), end=linked(f'<supply classCode="SPLY" moodCode="INT">{tid("4.17")}<statusCode code="completed"/><repeatNumber value="11"/><quantity value="93" unit="1"/></supply>'))), {}, (r"\b93\b", r"\b11\b")),
    Case("sig by reference", of("meds", med('<text><reference value="#sig"/></text>', when("20240301")), text='<paragraph ID="sig">take one at night</paragraph>'), {"medications.0.sig": "take one at night"}),
    Case("sig in an instruction", of("meds", med(when("20240301"), end=linked(f'<act classCode="ACT" moodCode="INT">{tid("4.20")}<code code="171044003" codeSystem="{SNOMED}"/><text>shake before use</text></act>', "SUBJ", 'inversionInd="true"'))), {}, ("shake before use",)),
    Case("drug by reference alone", of("meds", med(when("20240301"), drug='<code nullFlavor="OTH"><originalText><reference value="#d"/></originalText></code>'), text='<table><tbody><tr><td ID="d">St John wort</td><td>300 mg</td></tr></tbody></table>'), {"medications.0.drug": "St John wort"}),
    Case("product by NDC with RxNorm beside it", of("meds", med(when("20240301"), drug=code("00093005801", "", NDC, inside=f'<translation code="835829" codeSystem="{RXNORM}" displayName="tramadol 50 MG"/>'))), {"medications.0.drug": "tramadol 50 MG", "medications.0.drug.code": "00093005801"}, ("835829",)),
    Case("no known medications", of("meds", med(when("20240301"), marks='negationInd="true"', drug=f'<code nullFlavor="OTH"><translation code="410942007" codeSystem="{SNOMED}" displayName="Drug or medicament"/></code>')), {"medications.0.none_known": "True"}),
    Case("no medications, said as code", of("meds", f'<observation classCode="OBS" moodCode="EVN">{tid("4.2")}<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/><statusCode code="completed"/>{code("787481004", "No known medication use", tag="value")}</observation>'), {}, ("No known medication",)),
    Case("stopped early", of("meds", med(when("20240301", "20240310"), status="aborted")), {"medications.0.status": "aborted", "medications.0.period": "2024-03-01..2024-03-10"}),
    Case("on hold", of("meds", med(when("20240301"), status="suspended")), {"medications.0.status": "suspended"}),
    Case("to be given", of("meds", med('<effectiveTime value="20240401"/>', mood="INT")), {"medications.0.intended": "True", "medications.0.period": "2024-04-01"}),
    Case("never to be taken", of("meds", med(when("20240301"), marks='negationInd="true"')), {"medications.0.negated": "True", "medications.0.none_known": "False"}),
    Case("nothing known of when", of("meds", med(when("UNK", "NA"), '<routeCode nullFlavor="UNK"/>', '<doseQuantity nullFlavor="UNK"/>')), {"medications.#": "1", "medications.0.period": r"\.\.", "medications.0.dose": ""}),
    Case("a drug that is not said", of("meds", med(when("20240301"), drug='<code nullFlavor="UNK"/>')), {}, (), "drug|medic|product|no code|nullflavor|UNK"),
    Case("twice at set times", of("meds", med(when("20240301"), '<effectiveTime xsi:type="SXPR_TS" operator="A"><comp xsi:type="EIVL_TS"><event code="HS"/></comp><comp xsi:type="EIVL_TS" operator="I"><event code="ACM"/></comp></effectiveTime>')), {}, (r"\bHS\b", r"\bACM\b")),
    Case("dose with a comma", of("meds", med(when("20240301"), '<doseQuantity value="2,5" unit="mg"/>')), {"medications.0.dose": ""}, ("2,5",)),
    Case("dose that is no number", of("meds", med(when("20240301"), '<doseQuantity value="NaN" unit="mg"/>')), {"medications.0.dose": ""}, ("NaN",)),
    Case("reason by indication", of("meds", med(when("20240301"), end=linked(obs("4.19", ASTHMA), "RSON"))), {"medications.0.reason": "Asthma"}),
    Case("dose in a foreign element", of("meds", med(when("20240301"), '<v:doseQuantity xmlns:v="urn:vendor" value="900" unit="mg"/>', '<doseQuantity value="10" unit="mg"/>')), {"medications.0.dose": "10 mg"}),
    Case("same medicine twice", of("meds", med(when("20240301")), med(when("20190101", "20200101"), status="completed")), {"medications.#": "2", "medications.1.period.high": "2020-01-01"}),
)  # fmt: skip

ALLERGIES = (
    Case("no known allergies", allergy(code("419199007", "Allergy to substance", tag="value"), causing('<code nullFlavor="NA"/>'), marks='negationInd="true"'), {"allergies.#": "1", "allergies.0.none_known": "True"}),
    Case("no known drug allergies are no no-allergies", allergy(DRUG_ALLERGY, causing('<code nullFlavor="NA"/>'), marks='negationInd="true"'), {"allergies.0.negated": "True"}, ("drug",)),
    Case("no known allergy as a code", allergy(code("716186003", "No known allergy", tag="value"), causing('<code nullFlavor="NA"/>')), {"allergies.0.none_known": "True"}),
    Case("penicillin refuted", allergy(DRUG_ALLERGY, causing(code("7980", "Penicillin G", RXNORM)), marks='negationInd="true"'), {"allergies.0.negated": "True", "allergies.0.none_known": "False", "allergies.0.substance": "Penicillin G"}),
    Case("how bad and how dangerous", allergy(DRUG_ALLERGY, causing(MILK), linked(obs("4.9", code("247472004", "Hives", tag="value"), linked(obs("4.8", code("6736007", "Moderate", tag="value")), "SUBJ")), "MFST", 'inversionInd="true"'), linked(obs("4.145", code("CRITH", "High criticality", "2.16.840.1.113883.5.1063", "value")), "SUBJ")), {"allergies.0.reactions.0.code": "Hives", "allergies.0.reactions.0.severity": "Moderate", "allergies.0.criticality": "High criticality"}),
    Case("substance in words", of("allergies", act(linked(obs("4.7", DRUG_ALLERGY, causing('<code nullFlavor="OTH"><originalText><reference value="#a"/></originalText></code>')), "SUBJ"), "4.30"), text='<content ID="a">Brand X dye</content>'), {"allergies.0.substance": "Brand X dye"}),
    Case("substance as a name", allergy(DRUG_ALLERGY, causing('<code nullFlavor="UNK"/><name>Hydrangea</name>')), {"allergies.0.substance": "Hydrangea"}),
    Case("allergy over", allergy(DRUG_ALLERGY, causing(MILK), linked(obs("4.28", code("73425007", "Inactive", tag="value"), what=code("33999-4", "Status", LOINC)))), {"allergies.0.status": "inactive"}),
    Case("allergy without participant", allergy(code("91936005", "Allergy to penicillin", tag="value")), {"allergies.#": "1"}, ("Allergy to penicillin",)),
    Case("two allergies in one concern", of("allergies", act(linked(obs("4.7", DRUG_ALLERGY, causing(MILK)), "SUBJ") + linked(obs("4.7", DRUG_ALLERGY, causing(code("256349002", "Peanut"))), "SUBJ"), "4.30")), {"allergies.#": "2", "allergies.1.substance": "Peanut"}),
    Case("intolerance by UNII", allergy(code("59037007", "Drug intolerance", tag="value"), causing(code("R16CO5Y76E", "Aspirin", UNII, inside=f'<translation code="1191" codeSystem="{RXNORM}" displayName="aspirin"/>'))), {"allergies.0.substance": "Aspirin", "allergies.0.kind": "Drug intolerance"}, ("1191",)),
    Case("section that knows nothing", of("allergies", marks='nullFlavor="NI"'), {"allergies.#": "0"}, (), "no information|NI|not say|nothing|null"),
    Case("allergy entered in error", allergy(DRUG_ALLERGY, causing(MILK), status="nullified"), {}, (r"nullified|error",)),
    Case("allergy comment", allergy(DRUG_ALLERGY, causing(MILK), linked(f'<act classCode="ACT" moodCode="EVN">{tid("4.64")}<code code="48767-8" codeSystem="{LOINC}"/><text>as a baby</text></act>', "SUBJ")), {"allergies.0.comments": "as a baby"}),
)  # fmt: skip

PROBLEMS = (
    Case("resolved by status", problem(when("201805"), ASTHMA, linked(obs("4.6", code("413322009", "Resolved", tag="value"), what=code("33999-4", "Status", LOINC)))), {"problems.0.status": "resolved"}),
    Case("ended on a day", problem(when("201805", "20190612"), ASTHMA), {"problems.0.period": "2018-05..2019-06-12"}),
    Case("resolved nobody knows when", problem(when("201805", "UNK"), ASTHMA), {"problems.0.status": "resolved"}),
    Case("no diabetes", problem(when("2018"), code("73211009", "Diabetes mellitus", tag="value"), marks='negationInd="true"'), {"problems.0.negated": "True", "problems.0.none_known": "False"}),
    Case("no known problems", problem(when("2018"), code("55607006", "Problem", tag="value"), marks='negationInd="true"'), {"problems.0.none_known": "True"}),
    Case("no current problems as a code", problem(when("2018"), code("160245001", "No current problems or disability", tag="value")), {"problems.0.none_known": "True"}),
    Case("problem by translation", problem(when("2018"), f'<value xsi:type="CD" nullFlavor="UNK"><translation code="J45.909" codeSystem="{ICD10}" displayName="Unspecified asthma"/></value>'), {"problems.0.code": "Unspecified asthma", "problems.0.code.coded.code": "J45.909"}),
    Case("problem in words", problem(when("2018"), '<value xsi:type="CD" nullFlavor="OTH"><originalText>Sad on Mondays</originalText></value>'), {"problems.0.code": "Sad on Mondays"}),
    Case("concern completed", problem(when("2018"), ASTHMA, status="completed"), {"problems.0.concern": "completed"}),
    Case("problem of the ninth revision", problem(when("2009"), code("493.90", "Asthma NOS", ICD9, "value")), {"problems.0.code.code": "493.90"}),
    Case("time of the concern and of the problem", problem(when("200105"), ASTHMA, time='<effectiveTime><low value="20240101"/></effectiveTime>'), {"problems.0.period": r"2001-05\.\."}),
    Case("age at onset", problem(when("UNK"), ASTHMA, linked(obs("4.31", '<value xsi:type="PQ" value="57" unit="a"/>', what=code("445518008", "Age at onset")))), {}, (r"57 a\b|57 year",)),
    Case("value without a type", problem(when("2018"), f'<value code="195967001" codeSystem="{SNOMED}" displayName="Asthma"/>'), {"problems.0.code": "Asthma"}),
    Case("problem of R1.1 without a date of its template", of("problems", act(linked(obs("4.4", ASTHMA), "SUBJ"), "4.3").replace(' extension="2014-06-09"', "")), {"problems.0.code": "Asthma"}),
    Case("a side that is said apart", problem(when("2018"), code("399211009", "Myocardial infarction", tag="value", inside='<qualifier><name code="272741003" displayName="Laterality"/><value code="7771000" displayName="Left"/></qualifier>')), {"problems.#": "1"}, ("Left",)),
    Case("onset that cannot be", problem(when("20181345"), ASTHMA), {"problems.#": "1"}, ("20181345",)),
    Case("in error", problem(when("2018"), ASTHMA, status="nullified"), {}, (r"nullified|error",)),
)  # fmt: skip


def shot(
    *inner: str,
    mood: str = "EVN",
    marks: str = "",
    status: str = "completed",
    lot: str = "",
    what: str = "",
    end: str = "",
) -> bytes:
    """A document of one vaccine."""
    named = what or code("140", "Influenza, seasonal", CVX)
    product = f'<manufacturedProduct classCode="MANU">{tid("4.54")}<manufacturedMaterial>{named}{lot}</manufacturedMaterial></manufacturedProduct>'
    return of("immunizations", f'<substanceAdministration classCode="SBADM" moodCode="{mood}" {marks}>{tid("4.52")}<id root="2.25.80"/><statusCode code="{status}"/>{"".join(inner)}<consumable>{product}</consumable>{end}</substanceAdministration>')  # fmt: skip


def done(*inner: str, mood: str = "EVN", marks: str = "", status: str = "completed") -> bytes:
    """A document of one procedure."""
    return of("procedures", f'<procedure classCode="PROC" moodCode="{mood}" {marks}>{tid("4.14")}<id root="2.25.81"/>{code("80146002", "Appendectomy")}<statusCode code="{status}"/>{"".join(inner)}</procedure>')  # fmt: skip


ACTS = (
    Case("vaccine refused", shot('<effectiveTime value="20231001"/>', marks='negationInd="true"', end=linked(f'<observation classCode="OBS" moodCode="EVN">{tid("4.53")}{code("PATOBJ", "patient objection", "2.16.840.1.113883.5.8")}<statusCode code="completed"/></observation>', "RSON")), {"immunizations.0.negated": "True", "immunizations.0.reason": "patient objection"}),
    Case("vaccine of a year", shot('<effectiveTime value="1999"/>'), {"immunizations.0.period": "1999", "immunizations.0.lot": ""}),
    Case("vaccine with lot, maker, number", shot('<effectiveTime value="20231001"/>', '<repeatNumber value="2"/>', lot="<lotNumberText>AB-12</lotNumberText>"), {"immunizations.0.lot": "AB-12", "immunizations.0.series": "2"}),
    Case("vaccine to be given", shot('<effectiveTime value="20271001"/>', mood="INT", status="active"), {}, ("intended|planned|INT",)),
    Case("vaccine nobody knows when", shot('<effectiveTime nullFlavor="UNK"/>', '<doseQuantity nullFlavor="UNK"/>'), {"immunizations.#": "1", "immunizations.0.period": r"(\.\.)?"}),
    Case("vaccine broken off", shot('<effectiveTime value="20231001"/>', status="aborted"), {"immunizations.0.status": "aborted"}),
    Case("reaction to a vaccine", shot('<effectiveTime value="20231001"/>', end=linked(obs("4.9", code("247472004", "Weal", tag="value")), "CAUS")), {}, ("Weal",)),
    Case("procedure with a site", done('<effectiveTime value="2011"/>', code("7771000", "Left", tag="targetSiteCode")), {"procedures.0.sites": "Left", "procedures.0.period": "2011"}),
    Case("procedure not done", done('<effectiveTime value="2011"/>', marks='negationInd="true"'), {"procedures.0.negated": "True"}),
    Case("procedure planned", done('<effectiveTime value="2031"/>', mood="RQO", status="active"), {"procedures.0.intended": "True"}),
    Case("an encounter without a narrative", of("encounters", f'<encounter classCode="ENC" moodCode="EVN">{tid("4.49")}{code("99213", "Office visit", "2.16.840.1.113883.6.12")}<effectiveTime value="20230203"/></encounter>'), {}, (), "encounter|not read|46240"),
    Case("smoking as a code", of("social", obs("4.78", '<effectiveTime value="20240101"/>', code("8517006", "Former smoker", tag="value"), what=code("72166-2", "Tobacco smoking status", LOINC))), {"social.0.value": "Former smoker"}),
    Case("drinking in words", of("social", obs("4.38", '<value xsi:type="ST">2 beers a week</value>', what=code("160573003", "Alcohol intake"))), {"social.0.value": "2 beers a week"}),
)  # fmt: skip
CASES = (*MEDICATIONS, *ALLERGIES, *PROBLEMS, *ACTS)
