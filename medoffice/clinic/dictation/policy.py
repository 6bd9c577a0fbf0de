"""The permission words of dictation. Whoever listens hears the whole visit, so sound is kept like a note."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import LEADERS, SYSTEM, Role, Shows, Sink

AUTHORS = frozenset({Role.PROVIDER})
TYPISTS = frozenset({Role.TRANSCRIPTIONIST})

grant(
    "dictation.read",
    "See which dictations wait, whose they are and how they stand",
    AUTHORS | TYPISTS | LEADERS | SYSTEM,
)
grant("dictation.send", "Send a recording to be typed", AUTHORS | TYPISTS | SYSTEM, shows=Shows.NOTE)
grant(
    "dictation.place",
    "Hear recordings of which nobody said what they are about",
    AUTHORS | TYPISTS,
    shows=Shows.NOTE,
)
grant("dictation.take_in", "Take in recordings that came by a folder", SYSTEM, shows=Shows.NOTHING)
grant("dictation.listen", "Listen to a recording", AUTHORS | TYPISTS, shows=Shows.NOTE)
grant("dictation.type", "Take, type and reject dictations", AUTHORS | TYPISTS | SYSTEM, shows=Shows.NOTE)
grant("dictation.sign", "Sign what was typed of one's own dictation", AUTHORS, shows=Shows.NOTE)
grant(
    "dictation.copy",
    "Send a copy of what one signed",
    AUTHORS,
    shows=Shows.NOTE,
    sink=Sink.MESSAGE,
)
grant(
    "dictation.copy_again",
    "Send what was put right of one's own report to who has a copy",
    AUTHORS,
    shows=Shows.NOTE,
)
grant("dictation.offer_copies", "See who has a copy of a report that was put right", SYSTEM)
grant(
    "dictation.shorten",
    "Keep one's own short forms, keys, and the words that were learned of one",
    AUTHORS | TYPISTS | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("dictation.lines", "See how many lines one typed", TYPISTS | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("dictation.weigh", "See how much and how well everybody types", LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("dictation.grade", "Review how somebody else typed a dictation", AUTHORS | TYPISTS, shows=Shows.NOTE)
grant("dictation.assign", "Say who types a dictation, hold it, put it back", AUTHORS | TYPISTS | LEADERS | SYSTEM)
grant("dictation.remind", "Remind authors of what waits for their signature", SYSTEM)
grant(
    "dictation.set_up",
    "Say how soon dictations are due, how long recordings are kept, who hears them first, whose typing is reviewed",
    LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("dictation.draft", "Have recordings heard by the office's recogniser, and copies made that play", SYSTEM)
grant("dictation.destroy", "Destroy recordings whose time is over", SYSTEM)

ask_proof("dictation.sign")
