"""Settings: declared once with label and default, kept in `instellingen.json` in the data folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _

T = TypeVar("T", str, int, bool)
FILE = "instellingen.json"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing that can be set: its key in the file, label, default, explanation and unit.

    `choices`: the possible values with their words. `group`: under which heading people look for it.
    """

    key: str
    label: LazyText
    default: T
    explanation: LazyText | None = None
    unit: LazyText | None = None
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[tuple[T, LazyText], ...] = ()
    group: LazyText | None = None


READING = lazy("Lezen")
ORGANISATION = lazy("Organisatie")
REPORTS = lazy("Verslagen en brieven")
SIGNALS = lazy("Knelpunten")
AGENDA = lazy("Jaaragenda")
BACKUPS = lazy("Reservekopieën")
SECURITY = lazy("Beveiliging")

TEXT_SIZE = Setting(
    "tekstgrootte",
    lazy("Grootte van de letters"),
    100,
    lazy("Ook met Ctrl en plus, en Ctrl en min."),
    lazy("procent"),
    100,
    200,
    group=READING,
)
SCHEME = Setting(
    "kleuren",
    lazy("Licht of donker"),
    "systeem",
    choices=(
        ("systeem", lazy("Zoals de computer")),
        ("licht", lazy("Licht")),
        ("donker", lazy("Donker")),
    ),
    group=READING,
)
WINDOW = Setting("venster", lazy("Grootte van het venster"), "")
"""Width, height and whether it filled the screen, as `1280x680` or `1280x680+`."""
LAST_PLACE = Setting("laatste_scherm", lazy("Laatste scherm"), "")
"""The screen and the record that were open, without any words that somebody typed."""
LANGUAGE = Setting(
    "taal",
    lazy("Taal van het scherm"),
    "nl",
    lazy("Brieven, verslagen en het handboek blijven Nederlands."),
    choices=(("nl", lazy("Nederlands")), ("en", lazy("Engels (English)"))),
    group=READING,
)
AUTHOR = Setting(
    "naam",
    lazy("Uw naam"),
    "",
    lazy("Staat bij elke wijziging in de geschiedenis."),
    group=ORGANISATION,
)
PERCENTAGE_FROM = Setting(
    "procenten_vanaf",
    lazy("Procenten tonen vanaf"),
    10,
    lazy("Bij minder personen, huishoudens of woningen staan er alleen aantallen."),
    lazy("personen"),
    10,
    100,
    group=REPORTS,
)
PERCENTAGE_ANSWERS_FROM = Setting(
    "procenten_antwoorden_vanaf",
    lazy("Procenten bij een raadpleging tonen vanaf"),
    30,
    lazy("Bij minder antwoorden staan er alleen aantallen."),
    lazy("antwoorden"),
    10,
    1000,
    group=REPORTS,
)
PATTERN_FROM = Setting(
    "patroon_vanaf",
    lazy("Een patroon tonen vanaf"),
    5,
    lazy("Zoveel meldingen over hetzelfde onderwerp in één complex, in één jaar."),
    lazy("meldingen"),
    2,
    100,
    group=SIGNALS,
)
BACKUP_ROOM = Setting(
    "reservekopieen_ruimte",
    lazy("Ruimte voor reservekopieën"),
    2_000,
    lazy("Is dit vol, dan gaan de oudste weg. De laatste drie goede blijven altijd staan."),
    lazy("MB"),
    100,
    100_000,
    group=BACKUPS,
)
SUMMER = Setting(
    "zomervakantie",
    lazy("Weken van de zomervakantie"),
    "",
    lazy(
        "Schrijf bijvoorbeeld 10-07 t/m 22-08. De jaaragenda zegt het als iets in die weken valt."
        " Leeg: half juli tot en met augustus, een schatting."
    ),
    group=AGENDA,
)
LOCK_AFTER = Setting(
    "vergrendelen_na",
    lazy("Vanzelf op slot na"),
    5,
    lazy("Na zo veel minuten zonder toets of muis. Alleen als er een wachtwoord is."),
    lazy("minuten"),
    1,
    30,
    group=SECURITY,
)
DECLARED: tuple[Setting[str] | Setting[int] | Setting[bool], ...] = (
    TEXT_SIZE,
    SCHEME,
    LANGUAGE,
    AUTHOR,
    PERCENTAGE_FROM,
    PERCENTAGE_ANSWERS_FROM,
    PATTERN_FROM,
    SUMMER,
    BACKUP_ROOM,
    LOCK_AFTER,
)
"""What people can set; the settings page shows them in this order."""


class Settings:
    """The settings of one data folder; `set` writes at once."""

    def __init__(self, folder: Path) -> None:
        """Read the settings; raises UserError when the file is not readable as settings."""
        self._path = folder / FILE
        self._writes = True
        self._values: dict[str, str | int | bool] = {}
        if self._path.exists():
            try:
                self._values = _read(self._path.read_bytes())
            except (ValueError, OSError, RecursionError) as fault:
                raise UserError(
                    _("Het bestand met instellingen {path} is niet leesbaar."),
                    _("Geef het een andere naam; het programma begint dan met de gewone instellingen."),
                    path=self._path,
                ) from fault

    def get(self, setting: Setting[T]) -> T:
        """The value, or the default where nothing (or something of another type) was set."""
        value = self._values.get(setting.key, setting.default)
        return value if type(value) is type(setting.default) else setting.default

    def only_remember(self) -> None:
        """Keep what is set from now on in memory alone: nothing may be written in this folder."""
        self._writes = False

    def set(self, setting: Setting[T], value: T) -> None:
        """Set and write; raises UserError when the file cannot be written."""
        self._values[setting.key] = value
        if not self._writes:
            return
        import msgspec  # not before the first paint

        files.write(self._path, msgspec.json.format(msgspec.json.encode(self._values), indent=2))


def _read(content: bytes) -> dict[str, str | int | bool]:
    """The values in the file, read with Python's own means: the window needs them before its first paint, and cannot
    wait for another library. Raises ValueError for anything else than names with a text, a number or yes and no."""
    values = json.loads(content)
    if not isinstance(values, dict) or not all(isinstance(value, (str, int)) for value in values.values()):
        raise ValueError("No settings")
    return values
