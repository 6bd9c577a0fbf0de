"""Recordings and dictations for tests, made through the actions."""

import struct
from collections.abc import Collection
from uuid import UUID

from medoffice.clinic.dictation.api import (
    claim_dictation,
    copies_of,
    dictation,
    draft_waiting,
    finish_dictation,
    finish_review,
    keep_text,
    mark_blank,
    review,
    reviews_waiting,
    score_error,
    send_dictation,
    set_recogniser,
    settle_doubts,
    sign_dictation,
    typed_of,
)
from medoffice.clinic.dictation.rules.carrying import with_words
from medoffice.clinic.dictation.types.copies import Copy
from medoffice.clinic.dictation.types.dictations import BlankReason, Dictation, Priority, Recogniser, Settle
from medoffice.clinic.dictation.types.reviews import ErrorClass, Review
from medoffice.front_office.referrals.api import add_performer
from medoffice.kernel.heard import HeardWord
from medoffice.practice.tests.makers import Office
from medoffice.practice.types import Address
from medoffice.security.types import PROGRAM, Actor


def wav(seconds: float = 2.0, rate: int = 8000, tone: int = 0) -> bytes:
    """A recording in PCM, 16 bits, one channel: as many seconds of a saw whose step is ``tone``; 0 is silence."""
    count = int(seconds * rate)
    sound = b"".join(struct.pack("<h", (at * tone) % 8000 - 4000 if tone else 0) for at in range(count))
    head = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16)
    body = b"WAVE" + head + b"data" + struct.pack("<I", len(sound)) + sound
    return b"RIFF" + struct.pack("<I", len(body)) + body


def dss(blocks: int = 10, *, codec: int = 0, last: int = 0) -> bytes:
    """A DSS recording: a head of three blocks, then so many of sound."""
    head = bytearray(3 * 512)
    head[:4], head[0x26:0x3E], head[0x2A4] = b"\x03dss", b"260115093000260115093100", codec
    return bytes(head) + (bytes(6) + bytes(range(2, 252)) * 2 + bytes(5) + bytes([last])) * blocks


