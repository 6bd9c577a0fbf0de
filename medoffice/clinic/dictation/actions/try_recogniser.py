"""Have the office's recogniser tried with a sound that ships."""

from uuid import UUID

from medoffice.clinic.dictation.actions.asking import listens
from medoffice.clinic.dictation.models import DictationHearing, DictationHearingTry
from medoffice.clinic.dictation.queries.tries import to_try
from medoffice.clinic.dictation.rules.trying import NOTHING_CAME, standing
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.kernel import clock
from medoffice.kernel.jobs import defer
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.set_up")
def try_recogniser(*, actor: Actor) -> UUID:
    """A worker does it, as it has recordings heard; as long as one is under way there is no other.

    Raises Refusal where there is none that hears sound.
    """
    by = DictationHearing.objects.order_by("-id").first()
    if by is None or not listens(Recogniser(by.recogniser)):
        raise Refusal("nothing-to-try", "There is no recogniser here that can be tried.", "Set one first.")
    now = clock.now()
    row = DictationHearingTry.objects.select_for_update().filter(hearing=by, ended_at=None).first()
    if row is not None and standing(to_try(row), now).is_open:
        record("dictation_hearing_try", row.id, new=False)
        return row.id
    if row is not None:
        row.ended_at, row.trouble = now, NOTHING_CAME
        row.save()
    made = DictationHearingTry.objects.create(hearing=by, by=actor.name, at=now)
    defer("dictation.try")
    record(
        "dictation_hearing_try", made.id, new=True, recogniser=by.recogniser, address=by.address, model=by.model
    )  # fmt: skip
    return made.id
