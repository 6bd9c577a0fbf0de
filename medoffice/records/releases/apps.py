"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ReleasesConfig(Room):
    """Releases: copies of a record that somebody asked for."""

    name = "medoffice.records.releases"
    label = "releases"
