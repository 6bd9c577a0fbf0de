"""Hear: where somebody speaks, by this machine; what they say, by a server of the office's network."""

import secrets
from collections.abc import Sequence
from contextlib import closing
from typing import BinaryIO

from medoffice.clinic.dictation.types.servers import HearingServer
from medoffice.exchange.hearing_link.actions.ask import ask
from medoffice.exchange.hearing_link.rules.answers import put_back, words_in
from medoffice.exchange.hearing_link.rules.places import place_of
from medoffice.exchange.hearing_link.rules.wire import form
from medoffice.kernel.heard import Heard, HeardWord, Spoken, none_sure_beside
from medoffice.kernel.hearing import speech_in

AT_LEAST, EACH, MOST = 60.0, 5, 6 * 60 * 60.0  # seconds for an answer: always, for each second of sound, never more


def hear(recording: BinaryIO, hints: Sequence[str], server: HearingServer) -> Heard:
    """What is said in a recording, heard without hints and, if there are any, with them; a long one a piece at a time.

    Silence and noise are never sent. Raises Refusal (``hearing.*``) with what to do instead.
    """
    found = Heard(0.0, True, (), (), (), server.model)
    with closing(speech_in(recording)) as pieces:
        for spoken in pieces:
            plain = _words(spoken, (), server)
            hinted = _words(spoken, hints, server) if hints else ()
            found = Heard(
                spoken.audio_seconds, spoken.whole, found.speech + spoken.speech, found.plain + plain,
                found.hinted + hinted, server.model, tuple(dict.fromkeys(found.seams + spoken.seams)),
            )  # fmt: skip
    return found


def _words(spoken: Spoken, hints: Sequence[str], server: HearingServer) -> tuple[HeardWord, ...]:
    if not spoken.speech:
        return ()
    seconds = sum(end - begin for begin, end in spoken.speech)
    kind, body = form(spoken.wave, server.model, hints, secrets.token_hex(16))
    within = min(AT_LEAST + EACH * seconds, MOST)
    answer = ask(place_of(server), server.certificate, kind, body, within, server.key)
    return none_sure_beside(spoken.seams, put_back(words_in(answer, seconds), spoken.speech))
