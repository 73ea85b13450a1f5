"""What a layout is made of."""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import lazy as _


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together. A `folded` group is opened by whoever wants it, and where something is filled in."""

    title: LazyText | None
    fields: tuple[str, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of a kind. `today` and `me`: fields that begin with this day and with the name of who works here;
    `last`: with what was used the last time. `hidden`: what is not typed in the form but follows from steps."""

    groups: tuple[Group, ...]
    today: tuple[str, ...] = ()
    me: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


MORE = _("Meer gegevens")
FILES = _("Bijlagen")
