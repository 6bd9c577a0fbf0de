"""Ask the provider of a visit what the note leaves open; the codes wait for the answer."""

from datetime import timedelta
from uuid import UUID

from medoffice.clinic.charting.api import note
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_member
from medoffice.records.encounters.api import encounter
from medoffice.revenue.coding.actions.open_coding import open_coding, refuse_without_evidence
from medoffice.revenue.coding.models import ProviderQuery
from medoffice.revenue.coding.rules.asking import TEMPLATES, leading
from medoffice.revenue.coding.types import Evidence, QueryState
from medoffice.security.api import action, record
from medoffice.security.types import Actor

DUE_HOURS = 48


@action("coding.code")
def ask_provider(*, actor: Actor, coding_id: UUID, template: str, evidence: Evidence, detail: str = "") -> UUID:
    """Ask on words of the note, from a template; ``detail`` adds what else the chart holds. It is the provider's work.

    Raises Invalid for an unknown template, words that are not of the note or that lead; Refusal if the same is asked
    already, or if the provider has no account here.
    """
    row = open_coding(actor, coding_id)
    asked, detail = TEMPLATES.get(template), detail.strip()
    if asked is None:
        raise Invalid("template-unknown", "Choose a question.", "", {"fields": {"template": ["Choose a question."]}})
    if asked.key == "conflict" and not detail:
        raise Invalid("detail-missing", "Say what the other place says.", "", {"fields": {"detail": ["Say it."]}})
    wrong = leading(detail)
    if wrong:
        words = " ".join(one.words for one in wrong)
        raise Invalid("query-leads", words, "", {"fields": {"detail": [words]}})
    if evidence.ref.kind != "note":
        raise Invalid("evidence-missing", "A question is asked of words of the note.", "Select them.")
    refuse_without_evidence(row, evidence)
    if row.queries.filter(template=template, start=evidence.start, end=evidence.end, state=QueryState.OPEN).exists():
        raise Refusal(
            "asked-already", "This is asked already and not answered.", "Wait for the answer, or withdraw it."
        )
    author = staff_member(note(row.note_id).author_id)
    if author.user_id is None:
        raise Refusal("nobody-to-ask", f"{author.name} has no account here.", "Ask in person; they add to the note.")
    now = clock.now()
    found = new_row(
        ProviderQuery,
        coding_id=row.id,
        template=template,
        question=f"{asked.question} {detail}".strip(),
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote,
        asked_by=actor.name,
        asked_at=now,
        due_at=now + timedelta(hours=DUE_HOURS),
        state=QueryState.OPEN,
    )
    found.save(force_insert=True)
    open_work(
        actor=actor,
        kind="provider-query",
        title=f"Coding asks about the visit of {encounter(row.encounter_id).date:%m/%d/%Y}",
        ref=Ref("provider_query", found.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        due_at=found.due_at,
        owner_id=author.user_id,
    )
    record("provider_query", found.id, subjects=[row.patient_id], template=template)
    return found.id
