"""`python -m dashboard ...`: what the operator runs."""

import sys

from dashboard.operate.commands import main

sys.exit(main(sys.argv[1:]))
