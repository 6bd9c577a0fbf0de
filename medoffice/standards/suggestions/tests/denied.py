"""Sentences of ours that deny a condition or give it to somebody else, and such that state it; written by us.

They were used while the cues were mended, so that their rate flatters. Of the fifteen frames under ``FRESH``, written
after the others were right, 6.7 % of sentences still offered a code at their first run; of the twenty-two
first under ``FRESHER``, 13.6 %; of the fifteen last, meant to be hard, 60 %. They too were learned from.
"""

from collections.abc import Iterator

CONDITIONS = (
    "pneumonia", "asthma", "chest pain", "fever", "headache", "type 2 diabetes", "deep vein thrombosis", "gout",
    "pulmonary embolism", "urinary tract infection", "appendicitis", "migraine", "depression", "stroke", "anemia",
    "hypothyroidism", "atrial fibrillation", "heart failure", "COPD", "kidney stones", "breast cancer", "psoriasis",
)  # fmt: skip
FRAMES = (
    "Denies {}.", "Patient denies any {}.", "No {}.", "No evidence of {}.", "No signs or symptoms of {}.",
    "Negative for {}.", "Without {}.", "{} was ruled out.", "Ruled out {}.", "No history of {}.",
    "There is no {} today.", "She has never had {}.", "{}: denied.", "{}: negative.", "Not suggestive of {}.",
    "Free of {}.", "Mother with {}.", "Father died of {}.", "Family history of {}.", "Brother has {}.",
    "Strong family history of {} in maternal aunt.", "Sister was diagnosed with {} last year.", "Absence of {}.",
    "{} is absent.", "Denies fever, chills, cough, or {}.", "The patient does not have {}.", "Doubt {}.",
    "Unlikely {}.", "X-ray negative for {}.", "No concern for {}.", "He reports no {}.",
)  # fmt: skip
FRESH = (
    "She is not known to have {}.", "{} has been excluded by CT.", "Workup did not show {}.", "Labs argue against {}.",
    "There was nothing to suggest {}.", "{} - ruled out by imaging.", "Not {}.", "His grandfather suffered from {}.",
    "Maternal grandmother: {}.", "Parents both have {}.", "Daughter recently treated for {}.",
    "Patient never suffered from {}.", "ROS: (-) {}.", "{} neither reported nor observed.",
    "Reassured that this is not {}.",
)  # fmt: skip
FRESHER = (
    "{} has been excluded by today's studies.", "There is nothing to suggest {}.", "No convincing features of {}.",
    "Her sister was treated for {} last year.", "We do not think this is {}.", "Low suspicion for {}.",
    "The workup was negative for {}.", "Not consistent with {}.", "Grandfather: {}.", "Patient never had {}.",
    "He is worried that he may have {}, but I reassured him he does not.", "Free of {} at this time.",
    "{} considered but felt unlikely.", "Screening for {} was offered and declined.", "Doubt {} today.",
    "If symptoms worsen, return to evaluate for {}.", "Concern for {} was not borne out.",
    "This does not appear to be {}.", "Her husband has {} and she asks about it.", "Without evidence of {}.",
    "Instructions given on warning signs of {}.", "Vaccinated against {}.",
    "I see no reason to suspect {}.", "{} - not supported by exam.", "Argues against {}.",
    "Clinical picture does not fit {}.", "Patient's aunt: {}.", "Both sons have {}.", "Cleared of {} by cardiology.",
    "Tests for {} came back normal.", "{} less likely given normal labs.", "{} not demonstrated on imaging.",
    "He was never diagnosed with {}.", "{} was not confirmed.", "Ruling out {} was successful: studies normal.",
    "She asks whether her roommate's {} is contagious.", "Incompatible with {}.",
)  # fmt: skip
STATED = (
    "{}.",
    "{} is not controlled.",
    "{}: not improving.",
    "{} was treated.",
    "{}: stable.",
    "{} has not improved.",
    "{}, not well controlled.",
    "{} with good response.",
    "{} - no change in therapy.",
    "{}: no complications.",
    "Established {}, no new symptoms.",
)
_NOTE = "HPI: here for blood pressure.\n\nAssessment and Plan:\n1. Essential hypertension, stable.\n2. {}\n"


def said(frames: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A note for each sentence, as the second problem of an assessment, with the sentence."""
    for frame in frames:
        for condition in CONDITIONS:
            sentence = frame.format(condition)
            sentence = sentence[0].upper() + sentence[1:]
            yield _NOTE.format(sentence), sentence
