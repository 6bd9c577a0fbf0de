"""What is learned of a dictation when it is signed: how its drafts stand beside it, and which words they had wrong."""

import re
from uuid import UUID

from medoffice.clinic.dictation.models import Dictation, DictationCorrection, DictationDraft, Recording
from medoffice.clinic.dictation.rules.learning import beside, corrections
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.learning import Beside
from medoffice.kernel import clock
from medoffice.practice.api import staff
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import users
from medoffice.standards.dictated.tables import terms
from medoffice.standards.terminology.api import is_listed

LOOK_ALIKE = frozenset(word for pair in terms.LOOK_ALIKE for word in pair)


def drafts_beside(row: Dictation, text: str) -> tuple[Beside, bool]:
    """The drafts that were put into a text beside what it is now, and whether the whole sound was drafted."""
    drafts = DictationDraft.objects.filter(recording__dictation=row, put_at__isnull=False).order_by("recording_id")
    heard = [word.text for draft in drafts for word in from_rows(draft.words)]
    whole = bool(drafts) and not Recording.objects.filter(dictation=row, draft__put_at=None).exists()
    return (beside(heard, text.split()) if drafts else Beside(0, 0, ())), whole


def learn(row: Dictation, found: Beside) -> int:
    """Keep what the places teach of words of medicine; returns how many. A name of anybody here is never among it."""
    names = names_near(row.patient_id)
    found_here = corrections(found, lambda word: word not in names and (word in LOOK_ALIKE or is_listed(word)))
    taught = [one for one in found_here if not names.intersection(one.heard.split())]
    DictationCorrection.objects.bulk_create(
        DictationCorrection(dictation=row, heard=one.heard, meant=one.meant, at=clock.now()) for one in taught
    )
    return len(taught)


def names_near(patient_id: UUID) -> set[str]:
    """What a patient and the people of the office are called: there are medicines that are called so too."""
    patient = patients_by_id([patient_id])[patient_id].name
    called = [patient.family, patient.given, patient.middle, patient.preferred]
    called += [*(user.name for user in users()), *(one.name for one in staff())]
    return set(re.findall(r"\w{3,}", " ".join(called).lower()))  # a shorter one may be any word: Le, An, an initial
