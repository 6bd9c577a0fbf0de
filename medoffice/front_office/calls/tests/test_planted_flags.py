"""What people say on the telephone, written down before the rule was read: which of it is an emergency."""

import pytest

from medoffice.front_office.calls.queries.lists import shipped_lists
from medoffice.front_office.calls.rules.flags import red_flags

FLAGS = shipped_lists().flags.values()


@pytest.mark.parametrize(
    "said",
    [
        "chest pain",
        "chest pains since this morning",
        "having CHEST  PAIN\nand sweating",
        "says his chest hurts",
        "pain in her chest, left arm too",
        "crushing pressure in the chest, chest pressure",
        "chest tightness, no cough",
        "can't breathe",
        "can\u2019t breathe lying down",
        "cannot breathe",
        "cant breathe, wont say more",
        "trouble breathing at rest",
        "difficulty breathing",
        "short of breath since last night",
        "shortness of breath walking to the kitchen",
        "face is drooping on one side",
        "slurred speech, husband noticed",
        "thinks she is having a stroke",
        "sudden numbness in the arm",
        "wants to kill himself",
        "says she wants to die",
        "suicidal",
        "thinking about suicide",
        "took the whole bottle - overdose",
        "he overdosed on his pills",
        "passed out in the shower",
        "unconscious, breathing",
        "child won't wake up",
        "had a seizure an hour ago",
        "vomiting blood",
        "throwing up blood",
        "bleeding won't stop",
        "bleeding heavily, soaked three pads",
        "throat is closing",
        "tongue is swelling after the antibiotic",
        "lips swelling",
        "baby is not moving as much, 34 weeks",
        "worst headache of my life",
    ],
)
def test_an_emergency_is_heard(said: str) -> None:
    assert red_flags(said, FLAGS), said


@pytest.mark.parametrize(
    "said",
    [
        "results of the chest x-ray",
        "knee pain for a month",
        "bill for the stroke rehab brochure? no, billing question",
        "refill lisinopril 10 mg, 90 days",
        "seat of the chest freezer hurt his back",
        "asks about hours over Thanksgiving",
        "form for school, please sign",
        "wants to change the appointment, breathing class on Monday",
    ],
)
def test_an_ordinary_call_is_none(said: str) -> None:
    assert not red_flags(said, FLAGS), said
