"""``python -m stretchguide COMMAND``."""

import sys

from stretchguide.commands.cli import main

sys.exit(main())
