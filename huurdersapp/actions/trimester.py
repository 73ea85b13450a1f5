"""What the trimesterverslag for the BO says: read at one moment, each number with the list behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions import campagnes, renovatie_regels
from huurdersapp.actions.knelpunt_cijfers import highlights, knelpunt_figures
from huurdersapp.actions.papier import printed
from huurdersapp.actions.raadpleging_waarden import raadpleging_values
from huurdersapp.actions.register_cijfers import campaign_lines, committee_lines, visit_figures
from huurdersapp.actions.renovatie_maat import PROJECT, list_of, reached_in
from huurdersapp.actions.streefwaarden import target_in_words
from huurdersapp.actions.telling import Found, Where, by_rule, counts_persons, found, one, or_unknown
from huurdersapp.actions.telregel import PER_BUILDING
from huurdersapp.actions.trimester_regels import Regels, promises
from huurdersapp.base import clock, period
from huurdersapp.base.period import Period
from huurdersapp.records.actiepunt import Actiepunt
from huurdersapp.records.advies_tables import REACTIES, Advies
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.akkoord_structuur import ALLE_PARTIJEN
from huurdersapp.records.campagne_tables import Campagne
from huurdersapp.records.commissie import CommissieOndersteuning
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.reports import renovatie_delen
from huurdersapp.reports import trimester_values as paper
from huurdersapp.reports.language import aantal, clause
from huurdersapp.reports.prose import plain_line
from huurdersapp.reports.small_numbers import SmallNumberSettings
from huurdersapp.reports.values import ONBEKEND, Getal, Periode
from huurdersapp.store.step import ReadSession

OUTCOMES = 4
"""So many outcomes are told in one cell; how many more there are is told."""
WORKING_TOGETHER = "Samenwerken"
"""What afspraken that stand under the akkoord itself are about."""
_WORDS = {
    # Raadplegingen, campagnes, overleggen and adviezen are told one by one.
    "knelpunten_gemeld": ("knelpunt gemeld", "knelpunten gemeld"),
    "knelpunten_ingebracht": ("knelpunt ingebracht", "knelpunten ingebracht"),
    "knelpunten_opgelost": ("knelpunt opgelost", "knelpunten opgelost"),
    "actiepunten": ("actiepunt gedaan", "actiepunten gedaan"),
    "bezoeken": ("energiebezoek", "energiebezoeken"),
    "huishoudens": ("huishouden bezocht", "huishoudens bezocht"),
    "coaches": ("energiecoach actief", "energiecoaches actief"),
    "commissies": ("bewonerscommissie ondersteund", "bewonerscommissies ondersteund"),
    "visies": ("wijk- of dorpsvisie met onze inbreng", "wijk- en dorpsvisies met onze inbreng"),
    "programmas": ("leefbaarheidsprogramma met onze inbreng", "leefbaarheidsprogramma's met onze inbreng"),
}
_TOOK_PART = (
    ("deelnemers", "deelnemer", "deelnemers"),
    ("contacten", "gesprek", "gesprekken"),
    ("bereik", "huishouden bereikt", "huishoudens bereikt"),
)
"""What a campagne is told with beside an afspraak: the first of these that was kept."""


def trimester_values(
    db: ReadSession, akkoord: Akkoord, span: Period, small: SmallNumberSettings
) -> paper.TrimesterValues:
    """All values of the report about `span`, under this akkoord."""
    return _Report(db, akkoord, span, small).values()


class _Report(Regels):
    def values(self) -> paper.TrimesterValues:
        own = [row.naam for row in self.db.alive(self.specs["partij"], Partij.eigen.is_(True))]
        raadplegingen = self._rows("raadpleging", "gehouden_in")
        return paper.TrimesterValues(
            organisaties=tuple(own) or ("de huurdersorganisatie",),
            akkoord=self.akkoord.naam,
            periode=paper_period(self.span),
            gemaakt_op=clock.today(),
            themas=tuple(self._themas()),
            raadplegingen=tuple(raadpleging_values(self.db, row) for row in raadplegingen),
            knelpunten=knelpunt_figures(self.db, self.span),
            uitgelicht=highlights(self.db, self.span),
            bezoeken=visit_figures(self.db, self.span, self._here()),
            campagnes=campaign_lines(self.db, self.span, self._here()),
            commissies=committee_lines(self.db, self.span, self._here()),
            renovaties=renovatie_regels.renovation_lines(self.db, self.span, self._here()),
            toezeggingen=tuple(self._promise(row) for row in promises(self.db, "open_op", self.today)),
            adviezen=tuple(self._advies(row) for row in self._adviezen()),
            overleggen=tuple(self._overleg(row) for row in self._rows("overleg", "bijgewoond_in")),
            sinds=first_days(self.db),
            lopend=clock.today() < self.span.last,
            geheim=frozenset(str(row.nummer) for row in raadplegingen if self.geheim.has("raadpleging", row)),
            small=self.small,
        )

    def _here(self) -> Where:
        return renovatie_regels.of_akkoord(self.db, self.akkoord)

    def _points(self, kind: str, column: str, owners: Sequence[str]) -> list[Any]:
        rows = self.db.alive(self.specs[kind], self.specs[kind].table.c[column].in_(owners))
        return sorted(rows, key=lambda row: (row.volgorde is None, row.volgorde or 0, row.nummer))

    def _ours(self, kind: str, rows: Sequence[Any]) -> list[Any]:
        """The points in which a huurdersorganisatie takes part."""
        part = self.specs[kind].part["partijen"].spec
        lines = self.db.alive(part, part.table.c.ouder_id.in_([row.id for row in rows]))
        words: dict[str, list[str]] = {}
        for line in lines:
            words.setdefault(line.ouder_id, []).append(line.naam)
        return [row for row in rows if self.names.raakt_huurders(words.get(row.id, []))]

    def _themas(self) -> Iterator[paper.Thema]:
        for row in self._points("thema", "akkoord_id", [self.akkoord.id]):
            yield self._thema(row)
        together = self._points("afspraak", "akkoord_id", [self.akkoord.id])
        if own := self._ours("afspraak", [row for row in together if not self._is_general(row)]):
            yield paper.Thema(
                naam=WORKING_TOGETHER,
                sleutel="samenwerken",
                afspraken=tuple(self._afspraak(row) for row in own),
            )

    def _is_general(self, row: Any) -> bool:
        """What everybody promises about working together and nobody counts is no work of ours to report on."""
        words = [line.naam.casefold() for line in self._lines("afspraak", "partijen", row)]
        return row.regel_telt is None and words == [ALLE_PARTIJEN]

    def _thema(self, thema: Any) -> paper.Thema:
        doelen = [doel.id for doel in self._points("doel", "thema_id", [thema.id])]
        afspraken = self._ours("afspraak", self._points("afspraak", "doel_id", doelen))
        indicatoren = self._ours("indicator", self._points("indicator", "doel_id", doelen))
        told = tuple(self._afspraak(row) for row in afspraken)
        outcome = _outcomes(told)
        return paper.Thema(
            naam=thema.naam,
            sleutel=f"thema-{thema.nummer}",
            hoofddoel=thema.hoofddoel or "",
            afspraken=told,
            indicatoren=tuple(
                self._in_words(row, outcome) if row.soort == "tekst" else self._indicator(row)
                for row in indicatoren
                if row.soort != "verwijzing"
            ),
        )

    def _afspraak(self, row: Any) -> paper.Afspraak:
        return paper.Afspraak(
            tekst=row.tekst,
            nummer=row.code,
            activiteiten=tuple(self._activities(row)),
            toelichting=row.toelichting or "",
            source=one("afspraak", row),
        )

    def _activities(self, point: Any) -> Iterator[paper.Activiteit]:
        """What was done for an afspraak: what names it, and what its rule counts."""
        counted = by_rule(self.db, point, self.span)
        for row in self._done_for(point, counted, "raadpleging", "gehouden_in"):
            yield self._raadpleging_done(row)
        if counted is not None and counted.kind == "overleg":
            for row in self._of_keys("overleg", counted.ids):
                yield self._done("overleg", row, self.forms.name(row), row.datum)
        elif counted is not None and point.regel_telt in _WORDS and counted.ids:
            one_word, many = _WORDS[point.regel_telt]
            yield paper.Activiteit(
                "",
                aantal=counted.getal,
                enkelvoud=one_word,
                meervoud=many,
                personen=counts_persons(point.regel_telt),
                source=counted.source,
            )
        for row in self._done_for(point, counted, "campagne", "gehouden_in"):
            yield self._campaign_done(row)
        for row in self._done_for(point, counted, "advies", "verstuurd_in"):
            done = self._done("advies", row, f"Advies over {row.onderwerp}", row.verstuurd_op)
            yield replace(done, uitkomst=self._fate(row))
        for row in self._done_for(point, counted, PROJECT, "meting_in"):
            yield self._renovation_done(row)
        for row in self._linked(point, "actiepunt", "gedaan_in"):
            if row.partij_id is None or self.partijen[row.partij_id].eigen:
                done = self._done("actiepunt", row, row.wat, row.gedaan_op)
                yield replace(done, uitkomst=clause(plain_line(row.uitkomst or "")))

    def _done(self, kind: str, row: Any, words: str, on: date | None) -> paper.Activiteit:
        return paper.Activiteit(
            words, op=on, source=one(kind, row), soort=kind, geheim=self.geheim.has(kind, row)
        )

    def _campaign_done(self, row: Any) -> paper.Activiteit:
        """A campagne with how many took part in the period, or else how many were spoken with or reached."""
        total = campagnes.summed(campagnes.actions_in(self.db, row.id, self.span))
        done = self._done("campagne", row, f"Campagne ‘{row.titel}’", row.start_op)
        done = replace(done, tot=row.eind_op)
        for key, singular, plural in _TOOK_PART:
            if (count := total.of(key)) is not None:
                getal = Getal(count, one("campagne", row))
                return replace(done, aantal=getal, enkelvoud=singular, meervoud=plural)
        return done

    def _renovation_done(self, row: Any) -> paper.Activiteit:
        """A renovation of which tenants were asked, with whether enough agreed; how many did, its own part says."""
        done = self._done(PROJECT, row, f"Draagvlakmeting ‘{row.titel}’", row.meting_van)
        outcome = renovatie_delen.in_short(renovatie_regels.Lines(self.db, self.today).line(row, asked=True))
        return replace(done, tot=row.meting_tot, uitkomst=_small(outcome))

    def _fate(self, row: Any) -> str:
        """What the landlord had done with an advies at the end of the period; empty while nobody knows."""
        came = [day for day in (row.reactie_op, row.redenen_ontvangen_op) if self._by_then(day)]
        return printed(REACTIES, row.reactie).lower() if came and row.reactie else ""

    def _linked(self, point: Any, kind: str, named: str) -> list[Any]:
        # Where the record itself names one afspraak and a list the others, a filter of its own has both.
        by = "bij_afspraak" if "bij_afspraak" in self.specs[kind].filter else "afspraak"
        where = ((named, self.span.code()), (by, str(point.nummer)))
        return self._of_keys(kind, found(self.db, kind, where).ids)

    def _done_for(self, point: Any, counted: Found | None, kind: str, named: str) -> list[Any]:
        """What names this afspraak, and what its rule counts, also where it serves another one first: so what is told is
        what is counted."""
        keys = dict.fromkeys(row.id for row in self._linked(point, kind, named))
        if counted is not None and counted.kind == kind:
            keys |= dict.fromkeys(counted.ids)
        return self._of_keys(kind, keys)

    def _raadpleging_done(self, row: Any) -> paper.Activiteit:
        values = raadpleging_values(self.db, row)
        return paper.Activiteit(
            f"Raadpleging ‘{row.titel}’",
            op=row.start_op,
            tot=row.sluit_op,
            aantal=values.respons if values.respons.waarde is not None else None,
            enkelvoud="reactie",
            meervoud="reacties",
            personen=not row.open_stemming,
            source=values.source,
            soort="raadpleging",
            uitkomst=clause(plain_line(values.conclusies[0])) if values.conclusies else "",
            geheim=self.geheim.has("raadpleging", row),
        )

    def _in_words(self, row: Any, outcome: str) -> paper.Indicator:
        """A measure that asks for words, such as the outcomes of raadplegingen: what came of the work for its theme."""
        return paper.Indicator(
            tekst=row.tekst,
            soort="tekst",
            waarde=paper.Meetwaarde(tekst=outcome) if outcome else paper.NIET_GEMETEN,
            eigen_voorstel=row.herkomst == "voorstel",
            nummer=row.code,
            bron=row.bron or "",
        )

    def _buildings(self, row: Any, made: paper.Indicator) -> paper.Indicator:
        """A measure of who agrees with a renovation: in how many of the buildings enough did."""
        found = reached_in(self.db, row, Period(self.span.first, max(self.span.first, self.today)))
        if not found.counted:
            return made
        value = paper.Meetwaarde(list_of(self.db, found.reached), list_of(self.db, found.counted))
        return replace(made, soort="deel", waarde=value, eenheid=found.words, grens=None)

    def _indicator(self, row: Any) -> paper.Indicator:
        if row.regel_telt == PER_BUILDING:
            return self._buildings(row, self._measure(row, ONBEKEND))
        return self._measure(row, or_unknown(by_rule(self.db, row, self.span)))

    def _measure(self, row: Any, getal: Getal) -> paper.Indicator:
        return paper.Indicator(
            tekst=row.tekst,
            soort=row.soort if row.soort in ("aantal", "aandeel", "bedrag", "ja_nee") else "aantal",
            waarde=paper.Meetwaarde(getal) if getal.waarde is not None else paper.NIET_GEMETEN,
            eenheid="" if row.regel_telt else row.eenheid or "",  # its text says what is counted
            streefwaarde="; ".join(
                target_in_words(row, line, str) for line in self._lines("indicator", "streefwaarden", row)
            ),
            grens=70 if row.regel_telt == PER_BUILDING else None,
            eigen_voorstel=row.herkomst == "voorstel",
            personen=bool(row.regel_telt) and counts_persons(row.regel_telt),
            nummer=row.code,
            bron=row.bron or "",
        )


def paper_period(span: Period) -> Periode:
    """The period as paper knows it, with the number of the trimester where it is one."""
    for number in (1, 2, 3):
        if period.trimester(span.first.year, number) == span:
            return Periode(span.first, span.last, span.first.year, number)
    whole_year = span == period.parse(str(span.first.year))
    return Periode(span.first, span.last, span.first.year if whole_year else None)


def _outcomes(afspraken: Sequence[paper.Afspraak]) -> str:
    """What came of the raadplegingen for these afspraken, each once; what is confidential is left out."""
    work = [item for afspraak in afspraken for item in afspraak.activiteiten]
    told = dict.fromkeys(
        f"{item.omschrijving}: {_small(item.uitkomst)}"
        for item in work
        if item.soort == "raadpleging" and item.uitkomst and not item.geheim
    )
    left = len(told) - OUTCOMES
    more = [f"en nog {aantal(left, 'uitkomst', 'uitkomsten')} (zie de raadplegingen)"] if left > 0 else []
    return "; ".join([*list(told)[:OUTCOMES], *more])


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def first_days(db: ReadSession) -> dict[str, date]:
    """Per kind of record the day of the first one: before it nothing was kept, so nothing can be compared."""
    columns = {
        "raadpleging": Raadpleging.start_op, "knelpunt": Knelpunt.gemeld_op, "energiebezoek": Energiebezoek.datum,
        "campagne": Campagne.start_op, "advies": Advies.verstuurd_op, "overleg": Overleg.datum,
        "actiepunt": Actiepunt.afgesproken_op, "commissie": CommissieOndersteuning.datum,
    }  # fmt: skip
    found: dict[str, date] = {}
    for kind, column in columns.items():
        day = db.scalar(select(func.min(column)).where(column.class_.verwijderd.is_(None)))
        if day is not None:
            found[kind] = day
    return found
