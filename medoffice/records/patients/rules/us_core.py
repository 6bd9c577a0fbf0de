"""A patient's card as a FHIR US Core 6.1.0 Patient, and back; pure, so that any face may use it.

What US Core has no place for (what somebody fears, the alert of the office) stands in extensions of our own, and what
it keeps elsewhere (sexual orientation) in an Observation of its own. Confidential ways to reach a patient never go out.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from medoffice.practice.types import Address
from medoffice.records.patients.types.card import (
    ETHNICITIES,
    GENDER_IDENTITIES,
    ORIENTATIONS,
    RACES,
    Card,
    Coded,
    Contact,
)
from medoffice.records.patients.types.people import LANGUAGES, PatientName, PermittedPerson

Resource = dict[str, Any]
US = "http://hl7.org/fhir/us/core/StructureDefinition/"
FHIR = "http://hl7.org/fhir/StructureDefinition/"
OURS = "urn:medoffice:patient:"
MRN = "urn:medoffice:mrn"
_GENDER = {"F": "female", "M": "male", "U": "unknown"}
_SEX = {word: letter for letter, word in _GENDER.items()}
_TEXTS = (
    *("pronouns", "alert", "address_as", "fears", "helps", "photo"),
    *("employer", "employer_phone", "pcp_phone", "pharmacy", "pharmacy_address", "pharmacy_phone"),
)


def patient_out(card: Card) -> Resource:
    """The Patient; keys without content are left out, as FHIR asks."""
    found: Resource = {
        "resourceType": "Patient",
        "id": str(card.id),
        "meta": {"profile": [f"{US}us-core-patient"]},
        "identifier": [{"system": MRN, "value": card.mrn}],
        "name": list(_names(card.name)),
        "telecom": list(_telecoms(card)),
        "gender": _GENDER[card.sex],
        "birthDate": card.birth_date.isoformat(),
        "deceasedDateTime": card.deceased_on.isoformat() if card.deceased_on else "",
        "address": list(_addresses(card.address)),
        "contact": [_contact(one) for one in card.permitted],
        "communication": [{"language": _language(card.language), "preferred": True}],
        "generalPractitioner": [_practitioner(card)] if card.pcp else [],
        "extension": list(_extensions(card)),
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


def orientation_out(card: Card, effective: date) -> Resource | None:
    """Sexual orientation, which US Core keeps as an Observation; None where nothing is told."""
    one = ORIENTATIONS.get(card.orientation)
    if one is None:
        return None
    return {
        "resourceType": "Observation",
        "meta": {"profile": [f"{US}us-core-observation-sexual-orientation"]},
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": "social-history"}]}],
        "code": {"coding": [{"system": "http://loinc.org", "code": "76690-7"}]},
        "subject": {"reference": f"Patient/{card.id}"},
        "effectiveDateTime": effective.isoformat(),
        "valueCodeableConcept": {"coding": [_coding(one)], "text": one.words},
    }


def card_in(patient: Resource, orientation: Resource | None = None) -> Card:
    """The card of what went out. Raises KeyError or ValueError for what is no Patient of ours."""
    extensions = {one["url"]: one for one in patient.get("extension", [])}
    texts = {name: extensions.get(OURS + name, {}).get("valueString", "") for name in _TEXTS}
    doctor: Resource = next(iter(patient.get("generalPractitioner", [])), {})
    born, died = patient["birthDate"], patient.get("deceasedDateTime")
    return Card(
        id=UUID(patient["id"]),
        mrn=next(one["value"] for one in patient["identifier"] if one["system"] == MRN),
        name=_name_in(patient["name"]),
        sex=_SEX[patient["gender"]],
        birth_date=date.fromisoformat(born),
        deceased_on=date.fromisoformat(died) if died else None,
        gender_identity=_concept_in(extensions.get(f"{US}us-core-genderIdentity", {})),
        orientation=_concept_in(orientation or {}),
        race=tuple(_categories_in(extensions.get(f"{US}us-core-race", {}))),
        ethnicity=next(_categories_in(extensions.get(f"{US}us-core-ethnicity", {})), ""),
        language=patient["communication"][0]["language"]["coding"][0]["code"],
        interpreter=extensions.get(f"{FHIR}patient-interpreterRequired", {}).get("valueBoolean", False),
        phone=_first(patient, "phone"),
        email=_first(patient, "email"),
        contacts=tuple(_contacts_in(patient)),
        address=_address_in(patient.get("address", [])),
        permitted=tuple(_permitted_in(one) for one in patient.get("contact", [])),
        pcp=doctor.get("display", ""),
        pcp_id=UUID(doctor["reference"].removeprefix("Practitioner/")) if "reference" in doctor else None,
        **texts,
    )


_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"


def _names(name: PatientName) -> Iterator[Resource]:
    official: Resource = {"use": "official", "family": name.family}
    given = [part for part in (name.given, name.middle) if part]
    if name.middle and not name.given:
        given = []
        official["extension"] = [{"url": f"{OURS}middle", "valueString": name.middle}]
    yield official | ({"given": given} if given else {}) | ({"suffix": [name.suffix]} if name.suffix else {})
    if name.preferred:
        yield {"use": "usual", "text": name.preferred}


def _name_in(names: Iterable[Resource]) -> PatientName:
    by_use = {one["use"]: one for one in names}
    official, usual = by_use["official"], by_use.get("usual", {})
    given, middle = _two(official.get("given", []))
    lone = next((one["valueString"] for one in official.get("extension", [])), "")
    suffix = next(iter(official.get("suffix", [])), "")
    return PatientName(official["family"], given, middle or lone, suffix, usual.get("text", ""))


def _two(told: list[str]) -> tuple[str, str]:
    first, second, *_ = [*told, "", ""]
    return first, second


def _telecoms(card: Card) -> Iterator[Resource]:
    """The first of each comes first (rank 1); the others keep their ids and uses."""
    for system, value in (("phone", card.phone), ("email", card.email)):
        if value:
            yield {"system": system, "value": value, "rank": 1}
    for one in card.contacts:
        noted = [{"url": f"{OURS}note", "valueString": one.note}] if one.note else []
        told: Resource = {"id": str(one.id), "system": one.system, "use": one.use, "value": one.value}
        yield told | ({"extension": noted} if noted else {})


def _contacts_in(patient: Resource) -> Iterator[Contact]:
    for one in patient.get("telecom", []):
        if "rank" not in one:
            note = next((told["valueString"] for told in one.get("extension", [])), "")
            yield Contact(UUID(one["id"]), one["system"], one["use"], one["value"], note)


def _first(patient: Resource, system: str) -> str:
    telecoms = patient.get("telecom", [])
    return next((one["value"] for one in telecoms if one["system"] == system and one.get("rank") == 1), "")


def _addresses(home: Address) -> Iterator[Resource]:
    told: Resource = {"city": home.city, "state": home.state, "postalCode": home.zip}
    lines = [home.line1, home.line2] if home.line2 else [home.line1]
    told["line"] = lines if any(lines) else []
    told = {key: value for key, value in told.items() if value}
    if told:
        yield {"use": "home", **told}


def _address_in(told: Iterable[Resource]) -> Address:
    home = next(iter(told), {})
    line1, line2 = _two(home.get("line", []))
    return Address(line1, home.get("city", ""), home.get("state", ""), home.get("postalCode", ""), line2)


def _contact(one: PermittedPerson) -> Resource:
    told: Resource = {"id": str(one.id), "relationship": [{"text": one.relation}], "name": {"text": one.name}}
    return told | ({"telecom": [{"system": "phone", "value": one.phone}]} if one.phone else {})


def _permitted_in(one: Resource) -> PermittedPerson:
    phone = next((told["value"] for told in one.get("telecom", [])), "")
    return PermittedPerson(UUID(one["id"]), one["name"]["text"], one["relationship"][0]["text"], phone)


def _language(code: str) -> Resource:
    return {"coding": [{"system": "urn:ietf:bcp:47", "code": code}], "text": LANGUAGES.get(code, code)}


def _practitioner(card: Card) -> Resource:
    return ({"reference": f"Practitioner/{card.pcp_id}"} if card.pcp_id else {}) | {"display": card.pcp}


def _coding(one: Coded) -> Resource:
    return {"system": one.system, "code": one.code, "display": one.words}


def _extensions(card: Card) -> Iterator[Resource]:
    yield from _category(f"{US}us-core-race", card.race, RACES)
    yield from _category(f"{US}us-core-ethnicity", filter(None, [card.ethnicity]), ETHNICITIES)
    identity = GENDER_IDENTITIES.get(card.gender_identity)
    if identity:
        concept = {"coding": [_coding(identity)], "text": identity.words}
        yield {"url": f"{US}us-core-genderIdentity", "valueCodeableConcept": concept}
    if card.interpreter:
        yield {"url": f"{FHIR}patient-interpreterRequired", "valueBoolean": True}
    for name in _TEXTS:
        text = getattr(card, name)
        if text:
            yield {"url": OURS + name, "valueString": text}


def _category(url: str, codes: Iterable[str], known: Mapping[str, Coded]) -> Iterator[Resource]:
    """Race and ethnicity: the categories, and the text that US Core demands with them."""
    found = [known[code] for code in codes]
    if found:
        parts = [{"url": "ombCategory", "valueCoding": _coding(one)} for one in found]
        words = ", ".join(one.words for one in found)
        yield {"url": url, "extension": [*parts, {"url": "text", "valueString": words}]}


def _categories_in(extension: Resource) -> Iterator[str]:
    for one in extension.get("extension", []):
        if one["url"] == "ombCategory":
            yield one["valueCoding"]["code"]


def _concept_in(told: Resource) -> str:
    coding: str = told.get("valueCodeableConcept", {}).get("coding", [{"code": ""}])[0]["code"]
    return coding
