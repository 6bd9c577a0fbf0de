"""The commands, one module each; ``config/cli.py`` names them."""
