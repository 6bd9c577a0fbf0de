"""``python -m medoffice``: the command line."""

import sys

from medoffice.config.cli import main

if __name__ == "__main__":
    sys.exit(main())
