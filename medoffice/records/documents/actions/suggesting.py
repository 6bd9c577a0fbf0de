"""What a document probably is, of which day and whose: from its words, for a person to confirm."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.practice.api import office_zone
from medoffice.records.coverage.api import member_ids_of, patients_with_member_ids
from medoffice.records.documents.actions.clinical import clinical_of
from medoffice.records.documents.actions.laying import leaves_now
from medoffice.records.documents.models import Document, PageText, PaperFile
from medoffice.records.documents.queries.kinds import kinds_in_use
from medoffice.records.documents.rules.clinical import against, named_in, whose_it_is
from medoffice.records.documents.rules.guessing import date_told, kind_told
from medoffice.records.documents.rules.whose import Candidate, Told, told_of, whose
from medoffice.records.patients.api import known_by, patient, patients_by_id
from medoffice.standards.ccda.types import Document as ClinicalDocument

PAGES = 6  # the first pages say what it is and whose


def suggest(row: Document, file: PaperFile) -> None:
    """Write the suggestion beside the document; what a cover sheet said or whose chart it was added to stands first."""
    text = "\n".join(_first_words(row))
    today = clock.today(office_zone())
    told = told_of(text)
    who, agrees = whose(told, candidates(told))
    dated = date_told(text, today)
    clinical = clinical_of(file)
    if clinical is not None:
        who, agrees = _named(clinical)
        dated = min(clinical.at.day, today) if clinical.at else None
    if file.for_patient_id is not None and not (clinical and _is_of_another(clinical, file.for_patient_id)):
        who, agrees = file.for_patient_id, ("added on this chart",)
    kind = row.suggested.get("kind") or ("clinical-summary" if file.kind == "clinical" else "")
    row.suggested = {
        "kind": kind or kind_told(text, kinds_in_use(today)),
        "dated": dated.isoformat() if dated else "",
        "patient": str(who) if who else "",
        "agrees": list(agrees),
    }
    row.save(update_fields=["suggested"])


def _first_words(row: Document) -> list[str]:
    leaves = leaves_now(row)[:PAGES]
    texts = PageText.objects.filter(
        file_id__in={leaf.file.id for leaf in leaves}, page__in={one.page for one in leaves}
    )
    found = {(file_id, page): text for file_id, page, text in texts.values_list("file_id", "page", "text")}
    return [found[leaf.file.id, leaf.page] for leaf in leaves if (leaf.file.id, leaf.page) in found]


def _named(found: ClinicalDocument) -> tuple[UUID | None, tuple[str, ...]]:
    """The patient whose name, birth date and sex its header says, and that these agree."""
    named = named_in(found)
    people = patients_by_id(known_by(births=[named.birth_date] if named.birth_date else [], mrns=[], phones=[]))
    who = whose_it_is(named, people.values())
    return who, ("name", "birth date", "sex") if who else ()


def _is_of_another(found: ClinicalDocument, patient_id: UUID) -> bool:
    return bool(against(named_in(found), patient(patient_id)))


def candidates(told: Told) -> list[Candidate]:
    """The patients it may be: those of whom a number or the birth date stands in it. Four queries."""
    ids = known_by(births=told.births, mrns=told.mrns, phones=told.phones) | patients_with_member_ids(told.members)
    people, members = patients_by_id(ids), member_ids_of(ids)
    return [
        Candidate(
            id=who.id,
            mrn=who.mrn,
            family=who.name.family,
            given=who.name.given,
            birth_date=who.birth_date,
            phone_digits="".join(letter for letter in who.phone if letter.isdigit())[-10:],
            members=frozenset(members.get(who.id, ())),
        )
        for who in people.values()
    ]
