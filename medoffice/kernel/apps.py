"""The kernel as a Django app: its own tables (worlds, outbox, idempotency, files) and nothing else."""

from medoffice.kernel.rooms import Room


class KernelConfig(Room):
    """The kernel."""

    name = "medoffice.kernel"
    label = "kernel"
