"""The answer to who asks what is kept of him (AVG art. 15), and the same in a file for another program (art. 20).

The board says of each finding what becomes of it: shown, shown with words of others blacked out, or left out. Without an
identity that was checked nothing is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
from sqlalchemy import func, select

from huurdersapp.actions import persoon, privacy_papier, verwerkingen, wissen
from huurdersapp.actions.context import Context
from huurdersapp.actions.inzage_overig import beside
from huurdersapp.actions.names import Names, in_words
from huurdersapp.actions.papier import Paper, Printed, laid_out, printed, write_document
from huurdersapp.actions.persoon import Treffer, Vraag
from huurdersapp.actions.persoon_lijkt import level
from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.base import Label
from huurdersapp.records.bewaren import PLEKKEN
from huurdersapp.records.spec import Field
from huurdersapp.records.verwerking import SOORTEN
from huurdersapp.reports.inzage_values import BLACK, Gegeven, InzageDeel, InzageValues
from huurdersapp.reports.privacy_values import VerwerkingRegel
from huurdersapp.store.journal import CHANGE, CREATED, STEP, moment_of
from huurdersapp.store.step import ReadSession

Wijze = Literal["getoond", "zwart", "weg"]
OTHER = "anders"
_OTHERWISE = "Onze vrijwilligers schreven het op tijdens hun werk."
_SOORT: Mapping[str, str] = {
    **{plek.kind: plek.soort for plek in PLEKKEN},
    "renovatieproject": "renovaties",
    "bouwkundige_eenheid": "renovaties",
    "contact": "contacten",
    "partij": "contacten",
    "verhuurder": "contacten",
    "energiecoach": "energiecoaches",
    "adres": "adressen",
    "brief": "brieven",
    "privacyverzoek": "verzoeken",
}
"""To which data of the register a kind of record belongs."""
_ONLY_TEXT = ("vrije_tekst", "versie", "brief", "geschiedenis", "concept")


@dataclass(frozen=True, slots=True)
class Keuze:
    """What becomes of one finding. `zwart`: words about others that are blacked out, as they stand in the text."""

    sleutel: str
    wijze: Wijze = "getoond"
    zwart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer before it is given: the values of the paper, and what the board should know first, in sentences."""

    values: InzageValues
    waarschuwingen: tuple[str, ...]
    getoond: tuple[Treffer, ...]


def antwoord(ctx: Context, verzoek: int, treffers: Sequence[Treffer], keuzes: Iterable[Keuze]) -> Antwoord:
    """The answer to a request, of the findings that the board chose; nothing is changed.

    Raises UserError when the identity was not checked, for a finding that is not there, and when words to black out do not
    stand in their text.
    """
    known = {each.sleutel: each for each in treffers}
    chosen: list[tuple[Treffer, Keuze]] = []
    for keuze in keuzes:
        if (each := known.get(keuze.sleutel)) is None:
            raise UserError(
                _("Intussen is er iets gewijzigd bij wat u hebt aangevinkt."),
                _("Zoek opnieuw en vink opnieuw aan."),
            )
        chosen.append((each, keuze))
    paper = privacy_papier.values(ctx)
    register = {row.soort: row for row in reversed(paper.verwerkingen)}
    with ctx.store.reading() as db:
        request = wissen.request_of(db, verzoek)
        shown = [(each, keuze) for each, keuze in chosen if keuze.wijze != "weg"]
        parts = tuple(_Answer(db).parts(shown, register))
        values = InzageValues(
            organisatie=paper.organisatie,
            datum=clock.today(),
            verzoek=verzoek,
            ontvangen_op=request.ontvangen_op,
            naam=request.vrager or "",
            delen=parts,
            weg=len(chosen) - len(shown),
            voorbeeld=ctx.store.example,
        )
    return Antwoord(values, tuple(_warnings(shown, register)), tuple(each for each, _keuze in shown))


def preview(ctx: Context, answer: Antwoord) -> Paper:
    """The answer as it is shown and saved."""
    from huurdersapp.reports.inzage import inzage_document

    return laid_out(ctx, inzage_document(answer.values), warnings=answer.waarschuwingen)


