"""The plain values that several papers share: a count, a period, a raadpleging.

The caller fills them from its queries; nothing here knows a database. A count travels with the records
behind it (`Source`), so that every number on paper can be opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from huurdersapp.reports.document import Source

Selectie = Literal["iedereen", "steekproef", "zelfselectie"]
"""How people came in: everyone of the population asked, a random sample, or whoever came by himself."""

VraagSoort = Literal["keuze", "meerkeuze", "open"]
Anonimiteit = Literal["op_naam", "naar_keuze", "altijd_anoniem"]


@dataclass(frozen=True, slots=True)
class Getal:
    """A count and the records behind it.

    `waarde` None means that nobody delivered it; `door` then says who should have, and the paper prints
    "niet aangeleverd door …".
    """

    waarde: int | None
    source: Source | None = None
    door: str = ""


ONBEKEND = Getal(None)
NUL = Getal(0)


@dataclass(frozen=True, slots=True)
class Periode:
    """The days that a report is about, first and last day included.

    A trimester has its year and number (1-3), a calendar year only its year; a free period has neither.
    """

    van: date
    tot: date
    jaar: int | None = None
    trimester: int | None = None


@dataclass(frozen=True, slots=True)
class Populatie:
    """Who could have been asked: described, counted, with source and day of counting."""

    omschrijving: str
    omvang: Getal = ONBEKEND
    bron: str = ""
    peildatum: date | None = None
    uitgesloten: str = ""


@dataclass(frozen=True, slots=True)
class Kanaal:
    """One way in which people were asked, such as "op papier", with the complete replies by it.

    `bereikt` is whom the invitation reached, `deels` the replies that were only partly filled in.
    """

    naam: str
    respons: Getal
    uitgenodigd: Getal | None = None
    bereikt: Getal | None = None
    deels: Getal | None = None


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One answer option and how many people chose it."""

    tekst: str
    aantal: int


@dataclass(frozen=True, slots=True)
class EerdereUitslag:
    """The same question in an earlier year: its counts, and what its margin follows from."""

    jaar: int
    n: int | None = None
    antwoorden: tuple[Antwoord, ...] = ()
    selectie: Selectie | None = None
    omvang: int | None = None
    open_stemming: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. `n` is the number of people who answered it, as was noted; it is never recomputed.

    Options stand in the order of the question, not of their counts: the order would tell of a hidden one.
    Those of a "meerkeuze" question may add up to more than `n`. Those of an "open" question are the subjects into
    which the answers were sorted; `citaten` are answers that may be printed, without a name.
    """

    tekst: str
    soort: VraagSoort = "keuze"
    n: int | None = None
    antwoorden: tuple[Antwoord, ...] = ()
    conclusie: str = ""
    citaten: tuple[str, ...] = ()
    eerder: EerdereUitslag | None = None


@dataclass(frozen=True, slots=True)
class Groep:
    """A group of the population with its replies; `indeling` says by what they were told apart ("leeftijd")."""

    naam: str
    reacties: Getal
    populatie: Getal = ONBEKEND
    indeling: str = ""


@dataclass(frozen=True, slots=True)
class Raadpleging:
    """One achterbanraadpleging, as far as it is known; what is not known stays empty.

    `open_stemming` marks a vote that everybody present could see: small numbers of it may be printed.
    `overleg` is where the outcome is used ("het bestuurlijk overleg van 12 mei 2026"); `citaten` belong to no
    question and may be printed, without a name.
    """

    titel: str
    doel: str = ""
    van: date | None = None
    tot: date | None = None
    populatie: Populatie | None = None
    selectie: Selectie | None = None
    methoden: tuple[str, ...] = ()
    uitgenodigd: Getal = ONBEKEND
    respons: Getal = ONBEKEND
    kanalen: tuple[Kanaal, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    conclusies: tuple[str, ...] = ()
    minderheid: tuple[str, ...] = ()
    beperkingen: tuple[str, ...] = ()
    terugkoppeling_op: date | None = None
    terugkoppeling: str = ""
    vastgesteld_op: date | None = None
    vastgesteld_door: str = ""
    open_stemming: bool = False
    nummer: str = ""
    source: Source | None = None
    hoofdvraag: str = ""
    overleg: str = ""
    anonimiteit: Anonimiteit | None = None
    aanwezigen: Getal = ONBEKEND
    organisaties_aanwezig: str = ""
    groepen: tuple[Groep, ...] = ()
    citaten: tuple[str, ...] = ()
    bijlagen: tuple[str, ...] = ()
