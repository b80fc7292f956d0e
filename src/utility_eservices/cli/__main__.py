"""``python -m utility_eservices.cli``: the command ``eservices`` where no script is installed."""

import sys

from utility_eservices.cli import main

sys.exit(main())
