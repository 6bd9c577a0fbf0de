"""Take the diagnoses of some days away as a table, for a registry."""

from collections import Counter
from datetime import date

from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import kept_from_plan, objections, record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.revenue.coding.queries.facts import diagnoses_between
from medoffice.revenue.coding.types import DiagnosisFact, Recipient
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.take")
def take_facts(*, actor: Actor, first: date, last: date, begins: str = "", to: Recipient) -> list[DiagnosisFact]:
    """What was released of these days and codes, as far as it may leave by this actor; of each patient is noted to

    whom it went. Left out are patients of whom the office agreed not to tell them, and from a plan what was paid in
    full. Raises Invalid for a recipient or a reason that is not said.
    """
    every = list(diagnoses_between(actor, first, last, begins=begins, word="coding.take"))
    objected = {who for who, _ in objections({(one.patient_id, to.name) for one in every})}
    paid = kept_from_plan(to.purpose, {one.encounter_id for one in every})
    found = [one for one in every if one.patient_id not in objected and one.encounter_id not in paid]
    leaving = tuple(
        Leaving(
            patient_id=who,
            purpose=to.purpose,
            what=f"Released diagnoses of {first:%m/%d/%Y} to {last:%m/%d/%Y}: {count}",
            to_name=to.name,
            to_address=to.address,
            way="table",
            cause=Ref("diagnoses_table", new_id()),
            why=to.why,
        )
        for who, count in Counter(one.patient_id for one in found).items()
    )
    if leaving:
        record_disclosures(actor=actor, leaving=leaving)
    subjects = {one.patient_id for one in found}
    record(subjects=subjects, rows=len(found), left_out=len(every) - len(found), begins=begins)
    return found
