"""Chooses the language before anything is said: help texts are words as soon as their module is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from huurdersapp.base import i18n, paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.settings import LANGUAGE, Settings

_OPTION = "--gegevens"


def choose(arguments: Sequence[str]) -> None:
    """Show texts in the language set for the data folder that these arguments name.

    Settings that cannot be read are left to the command itself, which says so where it matters.
    """
    try:
        language = Settings(_folder(arguments)).get(LANGUAGE)
    except (UserError, OSError, ValueError):
        language = LANGUAGE.default
    i18n.use_language(language, paths.own("translations"))


def _folder(arguments: Sequence[str]) -> Path:
    for word, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if word.startswith(f"{_OPTION}="):
            return paths.data_folder(Path(word.partition("=")[2]))
        if word == _OPTION and following:
            return paths.data_folder(Path(following))
    return paths.data_folder()