def geef(ctx: Context, verzoek: int, vraag: Vraag, keuzes: Sequence[Keuze], path: Path) -> Job[Printed]:
    """Search once more, write the answer to .pdf, .docx, .html or .json, and put down what was shown.

    Raises UserError as `antwoord`, and when the file cannot be written.
    """
    found = yield from persoon.zoek(ctx, vraag)
    answer = antwoord(ctx, verzoek, found, keuzes)
    yield Progress(0, 1, _("Overzicht maken"))
    done = schrijf(answer, path)
    with ctx.store.step(_("Inzage bij verzoek {number}").format(number=verzoek)) as db:
        decided = ((each, "getoond", "") for each in answer.getoond)
        wissen.put_down(db, wissen.request_of(db, verzoek), decided)
    return done


def schrijf(answer: Antwoord, path: Path) -> Printed:
    """Write an answer to a file by its ending; raises UserError when it cannot be written."""
    from huurdersapp.reports.inzage import inzage_document

    if path.suffix.lower() == ".json":
        files.write(
            path, msgspec.json.format(msgspec.json.encode(as_json(answer.values)), indent=2), private=True
        )
        return Printed(path, 0, list(answer.waarschuwingen))
    made = write_document(inzage_document(answer.values), path)
    return Printed(made.path, made.pages, [*answer.waarschuwingen, *made.warnings])


def as_json(values: InzageValues) -> dict[str, Any]:
    """The same for another program (AVG art. 20: structured, commonly used and machine-readable)."""
    return {
        "formaat": "huurdersapp-inzage-1",
        "organisatie": values.organisatie.naam,
        "datum": values.datum.isoformat(),
        "verzoek": values.verzoek,
        "ontvangen_op": values.ontvangen_op.isoformat(),
        "naam": values.naam,
        "verwerkingen": [
            {
                "naam": part.naam,
                "doel": part.doel,
                "grondslag": part.grondslag,
                "herkomst": part.herkomst,
                "ontvangers": part.ontvangers,
                "bewaarmaanden": part.maanden,
                "gegevens": [
                    {
                        "waar": each.wat,
                        "sinds": each.sinds.isoformat() if each.sinds else None,
                        "velden": [{"veld": label, "waarde": value} for label, value in each.velden],
                        "tekst": each.tekst or None,
                    }
                    for each in part.gegevens
                ],
            }
            for part in values.delen
        ],
        "weggelaten": values.weg,
    }


def blacked(text: str, words: Iterable[str]) -> str:
    """The text with these words blacked out, however they are written; raises UserError for words that are not in it."""
    for word in sorted(filter(None, map(str.strip, words)), key=len, reverse=True):
        plain, wanted, done, at = level(text), level(word), "", 0
        if wanted not in plain:
            raise UserError(
                _("‘{word}’ staat niet in de tekst."),
                _("Neem de woorden precies over uit de tekst."),
                word=word[:60],
            )
        while (place := plain.find(wanted, at)) >= 0:
            done += text[at:place] + BLACK
            at = place + len(wanted)
        text = done + text[at:]
    return text


