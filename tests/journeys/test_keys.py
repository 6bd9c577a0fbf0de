"""A page that offers one key for two things is seen; that none does, test_screens_axe looks at on every screen."""

import pytest

from tests.journeys.keys import Keys


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ('<a data-key="n">New</a><button data-key="n">Next</button>', 1),
        ('<a accesskey="n">New</a><button accesskey="n">Next</button>', 1),
        ('<details open><summary data-key="n">x</summary><a data-key="n"></a></details>', 1),
        ('<form><button data-key="Ctrl+Enter"></button><button data-key="Ctrl+Enter"></button></form>', 1),
        ('<p data-row><a data-key="x" data-at-row></a><a data-key="x" data-at-row></a></p>', 1),
        ('<form><input><button data-key="Ctrl+Enter"></button></form><form><a data-key="Ctrl+Enter"></a></form>', 0),
        ('<p data-row><a data-key="x" data-at-row></a></p><p data-row><a data-key="x" data-at-row></a></p>', 0),
        ('<a data-key="n"></a><button data-key="n" disabled></button><dialog><a data-key="n"></a></dialog>', 0),
        ('<a data-key="n"></a><details><summary data-key="m"></summary><a data-key="n"></a></details>', 0),
        ('<a data-key="n"></a><div hidden><br><a data-key="n"></a></div><a data-key="m"></a>', 0),
    ],
)
def test_a_key_that_stands_for_two_things_is_seen(page: str, wrong: int) -> None:
    assert len(Keys(page).twice) == wrong
