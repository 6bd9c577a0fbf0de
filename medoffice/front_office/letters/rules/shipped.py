"""The templates and fields that ship, as data files hold them."""

from collections.abc import Iterator, Mapping
from typing import Any

from medoffice.front_office.letters.types.templates import FieldType, Group, MergeField, Template

OURS = "medoffice"


def shipped(files: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> list[Template]:
    """The first version of each template, by language; what a translation does not say is as in English."""
    english = files["en"]
    return [
        Template(
            key=key,
            language=language,
            version=1,
            title=own["title"],
            group=Group(english[key]["group"]),
            body=own["body"].strip() + "\n",
            purpose=english[key]["purpose"],
            signed=english[key].get("signed", False),
            to=english[key].get("to", "patient"),
            made_by=OURS,
        )
        for language, templates in files.items()
        for key, own in templates.items()
    ]


def fields_in(data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> list[MergeField]:
    """The fields of a data file: ``[patient] name = ...`` is ``patient.name``."""
    return [_field(f"{group}.{name}", told) for group, named in data.items() for name, told in named.items()]


def _field(name: str, told: Mapping[str, Any]) -> MergeField:
    parts = tuple(_parts(told.get("parts", {})))
    asked, waits = told.get("asked", False), told.get("waits", "")
    written = told.get("written", False)
    return MergeField(name, FieldType(told["type"]), told["words"], parts, asked=asked, waits=waits, written=written)


def _parts(told: Mapping[str, Any]) -> Iterator[MergeField]:
    for name, part in told.items():
        yield _field(name, part)