def mp3(*kbits: int) -> bytes:
    """An MP3 without a word of how long it is: a frame (MPEG-1 layer III, 44.1 kHz) of each of these bit rates."""
    index = {32: 1, 64: 5, 128: 9}
    return b"".join(
        bytes([0xFF, 0xFB, index[one] << 4, 0xC4]) + bytes(144 * one * 1000 // 44100 - 4) for one in kbits or (64,) * 50
    )


def webm(*times: int, tone: int = 0) -> bytes:
    """A browser's recording: its segment and clusters do not say how long they are; a block at each millisecond."""
    head = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm" + b"\x18\x53\x80\x67\x01" + b"\xff" * 7
    tracks = b"\x16\x54\xae\x6b\x89\x86\x86A_OPUS\x81"
    blocks = (b"\xa3\x8a\x81" + struct.pack(">h", one % 1000) + b"\x80" + bytes([tone]) * 6 for one in times)
    clusters = (
        b"\x1f\x43\xb6\x75\x01" + b"\xff" * 7 + b"\xe7\x82" + struct.pack(">H", one // 1000 * 1000) + block
        for one, block in zip(times, blocks, strict=True)
    )
    return head + tracks + b"".join(clusters)


def make_dictation(
    visit: UUID,
    *,
    tone: int = 40,
    seconds: float = 2.0,
    kind: str = "visit-note",
    priority: Priority = Priority.ROUTINE,
    note: str = "",
) -> Dictation:
    """What Dr Okafor dictated about a visit; another ``tone`` is another recording."""
    made = send_dictation(
        actor=PROGRAM, encounter_id=visit, kind=kind, priority=priority,
        data=wav(seconds, tone=tone), note=note,
    )  # fmt: skip
    return dictation(PROGRAM, made)


def make_typing(
    typist: Actor, visit: UUID, tone: int = 40, seconds: float = 2.0, kind: str = "visit-note"
) -> Dictation:
    """One that somebody has taken."""
    one = make_dictation(visit, tone=tone, seconds=seconds, kind=kind)
    claim_dictation(actor=typist, dictation_id=one.id, seen_version=one.version)
    return dictation(PROGRAM, one.id)


def make_finished(
    typist: Actor,
    visit: UUID,
    text: str,
    *,
    blank: int | None = None,
    tone: int = 40,
    seconds: float = 2.0,
    kind: str = "visit-note",
) -> Dictation:
    """One that is typed and waits for its author; with a blank at a letter of the text."""
    one = make_typing(typist, visit, tone, seconds, kind)
    keep_text(actor=typist, dictation_id=one.id, text=text, seen_version=typed_of(one.id).version, at_ms=1000)
    if blank is not None:
        mark_blank(actor=typist, dictation_id=one.id, offset=blank, reason=BlankReason.INAUDIBLE)
    finish_dictation(actor=typist, dictation_id=one.id, seen_version=one.version)
    return dictation(PROGRAM, one.id)


def make_signed(office: Office, typist: Actor, visit: UUID, text: str, *, tone: int = 40) -> Dictation:
    """One that was typed and signed."""
    one = make_finished(typist, visit, text, tone=tone)
    return signed(office, one)


def make_corrected(office: Office, typist: Actor, visit: UUID, heard: str, signed: str, *, tone: int = 40) -> Dictation:
    """One that was heard so, corrected by whoever typed it, and signed; its recording carries what was heard."""
    set_recogniser(actor=PROGRAM, recogniser=Recogniser.RECORDED)
    one = make_heard(visit, heard, tone=tone)
    draft_waiting(actor=PROGRAM)
    claim_dictation(actor=typist, dictation_id=one.id, seen_version=one.version)
    keep_text(actor=typist, dictation_id=one.id, text=signed, seen_version=typed_of(one.id).version)
    settle_doubts(actor=typist, dictation_id=one.id, which=Settle.ALL)
    finish_dictation(actor=typist, dictation_id=one.id, seen_version=one.version + 1)
    now, seen = dictation(PROGRAM, one.id), typed_of(one.id).version
    sign_dictation(actor=office.provider, dictation_id=one.id, seen_version=now.version, seen_text=seen)
    return dictation(PROGRAM, one.id)


def make_reviewed(
    office: Office, typist: Actor, visit: UUID, text: str, errors: dict[int, ErrorClass], *, tone: int = 40
) -> Review:
    """One that was typed and reviewed by Dr Okafor: errors by the places of their words; not signed yet."""
    one = make_finished(typist, visit, text, tone=tone)
    found = next(waits for waits in reviews_waiting(office.provider) if waits.dictation.id == one.id)
    for place, kind in errors.items():
        score_error(actor=office.provider, review_id=found.id, kind=kind, place=place)
    finish_review(actor=office.provider, review_id=found.id)
    return review(office.provider, found.id)


def make_heard(
    visit: UUID,
    words: str,
    *,
    unsure: Collection[str] = (),
    tone: int = 40,
    seconds: float = 8,
    kind: str = "visit-note",
) -> Dictation:
    """One whose recording carries its words, half a second each; a recogniser is not sure of some."""
    said = [
        HeardWord(text, at / 2, at / 2 + 0.4, 0.3 if text in unsure else 0.95) for at, text in enumerate(words.split())
    ]
    made = send_dictation(
        actor=PROGRAM, encounter_id=visit, kind=kind, priority=Priority.ROUTINE,
        data=with_words(wav(seconds, tone=tone), said),
    )  # fmt: skip
    return dictation(PROGRAM, made)


def by_mail(name: str = "Jonas Ames, MD", line1: str = "1 Elm Street") -> UUID:
    """Somebody of the directory without a fax; without a street, without an address too."""
    at = Address(line1, "Riverbend" if line1 else "", "IL" if line1 else "", "62799" if line1 else "")
    return add_performer(
        actor=PROGRAM, name=name, specialty="Surgery", practice="", npi="", phone="", fax="", address=at
    )


def signed(office: Office, one: Dictation) -> Dictation:
    """It, signed by Dr Okafor as it stands."""
    now = dictation(PROGRAM, one.id)
    sign_dictation(
        actor=office.provider, dictation_id=one.id, seen_version=now.version, seen_text=typed_of(one.id).version
    )
    return dictation(PROGRAM, one.id)


def copy_of(one: Dictation) -> Copy:
    """Its only copy."""
    (copy,) = copies_of([one.id])[one.id]
    return copy
