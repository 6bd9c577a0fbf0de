"""The main screens on the demo office: statements and CPU milliseconds of each, against its budget."""

from collections.abc import Iterator

from bench.rows import Row, at_most
from bench.screens import ask, browser, cpu_ms, screens, things
from bench.worlds import demo_world


def rows() -> Iterator[Row]:
    """Two rows for each screen. The first look warms what is loaded once."""
    with demo_world():
        ids = things()
        for screen in screens():
            client = browser(screen.who)
            ask(client, screen, ids)
            yield at_most(f"{screen.name}: statements", ask(client, screen, ids), "statements", screen.statements)
            yield at_most(f"{screen.name}: CPU", round(cpu_ms(client, screen, ids), 1), "CPU ms", screen.cpu_ms)
