"""What is said after a release names the charges, their sum and where they went."""

from medoffice.kernel.money import Money
from medoffice.revenue.billing.rules.telling import released_in_words


def test_an_insured_visit_goes_on_as_a_claim() -> None:
    said = released_in_words([Money(12_000), Money(2_850)], insured=True)
    assert said == "Released: 2 charges, $148.50; the claim is made and stands under Claims."


def test_without_insurance_the_patient_owes_it() -> None:
    said = released_in_words([Money(12_000)], insured=False)
    assert said == "Released: 1 charge, $120.00; the patient owes it, without insurance."
