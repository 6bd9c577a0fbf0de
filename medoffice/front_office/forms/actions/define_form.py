"""Write a form of the office, or a new version of one."""

from uuid import UUID

from medoffice.front_office.forms.models import Definition
from medoffice.front_office.forms.queries import tellable
from medoffice.front_office.forms.rules.reading import Unreadable, read
from medoffice.front_office.forms.types import Kind
from medoffice.front_office.scheduling.api import visit_types
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("forms.set_up")
def define_form(
    *,
    actor: Actor,
    key: str,
    kind: str,
    body: str,
    kinds: tuple[str, ...] = (),
    every_days: int | None = None,
    self_pay: bool = False,
) -> UUID:
    """Keep a FHIR Questionnaire under a key; the version before it is retired and stays with what was signed.

    The same again makes no new version. Raises Invalid with everything that cannot be asked.
    """
    try:
        form = read(body, tellable())
    except Unreadable as error:
        fields = {"body": str(error).split("\n")}
        raise Invalid("form-unreadable", "This form cannot be asked.", "", {"fields": fields}) from error
    unknown = sorted(set(kinds) - {one.key for one in visit_types()})
    if unknown:
        raise Invalid("kind-unknown", "There is no such kind of visit.", "", {"fields": {"kinds": unknown}})
    before = Definition.objects.select_for_update().filter(key=key).order_by("-version").first()
    told = {
        "title": form.title,
        "kind": Kind(kind).value,
        "body": body,
        "kinds": list(kinds),
        "every_days": every_days,
        "self_pay": self_pay,
    }
    if before and before.retired_at is None and all(getattr(before, name) == value for name, value in told.items()):
        return before.id
    Definition.objects.filter(key=key, retired_at=None).update(retired_at=clock.now())
    version = before.version + 1 if before else 1
    row = Definition.objects.create(key=key, version=version, made_by=actor.name, made_at=clock.now(), **told)
    record("form", row.id, form=key, version=version)
    return row.id
