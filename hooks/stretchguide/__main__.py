"""``python -m stretchguide COMMAND``."""

import sys

from stretchguide.cli import main

sys.exit(main())
