"""Loading the addresses that a landlord supplies: read, match the columns, look, load in one step.

`matching` knows the columns, `planning` says per row what would happen, `loading` does it. The preview and the load use
one plan, so that what was shown is what happens.
"""

from __future__ import annotations

from huurdersapp.actions.adreslijst.loading import load, words
from huurdersapp.actions.adreslijst.matching import COLUMNS, examples, guess, remember
from huurdersapp.actions.adreslijst.planning import OUTCOMES, Beside, Outcome, Plan, Seen, faults_file, plan

__all__ = [
    "COLUMNS", "OUTCOMES", "Beside", "Outcome", "Plan", "Seen", "examples", "faults_file", "guess", "load", "plan",
    "remember", "words",
]  # fmt: skip
