"""Say whose reports are reviewed, and how many of them."""

from uuid import UUID

from medoffice.clinic.dictation.models import DictationSampling
from medoffice.clinic.dictation.types.reviews import Sampling
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, actor_of, can, record
from medoffice.security.types import Actor

MOST = {"percent": 100, "new_reports": 1000, "blanks_over": 100}


@action("dictation.set_up")
def set_sampling(*, actor: Actor, how: Sampling) -> UUID:
    """From now on, for everybody or for one person; what was drawn stays. Raises Invalid per field."""
    wrong = {name: [f"From 0 to {most}."] for name, most in MOST.items() if not 0 <= getattr(how, name) <= most}
    person = actor_of(how.typist_id) if how.typist_id else None
    if how.typist_id and (person is None or not can(person, "dictation.type")):
        wrong["typist_id"] = ["Choose somebody who types dictations."]
    if wrong:
        raise Invalid("sampling-odd", "Some fields need another look.", "", {"fields": wrong})
    made = DictationSampling.objects.create(
        typist_id=how.typist_id, percent=how.percent, new_reports=how.new_reports, blanks_over=how.blanks_over,
        made_by=actor.name, made_at=clock.now(),
    )  # fmt: skip
    record("dictation_sampling", made.id, percent=how.percent, of=str(how.typist_id or "everybody"))
    return made.id
