"""Security as a Django app."""

from medoffice.kernel.rooms import Room


class SecurityConfig(Room):
    """Users, policy, audit."""

    name = "medoffice.security"
    label = "security"
