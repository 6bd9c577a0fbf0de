"""Put another diagnosis code into a note template whose code ended."""

from dataclasses import asdict, replace

from medoffice.clinic.charting.actions.templating import next_template
from medoffice.clinic.charting.queries.templates import template_in_use
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import codes_in, recoded

_OWN = ("key", "version", "made_by", "made_at")


@action("notes.recode")
def recode_note_template(*, actor: Actor, key: str, seen_version: int, old: str, new: str) -> int:
    """The next version says the new code wherever it said the old one; its number. Notes keep what they were begun

    from. Raises NotFound, Refusal if another version is in use by now, or none of its sections says the old code.
    """
    now = template_in_use(key)
    if now.version != seen_version or not any(old in codes_in(one.start) for one in now.sections):
        raise Refusal("changed-meanwhile", f"{now.title} no longer says {old}.", "Open the update again.")
    told = {name: value for name, value in asdict(now).items() if name not in _OWN}
    told["sections"] = tuple(replace(one, start=recoded(one.start, old, new)) for one in now.sections)
    row = next_template(actor, key, now.version + 1, told)
    record("note template", row.id, template=key, version=row.version, old=old, new=new)
    return row.version
