"""File a document that waits: its type, its day, whose it is, and who is to see it."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, open_work, staff_member
from medoffice.records.documents.actions.clinical import refuse_another
from medoffice.records.documents.actions.splitting import done_with
from medoffice.records.documents.actions.writing import came_off, is_waiting, note, row_of, save, told
from medoffice.records.documents.models import Document
from medoffice.records.documents.offers import filing_slots
from medoffice.records.documents.queries.kinds import kinds_in_use
from medoffice.records.documents.types.papers import DocumentFiled, Filing, SignOff, State
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("documents.file")
def file_document(*, actor: Actor, document_id: UUID, seen_version: int, filing: Filing) -> None:
    """File it. Raises Invalid for a type or day that is none.

    Refusal if somebody did something with it meanwhile, or it is a clinical document about somebody else.
    """
    require(actor, "documents.file", filing.patient_id, filing.visit_id)
    row = row_of(document_id)
    refuse_stale(row, seen_version)
    if not is_waiting(row) and not came_off(row):
        raise Refusal("filed-already", f"This is {row.state} already.", "Open it on the chart to file it again.")
    before = told(row)
    apply(row, filing)
    row.state, row.why, row.filed_at, row.filed_by = State.FILED, "", clock.now(), actor.name
    save(actor, row)
    note(actor, row, "filed", before=before)
    done_with(actor, row, "filed")
    publish(DocumentFiled(row.id, filing.patient_id), subject=row.id)
    ask_sign_off(actor, row, filing.signer_id)
    for key, chosen in filing.settles.items():
        filing_slots[key].filed(actor, row.id, chosen, signs=filing.signer_id is not None)
    record("document", row.id, subjects=[filing.patient_id], type=filing.kind)


def refuse_stale(row: Document, seen_version: int) -> None:
    """Raise Refusal if somebody changed it after it was shown."""
    if row.version != seen_version:
        raise Refusal("changed-meanwhile", f"{row.changed_by} changed this meanwhile.", "Open it again.")


def apply(row: Document, filing: Filing) -> None:
    """Set what the filing says. Raises Invalid for a type, day or visit that does not fit, Refusal for another's."""
    today = clock.today(office_zone())
    kind = next((one for one in kinds_in_use(today) if one.key == filing.kind), None)
    wrong: dict[str, list[str]] = {}
    if kind is None:
        wrong["kind"] = ["Choose a type."]
    if filing.dated is not None and filing.dated > today:
        wrong["dated"] = ["This day is still to come."]
    elif filing.dated is not None and filing.dated < patient(filing.patient_id).birth_date:
        wrong["dated"] = ["The patient was not born then."]
    if filing.visit_id is not None and encounter(filing.visit_id).patient_id != filing.patient_id:
        wrong["visit"] = ["This is a visit of somebody else."]
    if wrong or kind is None:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    row.kind, row.dated, row.patient_id = kind.key, filing.dated or row.added_at.date(), filing.patient_id
    row.title = filing.title.strip()[:120] or kind.name
    row.encounter_id, row.about_id = filing.visit_id, filing.visit_id or row.id
    refuse_another(row)


def ask_sign_off(actor: Actor, row: Document, signer_id: UUID | None) -> None:
    """Put it before the provider who is to see it; without one nobody is asked."""
    if signer_id is None:
        return
    signer = staff_member(signer_id)
    row.sign, row.signer_id = SignOff.WAITS, signer_id
    save(actor, row)
    open_work(
        actor=actor,
        kind="document-sign",
        title="A document to sign off",
        ref=Ref("document", row.id),
        patient_id=row.patient_id,
        visit_id=row.about_id,
        key=str(row.id),
        owner_id=signer.user_id,
    )
