"""What later rooms may add to letters: merge fields, lists to write to, and ways for a fax."""

from medoffice.front_office.letters.types.letters import LetterList
from medoffice.front_office.letters.types.templates import FieldSource, MergeField, ReadFields
from medoffice.kernel.registries import Registry

lists: Registry[LetterList] = Registry("list for letters")
sources: Registry[FieldSource] = Registry("source of merge fields")


def register_merge_fields(key: str, fields: tuple[MergeField, ...], read: ReadFields) -> None:
    """Let letters name what a room knows; called from its ``registry.py``.

    ``read`` answers for many letters at once, in as few queries; it leaves out what a label keeps from whoever asks. A
    field that letters had typed until then (``waits``) is read from here on.
    """
    sources.register(key, FieldSource(fields, read))


def register_letter_list(found: LetterList) -> None:
    """Let letters go to a list that a room knows; called from its ``registry.py``."""
    lists.register(found.key, found)


def merge_fields() -> dict[str, MergeField]:
    """Every field by its name; where two sources name the same, the later room's, which knows it."""
    return {field.name: field for source in sources.values() for field in source.fields}
