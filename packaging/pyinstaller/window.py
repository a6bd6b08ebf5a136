"""The frozen window and command line: every role but the worker's, which is a program of its own beside it."""

import sys

from wadesk.__main__ import main

sys.exit(main())
