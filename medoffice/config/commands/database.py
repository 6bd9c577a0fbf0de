"""``medoffice database sql|userlist|check``: for whoever runs the PostgreSQL server that DATABASE_URL names."""

import argparse

from medoffice.config.output import line, say
from medoffice.config.server import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb."""
    says = (
        "sql: the statements that prepare a server; userlist: a line a world for pgbouncer; check: look at the server"
    )
    parser.add_argument("what", choices=["sql", "userlist", "check"], help=says)


def run(arguments: argparse.Namespace) -> int:
    """Print; 1 if the server would lose work or the worlds' rights on it are not as they should be."""
    if arguments.what == "sql":
        from medoffice.kernel.postgres.server import ROLES

        line(ROLES.read_text(encoding="utf-8").rstrip())
        return 0
    with database():
        from medoffice.kernel.worlds import catalog

        if arguments.what == "check":
            return _check()
        from medoffice.kernel.worlds.passwords import world_password

        for name in catalog.worlds():
            line(f'"w_{name}" "{world_password(f"w_{name}")}"')
        say("These are passwords: keep the file closed to others, and make it anew after a world is made.")
    return 0


def _check() -> int:
    """The server's version, its promises, and whether the connection is encrypted."""
    from medoffice.kernel.postgres import durability
    from medoffice.kernel.worlds import databases

    with databases.maintenance() as link:
        version = link.info.server_version
        wrong = durability.relaxed(link)
        tls = link.pgconn.ssl_in_use
    line(f"PostgreSQL {version // 10000}.{version % 10000}, prepared for medoffice")
    line(f"the connection is {'encrypted (TLS)' if tls else 'not encrypted: it stays on this machine'}")
    line(f"would lose work, not on: {', '.join(wrong)}" if wrong else "what it acknowledges survives a power cut")
    return 1 if wrong else 0
