"""Note that a patient asks the office not to tell something to somebody."""

from datetime import datetime, time, timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number, office_zone, open_work, today_here
from medoffice.records.patients.api import patient
from medoffice.records.rights.actions.rows import day_wrong, said
from medoffice.records.rights.models import Restriction
from medoffice.records.rights.queries.restrictions import whom_known, words_of_name
from medoffice.records.rights.rules.restrictions import is_meant
from medoffice.records.rights.types import Named, Objection
from medoffice.security.api import action, record, require, role_is_held
from medoffice.security.types import Actor, Role

RESTRICTION = "restriction"
ANSWER_WITHIN = timedelta(days=14)  # the office's own; the rule names no day


@action("rights.note")
def ask_restriction(*, actor: Actor, patient_id: UUID, wanted: Objection) -> UUID:
    """Note whom the patient does not want to be told, and what; it holds once the office has agreed.

    45 CFR 164.522(a)(1)(i); unverified. Raises Invalid for a name that names nobody or the patient, and for what is
    left unsaid.
    """
    require(actor, "rights.note", patient_id)
    own = patient(patient_id).name
    known, _ = whom_known(patient_id).get(wanted.to, ("", ""))
    told = known or wanted.to_name.strip()
    names = words_of_name(told)
    said(
        to="Choose somebody of the list." if wanted.to and not known else "",
        to_name=""
        if is_meant(names, names, words_of_name(f"{own.given} {own.family}"))
        else "Name whom, not the patient.",
        what="" if wanted.what.strip() else "What is not to be told?",
        identity="" if wanted.identity.strip() else "How is it known who asks?",
        came_on=day_wrong(patient_id, wanted.came_on),
    )
    row = Restriction.objects.create(
        number=next_number("RS"),
        patient_id=patient_id,
        to_name=told[:120],
        named=wanted.to.partition("-")[0] if known else Named.WORDS,
        what=wanted.what.strip()[:300],
        why=wanted.why.strip()[:300],
        identity=wanted.identity.strip()[:200],
        came_on=wanted.came_on,
        made_by=actor.name,
        made_at=clock.now(),
    )
    open_work(
        actor=actor,
        kind=RESTRICTION,
        title=f"{row.number}: a restriction is asked for",
        ref=Ref("restriction", row.id),
        patient_id=patient_id,
        due_at=datetime.combine(today_here() + ANSWER_WITHIN, time(17), office_zone()),
        key=f"{RESTRICTION} {row.id}",
        queue=Role.PRIVACY_OFFICER if role_is_held(Role.PRIVACY_OFFICER) else Role.PROVIDER,
    )
    record("restriction", row.id, subjects=[patient_id])
    return row.id
