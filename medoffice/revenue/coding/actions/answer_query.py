"""Answer a coder's question: the answer is added to the note, signed, and the visit goes back to coding."""

from uuid import UUID

from medoffice.clinic.charting.api import add_addendum, note
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_of_user
from medoffice.revenue.coding.models import ProviderQuery
from medoffice.revenue.coding.rules.asking import TEMPLATES, addendum, answered
from medoffice.revenue.coding.types import QueryState
from medoffice.security.api import action, record, require
from medoffice.security.types import PROGRAM, Actor


@action("coding.answer")
def answer_query(*, actor: Actor, query_id: UUID, choice: str, words: str = "") -> UUID:
    """Answer it, once; the addendum's id. Only the author of the note can say what was meant.

    Raises NotFound, Refusal for somebody else or a question that is closed, Invalid for an answer that says too little.
    """
    row = ProviderQuery.objects.select_for_update(of=("self",)).select_related("coding").filter(id=query_id).first()
    if row is None:
        raise NotFound
    coding = row.coding
    require(actor, "coding.answer", coding.patient_id, coding.encounter_id)
    me, author = staff_of_user(actor.id), note(coding.note_id)
    if me is None or me.id != author.author_id:
        raise Refusal("not-the-author", f"Only {author.author} can say what was meant.", "Leave it to them.")
    if row.state != QueryState.OPEN:
        raise Refusal("query-closed", f"This question is {row.state}.", "")
    chosen, words = TEMPLATES[row.template].choice(choice), words.strip()
    if chosen is None:
        raise Invalid("choice-missing", "Choose an answer.", "", {"fields": {"choice": ["Choose an answer."]}})
    if chosen.says and not words:
        raise Invalid("words-missing", "Say it in words.", "", {"fields": {"words": ["Say it in words."]}})
    row.answer = answered(chosen, words)
    row.addendum_id = add_addendum(
        actor=actor, note_id=coding.note_id, text=addendum(row.question, row.quote, row.answer)
    )
    row.state, row.closed_by, row.closed_at = QueryState.ANSWERED, actor.name, clock.now()
    row.save(update_fields=["answer", "addendum_id", "state", "closed_by", "closed_at"])
    finish_work_about(actor=actor, ref=Ref("provider_query", row.id), outcome="answered")
    open_work(
        actor=PROGRAM,
        kind="query-answered",
        title="The provider answered; finish the codes",
        ref=Ref("encounter", coding.encounter_id),
        patient_id=coding.patient_id,
        visit_id=coding.encounter_id,
        key=str(coding.encounter_id),
    )
    record("provider_query", row.id, subjects=[coding.patient_id], answered=choice)
    return row.addendum_id
