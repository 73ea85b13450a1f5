"""The akkoorden that tests load: that of Emmen, which is supplied, and one of another municipality that is built otherwise."""

from __future__ import annotations

from pathlib import Path

from huurdersapp.base import paths

EMMEN = paths.own("resources") / "akkoorden" / "emmen-2019-2024.json"
FOREIGN = Path(__file__).parent / "data" / "akkoord-andersstad.json"
