"""What is dictated in the demo office: some notes are spoken, typed by Ms Moreau and signed by their author; and the
queue of a morning, in which one stands at each place of its way.
"""

import math
import struct
from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.dictation.api import (
    answer_blank,
    blanks_of,
    claim_dictation,
    dictation,
    dictations_of_visit,
    finish_dictation,
    hold_dictation,
    keep_short_form,
    keep_text,
    mark_blank,
    practice_sound,
    recogniser,
    reject_dictation,
    remind_authors,
    send_dictation,
    set_recogniser,
    settle_doubts,
    sign_dictation,
    typed_of,
    with_words,
)
from medoffice.clinic.dictation.types.dictations import BlankReason, Dictation, Priority, Recogniser, Settle, State
from medoffice.kernel import clock
from medoffice.kernel.heard import HeardWord
from medoffice.records.encounters.api import encounter, encounters_on
from medoffice.records.encounters.types import Encounter, Stage
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

TYPIST = "moreau"
MEANT = "daily"  # what the author says stands where a word was not heard
SHORTS = (
    ("nad", "Well developed, in no distress."),
    ("rtc", "Return to clinic if it does not get better."),
    ("rba", "Risks, benefits and alternatives were discussed."),
)
CALLED = "Telephone note: The patient called back. The cough is better; the tablets are taken ____ and do no harm."
PRACTISED = ("interpretation-2", "addendum-1", "letter-2")  # what waits with a voice, to be typed
HARDLY = "dayly"  # what a recogniser made of the word that cannot be heard
MISHEARD = CALLED.replace("____", HARDLY)
ASKED = f"Telephone note: The patient asks whether hydralazine 10 mg is to be taken {HARDLY} or twice a day. No pain."


def dictated(author: Actor, typist: Actor, encounter_id: UUID, text: str, chance: Chance) -> Script:
    """The note of a visit, spoken as the patient leaves and typed within the hours it is due in; it waits to be signed.

    About a visit that the typist may not hear about, its author types it.
    """
    one = _sent(author, encounter(encounter_id), chance, "visit-note", "note")
    yield clock.now() + timedelta(minutes=chance.between("typed", 20, 50))
    hand = typist if can(typist, "dictation.type", one.patient_id, encounter_id) else author
    claim_dictation(actor=hand, dictation_id=one.id, seen_version=one.version)
    _finished(hand, one, text)


def signed_of(author: Actor, encounter_id: UUID) -> None:
    """Their author reads what was dictated about a visit, says what stands where a word was not heard, and signs."""
    for one in dictations_of_visit(PROGRAM, encounter_id):
        if one.state is State.TO_SIGN:
            for blank in blanks_of(one.id, typed_of(one.id)):
                if not blank.answered:
                    answer_blank(actor=author, dictation_id=one.id, blank_id=blank.id, words=MEANT)
            text = typed_of(one.id)
            sign_dictation(actor=author, dictation_id=one.id, seen_version=one.version, seen_text=text.version)


