"""Processes for tests that kill them: forks of one that only imported, and never opened a store. Starting Python anew for
each of them costs ten times more.

One place, as the first to start fixes what it imports: a list that names less makes every child import for itself.
"""

from __future__ import annotations

import multiprocessing
import sys
from typing import Any

PROCESSES: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
PROCESSES.set_forkserver_preload(["tests.store.killed", "tests.store.moved", "tests.store.secured"])
