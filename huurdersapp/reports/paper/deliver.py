"""Hands a finished file over, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO


def deliver(data: bytes, target: str | os.PathLike[str] | BinaryIO) -> None:
    """Write all bytes to an open file, or to a path by way of a file beside it.

    Raises OSError where the place cannot be written; what stood there then still stands.
    """
    if not isinstance(target, (str, os.PathLike)):
        target.write(data)
        return
    path = Path(target)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
