"""The nouns that every transaction shares: addresses, parties, providers, procedures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A US postal address; ``postal`` without a hyphen."""

    line1: str
    line2: str = ""
    city: str = ""
    state: str = ""
    postal: str = ""


@dataclass(frozen=True)
class Party:
    """A person or organisation (NM1, N1). ``name`` is the last name of a person; ``qualifier`` says what the id is."""

    name: str = ""
    first: str = ""
    middle: str = ""
    suffix: str = ""
    person: bool = False
    qualifier: str = ""
    identifier: str = ""
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider with its taxonomy (PRV03) and, when it bills, tax id (EI employer, SY social security) and phone."""

    party: Party
    taxonomy: str = ""
    tax_id: str = ""
    tax_qualifier: str = ""
    contact: str = ""
    phone: str = ""

    @property
    def npi(self) -> str:
        """The National Provider Identifier, or nothing."""
        return self.party.identifier if self.party.qualifier == "XX" else ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure code with what kind of code it is (HC for HCPCS) and its modifiers."""

    code: str
    modifiers: tuple[str, ...] = ()
    qualifier: str = "HC"
    description: str = ""
