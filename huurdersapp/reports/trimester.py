"""The trimesterverslag for the bestuurlijk overleg: what was agreed, what was done, and what is asked.

The audience are the directors and board members in the BO. They read the first page; so the first page
holds the figures, a few sentences and what is asked of them. All numbers of persons go through one check
for small numbers, for the whole document at once (see `small_numbers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Document, Heading
from huurdersapp.reports.language import capital, day_long, days_between, enumeration
from huurdersapp.reports.rapport import Kader, Onderdeel, rapport_document
from huurdersapp.reports.renovatie_delen import TITLE as RENOVATIES
from huurdersapp.reports.renovatie_delen import proposal as renovatie_zin
from huurdersapp.reports.renovatie_delen import renovatie_blocks
from huurdersapp.reports.small_numbers import Protected
from huurdersapp.reports.trimester_begin import EMPTY as EMPTY
from huurdersapp.reports.trimester_begin import first_page
from huurdersapp.reports.trimester_begin import is_empty as is_empty
from huurdersapp.reports.trimester_bijlagen import adviezen_annex, raadplegingen_annex, toezeggingen_annex
from huurdersapp.reports.trimester_cijfers import report_protected
from huurdersapp.reports.trimester_knelpunten import any_knelpunten, knelpunten_blocks
from huurdersapp.reports.trimester_kort import explained_below, highlights_in_short, room_beside
from huurdersapp.reports.trimester_maten import annex_blocks
from huurdersapp.reports.trimester_overig import (
    adviezen_blocks,
    explanation_blocks,
    overdue_promises,
    overleggen_blocks,
    toezeggingen_blocks,
)
from huurdersapp.reports.trimester_raadplegingen import raadplegingen_blocks
from huurdersapp.reports.trimester_registers import (
    any_visits,
    campaign_blocks,
    committee_blocks,
    visit_blocks,
)
from huurdersapp.reports.trimester_themas import thema_blocks, themas_in_short
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.trimester_vergelijking import Eerder, comparable, figures_blocks
from huurdersapp.reports.trimester_vergelijking import period_name as period_name
from huurdersapp.reports.trimester_voorstel import Voorstellen
from huurdersapp.reports.values import Periode


def trimester_document(
    values: TrimesterValues, kort: bool = False, eerder: Sequence[Eerder] = ()
) -> Document:
    """The trimesterverslag as a neutral document, with all its parts; `kort` gives the short form of two pages.

    Both forms hide the same figures, so that they may lie side by side.
    """
    parts = trimester_onderdelen(values, kort, eerder=eerder)
    return rapport_document(trimester_kader(values, kort), parts)


def trimester_kader(values: TrimesterValues, kort: bool = False) -> Kader:
    """What stands around the parts of the report."""
    author = enumeration(values.organisaties)
    return Kader(
        titel=_title(values.periode),
        ondertitel=f"{_over(values.periode)} · {values.akkoord}",
        auteur=author,
        over=_about(values),
        onderwerp=f"Voortgang van {values.akkoord}, {period_name(values.periode)}",
        trefwoorden=("huurdersorganisaties", "voortgang", values.akkoord),
        voettekst=author,
        versie=values.versie,
        voorbeeld=values.voorbeeld,
        inhoud=not kort,
    )


def trimester_onderdelen(
    values: TrimesterValues,
    kort: bool = False,
    shown: Protected | None = None,
    eerder: Sequence[Eerder] = (),
    eigen: int = 0,
) -> tuple[Onderdeel, ...]:
    """All parts of the report, counted and protected together.

    `shown` is what may be printed of a report that lies beside those of the same year (`actions/verslagen/samen.py`);
    without it the report is protected by itself. `eerder` are the periods to compare with. `eigen` is how many
    lines the writer's own words take: the short form then has shorter lists.
    """
    counter = Counter(shown or report_protected(values))
    said = Voorstellen(counter, values, tuple(eerder))
    start = _part("kort", "In het kort", first_page(counter, values, eerder), said.kort(), vast=True)
    body = _short(counter, values, eerder, eigen) if kort else _full(counter, values, eerder, said)
    annexes = _annexes(counter, values, kort)
    # Last, because it tells what the parts before it missed.
    explained = replace(_headed("uitleg", explanation_blocks(counter, values)), aan=not kort)
    return (start, *body, explained, *annexes)


def _short(
    counter: Counter, values: TrimesterValues, eerder: Sequence[Eerder], eigen: int
) -> list[Onderdeel]:
    """One page under one heading: the themes, the figures, and a line for what deserves one."""
    room = room_beside(eigen)
    blocks = [
        *themas_in_short(counter, values.themas),
        *(figures_blocks(counter, values, eerder, kort=True) if room.cijfers else ()),
        *highlights_in_short(counter, values, room),
    ]
    return [_part("themas", "Wat is afgesproken en wat is gedaan", explained_below(values, room, blocks))]


def _full(
    counter: Counter, values: TrimesterValues, eerder: Sequence[Eerder], said: Voorstellen
) -> list[Onderdeel]:
    others = comparable(values, eerder)
    parts = [
        _part("cijfers", "In cijfers", figures_blocks(counter, values, eerder), said.cijfers()),
    ]
    for place, thema in enumerate(values.themas):
        key = thema.sleutel or f"thema-plaats-{place + 1}"
        empty = not thema.maten and not any(item.activiteiten for item in thema.afspraken)
        blocks = thema_blocks(counter, place, thema, values, others)
        parts.append(_part(key, f"Thema: {' '.join(thema.naam.split())}", blocks, said.thema(thema), empty))
    knelpunten = any_knelpunten(values.knelpunten) or bool(values.uitgelicht)
    visits = any_visits(values.bezoeken)
    return [
        *parts,
        _headed(
            "raadplegingen",
            raadplegingen_blocks(counter, values),
            said.raadplegingen(),
            not values.raadplegingen,
        ),
        _headed("knelpunten", knelpunten_blocks(counter, values), said.knelpunten(), not knelpunten),
        _headed("bezoeken", visit_blocks(counter, values), said.bezoeken(), not visits),
        _headed("campagnes", campaign_blocks(counter, values), said.campagnes(), not values.campagnes),
        _headed("commissies", committee_blocks(values), said.commissies(), not values.commissies),
        Onderdeel(
            "renovaties",
            RENOVATIES,
            tuple(renovatie_blocks(values.renovaties)),
            renovatie_zin(values.renovaties),
            leeg=not values.renovaties,
            aan=bool(values.renovaties),
        ),
        _headed("toezeggingen", toezeggingen_blocks(values), said.toezeggingen(), not values.toezeggingen),
        _headed("adviezen", adviezen_blocks(values), said.adviezen(), not values.adviezen),
        _headed("overleggen", overleggen_blocks(values), said.overleggen(), not values.overleggen),
    ]


def _annexes(counter: Counter, values: TrimesterValues, kort: bool) -> list[Onderdeel]:
    """What a reader may look up; not beside the short form, and not where there is nothing."""
    maten = any(thema.maten for thema in values.themas)
    found = (
        (
            "bijlage-raadplegingen",
            "De raadplegingen per vraag",
            raadplegingen_annex(counter, values),
            bool(values.raadplegingen),
        ),
        (
            "bijlage-adviezen",
            "De adviezen en wat ermee gebeurde",
            adviezen_annex(values),
            bool(values.adviezen),
        ),
        (
            "bijlage-toezeggingen",
            "Toezeggingen die niet zijn nagekomen",
            toezeggingen_annex(values),
            bool(overdue_promises(values)),
        ),
        ("bijlage-maten", "Alle maten en hun stand", annex_blocks(values.themas), maten),
    )
    return [
        Onderdeel(key, title, tuple(blocks), leeg=not there, bijlage=True, aan=there and not kort)
        for key, title, blocks, there in found
    ]


def _part(
    sleutel: str,
    titel: str,
    blocks: Sequence[Block],
    voorstel: str = "",
    leeg: bool = False,
    vast: bool = False,
) -> Onderdeel:
    return Onderdeel(sleutel, titel, tuple(blocks), "" if leeg else voorstel, leeg, vast=vast)


def _headed(sleutel: str, blocks: Sequence[Block], voorstel: str = "", leeg: bool = False) -> Onderdeel:
    """A part from blocks of which the first is its heading."""
    head = blocks[0]
    assert isinstance(head, Heading)
    return _part(sleutel, head.text, blocks[1:], voorstel, leeg)


def _title(period: Periode) -> str:
    """What the report is called; that of a year is not the jaarverslag, which is for tenants."""
    if period.trimester:
        return "Trimesterverslag"
    return f"Verslag over {period_name(period)}" if period.jaar else "Voortgangsverslag"


def _over(period: Periode) -> str:
    """What the subtitle begins with: the period, where the title does not say it."""
    return "Voortgang" if period.jaar and not period.trimester else capital(period_name(period))


def _about(values: TrimesterValues) -> tuple[str, ...]:
    """Few lines: what is asked has to stand on this page too."""
    period = values.periode
    days = f"Periode: {days_between(period.van, period.tot)}"
    return (
        f"Van: {enumeration(values.organisaties)}",
        f"Voor: {values.bestemd_voor}",
        f"{days}; gemaakt op {day_long(values.gemaakt_op)}",
    )
