"""What is stored of somebody who works here, checked; shared by adding and correcting."""

from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.practice import models
from medoffice.practice.actions.refusing import needed, refuse_wrong
from medoffice.practice.rules.identifiers import npi_words, taxonomy_words


def staff_columns(
    name: str, family_name: str, credentials: str, is_provider: bool, npi: str, taxonomy: str, site_id: UUID
) -> dict[str, str | bool | UUID]:
    """The columns of a staff member. Raises Invalid per field; a provider needs a valid NPI and a taxonomy code."""
    refuse_wrong(
        "staff-incomplete",
        name=needed(name),
        family_name=needed(family_name),
        npi=npi_words(npi) if is_provider or npi else "",
        taxonomy=taxonomy_words(taxonomy) if is_provider or taxonomy else "",
    )
    return {
        "name": name.strip(),
        "family_name": family_name.strip(),
        "credentials": credentials.strip(),
        "is_provider": is_provider,
        "npi": npi,
        "taxonomy": taxonomy,
        "site_id": site_id,
    }


def refuse_taken_account(user_id: UUID | None) -> None:
    """Raise Refusal if the account is another staff member's."""
    other = models.Staff.objects.filter(user_id=user_id).first() if user_id else None
    if other is not None:
        raise Refusal("account-taken", f"This account is {other.name}'s.", "Choose another account, or give a new one.")
