"""How typing is reviewed in the demo office: on the morning after, by the author; Ms Moreau reads it."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.clinic.dictation.api import (
    finish_review,
    read_review,
    reviews_told,
    reviews_waiting,
    score_error,
    set_sampling,
    text_reviewed,
)
from medoffice.clinic.dictation.types.reviews import ErrorClass, Review, ReviewState, Sampling
from medoffice.rehearsal.demo.actions.dictation import TYPIST
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

UNREAD = 2  # of the last morning
ALL_OF_FIRST = 10  # and all with a blank, so that those of a morning are there whatever the others draw


def reviews_of_days(scene: Scene, first: date, last: date, *, all_read: bool = True) -> Script:
    """What was finished on these days is reviewed on the next morning; of the last, two wait for who typed them.

    One of these two has a critical error, which its author has still to look at.
    """
    zone, typist = scene.riverbend.office.zone, scene.riverbend.actors[TYPIST]
    yield at(first, 7, 30, zone)
    set_sampling(actor=PROGRAM, how=Sampling(None, 10, ALL_OF_FIRST, 0))
    for back in range((last - first).days + 1):
        morning = first + timedelta(days=back + 1)
        yield at(morning, 8, 20, zone)
        open_ends = not all_read and morning > last
        reviewed = _review_all(scene, morning, critical=open_ends)
        yield at(morning, 8, 40, zone)
        unread = set(reviewed[-UNREAD:]) if open_ends else set()
        for one in reviews_told(typist):
            told = one.state is ReviewState.TOLD and one.id not in unread
            if told and can(typist, "dictation.type", one.dictation.patient_id, one.dictation.encounter_id):
                read_review(actor=typist, review_id=one.id)


def _review_all(scene: Scene, morning: date, *, critical: bool) -> list[UUID]:
    riverbend = scene.riverbend
    authors = {riverbend.staff[key]: actor for key, actor in riverbend.actors.items() if key in riverbend.staff}
    chance = Chance(f"reviews {scene.seed} {morning.isoformat()}")
    waiting = {one.id: one for actor in authors.values() for one in reviews_waiting(actor)}
    found = sorted(waiting.values(), key=lambda one: one.dictation.number)
    for number, one in enumerate(found, 1):
        _review(authors[one.dictation.author_id], one, chance.at(number), critical=critical and number == len(found))
    return [one.id for one in found]


def _review(author: Actor, one: Review, chance: Chance, *, critical: bool) -> None:
    words = [word.text for word in text_reviewed(one.id)[1]]
    paused = [at for at, word in enumerate(words) if word.endswith((",", ";"))]
    if paused and not critical and chance.happens("minor", 0.4):
        place = chance.pick("place", paused)
        score_error(actor=author, review_id=one.id, kind=ErrorClass.MINOR, place=place, said=f"{words[place][:-1]}.")
    if critical:
        score_error(actor=author, review_id=one.id, kind=ErrorClass.CRITICAL, place=len(words) - 1, said="not heard so")
    finish_review(actor=author, review_id=one.id, words="Listen to the end again." if critical else "")