def type_out(hand: Actor, dictation_id: UUID, text: str) -> None:
    """Type a text in three goes, each where the sound is by then, or correct the draft that is there; all is heard.

    A blank in the text could not be heard.
    """
    drafted = typed_of(dictation_id)
    if drafted.text:
        keep_text(actor=hand, dictation_id=dictation_id, text=text, seen_version=drafted.version)
        settle_doubts(actor=hand, dictation_id=dictation_id, which=Settle.ALL)
    words = text.split(" ")
    for part in () if drafted.text else (1, 2, 3):
        said = " ".join(words[: len(words) * part // 3])
        seen = typed_of(dictation_id).version
        keep_text(actor=hand, dictation_id=dictation_id, text=said, seen_version=seen, at_ms=part * 1000)
    if "____" in text:
        mark_blank(
            actor=hand, dictation_id=dictation_id, offset=text.index("____"), reason=BlankReason.INAUDIBLE, at_ms=2000
        )


def heard_as(sound: bytes, text: str) -> bytes:
    """The murmur as a recording that carries words, spread over its four seconds; one of them was hardly heard."""
    said = text.split()
    each = 4 / len(said)
    sure = {HARDLY: 0.4}
    words = [HeardWord(word, at * each, at * each + each, sure.get(word, 0.96)) for at, word in enumerate(said)]
    return with_words(sound, words)


def spoken(chance: Chance, mark: str, rate: int = 8000) -> bytes:
    """A recording of four seconds, no two alike: a murmur, for nobody speaks in a demonstration."""
    pitch, count = chance.at(mark).between("pitch", 900, 2400) / 10, rate * 4
    sound = bytes(
        128 + round(24 * math.sin(at * pitch / rate * 2 * math.pi) * abs(math.sin(at / rate * 9)))
        for at in range(count)
    )
    label = chance.at(mark).number("label", 1 << 32).to_bytes(4, "little")
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate, 1, 8)
    body = b"WAVE" + head + b"data" + struct.pack("<I", count) + sound + b"LIST" + struct.pack("<I", 4) + label
    return b"RIFF" + struct.pack("<I", len(body)) + body


def addenda_of_day(scene: Scene, on: date) -> Script:
    """Two providers add something to a note by voice; one word is not heard, and they say which on the next morning."""
    zone, typist = scene.riverbend.office.zone, scene.riverbend.actors[TYPIST]
    chance = Chance(f"addenda {scene.seed} {on.isoformat()}")
    yield at(on, 16, 30, zone)
    heard = heard_on(scene, on)[:2]
    if recogniser() is Recogniser.NONE:
        set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    sent = [_sent(author, visit, chance, "addendum", visit.number, says=MISHEARD) for visit, author in heard]
    yield at(on, 17, 10, zone)
    for one in sent:
        claim_dictation(actor=typist, dictation_id=one.id, seen_version=one.version)
        _finished(typist, one, CALLED)
    yield at(on + timedelta(days=1), 8, 0, zone)
    for visit, author in heard:
        signed_of(author, visit.id)


def queue_of_morning(scene: Scene, before: date, today: date) -> Script:
    """What a newcomer finds in the queue: one that is STAT, is typed, on hold, rejected, to sign, to sign for long."""
    zone, typist = scene.riverbend.office.zone, scene.riverbend.actors[TYPIST]
    chance = Chance(f"dictations {scene.seed} {today.isoformat()}")
    yield at(before, 9, 30, zone)
    earlier = next((found for back in range(1, 6) if (found := heard_on(scene, before - timedelta(days=back)))), [])
    for visit, author in earlier[:1]:  # nobody signs it: its author is reminded
        late = _sent(author, visit, chance, "telephone-note", "late")
        claim_dictation(actor=typist, dictation_id=late.id, seen_version=late.version)
        _finished(typist, late, CALLED)
    yield at(today, 8, 20, zone)
    for short, words in SHORTS:
        keep_short_form(actor=PROGRAM, short=short, words=words, office=True)
    heard = heard_on(scene, before)
    if not heard:
        return
    five = [(heard[place % len(heard)], place) for place in range(5)]
    sent = [
        _sent(author, visit, chance, "telephone-note", str(place), stat=not place, says="" if place else ASKED)
        for (visit, author), place in five
    ]
    _, typing, held, gone, done = sent
    yield at(today, 9, 5, zone)
    reject_dictation(actor=typist, dictation_id=gone.id, seen_version=gone.version, why="Nothing can be heard")
    hold_dictation(actor=typist, dictation_id=held.id, seen_version=held.version, why="Which knee? The author is asked")
    for one in (done, typing):
        claim_dictation(actor=typist, dictation_id=one.id, seen_version=one.version)
    _finished(typist, done, CALLED)
    yield at(today, 10, 2, zone)
    remind_authors(actor=PROGRAM)
    type_out(typist, typing.id, "Telephone note: The patient asks for the")
    for key, ((visit, author), _) in zip(PRACTISED, five[1:], strict=False):
        send_dictation(
            actor=author, encounter_id=visit.id, kind=key.rpartition("-")[0], priority=Priority.ROUTINE,
            data=practice_sound(key), name=f"{key}.ogg",
        )  # fmt: skip


def _finished(hand: Actor, one: Dictation, text: str) -> None:
    type_out(hand, one.id, text)
    finish_dictation(actor=hand, dictation_id=one.id, seen_version=dictation(PROGRAM, one.id).version)


def _sent(
    author: Actor, visit: Encounter, chance: Chance, kind: str, mark: str, *, stat: bool = False, says: str = ""
) -> Dictation:
    sound = spoken(chance, mark)
    made = send_dictation(
        actor=author, encounter_id=visit.id, kind=kind, priority=Priority.STAT if stat else Priority.ROUTINE,
        data=heard_as(sound, says) if says else sound, name="note.wav",
    )  # fmt: skip
    return dictation(PROGRAM, made)


def heard_on(scene: Scene, on: date) -> list[tuple[Encounter, Actor]]:
    """The visits of a day whose notes are signed and about whom the typist may hear, each with its provider."""
    riverbend = scene.riverbend
    providers = {riverbend.staff[key]: actor for key, actor in riverbend.actors.items()}
    found = [
        one
        for one in encounters_on(None, on)
        if one.stage is Stage.FINISHED and can(riverbend.actors[TYPIST], "dictation.type", one.patient_id, one.id)
    ]
    return [(one, providers[one.provider_id]) for one in found if (note := note_of(one.id)) and note.signed]
