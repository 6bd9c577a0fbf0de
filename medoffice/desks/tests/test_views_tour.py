"""The tour leads nobody to a page that their job does not show, and speaks of Riverbend only in Riverbend."""

import pytest
from django.test import Client

from medoffice.kernel.worlds import current
from medoffice.security.tests.makers import signed_in

pytestmark = pytest.mark.django_db


def tour(client: Client) -> str:
    """The words of the tour, as this person sees it."""
    answer = client.get("/tour/")
    assert answer.status_code == 200
    return answer.content.decode()


def steps(client: Client) -> str:
    """The steps alone, without the rail."""
    return tour(client).split('<ol class="timeline')[1].split("</ol>")[0]


def test_a_step_is_a_link_only_for_who_may_open_it() -> None:
    desk = signed_in("lind")
    assert "/coding/" not in steps(desk)
    coder = signed_in("abara")
    assert "/coding/" in steps(coder)
    for client in (desk, coder):
        for address in ("/front/", "/coding/", "/claims/"):
            if f'href="{address}"' in steps(client):
                assert client.get(address).status_code != 404, address


def test_only_the_demo_office_names_its_people(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = signed_in("lind")
    assert "Riverbend" not in tour(desk)
    assert "Sol Vega" not in tour(desk)
    monkeypatch.setattr(current, "kind", lambda: "demo")
    assert "come in as Dr. Amara Okafor" in steps(desk)
    assert "(as Nneka Abara or Sol Vega)" in steps(desk)
