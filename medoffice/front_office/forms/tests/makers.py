"""Forms for tests."""

import json

from medoffice.front_office.forms.api import define_form
from medoffice.security.types import PROGRAM

CONSENT = {
    "resourceType": "Questionnaire",
    "title": "Consent to treatment",
    "item": [{"linkId": "text", "type": "display", "text": "I agree to be treated here."}],
}
ABOUT = {
    "resourceType": "Questionnaire",
    "title": "About you",
    "item": [
        {
            "linkId": "reach",
            "type": "group",
            "text": "How to reach you",
            "item": [
                {
                    "linkId": "phone",
                    "type": "string",
                    "text": "Telephone, if it is a new one",
                    "definition": "urn:medoffice:tells:phone",
                }
            ],
        },
        {"linkId": "smokes", "type": "boolean", "text": "Do you smoke?", "required": True},
        {
            "linkId": "packs",
            "type": "decimal",
            "text": "How many packs a day?",
            "required": True,
            "enableWhen": [{"question": "smokes", "operator": "=", "answerBoolean": True}],
        },
        {
            "linkId": "allergies",
            "type": "text",
            "text": "Allergies we should know of",
            "definition": "urn:medoffice:tells:allergies",
        },
    ],
}


def make_forms() -> None:
    """A consent and a questionnaire, both due at every visit of somebody who never signed them."""
    define_form(actor=PROGRAM, key="consent", kind="consent", body=json.dumps(CONSENT), every_days=365)
    define_form(actor=PROGRAM, key="about", kind="questions", body=json.dumps(ABOUT), every_days=180)
