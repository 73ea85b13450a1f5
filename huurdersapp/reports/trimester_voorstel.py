"""Sentences that the writer of a trimesterverslag may take over: two to four for each part, made from its facts alone.

They say nothing that the report does not print: a count that is hidden there is not told here, nor that one is the largest.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from huurdersapp.base import markup
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.language import aantal, capital, clause, day_long, enumeration, in_words, percent
from huurdersapp.reports.prose import one_line, plain_line
from huurdersapp.reports.trimester_knelpunten import rows_of
from huurdersapp.reports.trimester_maten import MISSING, in_sentences, off_schedule
from huurdersapp.reports.trimester_overig import overdue_promises
from huurdersapp.reports.trimester_registers import visit_rows
from huurdersapp.reports.trimester_themas import afspraken_with_work
from huurdersapp.reports.trimester_values import Thema, TrimesterValues
from huurdersapp.reports.trimester_vergelijking import Eerder, changed

NAMED = 3
"""So many things are named in one sentence; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class Voorstellen:
    """What can be said of each part, in Markdown; empty where the facts say nothing."""

    counter: Counter
    values: TrimesterValues
    eerder: tuple[Eerder, ...] = ()

    def kort(self) -> str:
        """About the whole period."""
        done, everything = afspraken_with_work(self.values.themas)
        quiet = [thema.naam for thema in self.values.themas if thema.afspraken and not _worked(thema)]
        busy = max(self.values.themas, key=_worked, default=None)
        told = []
        if busy is not None and _worked(busy) and done < everything:
            told.append(f"Het meeste werk deden wij voor het thema {busy.naam}.")
        if quiet and done:
            told.append(
                f"Bij {_named(quiet, 'thema', 'thema’s')} kwamen wij deze periode niet aan onze afspraken toe."
            )
        missing = {
            maat.door
            for thema in self.values.themas
            for maat in thema.maten
            if maat.stand == MISSING and not maat.van_ons
        }
        if missing:
            told.append(f"Wij wachten nog op cijfers van {enumeration(sorted(missing))}.")
        return _text(told)

    def cijfers(self) -> str:
        """What changed; the sentences of the part itself say it for each period already."""
        if len(self.eerder) < 2 or not changed(self.counter, self.values, self.eerder):
            return ""
        return _text(
            ["Eén periode zegt nog weinig. Wij kijken daarom naar de vorige periode en naar een jaar eerder."]
        )

    def thema(self, thema: Thema) -> str:
        """What was worked on, what was not, and which measures ask for attention."""
        told = []
        done = [item for item in thema.afspraken if item.activiteiten]
        left = [item for item in thema.afspraken if not item.activiteiten]
        if thema.afspraken:
            told.append(_on(len(done), len(thema.afspraken)))
        if done and left:
            codes = [item.nummer for item in left if item.nummer]
            if len(codes) == len(left) <= NAMED:
                came = "kwam" if len(codes) == 1 else "kwamen"
                told.append(f"Nog niet aan de beurt {came} {enumeration(codes)}.")
        if thema.maten:
            told.append(in_sentences(thema.maten))
        off = off_schedule(thema.maten)
        if off:
            first = off[0]
            told.append(f"Het eerst vraagt aandacht: {clause(plain_line(first.tekst))} ({first.oordeel}).")
        return _text(told)

    def raadplegingen(self) -> str:
        """How many answered, and what the largest of them came to."""
        items = self.values.raadplegingen
        told = [f"Wij vroegen huurders {_times(len(items))} naar hun mening."] if items else []
        shown = [
            (self.counter.shown.value((place, "respons")) or 0, place)
            for place in range(len(items))
            if self.counter.shows((place, "respons"))
        ]
        place = None
        if len(shown) == len(items) > 1:
            count, place = max(shown, key=lambda pair: (pair[0], -pair[1]))
            title = clause(one_line(items[place].titel))
            told.append(f"De meeste antwoorden kwamen op ‘{title}’: {in_words(count)}.")
        first = items[place] if place is not None else next(iter(items), None)
        if first is not None and first.conclusies:
            told.append(f"Daaruit kwam onder meer: {_small(clause(plain_line(first.conclusies[0])))}.")
        waiting = sum(item.terugkoppeling_op is None for item in items)
        if waiting:
            one = aantal(waiting, "raadpleging is", "raadplegingen is")
            told.append(f"Van {one} de uitkomst nog niet teruggekoppeld aan de huurders.")
        return _text(told)

    def knelpunten(self) -> str:
        """What most were about, where they came from, and whether more are open than at the begin."""
        told = []
        for name, words in (("categorie", "gaan over"), ("kern", "komen uit")):
            if (most := self._most(name)) is not None:
                told.append(f"De meeste nieuwe knelpunten {words} {most}.")
        begin, end = ("samen", "begin"), ("samen", "eind")
        if self.counter.shows(begin, end):
            first, last = self.counter.shown.value(begin) or 0, self.counter.shown.value(end) or 0
            if first != last:
                word = "meer" if last > first else "minder"
                told.append(
                    f"Aan het eind stonden er {word} knelpunten open dan aan het begin: {in_words(last)} tegen "
                    f"{in_words(first)}."
                )
            else:
                told.append(
                    f"Aan het eind stonden er evenveel knelpunten open als aan het begin: {in_words(last)}."
                )
        waiting = sum(item.ingebracht_op is None for item in self.values.uitgelicht)
        if waiting:
            verb = "is" if waiting == 1 else "zijn"
            told.append(
                f"{capital(aantal(waiting, 'knelpunt dat aandacht vraagt', 'knelpunten die aandacht vragen'))} "
                f"{verb} nog niet in een overleg ingebracht."
            )
        return _text(told)

    def _most(self, name: str) -> str | None:
        """The row with the highest count of both sides together, where all rows are printed and one is above the others."""
        rows = rows_of(self.values.knelpunten, name, self.values.small)
        keys = [[(name, side, place) for side in ("individueel", "collectief")] for place in range(len(rows))]
        if len(rows) < 2 or not all(self.counter.shows(*pair) for pair in keys):
            return None
        sums = [sum(self.counter.shown.value(key) or 0 for key in pair) for pair in keys]
        return self._top([row.naam for row in rows], sums)

    @staticmethod
    def _top(names: Sequence[str], counts: Sequence[int]) -> str | None:
        most = max(counts)
        return names[counts.index(most)] if most and list(counts).count(most) == 1 else None

    def bezoeken(self) -> str:
        """How many visits, what share led to something, and where most were."""
        told = []
        spoken: Hashable = ("bezoek", "gesproken")
        if self.counter.shows(spoken):
            count = self.counter.shown.value(spoken) or 0
            told.append(f"Onze energiecoaches deden {aantal(count, 'energiebezoek', 'energiebezoeken')}.")
            least = self.counter.shown.settings.percent_from
            if count >= least and self.counter.shows(("bezoek", "geplaatst")):
                placed = self.counter.shown.value(("bezoek", "geplaatst")) or 0
                share = percent(placed, count, 0)
                told.append(f"Bij {share} van die bezoeken is iets geplaatst dat energie bespaart.")
        rows = visit_rows(self.values.bezoeken, self.values.small)
        keys = [("bezoek", "kern", place) for place in range(len(rows))]
        if len(rows) > 1 and self.counter.shows(*keys):
            most = self._top([row.naam for row in rows], [self.counter.shown.value(key) or 0 for key in keys])
            if most is not None:
                told.append(f"De meeste bezoeken waren in {most}.")
        return _text(told)

    def campagnes(self) -> str:
        """How many there were."""
        items = self.values.campagnes
        if not items:
            return ""
        names = [f"‘{one_line(item.titel)}’" for item in items]
        told = [f"Wij werkten aan {aantal(len(items), 'campagne', 'campagnes')}."]
        if len(items) <= NAMED:
            told.append(f"Dat {'was' if len(items) == 1 else 'waren'} {enumeration(names)}.")
        return _text(told)

    def commissies(self) -> str:
        """How often commissies were helped, and in how many hours."""
        items = self.values.commissies
        if not items:
            return ""
        helped = aantal(len(items), "bewonerscommissie", "bewonerscommissies")
        together = " samen" if len(items) > 1 else ""
        told = [f"Wij hielpen {helped}{together} {_times(sum(item.keren for item in items))}."]
        hours = [item.uren for item in items]
        if all(hour is not None for hour in hours):
            told.append(f"Dat kostte {in_words(sum(hour or 0 for hour in hours))} uur.")
        return _text(told)

    def toezeggingen(self) -> str:
        """How many are late, and who promised what is late the longest."""
        late = overdue_promises(self.values)
        if not self.values.toezeggingen:
            return ""
        if not late:
            return _text(["Geen enkele toezegging is te laat."])
        first = min(late, key=lambda item: (item.uiterlijk or item.toegezegd_op, item.wie))
        told = [f"{capital(aantal(len(late), 'toezegging is', 'toezeggingen zijn'))} te laat."]
        if first.uiterlijk is not None and not first.geheim:
            told.append(
                f"Het langst wachten wij op {first.wie}: {_small(clause(one_line(first.wat)))}, uiterlijk "
                f"{day_long(first.uiterlijk)}."
            )
        return _text(told)

    def adviezen(self) -> str:
        """How many were followed, and whether conditions wait."""
        sent = [item for item in self.values.adviezen if item.verstuurd_op]
        if not sent:
            return ""
        told = []
        for key, words in (("gevolgd", "gevolgd"), ("deels", "deels gevolgd"), ("niet", "niet gevolgd")):
            if count := sum(item.gevolgd == key for item in sent):
                told.append(f"{in_words(count)} {words}")
        waiting = sum(item.gevolgd is None and item.reactie_op is None for item in sent)
        if waiting:
            told.append(f"{in_words(waiting)} nog zonder reactie")
        whole = aantal(len(sent), "advies", "adviezen")
        lines = [f"Dit gaat over {whole} aan verhuurders: {enumeration(told)}."] if told else []
        asked, met = sum(item.voorwaarden for item in sent), sum(item.voldaan for item in sent)
        if asked:
            conditions = aantal(asked, "voorwaarde", "voorwaarden")
            lines.append(f"Wij stelden {conditions}; voldaan: {in_words(met) if met else 'nog geen'}.")
        return _text(lines)

    def overleggen(self) -> str:
        """How many there were, and how many points of ours were on the agenda."""
        items = self.values.overleggen
        points = sum(len(item.eigen_punten) for item in items)
        told = [f"Wij waren bij {aantal(len(items), 'overleg', 'overleggen')}."] if items else []
        if points:
            told.append(f"Daar brachten wij {aantal(points, 'eigen punt', 'eigen punten')} in.")
        return _text(told)


def _worked(thema: Thema) -> int:
    return sum(1 for item in thema.afspraken if item.activiteiten)


def _on(done: int, everything: int) -> str:
    if everything == 1:
        return f"Aan de ene afspraak bij dit thema is {'' if done else 'niet '}gewerkt."
    if not done:
        return f"Aan geen van de {in_words(everything)} afspraken bij dit thema is gewerkt."
    if done == everything:
        both = "beide" if everything == 2 else f"alle {in_words(everything)}"
        return f"Aan {both} afspraken bij dit thema is gewerkt."
    return f"Aan {in_words(done)} van de {in_words(everything)} afspraken bij dit thema is gewerkt."


def _times(count: int) -> str:
    return f"{in_words(count)} keer"


def _named(names: Sequence[str], singular: str, plural: str) -> str:
    if len(names) > NAMED:
        return aantal(len(names), singular, plural)
    return f"{singular if len(names) == 1 else plural} {enumeration(names)}"


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _text(sentences: Sequence[str]) -> str:
    """The sentences as a text that is typed: signs in the words of others have no meaning there."""
    text = " ".join(sentences)
    return markup.write([markup.Line((markup.Piece(text),))]) if text else ""
