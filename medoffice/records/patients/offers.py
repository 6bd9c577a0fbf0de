"""What later rooms may add to patient identity: facts for the banner, and parts of the registration form."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpRequest

from medoffice.kernel.registries import Registry
from medoffice.records.patients.types import BannerFact
from medoffice.security.api import OfficeRequest

banner_facts: Registry[Callable[[UUID], BannerFact]] = Registry("banner fact")


@dataclass(frozen=True, slots=True)
class RegistrationPart:
    """A part of the registration form that a later room asks for: its heading, its form, and the act on what was typed.

    The form is optional: left as it was shown, it has no cleaned data and nothing is done.
    """

    title: str
    form: Callable[[HttpRequest], forms.Form]
    act: Callable[[OfficeRequest, UUID, forms.Form], None]


registration_parts: Registry[RegistrationPart] = Registry("registration part")


def register_banner_fact(key: str, fact: Callable[[UUID], BannerFact]) -> None:
    """Show a fact about the patient in every banner; called from a room's ``registry.py``. One query at most."""
    banner_facts.register(key, fact)


def register_registration_part(
    key: str,
    title: str,
    form: Callable[[HttpRequest], forms.Form],
    act: Callable[[OfficeRequest, UUID, forms.Form], None],
) -> None:
    """Ask for more when a patient is registered; called from a room's ``registry.py``."""
    registration_parts.register(key, RegistrationPart(title, form, act))
