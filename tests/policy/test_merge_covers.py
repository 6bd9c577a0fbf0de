"""A merge touches every column of every room that holds a patient, and nothing else; with everything there is."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, connection, transaction
from django.db.models import ForeignKey, JSONField, UUIDField

from medoffice.kernel import clock
from medoffice.kernel.checks import run_checks
from medoffice.kernel.ids import new_id
from medoffice.kernel.worlds import current
from medoffice.records.patients.api import merge_patients, patient, unmerge_patients
from medoffice.records.patients.models import Merge, Patient
from medoffice.records.patients.queries.merges import patient_columns, things, things_below
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM
from tests.policy.office import NOON, Told, make_place, make_story

# Columns that could hold a patient and have no foreign key: what they hold instead, or why they stay as they are.
ELSE = {
    "audit_event.object_id": "stays: the trail keeps what was done to which record",
    "audit_event.detail": "codes and field names",
    "audit_event.via": "words",
    "audit_event.actor_id": "a user",
    "audit_subject.subject": "stays, and is read for all records of a person (security/offers.py)",
    "security_access.subject": "stays with the trail, is read like it, and ends with a merge",
    "kernel_outbox.subject": "waits for a moment; listeners ask whom it names",
    "kernel_outbox.body": "as its subject",
    "procrastinate_jobs.args": "waits for a moment",
    "kernel_first_result.result": "what a form got back",
    "patient.household_id": "a home",
    "note_template.sections": "what notes begin with, for every patient",
    "note_template.kinds": "kinds of visits",
    "note_template.classes": "classes of contacts",
    "note_template_order.keys": "short names of templates",
    "patient_merge.survivor": "the merge itself",
    "patient_merge.merged": "the merge itself",
    "patient_maybe_same.one": "what was asked and said of two records",
    "patient_maybe_same.other": "as the one",
    "patient_merge.changed": "the merge itself",
    "downtime_pack.patient_ids": "a pack of paper that was printed; read by patients_by_id",
    "downtime_pack.findings": "words",
    "document.origins": "papers its pages were part of",
    "document.suggested": "read on a paper; settled by its room while the paper waits",
    "document_change.before": "the history of a paper stays as it was",
    "document_change.after": "as what stood before",
    "document_page.codes": "what stripes on a page say",
    "document_destruction.asked_by_id": "a user",
    "document_kind.words": "what stands on papers of a type",
    "letter.given": "words by field",
    "letter_merge.key": "the form that was sent",
    "release_request.picks": "pages by item of the chart",
    "release_delivery.picked": "items of the chart by their keys",
    "amendment.item_id": "a thing of the chart",
    "coding_provider_query.addendum_id": "the answer in the note",
    "fax.abouts": "visits and things of the chart",
    "disclosure.abouts": "papers of the chart",
    "list_entry.entry_id": "an entry of a list",
    "list_entry.details": "words by field",
    "list_incoming.told": "words by field",
    "list_incoming.entry_id": "an entry of a list",
    "form_filled.response": "what was signed, as it was signed",
    "eligibility_check.asked_as": "what was asked, as it went out",
    "eligibility_check.result": "what a payer answered",
    "call_event.detail": "words and codes",
    "call_list_entry.entry": "a line of the call list",
    "call_hand_off.calls": "calls",
    "call_message_file.errors": "words",
    "outreach_message.said": "the fields of a text",
    "outreach_self_booking.provider_ids": "staff",
    "outreach_waiter.provider_ids": "staff",
    "outreach_missed_policy.spared": "codes",
    "insurance_card.suggested": "what was read on a card",
    "insurance_card.corrected": "what was read on a card",
    "account_event.shares": "cents by code",
    "statement.findings": "words",
    "statement.charge_ids": "charges",
    "claims_inbound.findings": "words",
    "lab_message.findings": "words",
    "requisition.answers": "words",
    "code_audit.auditor_user_id": "a user",
    "code_audit_judgement.code_id": "a code of a visit",
    "office_qc_run.run_id": "controls that were run together",
    "office_qc_run.by_id": "a user",
    "office_tested.by_id": "a user",
    "procedure_consent.by_id": "a user",
    "procedure_time_out.by_id": "a user",
    "procedure_done.by_id": "a user",
    "procedure_after.by_id": "a user",
    "upkeep_entry.by_id": "a user",
    "upkeep_decided.by_id": "a user",
    "vaccine_dose.entry_id": "an entry of a list",
    "vaccine_dose.entered_by_id": "a user",
    "sim_lab_mood.habits": "the stand-in of a laboratory",
    "sim_pharmacy_mood.habits": "the stand-in of pharmacies",
    "prescription.entry_id": "an entry of a list",
    "dictation.became_id": "a note or a letter",
    "dictation_heard.tokens": "words of what was typed, by their numbers",
    "dictation_heard.by_id": "a user",
    "dictation_draft.hints": "terms that the recogniser was told",
    "dictation_draft.learned": "terms that the recogniser was told",
    "dictation_draft.unheard": "places of the sound",
    "dictation_draft.words": "words as heard",
    "dictation_hand.keys": "keys of a keyboard by what they do",
    "dictation_stretch.ahead": "seconds of the sound",
    "dictation_text.words": "words as typed",
    "dictation_version.words": "words as typed",
    "dictation_version.by_id": "a user",
    "controlled_agreement.document_id": "a paper of the chart",
    "screened.entry_id": "an entry of a list",
    "prescription.sig": "how it is taken",
    "prescription.package": "figures",
    "prescription_favourite.says": "what the office prescribes often",
    "prescription_renewal.points": "points of the protocol",
    "drug_authorization.draft": "what is chosen of the chart, and what is typed",
    "drug_authorization_packet.packet": "what was signed",
    "formulary_line.alternatives": "names of medicines",
    "prescription_alert.about": "a visit or a document",
    "lab_result.file_id": "a file",
    "claim.findings": "words",
    "remittance.findings": "words",
    "remit_decision_line.reasons": "codes",
    "remit_decision_line.remarks": "codes",
    "deposit.of": "receipts",
    "payer_memory.state": "the stand-in of a payer",
    "mfa_authenticator.data": "a second factor",
    "security_label.things": "visits",
}
# Of other things, by the end of the name: what they name is told where they are.
THINGS = frozenset(
    {
        "visit_id",
        "charge_id",
        "cause_id",
        "evidence_id",
        "because_id",
        "source_id",
        "payer_id",
        "author_id",
        "about_id",
        "message_id",
        "fax_id",
        "number",
    }
)


def _bare() -> Iterator[str]:
    """Every column of ids, of lists of ids, or of objects, without a foreign key."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            listed = isinstance(field, ArrayField) and isinstance(field.base_field, UUIDField)
            loose = isinstance(field, UUIDField | JSONField) or listed
            if loose and not field.primary_key:
                yield f"{model._meta.db_table}.{field.column}"


