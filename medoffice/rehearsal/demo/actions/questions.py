"""Questions of the coder to providers: some notes leave open how exactly a condition is known."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.api import encounters_on
from medoffice.rehearsal.demo.actions.timeline import Script
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.stories.types import RenderedVisit
from medoffice.revenue.coding.api import answer_query, ask_provider, coded, start_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.security.types import Actor

CODER = "abara"
ASKS = 0.15  # of the visits, how many are asked about before they are coded


def asked_and_answered(coder: Actor, provider: Actor, encounter_id: UUID, note_id: UUID, told: RenderedVisit) -> Script:
    """The coder asks whether the first condition is known more exactly; the provider answers between two patients."""
    words = told.codes[0]
    coding_id = start_coding(actor=coder, encounter_id=encounter_id)
    evidence = Evidence(Ref("note", note_id), words.start, words.end, words.phrase)
    query_id = ask_provider(actor=coder, coding_id=coding_id, template="exact", evidence=evidence)
    yield clock.now() + timedelta(minutes=35)
    answer_query(actor=provider, query_id=query_id, choice="as-is")
    yield clock.now() + timedelta(minutes=10)


def one_asks(scene: Scene, on: date) -> Script:
    """One question that nobody has answered yet, on the first words of a plan or the first line."""
    coder = scene.riverbend.actors[CODER]
    yield clock.now()
    for visit in encounters_on(None, on):
        written, codes = note_of(visit.id), coded(visit.id)
        if written and written.signed and not (codes and codes.finished):
            line = next(one for one in written.text.splitlines() if len(one.split()) > 2)
            start = written.text.index(line)
            coding_id = start_coding(actor=coder, encounter_id=visit.id)
            evidence = Evidence(Ref("note", written.id), start, start + len(line), line)
            ask_provider(actor=coder, coding_id=coding_id, template="course", evidence=evidence)
            return
