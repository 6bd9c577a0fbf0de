"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class BooksConfig(Room):
    """The books: day sheet, deposits, and the nightly proof that everything agrees."""

    name = "medoffice.revenue.books"
    label = "books"
