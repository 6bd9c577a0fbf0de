"""Send what goes with a referral."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.front_office.letters.api import letter, send_letter
from medoffice.front_office.letters.types.letters import Enclosed, Way
from medoffice.front_office.referrals.actions.rows import held, note, stands
from medoffice.front_office.referrals.offers import part_sources
from medoffice.front_office.referrals.queries.packet import cover_of, not_to_go
from medoffice.front_office.referrals.queries.referrals import SEND, parts_for, to_referral
from medoffice.front_office.referrals.types import Part, State
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("referrals.send")
def send_packet(*, actor: Actor, referral_id: UUID, way: Way, chosen: Sequence[str] = ()) -> UUID:
    """Its letter, a cover sheet and the chosen parts of the chart go as one PDF, kept and logged as one sending.

    The first time it is sent by this. Raises Refusal for a letter nobody signed yet, with whatever else stands against
    it, for a part that is not there or that a label keeps from going.
    """
    row = held(actor, referral_id, SEND)
    if row.letter_id is None:
        raise Refusal("no-letter", "This patient was sent here; there is nothing to send.", "Write a letter instead.")
    if unsigned := not_to_go(letter(actor, row.letter_id)):
        raise Refusal("not-signed", *unsigned)
    one = to_referral(row)
    parts = dict(parts_for(actor, one))
    if lost := [key for key in chosen if key not in parts]:
        raise Refusal("part-gone", f"{len(lost)} of the papers cannot go.", "Open it again and choose anew.")
    picked = [(key, parts[key]) for key in dict.fromkeys(chosen)]
    notices = [words for _, part in picked for words in require(actor, SEND, row.patient_id, part.about)]
    enclosed = [Enclosed(part.title, _pages(actor, key, part), about=part.about) for key, part in picked]
    cover = Enclosed("Cover sheet", cover_of(one, enclosed, list(dict.fromkeys(notices))), cover=True)
    sent = send_letter(actor=actor, letter_id=row.letter_id, way=way, enclosed=(cover, *enclosed))
    words = f"{way.says}, {_with(len(picked))}"
    if row.state == State.TO_SEND:
        stands(actor, row, State.SENT, words)
    else:
        note(actor, row, "sent again", words)
    record("referral", row.id, subjects=[row.patient_id], way=way.value, parts=len(picked))
    return sent


def _with(parts: int) -> str:
    """What went with the letter, in words."""
    return "nothing of the chart with it" if not parts else f"with {parts} paper{'s' * (parts > 1)} of the chart"


def _pages(actor: Actor, key: str, part: Part) -> bytes:
    return part_sources[key.partition(":")[0]].made(actor, part.id)
