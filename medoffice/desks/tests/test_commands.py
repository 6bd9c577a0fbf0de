"""The palette finds each place by the field's own words, whatever the office calls it."""

import pytest

from medoffice.ui.navigation import commands_for

CALLED = {
    "duplicate": "patients:twice",
    "merge": "patients:twice",
    "release": "releases:desk",
    "ROI": "releases:desk",
    "records request": "releases:desk",
    "redact": "releases:desk",
    "restriction": "rights:desk",
    "amendment": "rights:desk",
    "disclosures": "disclosures:log",
    "scan": "documents:inbox",
    "fax": "documents:inbox",
    "label": "patients:sizes",
    "recall": "outreach:recalls",
    "mail merge": "letters:merge-start",
}


@pytest.mark.parametrize("typed", CALLED)
def test_a_place_is_found_by_the_fields_word(typed: str) -> None:
    """As the palette looks: each word that is typed begins a word that the entry shows."""
    found = {
        one.url_name
        for one in commands_for(lambda _: True)
        if all(f" {word}" in f" {one.label} {one.words}".lower() for word in typed.lower().split())
    }
    assert CALLED[typed] in found
