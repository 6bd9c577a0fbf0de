"""Configuration: settings, addresses and the command line; it composes the rooms and holds no rules."""