class _Answer:
    """What stands in the findings, in words for paper."""

    def __init__(self, db: ReadSession) -> None:
        self.db, self.names = db, Names(db)

    def parts(
        self, chosen: Sequence[tuple[Treffer, Keuze]], register: Mapping[str, VerwerkingRegel]
    ) -> Iterator[InzageDeel]:
        by_soort: dict[str, list[Gegeven]] = {}
        for each, keuze in chosen:
            by_soort.setdefault(_SOORT.get(each.soort, OTHER), []).append(self._gegeven(each, keuze))
        for soort in (*SOORTEN.keys(), *by_soort):
            if (found := by_soort.pop(soort, None)) is None:
                continue
            row = register.get(soort)
            basis = [row.grondslag, row.grondslag_toelichting] if row else []
            yield InzageDeel(
                naam=row.naam if row else _named(soort),
                gegevens=tuple(found),
                doel=row.doel if row else "",
                grondslag=". ".join(filter(None, basis)),
                ontvangers=row.ontvangers if row else "",
                maanden=row.maanden if row else None,
                herkomst=verwerkingen.HERKOMST.get(soort, _OTHERWISE),
            )

    def _gegeven(self, each: Treffer, keuze: Keuze) -> Gegeven:
        where = self._where(each)
        since = self._since(each)
        if each.aard in _ONLY_TEXT or each.vrije_tekst is not None:
            text = each.vrije_tekst if each.vrije_tekst is not None else "; ".join(each.waarden)
            return Gegeven(where, tekst=blacked(text, keuze.zwart), sinds=since)
        if each.plek.entity not in self.db.catalogue.tree:
            return Gegeven(where, tekst=blacked("; ".join(each.waarden), keuze.zwart))
        spec = self.db.catalogue.tree[each.plek.entity]
        items = [spec.by_column[column] for column in each.plek.columns if column != "inhoud"]
        query = select(*(spec.table.c[item.column] for item in items)).where(spec.table.c.id == each.plek.row)
        values = self.db.execute(query).one()
        fields = [
            (_dutch(item.note.label), self._on_paper(item, value))
            for item, value in zip(items, values, strict=True)
            if value is not None
        ]
        if each.aard == "contactblok":
            fields += beside(self.db, each.plek.entity, each.plek.row, self._on_paper, _dutch)
        told = "\n".join(value for _label, value in fields)
        blacked(told, keuze.zwart)  # each of the words must stand somewhere
        return Gegeven(
            where, tuple((label, _without(value, keuze.zwart)) for label, value in fields), sinds=since
        )

    def _where(self, each: Treffer) -> str:
        name = on_paper_kind(self.db, each.soort)
        return f"{name} {each.nummer}" if each.nummer else name

    def _since(self, each: Treffer) -> date | None:
        """The day on which the row was first written."""
        query = (
            select(func.min(STEP.c.hlc))
            .join(CHANGE, (STEP.c.device == CHANGE.c.device) & (STEP.c.seq == CHANGE.c.seq))
            .where(
                CHANGE.c.entity == each.plek.entity, CHANGE.c.row == each.plek.row, CHANGE.c.field == CREATED
            )
        )
        found = self.db.execute(query).scalar()
        return moment_of(found).astimezone().date() if found else None

    def _on_paper(self, item: Field, value: Any) -> str:
        if item.choices:
            return printed(item.choices, value)
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, date):
            return day(value)
        return in_words(item, value, self.names)


_ELSEWHERE = {"scherm": "Wat een scherm onthoudt", "geschiedenis": "Wie wat deed in het programma"}


def on_paper_kind(db: ReadSession, kind: str) -> str:
    """What a kind of record is called on paper."""
    spec = db.catalogue.specs.get(kind)
    return _dutch(spec.label) if spec else _ELSEWHERE.get(kind, kind)


def _without(text: str, words: Iterable[str]) -> str:
    return blacked(text, [word for word in words if level(word.strip()) in level(text)])


def _dutch(label: Label) -> str:
    """A label on paper: Dutch, whatever the language of the screen is."""
    return label.msgid if isinstance(label, LazyText) else label


def _named(soort: str) -> str:
    return "Ander werk van onze organisatie" if soort == OTHER else printed(SOORTEN, soort)


def _warnings(
    shown: Sequence[tuple[Treffer, Keuze]], register: Mapping[str, VerwerkingRegel]
) -> Iterator[str]:
    lacking = {_SOORT.get(each.soort, OTHER) for each, _keuze in shown} - register.keys()
    for choice in SOORTEN.items:
        if choice.key in lacking:
            text = _("In het register staat nog niet waarom u dit bewaart: {what}. Vul dat eerst aan.")
            yield text.format(what=choice.label)
    if any(each.vrije_tekst and keuze.wijze == "getoond" for each, keuze in shown):
        yield _("Kijk of er in de zinnen iets over anderen staat. Maak dat zwart.")
