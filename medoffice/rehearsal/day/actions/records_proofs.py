"""What must be true of records at the end of a day: copies went and are written down, each right was answered."""

from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_about
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.records.faxes.api import faxes
from medoffice.records.faxes.types import FaxState
from medoffice.records.releases.api import deliveries_of, requests_of
from medoffice.records.releases.types import Request, State, Way
from medoffice.records.rights.api import amendments_of, restrictions_of
from medoffice.records.rights.types import Answer, Standing
from medoffice.rehearsal.demo.types import Scene
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def records_proofs(scene: Scene) -> list[Proof]:
    """Nothing asked for copies, of a record or against telling somebody is left without its answer and its line."""
    people = list(scene.patients.values())
    asked = [one for who in people for one in requests_of(PROGRAM, who)]
    gone = [one for one in asked if one.state is State.DELIVERED and _written_down(one)]
    sent = [one for one in faxes(PROGRAM)[0] if one.state is FaxState.DELIVERED and one.document_id]
    amended = [one for who in people for one in amendments_of(PROGRAM, who)]
    objected = [one for who in people for one in restrictions_of(PROGRAM, who)]
    answered = [one for one in amended if one.answer is Answer.ACCEPTED]
    agreed = [one for one in objected if one.standing is Standing.AGREED]
    rights = f"{len(amended)} amendments, {len(answered)} accepted; {len(objected)} restrictions, {len(agreed)} agreed"
    whole = bool(amended) and len(answered) == len(amended) and bool(agreed) and len(agreed) == len(objected)
    return [
        Proof(
            "copies",
            "Copies that were asked for went by fax, are confirmed and written down",
            bool(asked) and len(gone) == len(asked) and bool(sent),
            f"{len(asked)} asked for, {len(gone)} arrived and in the log, {len(sent)} faxes confirmed",
        ),
        Proof("rights", "What patients ask of their records is answered", whole, rights),
    ]


def _written_down(one: Request) -> bool:
    """Whether what left stands in the log once for each time it went, and nobody is still to see to it."""
    lines = [line for line in log(PROGRAM, Sought(patient_id=one.patient_id))[0] if line.what.startswith(one.number)]
    went = deliveries_of(one.id)
    by_fax = all(sent.way is Way.FAX for sent in went)
    return len(lines) == len(went) > 0 and by_fax and work_about(Ref("release", one.id)) is None
