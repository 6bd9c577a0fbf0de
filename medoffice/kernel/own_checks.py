"""What the kernel says must be true of a world: schema, rights, durability, stored files, facts, jobs."""

from datetime import timedelta

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from medoffice.kernel import clock, facts, files, read_only
from medoffice.kernel.checks import Checked, first_of
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.jobs import troubles
from medoffice.kernel.models import OutboxFact, StoredFile
from medoffice.kernel.postgres import durability
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds.grants import APPEND_ONLY, wrong_grants

LATE = timedelta(minutes=15)
# What the server's log may say; each error quotes the row or the value that was wrong.
_QUIET = {
    "log_statement": ("none", "ddl"),
    "log_min_error_statement": ("panic",),
    "log_min_messages": ("log", "fatal", "panic"),
    "log_min_duration_statement": ("-1",),
    "log_min_duration_sample": ("-1",),
    "log_transaction_sample_rate": ("0",),
    "debug_print_plan": ("off",),
}
_START = "Start the office (medoffice run); the worker takes it up."


def schema() -> list[Checked]:
    """Every migration of the program is applied."""
    wanted = set(MigrationLoader(None).disk_migrations or ())
    missing = sorted(".".join(key) for key in wanted - set(MigrationRecorder(connection).applied_migrations()))
    found = [
        Finding("not-migrated", name, f"Migration {name} is not applied. Run medoffice worlds migrate.")
        for name in missing
    ]
    looks, words = "the database's schema is the program's", f"{len(wanted) - len(missing)} of {len(wanted)} migrations"
    return [Checked("schema", looks, f"{words} applied", first_of(found, len(found)))]


def rights() -> list[Checked]:
    """The program cannot change history: append-only tables are closed to its role."""
    words = "The program's role has wrong rights on {}, or somebody else has one. Run medoffice worlds migrate."
    wrong = [Finding("wrong-grant", table, words.format(table)) for table in wrong_grants()]
    found = f"{len(APPEND_ONLY)} tables are append-only, {len(wrong)} tables or functions with wrong rights"
    return [Checked("rights", "the program can add to history and change none of it", found, tuple(wrong))]


def durable() -> list[Checked]:
    """The server keeps what it acknowledges."""
    connection.ensure_connection()
    wrong = durability.relaxed(connection.connection)
    words = "The server's setting {} is not on; it could lose work."
    found = tuple(Finding("not-durable", name, words.format(name)) for name in wrong)
    told = f"not on: {', '.join(wrong)}" if wrong else "every setting read back"
    return [Checked("durable", "what the database acknowledges survives a power cut", told, found)]


def server_log() -> list[Checked]:
    """The database server writes no statement and no value into its log: they hold what patients told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(_QUIET)])
        told = dict(cursor.fetchall())
    words = "The database's setting {} is {}: its log could hold what patients told. Set it to {} on the server."
    found = tuple(
        Finding("log-tells", name, words.format(name, told[name], quiet[0]))
        for name, quiet in _QUIET.items()
        if name in told and told[name] not in quiet
    )
    return [Checked("log", "the database's log holds nothing of patients", f"{len(told)} settings read", found)]


def stored_files() -> list[Checked]:
    """Every stored file is on disk, opens with the office's key, and has its size."""
    rows = StoredFile.objects.order_by("sha256").values_list("sha256", "size")
    bad, size, number = [], 0, 0
    for digest, wanted in rows.iterator():
        number, size = number + 1, size + wanted
        wrong = _wrong_with(digest, wanted)
        if wrong:
            bad.append(Finding("stored-file", digest, f"File {digest[:12]}: {wrong}"))
    looks = "every stored file is on disk, can be opened and is as it was stored"
    return [Checked("files", looks, f"{number} files, {size} bytes read, {len(bad)} bad", first_of(bad, len(bad)))]


def _wrong_with(digest: str, wanted: int) -> str:
    try:
        size = sum(len(piece) for piece in files.pieces(digest))
    except Refusal as refusal:
        return f"{refusal.words} {refusal.fix}"
    return "" if size == wanted else f"it has {size} bytes, not {wanted}. Restore it from a backup."


def room_on_disk() -> list[Checked]:
    """The office can keep what it is told."""
    looks, space, words = "there is room on the disk, and what is told can be kept", read_only.space(), read_only.why()
    told = f"{'less' if space.short else 'more'} than {space.limit // 1_000_000} MB free, the limit of read-only mode"
    found = []
    if words:
        fix = "Nothing can be changed until that is put right; the office goes on by itself then."
        found.append(Finding("read-only", "data folder", f"{words} {fix}"))
    elif space.free < 2 * space.limit:
        fix = "Make room: old backups, worlds nobody needs (medoffice worlds drop)."
        found.append(Finding("disk-low", "data folder", f"The disk fills up. {fix}", Severity.WARNING))
    return [Checked("disk", looks, told, tuple(found))]


def outbox() -> list[Checked]:
    """No fact was given up, and none waits although it could be delivered."""
    waiting = OutboxFact.objects.filter(delivered_at=None)
    given_up = waiting.filter(attempts__gte=facts.MAX_ATTEMPTS)
    late = waiting.filter(attempts__lt=facts.MAX_ATTEMPTS, published_at__lt=clock.now() - LATE)
    lost, slow = given_up.count(), late.count()
    dead = first_of(facts.troubles(), lost)
    words = f"{slow} facts wait for over {LATE.seconds // 60} minutes. {_START}"
    waits = [Finding("facts-wait", "outbox", words, Severity.WARNING)] if slow else []
    told = f"{waiting.count()} waiting, {slow} of them late, {lost} given up"
    return [Checked("facts", "what happened was told to everybody who listens", told, (*dead, *waits))]


def jobs() -> list[Checked]:
    """No background job was given up or cut off, none waits although it is due."""
    found = troubles()
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY 1 ORDER BY 1")
        told = ", ".join(f"{number} {status}" for status, number in cursor.fetchall()) or "none in the queue"
    return [Checked("jobs", "background jobs end well and none is stuck", told, first_of(found, len(found)))]
