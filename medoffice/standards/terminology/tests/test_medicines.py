"""Medicines by what is typed; ingredients without their salts."""

from medoffice.standards.terminology.api import ingredients_in, medicine, medicine_search


def test_medicines_are_found_by_name_brand_strength_and_form() -> None:
    assert medicine_search("lisin 10")[0].words == "lisinopril 10 mg tablet"
    assert {one.substances for one in medicine_search("zestril")} == {("lisinopril",)}
    assert medicine_search("amoxi 400")[0].words == "amoxicillin 400 mg/5 mL powder, for suspension"
    assert medicine_search("") == medicine_search("lisin", 0) == medicine_search("xyzzy") == []


def test_a_key_is_the_same_medicine_and_its_schedule_is_the_directorys() -> None:
    found = medicine_search("tramadol 50")[0]
    again = medicine(found.key)
    assert again
    assert (again.substances, again.schedule, again.route) == (("tramadol hydrochloride",), "CIV", "oral")
    assert medicine("nothing") is None
    assert medicine_search("fentanyl patch 25 mcg/hour")[0].schedule == "CII"


def test_an_ingredient_is_the_substance_without_the_salt_it_comes_as() -> None:
    for words, known in (
        ("metoprolol tartrate 50 mg", ("metoprolol",)),
        ("Augmentin 875", ("amoxicillin", "clavulanate")),
        ("Zestril", ("lisinopril",)),
        ("insulin glargine", ("insulin glargine",)),
        ("Syrup of figs", ()),
        ("", ()),
    ):
        assert ingredients_in(words) == known
