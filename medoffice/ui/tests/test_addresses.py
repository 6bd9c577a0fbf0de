"""``{% url %}`` tells what Django's own tells, for everything it is used for."""

from uuid import UUID

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

THING = UUID("0198c1f5-7d7e-7a0b-8a3c-2f6b1f0e9d11")


def shown(text: str, **told: object) -> str:
    return Template(text).render(Context(told))


@pytest.mark.parametrize("name", ["desks:front", "desks:check-in", "billing:account", "security:sign-in"])
def test_an_address_is_what_django_would_say(name: str) -> None:
    route, one = f"{{% url '{name}' %}}", f"{{% url '{name}' thing %}}"
    takes = name in ("desks:check-in", "billing:account")
    for _ in range(2):
        assert shown(one if takes else route, thing=THING) == reverse(name, args=[THING] if takes else [])
    with pytest.raises(NoReverseMatch):
        shown(route if takes else one, thing=THING)


def test_a_name_for_an_address_and_what_is_no_id() -> None:
    here = reverse("desks:check-in", args=[THING])
    kept = "{% url 'desks:check-in' thing as here %}[{{ here }}]"
    assert shown(kept, thing=THING) == f"[{here}]"
    assert shown("{% url 'desks:check-in' appointment_id=thing %}", thing=THING) == reverse(
        "desks:check-in", args=[THING]
    )
    assert shown("{% url 'desks:check-in' thing %}", thing=str(THING)) == reverse("desks:check-in", args=[THING])
    with pytest.raises(NoReverseMatch):
        shown("{% url 'desks:check-in' thing %}", thing="no id")
    with pytest.raises(NoReverseMatch):
        shown("{% url 'desks:nowhere' thing %}", thing=THING)
    assert shown("{% url 'desks:nowhere' thing as here %}[{{ here }}]", thing=THING) == "[]"
