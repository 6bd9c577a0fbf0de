"""allauth's accounts, loaded because its second factors import them; nothing else of them is used."""

from allauth.account.apps import AccountConfig


class Accounts(AccountConfig):  # type: ignore[misc] # allauth has no types
    """Accounts without their middleware: ours are security's users, and their sessions are security's."""

    def ready(self) -> None:
        """Ask for nothing."""
