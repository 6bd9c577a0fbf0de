"""What the kernel itself puts into its registries: the checks of what it keeps."""

from medoffice.kernel import own_checks
from medoffice.kernel.checks import register_check

register_check("schema", own_checks.schema)
register_check("rights", own_checks.rights)
register_check("durable", own_checks.durable)
register_check("log", own_checks.server_log)
register_check("disk", own_checks.room_on_disk, of_world=False)
register_check("files", own_checks.stored_files)
register_check("facts", own_checks.outbox)
register_check("jobs", own_checks.jobs)
