"""The overdrachtsdossier for a new board, from the store. It stays inside, so nothing in it is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import plichten
from huurdersapp.actions.advies_termijnen import klok_of
from huurdersapp.actions.context import Context
from huurdersapp.actions.jaaragenda_bronnen import agreements_of, summer_of, told_of
from huurdersapp.actions.jaaragenda_opbouw import Builder
from huurdersapp.actions.papier import meeting_name, printed
from huurdersapp.actions.places import Places
from huurdersapp.actions.renovatie_regels import lines_on
from huurdersapp.actions.telling import Found, found, one
from huurdersapp.actions.trimester import paper_period
from huurdersapp.actions.verslagen.jaar import own_names
from huurdersapp.actions.verslagen.opdracht import Gelezen, Opdracht
from huurdersapp.actions.verslagen.wachtwoorden import warnings_of
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.commissie import ROLLEN
from huurdersapp.records.jaaragenda_vorm import Moment, WorkBack
from huurdersapp.records.jaaragenda_woorden import dutch, when
from huurdersapp.records.knelpunt_status import STATUS
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports import overdracht_values as paper
from huurdersapp.reports.language import aantal, clause, day_long, day_short
from huurdersapp.reports.overdracht import is_empty, overdracht_kader, overdracht_onderdelen
from huurdersapp.store.step import ReadSession

AHEAD = timedelta(days=365)
FAR = timedelta(days=5 * 365)
"""A day by which every letter should have its answer."""


def read(ctx: Context, db: ReadSession, job: Opdracht) -> Gelezen:
    """The dossier with all its parts; raises UserError for anybody but the own board."""
    if job.publiek != "bo":
        raise UserError(
            _("Het overdrachtsdossier is alleen voor het eigen bestuur."),
            _("Kies een ander verslag om aan anderen te geven."),
        )
    values = _Dossier(ctx, db, job).values()
    return Gelezen(
        overdracht_kader(values),
        overdracht_onderdelen(values),
        empty=is_empty(values),
        let_op=warnings_of,
    )


class _Dossier:
    def __init__(self, ctx: Context, db: ReadSession, job: Opdracht) -> None:
        self.ctx, self.db, self.job = ctx, db, job
        self.specs = db.catalogue.specs
        self.on = job.datum or clock.today()
        self.partijen = {row.id: row for row in db.scalars(select(Partij))}
        self.verhuurders = {row.id: row for row in db.scalars(select(Verhuurder))}
        self.place = Places(db)

    def values(self) -> paper.OverdrachtValues:
        on = self.on.isoformat()
        promises = self._found("actiepunt", ("open_op", on), ("toezegging", "ja"))
        own = self._found("actiepunt", ("open_op", on), ("toezegging", "nee"))
        open_cases = self._found("advies", ("open_op", on))
        clocks = list(self._clocks(open_cases))
        far = (self.on + FAR).isoformat()
        return paper.OverdrachtValues(
            organisatie=" en ".join(own_names(self.db)),
            periode=paper_period(self.job.span),
            op=self.on,
            adviezen=paper.Lijst(tuple(clocks), open_cases.getal),
            wachten=self._listed(self._found("advies", ("wacht_op_reactie_op", on)), self._waiting),
            voorwaarden=self._conditions(on),
            brieven_uit=self._listed(
                self._found("brief", ("antwoord_verwacht_op", far), ("richting", "uit")), self._letter
            ),
            brieven_binnen=self._listed(
                self._found("brief", ("antwoord_verwacht_op", far), ("richting", "binnen")), self._letter
            ),
            brieven_concept=self._listed(
                self._found("brief", ("richting", "uit"), ("status", "concept,vastgelegd")), self._letter
            ),
            beloften=self._listed(promises, self._task),
            beloften_te_laat=self._found("actiepunt", ("te_laat_op", on), ("toezegging", "ja")).getal,
            eigen=self._listed(own, self._task),
            eigen_te_laat=self._found("actiepunt", ("te_laat_op", on), ("toezegging", "nee")).getal,
            agenda=tuple(self._agenda()),
            personen=tuple(self._people()),
            commissies=self._listed(self._found("commissie", ("actief_op", on)), self._committee),
            raadplegingen=self._listed(self._found("raadpleging", ("loopt_op", on)), self._consultation),
            campagnes=self._listed(self._found("campagne", ("loopt_op", on)), self._campaign),
            renovaties=lines_on(self.db, self.on),
            knelpunten=self._listed(
                self._found("knelpunt", ("open_op", on), ("collectief", "ja")), self._problem
            ),
            individueel=self._found("knelpunt", ("open_op", on), ("collectief", "nee")).getal,
            individueel_wacht=self._found(
                "knelpunt", ("wacht_op_reactie_op", on), ("collectief", "nee")
            ).getal,
            besluiten=tuple(self._decisions()),
            verantwoorden=tuple(self._duties()),
            map=str(self.ctx.folder),
            voorbeeld=self.ctx.store.example,
        )

    def _found(self, kind: str, *where: tuple[str, str]) -> Found:
        return found(self.db, kind, where)

    def _rows(self, those: Found) -> list[Any]:
        cls = self.specs[those.kind].cls
        return [row for key in those.ids if (row := self.db.get(cls, key)) is not None]

    def _listed(self, those: Found, told: Any) -> paper.Lijst:
        """The things of a list, the earliest day first and those without a day last."""
        things: list[paper.Zaak] = [told(row) for row in self._rows(those)]
        things.sort(key=lambda each: (each.dag is None, each.dag or date.max))
        return paper.Lijst(tuple(things), those.getal)

    # -- adviezen and letters ------------------------------------------------------------------------------------------

    def _clocks(self, those: Found) -> Iterator[paper.Zaak]:
        rows = {row.nummer: row for row in self._rows(those)}
        clocks = [klok_of(self.db, row, self.on) for row in rows.values()]
        clocks.sort(key=lambda one: (not one.running, one.laatste_dag or date.max, one.number))
        for each in clocks:
            row = rows[each.number]
            yield paper.Zaak(
                _marked(row.onderwerp, row),
                each.landlord,
                each.laatste_dag if each.running else None,
                _left(each.days_left) if each.running else _where_it_is(row),
                one("advies", row),
            )

    def _waiting(self, row: Any) -> paper.Zaak:
        sent = row.advies_ontvangen_op or row.verstuurd_op
        reminded = (
            f", herinnerd op {day_long(row.herinnerd_op)}" if row.herinnerd_op else ", nog niet herinnerd"
        )
        return paper.Zaak(
            _marked(row.onderwerp, row),
            self._landlord(row.verhuurder_id),
            sent,
            f"ons advies ging weg{reminded}",
            one("advies", row),
        )

    def _conditions(self, on: str) -> paper.Lijst:
        cases = self._found("advies", ("voorwaarden_open_op", on))
        part = self.specs["advies"].part["voorwaarden"].spec
        things = [
            paper.Zaak(
                line.tekst,
                self._landlord(row.verhuurder_id),
                line.termijn,
                clause(row.onderwerp),
                one("advies", row),
            )
            for row in self._rows(cases)
            for line in self.db.lines(part, row.id)
            if (line.voldaan_op is None or line.voldaan_op > self.on) and line.reactie != "niet"
        ]
        things.sort(key=lambda each: (each.dag is None, each.dag or date.max))
        return paper.Lijst(tuple(things), cases.getal)

    def _letter(self, row: Any) -> paper.Zaak:
        party = self._landlord(row.verhuurder_id) or self._party(row.partij_id) or row.aan or ""
        number = f"{row.registernummer}: " if row.registernummer else ""
        return paper.Zaak(
            _marked(f"{number}{row.onderwerp}", row),
            party.splitlines()[0] if party else "",
            row.antwoord_voor,
            f"brief van {day_long(day)}" if (day := row.datum or row.ontvangen_op) else "",
            one("brief", row),
        )

    # -- tasks, problems and what runs ---------------------------------------------------------------------------------

    def _task(self, row: Any) -> paper.Zaak:
        meeting = self.db.get(Overleg, row.overleg_id) if row.overleg_id else None
        since = f"{meeting_name(meeting)}, {day_short(meeting.datum)}" if meeting else ""
        who = " – ".join(each for each in (self._party(row.partij_id), row.persoon or "") if each)
        return paper.Zaak(row.wat, who, row.uiterlijk, since, one("actiepunt", row))

    def _problem(self, row: Any) -> paper.Zaak:
        where = self.place(row.kern_id).name if row.kern_id else ""
        stand = printed(STATUS, row.status).lower()
        return paper.Zaak(row.titel, where, row.reactie_verwacht_op, stand, one("knelpunt", row))

    def _consultation(self, row: Any) -> paper.Zaak:
        return paper.Zaak(
            row.titel,
            clause(row.populatie_omschrijving or ""),
            row.sluit_op,
            clause(row.doel or ""),
            one("raadpleging", row),
        )

    def _campaign(self, row: Any) -> paper.Zaak:
        return paper.Zaak(
            row.titel, row.doelgroep or "", row.eind_op, clause(row.doel or ""), one("campagne", row)
        )

    def _committee(self, row: Any) -> paper.Zaak:
        place = self.place(row.kern_id).name if row.kern_id else ""
        who = ", ".join(each for each in (place, self._landlord(row.verhuurder_id)) if each)
        step = clause(row.volgende_stap or "")
        ending = [
            line
            for line in self.db.lines(self.specs["commissie"].part["leden"].spec, row.id)
            if line.tot is not None and self.on <= line.tot <= self.on + AHEAD
        ]
        if ending:
            step += "; " if step else ""
            step += f"van {aantal(len(ending), 'lid', 'leden')} loopt de termijn af"
        return paper.Zaak(row.naam, who, row.volgende_stap_op, step, one("commissie", row))

    # -- people, agenda and decisions ----------------------------------------------------------------------------------

    def _people(self) -> Iterator[paper.Persoon]:
        commissies = {row.id: row for row in self._rows(self._found("commissie"))}
        rows = self._rows(self._found("contact", ("in_functie_op", self.on.isoformat())))
        told = []
        for row in rows:
            of = self._party(row.partij_id, full=True) or self._landlord(row.verhuurder_id)
            if row.commissie_id in commissies:
                of = commissies[row.commissie_id].naam
            ours = row.partij_id in self.partijen and self.partijen[row.partij_id].eigen
            person = paper.Persoon(
                row.naam, row.functie or "", of, clause(row.waarvoor or ""), one("contact", row)
            )
            told.append((not ours, of.casefold(), row.naam.casefold(), person))
        part = self.specs["commissie"].part["leden"].spec
        for row in commissies.values():
            for line in self.db.lines(part, row.id):
                if (line.tot is None or line.tot >= self.on) and line.rol in ("voorzitter", "secretaris"):
                    role = printed(ROLLEN, line.rol).lower()
                    person = paper.Persoon(line.naam, role, row.naam, source=one("commissie", row))
                    told.append((True, row.naam.casefold(), line.naam.casefold(), person))
        seen: set[tuple[str, str]] = set()
        for _ours, of, name, person in sorted(told, key=lambda each: each[:3]):
            if (of, name) not in seen:
                seen.add((of, name))
                yield person

    def _agenda(self) -> Iterator[paper.Moment]:
        """What comes in the year ahead, in order of time."""
        moments: dict[str, Moment] = {}
        for year in (self.on.year, self.on.year + 1):
            held = agreements_of(self.db, [year], None)
            told = told_of(self.db, year, held, alone=False)
            made = Builder(year, self.on, held, told, summer_of(self.ctx.settings)).moments()
            moments |= {each.key: each for each in made}
        coming = [each for each in moments.values() if each.due and self.on <= each.due <= self.on + AHEAD]
        for each in sorted(coming, key=lambda one: (one.due or date.max, one.name)):
            in_year = f" {each.due.year}" if each.due and each.whole_months else ""
            yield paper.Moment(
                f"{when(each, dutch)}{in_year}",
                each.name,
                tuple(f"{step.name} ({day_short(step.last)})" for step in _steps(each)),
                self._behind(each),
            )

    def _behind(self, moment: Moment) -> Any:
        if moment.record is None:
            return None
        kind, number = moment.record
        table = self.specs[kind].table
        row = next(iter(self.db.alive(self.specs[kind], table.c.nummer == number)), None)
        return one(kind, row) if row is not None else None

    def _decisions(self) -> Iterator[paper.Zaak]:
        part = self.specs["overleg"].part["agendapunten"].spec
        rows = self._rows(self._found("overleg", ("bijgewoond_in", self.job.span.code())))
        for row in sorted(rows, key=lambda each: (each.datum, each.nummer)):
            for line in self.db.lines(part, row.id):
                if line.besluit:
                    name = clause(meeting_name(row))
                    yield paper.Zaak(
                        line.besluit, name, row.datum, clause(line.onderwerp), one("overleg", row)
                    )

    def _duties(self) -> Iterator[paper.Zaak]:
        """Accounts of costs that are still to be given to a landlord."""
        spec = self.specs["verhuurderjaar"]
        for duty in plichten.duties(self.db, self.on):
            if duty.sleutel != plichten.VERANTWOORDING or duty.number is None or not duty.geldt:
                continue
            if duty.stand == plichten.DONE:
                continue
            row = next(iter(self.db.alive(spec, spec.table.c.nummer == duty.number)), None)
            what = f"De kosten van {duty.jaar} verantwoorden"
            yield paper.Zaak(what, duty.naam, duty.dag, "", one("verhuurderjaar", row) if row else None)

    def _landlord(self, key: str | None) -> str:
        landlord = self.verhuurders.get(key or "")
        return landlord.naam if landlord else ""

    def _party(self, key: str | None, *, full: bool = False) -> str:
        party = self.partijen.get(key or "")
        return "" if party is None else party.naam if full else party.korte_naam or party.naam


def _steps(moment: Moment) -> list[WorkBack]:
    """The work before a moment that is still to be done, by its last day."""
    return sorted((step for step in moment.back if not step.done), key=lambda step: (step.last, step.name))


def _marked(text: str, row: Any) -> str:
    return f"{clause(text)} (vertrouwelijk)" if row.vertrouwelijk else clause(text)


def _left(days: int | None) -> str:
    if days is None:
        return "er loopt geen termijn"
    if days < 0:
        return f"{aantal(-days, 'dag', 'dagen')} te laat"
    return f"nog {aantal(days, 'dag', 'dagen')}" if days else "vandaag is de laatste dag"


def _where_it_is(row: Any) -> str:
    if row.reactie_op or row.redenen_ontvangen_op:
        return "de verhuurder antwoordde; nog niet afgesloten"
    return "ons advies is weg" if row.verstuurd_op else "wij zijn aan zet; er loopt geen termijn"
