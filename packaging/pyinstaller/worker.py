"""The frozen session worker: without Qt, keyring and all else of the parent, so that it stays small."""

import sys

from wadesk.worker.main import main

sys.exit(main())
