"""What screens remember between two times: plain JSON values by key, in the encrypted store."""

from __future__ import annotations

from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.store import preferences


def get(ctx: Context, key: str, default: Any = None) -> Any:
    """The value that was put under this key, `default` when there is none."""
    return preferences.get(ctx.store, key, default)


def put(ctx: Context, key: str, value: Any) -> None:
    """Remember a plain JSON value under a key; None forgets it. What is there already is not written again."""
    preferences.put(ctx.store, key, value)
