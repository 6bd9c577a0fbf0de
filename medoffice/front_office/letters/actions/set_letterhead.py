"""Say what stands at the top of a site's letters."""

from uuid import UUID

from medoffice.front_office.letters.models import Letterhead
from medoffice.practice.api import site
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.set_up")
def set_letterhead(*, actor: Actor, site_id: UUID, fax: str, line: str) -> None:
    """Beside the site's name, address and telephone: its fax number and a line of the office's own."""
    place = site(site_id)
    Letterhead.objects.update_or_create(site_id=place.id, defaults={"fax": fax.strip(), "line": line.strip()})
    record("letterhead", place.id)
