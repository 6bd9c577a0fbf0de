"""Rows of dictations and of their stories, and whose turn it is, as the verbs write them."""

from uuid import UUID

from medoffice.clinic.dictation.models import Dictation, DictationStep, Recording
from medoffice.clinic.dictation.rules.audio import look_at, named_as, plays_as_it_is
from medoffice.clinic.dictation.rules.moving import ASKS_WHY, OPEN, after
from medoffice.clinic.dictation.types.dictations import Audio, AudioTrouble, Priority, State, Verb
from medoffice.kernel import clock, files, hearing
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_member
from medoffice.security.api import actor_of, can, require
from medoffice.security.types import Actor, Role

KIND, TO_SIGN = "dictation", "dictation-to-sign"
_AGAIN = "Send it as WAV, MP3, M4A, OGG, WebM or DSS."
_TROUBLES = {
    AudioTrouble.EMPTY: ("There is nothing in this file.", "Record it again, or send the file again."),
    AudioTrouble.NOT_AUDIO: ("This is not a recording that can be played here.", _AGAIN),
    AudioTrouble.CUT: ("This recording was cut off before its sound.", "Copy it from the recorder again."),
    AudioTrouble.DS2: (
        "This is a DS2 recording, which only its maker's program opens.",
        "Export it from that program as WAV or MP3.",
    ),
    AudioTrouble.DSS: (
        "This is a DSS recording of a kind that cannot be played here.",
        "Export it from the recorder's program as WAV or MP3.",
    ),
    AudioTrouble.TOO_LONG: ("This recording is longer than two hours.", "Cut it into parts and send each."),
}


def held(actor: Actor, dictation_id: UUID, word: str) -> Dictation:
    """A dictation, locked, that the actor may do this with. Raises NotFound."""
    row = Dictation.objects.select_for_update(of=("self",)).select_related("owner").filter(id=dictation_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    return row


def moved(
    actor: Actor, row: Dictation, verb: Verb, *, seen_version: int, why: str = "", owner_id: UUID | None = None
) -> None:
    """This was done with it: where it stands, whose it is, its story, and who has it among their work.

    Raises Conflict if somebody did something with it since it was seen, Invalid without the why that is asked for,
    Refusal if it cannot be done where it stands.
    """
    if row.version != seen_version:
        words = f"{row.number} {State(row.state).says} by now."
        raise Conflict("changed-meanwhile", words, "Look at it again.", {"version": row.version})
    said = " ".join(why.split())
    if verb in ASKS_WHY and not said:
        raise Invalid("no-why", "Say why.", "", {"fields": {"why": ["Say why."]}})
    to = after(State(row.state), verb)
    if to is None:
        raise Refusal(
            "not-here", f"{row.number} {State(row.state).says} and cannot be {verb.value}.", "Look at it again."
        )
    now = clock.now()
    row.state, row.owner_id, row.why, row.version = (
        to,
        owner_id,
        said[:300] if verb in ASKS_WHY else "",
        row.version + 1,
    )
    row.ended_at = now if to in (State.SIGNED, State.REJECTED) else None
    if verb is Verb.FINISH:
        row.ready_at, row.reminded = now, 0
    row.save()
    step(actor, row, verb, said)
    turn(actor, row, verb.value)


def step(actor: Actor, row: Dictation, verb: Verb, words: str = "") -> None:
    """A line of its story."""
    DictationStep.objects.create(dictation=row, verb=verb, words=words[:300], at=clock.now(), by=actor.name)


def fits(user_id: UUID, row: Dictation, word: str) -> bool:
    """Whether somebody is here, may do this with it, and may have work about its patient."""
    one = actor_of(user_id)
    return one is not None and can(one, word, row.patient_id, row.encounter_id) and can(one, "work.do", row.patient_id)


def turn(actor: Actor, row: Dictation, outcome: str) -> None:
    """Whoever's turn it is has it among their work, and nobody else; of an author who cannot sign it, nobody yet."""
    ref = Ref(KIND, row.id)
    finish_work_about(actor=actor, ref=ref, outcome=outcome)
    if row.state == State.TO_SIGN:
        author = staff_member(row.author_id).user_id
        open_work(
            actor=actor, kind=TO_SIGN, title=f"{row.number} to read and sign", ref=ref, patient_id=row.patient_id,
            visit_id=row.encounter_id, priority=1 if row.priority == Priority.STAT else 2, key=str(row.id),
            owner_id=author if author and fits(author, row, "dictation.sign") else None,
        )  # fmt: skip
    if State(row.state) in OPEN:
        open_work(
            actor=actor, kind=KIND, title=f"{row.number} to type", ref=ref, patient_id=row.patient_id,
            visit_id=row.encounter_id, priority=1 if row.priority == Priority.STAT else 2, due_at=row.due_at,
            key=str(row.id), queue=Role.TRANSCRIPTIONIST, owner_id=row.owner_id,
        )  # fmt: skip


def refuse_moved(number: str, visit: UUID, seen: UUID | None) -> None:
    """Raises Conflict for what was meant for a visit (``seen``) that a dictation is no longer about."""
    if seen not in (None, visit):
        raise Conflict("moved-meanwhile", f"{number} is about another visit by now.", "Open the page again.")


def taken(actor: Actor, row: Dictation, data: bytes, name: str) -> Recording:
    """A recording of this dictation; the same one again is the one that is there.

    Raises Refusal for what is no recording, or one that another dictation has.
    """
    audio = refuse_trouble(data)
    digest = files.store(data, audio.media_type)
    there = Recording.objects.filter(sha256=digest, dictation=row).first()
    if there is not None:
        return there
    _refuse_sent(actor, digest, row)
    made = Recording.objects.create(
        dictation=row, sha256=digest, kind=audio.kind, media_type=audio.media_type, size=len(data),
        seconds=audio.seconds, whole=audio.whole, at=clock.now(), by=actor.name,
    )  # fmt: skip
    step(actor, row, Verb.ADD, _remark(audio, name))
    return made


def refuse_trouble(data: bytes) -> Audio:
    """What this recording is. Raises Refusal (``recording-*``) for what is none that is taken."""
    audio = look_at(data)
    if isinstance(audio, AudioTrouble):
        raise Refusal(f"recording-{audio.value}", *_TROUBLES[audio])
    if not plays_as_it_is(audio.media_type) and not hearing.copies():
        words = f"This {audio.kind} recording does not play in a browser, and what makes it one is not installed here."
        raise Refusal("recording-no-copier", words, "Export it as WAV or MP3, or install the extra speech-demo.")
    return audio


def _refuse_sent(actor: Actor, digest: str, row: Dictation) -> None:
    others = Recording.objects.filter(sha256=digest).exclude(dictation=row).select_related("dictation")
    other = next((one.dictation for one in others if one.dictation.state != State.REJECTED), None)
    if other is not None:
        known = can(actor, "dictation.read", other.patient_id, other.encounter_id)
        words = f"This very recording is {other.number} already." if known else "This very recording was sent before."
        raise Refusal("sent-before", words, "If it is about another visit, reject that dictation first.")


def _remark(audio: Audio, name: str) -> str:
    """What is to be known of a recording besides that it came."""
    told = named_as(name)
    parts = ["its end is missing"] if not audio.whole else []
    if told and told != audio.kind:
        parts.append(f"named as {told}, is {audio.kind}")
    return "; ".join(parts)