def test_what_hangs_on_a_record_is_told_in_peoples_words_never_by_the_name_of_a_table() -> None:
    """A new table that names a patient says in records/patients/data/things.toml what people call one, and several."""
    assert things().keys() == {table for table, _ in things_below()}
    words = [word for both in things().values() for word in both]
    assert not [word for word in words if "_" in word or not word.strip()]
    assert len({many for _, many in things().values()}) == len(things()), "two kinds are never counted as one"


def test_p32_every_column_that_may_hold_a_patient_moves_or_says_why_not() -> None:
    """A new column of ids, lists or objects is moved (a foreign key, or registered) or entered here with a reason."""
    moved = {f"{table}.{column}" for table, column in patient_columns()}
    bare = set(_bare())
    unknown = {name for name in bare if name not in moved | ELSE.keys() and name.rpartition(".")[2] not in THINGS}
    assert unknown == set(), "say here what these hold, or register_patient_column"
    assert set(ELSE) <= bare
    foreign = {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is Patient
    }
    assert foreign - moved == {"patient_name_word.patient_id"}  # written anew from the names of both


@pytest.mark.django_db
def test_p32_two_with_everything_are_one_and_two_again() -> None:
    """Both with calls, visits, claims, money, forms, messages: nothing is lost, no check complains, there and back."""
    with clock.frozen(NOON):
        office = make_place()
        one = make_story(office, Told()).patient_id
        other = make_story(office, Told(family="Zyxwandrowa", said="a cough")).patient_id
        before, worth, complaints = _rows(), _count(one) + _count(other), _complaints()
        done = merge_patients(
            actor=PROGRAM,
            survivor_id=one,
            merged_id=other,
            seen=patient(one).version,
            seen_merged=patient(other).version,
            picks={"family": "merged"},
        )
        rests = _count(other)
        assert _count(one) + rests == worth + 1  # and the merged record names it
        assert rests <= 5  # the same policy, how to be reached, what is due, the same pharmacy: each once
        assert _complaints() == complaints
        unmerge_patients(actor=PROGRAM, merge_id=done)
        assert _rows() == before
        assert _complaints() == complaints


def test_p32_who_has_the_programs_rights_moves_patients_and_nothing_else(fresh_world: str) -> None:
    """Two ids may be made patients by whoever has these rights, and a merge of them; what a row hangs on stays."""
    with clock.frozen(NOON):
        make_place()
        one, other = make_patient("Vale"), make_patient("Quist")
    forged = Merge.objects.create(survivor=one, merged=other, merged_at=NOON, merged_by="x").id
    with current.use(fresh_world, current.APP):
        _moves(forged, "list_entry", "patient_id")
        _moves(forged, "journal_line", "patient_id")
        _moves(forged, "practice_work", "ref_id")
        for table, column in (
            ("list_entry", "entry_id"),
            ("list_entry", "cause_id"),
            ("journal_line", "entry_id"),
            ("audit_subject", "subject"),
            ("patient_merge", "survivor"),
            ("security_access", "subject"),
            ("list_entry", "words"),
            ("list_entry; DROP TABLE note", "patient_id"),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                _moves(forged, table, column)
        with pytest.raises(DatabaseError), transaction.atomic():
            _moves(new_id(), "list_entry", "patient_id")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL medoffice.moving = 'words'")
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute("UPDATE list_entry SET words = 'x'")


def _moves(merge_id: UUID, table: str, column: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT move_patient_rows(%s, %s, %s)", [merge_id, table, column])


def _complaints() -> list[str]:
    return [finding.words for checked in run_checks(of_world=True) for finding in checked.findings if not checked.ok]


def _count(who: UUID) -> int:
    with connection.cursor() as cursor:
        total = 0
        for table, column in patient_columns():
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} = %s", [who])  # noqa: S608 - our own names
            total += cursor.fetchone()[0]
    return total


def _rows() -> dict[str, list[str]]:
    found = {}
    with connection.cursor() as cursor:
        for table in {table for table, _ in patient_columns()}:
            cursor.execute(f"SELECT (to_jsonb(t) - 'version')::text FROM {table} t ORDER BY 1")  # noqa: S608 - our own
            found[table] = [row[0] for row in cursor.fetchall()]
    return found
