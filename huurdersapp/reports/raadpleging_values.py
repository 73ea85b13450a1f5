"""The plain values of the papers about one raadpleging: questionnaire, result for tenants, full report.

What was asked of whom and what came out stands in `values.Raadpleging`; here is what only these papers print.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.values import Anonimiteit, Raadpleging

FormulierSoort = Literal["ja_nee", "keuze", "meer_keuzes", "schaal", "open"]


@dataclass(frozen=True, slots=True)
class FormulierVraag:
    """A question as it is put on paper.

    Without `opties` a "ja_nee" question has Ja and Nee, and a "schaal" goes from 1 to 5; `laag` and `hoog` are the
    words at its ends. An option that ends with a colon ("Anders:") gets a line. `regels` are for an "open" one.
    """

    tekst: str
    soort: FormulierSoort = "keuze"
    opties: tuple[str, ...] = ()
    toelichting: str = ""
    laag: str = ""
    hoog: str = ""
    regels: int = 5


@dataclass(frozen=True, slots=True)
class VragenlijstValues:
    """A questionnaire to print. What is empty is not printed.

    `waarom` is typed text; `overleg` completes "in" ("het bestuurlijk overleg van 12 mei 2026"); `inleveren` says
    where and how; `vragen_aan` whom to ask. With `nummers` it is a series of forms, one for each number.
    """

    afzender: Afzender
    titel: str
    vragen: tuple[FormulierVraag, ...]
    waarom: str = ""
    overleg: str = ""
    sluit_op: date | None = None
    anonimiteit: Anonimiteit | None = None
    inleveren: str = ""
    vragen_aan: str = ""
    nummers: tuple[str, ...] = ()
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class TerugkoppelingValues:
    """The result for tenants, on one or two pages.

    `vragen` are the places (from 0) of the questions that are shown; empty shows all. `standpunt` is what the
    organisation does with the outcome, `vervolg` what happens next: both typed, one point a line.
    """

    afzender: Afzender
    raadpleging: Raadpleging
    datum: date
    vragen: tuple[int, ...] = ()
    standpunt: tuple[str, ...] = ()
    vervolg: tuple[str, ...] = ()
    concept: bool = False
    voorbeeld: bool = False
    small: SmallNumberSettings = DEFAULTS


@dataclass(frozen=True, slots=True)
class RaadplegingverslagValues:
    """The full report of one raadpleging, as it is made on `datum`."""

    afzender: Afzender
    raadpleging: Raadpleging
    datum: date
    concept: bool = False
    voorbeeld: bool = False
    small: SmallNumberSettings = DEFAULTS
