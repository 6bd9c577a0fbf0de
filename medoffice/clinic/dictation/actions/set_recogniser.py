"""Say which recogniser hears recordings first."""

from hashlib import sha256

from medoffice.clinic.dictation.actions.server_key import settle_key
from medoffice.clinic.dictation.models import DictationHearing
from medoffice.clinic.dictation.offers import hearing_doors
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.set_up")
def set_recogniser(
    *, actor: Actor, recogniser: Recogniser, server: HearingServer | None = None, forget_key: bool = False
) -> None:
    """From now on; what is open and was not heard yet is heard too. Drafts that are there stay.

    ``server`` is where it is, of one in the office's network. Its key, if it has none, is the one that is kept for its
    address; ``forget_key`` drops that. Raises Refusal for one that may not be asked.
    """
    asked = server or HearingServer()
    found = hearing_doors[recogniser].checked(asked) if recogniser in hearing_doors else HearingServer()
    made = DictationHearing.objects.create(
        recogniser=recogniser, address=found.address, model=found.model, certificate=found.certificate,
        made_by=actor.name, made_at=clock.now(),
    )  # fmt: skip
    key = settle_key(actor, found, forget=forget_key)
    known_by = sha256(found.certificate.encode()).hexdigest() if found.certificate else ""
    record(
        "dictation_hearing", made.id, recogniser=recogniser.value, address=found.address, model=found.model,
        certificate=known_by, key=key,
    )  # fmt: skip
