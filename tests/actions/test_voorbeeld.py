"""The example administration: the same each time, right in its sums, believable, and never taken for real."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import lists, records, renovatie_stand, voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs, period
from huurdersapp.base.errors import Stopped
from huurdersapp.records.knelpunt_status import STATUS
from huurdersapp.records.raadpleging import ONE_ANSWER

TRIMESTERS = ("2020-T1", "2020-T2", "2020-T3", "2021-T1", "2021-T2")
THEMAS = (
    "Beschikbaarheid en betaalbaarheid",
    "Duurzaamheid",
    "Wonen, zorg en welzijn",
    "Leefbare wijken en dorpen",
)
SLIP = "Enquête over woonlasten en betaalbaarheid in Emmerhout en Angelslo"


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """What the rules asked about while the example was made."""
    return []


@pytest.fixture(scope="module")
def ctx(tmp_path_factory: pytest.TempPathFactory, asked: list[str]) -> Iterator[Context]:
    """The example, opened and only looked at."""
    with opened(tmp_path_factory.mktemp("voorbeeld"), create=True, example=True, author="Voorbeeld") as made:
        jobs.run(voorbeeld.make(made, asked))
        yield made


def found(ctx: Context, kind: str, *where: str) -> list[Plain]:
    return lists.find(ctx, ctx.spec(kind), where, order="nummer")


def count(ctx: Context, kind: str, *where: str) -> int:
    return lists.count(ctx, ctx.spec(kind), where)


def everything(ctx: Context) -> dict[str, list[Plain]]:
    return {kind: found(ctx, kind) for kind in ctx.store.catalogue.specs}


def test_it_has_all_kinds_of_records(ctx: Context) -> None:
    counts = {
        "knelpunt": 180,
        "raadpleging": 18,
        "energiebezoek": 240,
        "energiecoach": 6,
        "bezoekformulier": 60,
        "campagne": 14,
        "commissie": 9,
        "contact": 16,
        "adres": 1200,
        "behandeltermijn": 15,
        "rekentarief": 2,
        "overleg": 68,
        "actiepunt": 60,
        "meting": 324,
        "afwijking": 3,
        "bijstelling": 1,
        "agendamoment": 36,
        "voorbereidingsstap": 7,
        "visie": 14,
        "activiteitenoverzicht": 21,
        "activiteit": 76,
        "inbrengpunt": 16,
        "advies": 15,
        "brief": 22,
        "renovatieproject": 3,
        "bouwkundige_eenheid": 4,
        "renovatiewoning": 169,
        "verwerking": 11,
        "privacyverzoek": 4,
        "opschoonronde": 1,
        "datalek": 2,
        "verslag": 9,
        "briefpapier": 2,
        "verhuurderjaar": 5,
        "complex": 14,
        "partij": 12,
        "verhuurder": 3,
        "akkoord": 1,
    }
    assert {kind: count(ctx, kind) for kind in counts} == counts
    assert count(ctx, "knelpunt", "collectief=nee") == 130
    assert count(ctx, "actiepunt", "toezegging=ja") == 49
    assert [item["naam"] for item in found(ctx, "partij", "eigen=ja")] == [
        "Huurdersfederatie Zuidoost Drenthe"
    ]


def test_it_is_the_same_each_time_whatever_day_it_is(ctx: Context, data_folder: Path) -> None:
    with clock.fixed(date(2031, 3, 9)), opened(data_folder, create=True, example=True) as other:
        jobs.run(voorbeeld.make(other))
        assert clock.today() == date(2031, 3, 9)
        assert everything(other) == everything(ctx)
    with opened(data_folder) as again:
        assert again.store.example, "it stays marked when it is opened as any other"
        _every_rule_is_content_but_for_three(again)


def _every_rule_is_content_but_for_three(other: Context) -> None:
    """Saved once more as it is shown, each record is checked as a form does it, and nothing is written."""
    told: list[str] = []
    written = other.store.head.seq
    kinds = ("kern", "verhuurder", *voorbeeld.KINDS)
    with clock.fixed(voorbeeld.TODAY):
        for kind in (*kinds, *(key for key in other.store.catalogue.specs if key not in kinds)):
            spec = other.spec(kind)
            for row in found(other, kind):
                told += records.change(other, spec, row["nummer"], row).warnings
                assert records.show(other, spec, row["nummer"]) == row
    assert other.store.head.seq == written
    assert told == [
        "vog_gezien_op: ‘VOG gezien op’ is nog niet bekend. Regel dat vóór het eerste bezoek.",
        "respons_totaal: De kanalen zijn samen 284. Klopt het totaal?",
        "leden: Er staat geen voorzitter bij. Is die plek leeg?",
    ]


def test_invented_records_never_come_into_a_real_administration(data_folder: Path) -> None:
    with opened(data_folder, create=True, author="Echt") as real:
        with pytest.raises(RuntimeError, match="never come among real ones"):
            jobs.run(voorbeeld.make(real))
        assert sum(len(rows) for rows in everything(real).values()) == 0


@pytest.mark.parametrize("until", [2, 9])
def test_a_making_that_is_stopped_leaves_nothing(data_folder: Path, until: int) -> None:
    with opened(data_folder, create=True, example=True, author="Voorbeeld") as other:
        told: list[int] = []
        with pytest.raises(Stopped):
            jobs.run(
                voorbeeld.make(other), lambda progress: told.append(progress.done), lambda: len(told) == until
            )
        assert sum(len(rows) for rows in everything(other).values()) == 0
        assert clock.today() != voorbeeld.TODAY


def test_every_status_of_a_knelpunt_occurs(ctx: Context) -> None:
    rows = found(ctx, "knelpunt")
    assert {row["status"] for row in rows} == set(STATUS.keys()) - {"heropend"}
    assert {step["status"] for row in rows for step in row["stappen"]} == set(STATUS.keys())


def test_every_category_occurs_and_no_two_knelpunten_are_told_alike(ctx: Context) -> None:
    rows = found(ctx, "knelpunt")
    categories = ctx.spec("knelpunt").fields["categorie"].choices
    assert categories is not None
    assert {row["categorie"] for row in rows} == set(categories.keys())
    for key in ("titel", "omschrijving"):
        assert [text for text, times in Counter(row[key] for row in rows).items() if times > 1] == []
    assert all(len(row["omschrijving"]) > 60 for row in rows)
    assert len({row["kern"] for row in rows}) >= 15
    assert {row["verhuurder"] for row in rows} == {1, 2, 3, None}


@pytest.mark.parametrize("side", ["ja", "nee"])
def test_the_stands_of_the_trimesters_join(ctx: Context, side: str) -> None:
    last: int | None = None
    sums: Counter[str] = Counter()
    for code in ("2019-T3", *TRIMESTERS):
        days = period.parse(code)
        begin = count(ctx, "knelpunt", f"collectief={side}", f"open_op={days.before}")
        end = count(ctx, "knelpunt", f"collectief={side}", f"open_op={days.last}")
        moved = {
            key: count(ctx, "knelpunt", f"collectief={side}", f"{key}={code}")
            for key in ("nieuw_in", "heropend_in", "afgehandeld_in")
        }
        assert begin + moved["nieuw_in"] + moved["heropend_in"] - moved["afgehandeld_in"] == end, code
        assert last is None or begin == last, code
        last = end
        sums.update(moved)
    assert sums["nieuw_in"] == count(ctx, "knelpunt", f"collectief={side}")
    assert last == count(ctx, "knelpunt", f"collectief={side}", "open_op=2021-08-31")


def test_something_came_back_on_both_sides(ctx: Context) -> None:
    assert count(ctx, "knelpunt", "collectief=ja", "heropend_in=2020-T2") == 1
    assert count(ctx, "knelpunt", "collectief=nee", "heropend_in=2021-T2") == 1


def test_the_second_trimester_of_2020_shows_its_figures(ctx: Context) -> None:
    """It is the report that people see first: no count of households in it is small enough to be hidden."""
    days = period.parse("2020-T2")
    new = found(ctx, "knelpunt", "collectief=nee", "nieuw_in=2020-T2")
    still = found(ctx, "knelpunt", "collectief=nee", f"open_op={days.last}")
    shown = [
        *Counter(row["categorie"] for row in new).values(),
        *Counter(row["kern"] for row in new).values(),
        *Counter(_status_on(row, days.last) for row in still).values(),
        count(ctx, "knelpunt", "collectief=nee", f"open_op={days.before}"),
        count(ctx, "knelpunt", "collectief=nee", "afgehandeld_in=2020-T2"),
        count(ctx, "knelpunt", "collectief=nee", "ingebracht_in=2020-T2"),
    ]
    assert min(shown) >= 5
    assert count(ctx, "raadpleging", "gehouden_in=2020-T2") == 5
    assert count(ctx, "overleg", "bijgewoond_in=2020-T2") == 8
    assert count(ctx, "advies", "verstuurd_in=2020-T2") == 2


def _status_on(row: Plain, on: date) -> str:
    return str([step["status"] for step in row["stappen"] if step["datum"] <= on.isoformat()][-1])


def test_every_trimester_has_something_in_every_theme(ctx: Context) -> None:
    numbers = {thema: _thema(ctx, thema) for thema in THEMAS}
    for code in TRIMESTERS:
        for thema, number in numbers.items():
            assert count(ctx, "knelpunt", f"nieuw_in={code}", f"thema={number}") > 0, (code, thema)
        assert count(ctx, "raadpleging", f"gehouden_in={code}") > 0, code
        assert count(ctx, "overleg", f"bijgewoond_in={code}", "soort=rg,bo") > 0, code


def _thema(ctx: Context, name: str) -> int:
    return next(int(row["nummer"]) for row in found(ctx, "thema") if row["naam"] == name)


def test_in_the_first_trimester_of_2019_there_are_only_meetings(ctx: Context) -> None:
    span = "2019-T1"
    assert count(ctx, "knelpunt", f"nieuw_in={span}") == count(ctx, "knelpunt", "open_op=2019-04-30") == 0
    assert count(ctx, "raadpleging", f"gehouden_in={span}") == 0
    assert count(ctx, "overleg", f"bijgewoond_in={span}") == 3


def test_the_answers_of_a_raadpleging_add_up_but_for_the_one_slip(ctx: Context) -> None:
    wrong: list[str] = []
    for row in (row for row in found(ctx, "raadpleging") if row["respons_totaal"] is not None):
        if sum(line["respons"] for line in row["kanalen"]) != row["respons_totaal"]:
            wrong.append(row["titel"])
        for question in row["vragen"]:
            counts = [option["aantal"] for option in question["opties"]]
            assert question["beantwoord_door"] <= row["respons_totaal"]
            assert question["soort"] not in ONE_ANSWER or sum(counts) == question["beantwoord_door"]
            assert all(value <= question["beantwoord_door"] for value in counts)
    assert wrong == [SLIP]
    slip = next(row for row in found(ctx, "raadpleging") if row["titel"] == SLIP)
    assert ([line["respons"] for line in slip["kanalen"]], slip["respons_totaal"]) == ([78, 206], 285)


def test_raadplegingen_differ_as_they_do_in_real_life(ctx: Context) -> None:
    rows = [row for row in found(ctx, "raadpleging") if row["respons_totaal"] is not None]
    sizes = sorted(row["respons_totaal"] for row in rows)
    assert sizes[0] < 10 <= sizes[1] < 30 < sizes[-1] == 783
    assert {row["selectie"] for row in rows} == {"allen", "steekproef", "zelfselectie", "uitgenodigd"}
    assert len({line["methode"] for row in rows for line in row["methoden"]}) >= 6
    assert len({line["kanaal"] for row in rows for line in row["kanalen"]}) >= 5
    assert [row["status"] for row in rows].count("uitslag") == 2
    assert any(row["open_stemming"] and row["respons_totaal"] > 40 for row in rows)
    assert all(row["afspraken"] and row["conclusies"] and row["beperkingen"] for row in rows)
    assert count(ctx, "raadpleging", "terugkoppeling_open_op=2021-09-01") == 2
    assert [row["titel"][:12] for row in found(ctx, "raadpleging", "loopt_op=2021-09-01")] == ["Wollegrashof"]
    assert {line["indeling"] for row in rows for line in row["groepen"]} >= {"leeftijd", "verdieping"}


def test_the_same_question_was_asked_in_two_years(ctx: Context) -> None:
    keys: dict[str, set[str]] = {}
    for row in found(ctx, "raadpleging"):
        for question in row["vragen"]:
            if question["sleutel"] and question["beantwoord_door"]:
                keys.setdefault(question["sleutel"], set()).add(row["start_op"][:4])
    assert {"merkte iets van de afspraken", "tevreden over betrekken"} == {
        key for key, years in keys.items() if years == {"2020", "2021"}
    }


def test_the_rules_ask_about_these_and_nothing_else(ctx: Context, asked: list[str]) -> None:
    """What a person would be asked again in a form: each of these is meant, any other is a slip."""
    told = Counter(re.sub(r"‘.*?’: ", "", text) for text in asked)
    assert told == {
        "energiecoach ‘VOG gezien op’ is nog niet bekend. Regel dat vóór het eerste bezoek.": 1,
        "raadpleging De kanalen zijn samen 284. Klopt het totaal?": 1,
        "commissie Er staat geen voorzitter bij. Is die plek leeg?": 1,
        "energiebezoek Deze dag moet nog komen. Het bezoek staat dan als gepland.": 8,
        "energiebezoek Van deze coach mist nog: VOG gezien op. Vul dat aan bij de energiecoach.": 1,
    }


def test_the_first_advies_is_the_letter_to_show(ctx: Context) -> None:
    letter = found(ctx, "advies")[0]
    assert (letter["nummer"], letter["uitkomst"], letter["verhuurder"]) == (1, "positief_mits", _lefier(ctx))
    assert len(letter["voorwaarden"]) == 3
    assert all(line["toetsbaar_aan"] and line["termijn"] for line in letter["voorwaarden"])
    assert letter["raadplegingen"]
    assert letter["knelpunten"]
    assert [line["functie"] for line in letter["ondertekenaars"]] == ["voorzitter", "secretaris"]
    assert letter["bijlagen"]
    assert letter["kopie_aan"]
    assert letter["ontvangen_op"] < letter["volledig_op"]


def test_renovations_stand_as_they_may_in_real_life(ctx: Context) -> None:
    """One lacks one ja, one has no vermoeden, one is reached against our advies, one asks a part again."""
    with clock.as_if(voorbeeld.TODAY), ctx.store.reading() as db:
        stands = [renovatie_stand.project_stand(db, number) for number in (1, 2, 3)]
    units = {unit.naam: unit for stand in stands for unit in stand.eenheden}
    assert {
        name: (unit.telling.ja, unit.telling.huurders, unit.telling.alle_woningen, unit.telling.vermoeden)
        for name, unit in units.items()
    } == {
        "Zuringhof": (16, 23, 23, False),
        "Zuringpad": (7, 9, 9, False),
        "Zilverschoonflat": (55, 74, 77, True),
        "Zonnedauwflat": (38, 58, 60, False),
    }
    assert (units["Zuringhof"].telling.nog_nodig, units["Zuringhof"].verhuurder) == (
        1,
        (16, 20, date(2021, 8, 24)),
    )
    assert units["Zuringpad"].telling.gehaald
    assert [outcome for _number, _subject, outcome in stands[1].adviezen] == ["negatief"]
    assert units["Zilverschoonflat"].rechter_dagen == (date(2021, 10, 18), date(2021, 10, 18))
    assert units["Zilverschoonflat"].naar_rechter == 18
    homes = found(ctx, "renovatiewoning")
    assert (
        sum(bool(home["eerder"]) for home in homes) == 24 == sum(home["vraagt_versie"] == 2 for home in homes)
    )
    assert count(ctx, "renovatiewoning", "terugkomen_op=2021-09-01") == 1
    names = [home["huurder"] for home in homes if home["huurder"]]
    assert names
    assert all(name.endswith(". Voorbeeld") for name in names)


def _lefier(ctx: Context) -> int:
    return next(int(row["nummer"]) for row in found(ctx, "verhuurder") if row["naam"] == "Lefier")


def test_adviezen_stand_at_different_points(ctx: Context) -> None:
    rows = found(ctx, "advies")
    fields = ctx.spec("advies").fields
    for key, empty in (("status", set()), ("uitkomst", {None}), ("soort", set())):
        choices = fields[key].choices
        assert choices is not None
        assert {row[key] for row in rows} == set(choices.keys()) | empty, key
    assert count(ctx, "advies", "open_op=2021-09-01") == 4
    assert any(row["verlengd_tot"] and not row["verlengd_mondeling"] for row in rows)
    assert any(row["ontbreekt"] and row["volledig_op"] is None for row in rows)
    assert sum(row["commissie"] is not None for row in rows) == 3


def test_a_landlord_said_of_each_condition_what_he_does_with_it(ctx: Context) -> None:
    rows = found(ctx, "advies")
    told = Counter(
        line["reactie"] for row in rows for key in ("voorwaarden", "aanbevelingen") for line in row[key]
    )
    assert set(told) == {"overgenomen", "deels", "niet", None}
    assert all(
        line["reactie_reden"]
        for row in rows
        for key in ("voorwaarden", "aanbevelingen")
        for line in row[key]
        if line["reactie"] in ("deels", "niet")
    )


def test_the_register_has_a_number_for_each_letter_that_went_out_or_came_in(ctx: Context) -> None:
    rows = [row for row in found(ctx, "brief") if row["registernummer"]]
    for year in ("2020", "2021"):
        numbers = [row["registernummer"] for row in rows if row["registernummer"].startswith(year)]
        assert numbers == [f"{year}-{number:03}" for number in range(1, len(numbers) + 1)]
    assert {row["richting"] for row in rows} == {"uit", "binnen"}
    sent = {row["nummer"] for row in found(ctx, "advies") if row["verstuurd_op"]}
    assert sent == {row["advies"] for row in rows if row["richting"] == "uit"} - {None}


def test_promises_of_others_are_done_late_or_without_a_day(ctx: Context) -> None:
    promises = found(ctx, "actiepunt", "toezegging=ja")
    assert count(ctx, "actiepunt", "toezegging=ja", "te_laat_op=2020-08-31") == 3
    assert sum(row["uiterlijk"] is None for row in promises) >= 3
    assert sum(row["gedaan_op"] is not None for row in promises) >= 10
    assert count(ctx, "actiepunt", "toezegging=nee") == 11


def test_landlords_can_be_written_to(ctx: Context) -> None:
    assert all(row["straat"] and row["postcode"] and row["plaats"] for row in found(ctx, "verhuurder"))


def test_nobody_can_be_called_or_mailed(ctx: Context) -> None:
    mails = re.compile(r"\S+@\S+")
    phones = re.compile(r"(?<!\w)(?:\+31|0\d{1,3})[-\s]?\d[\d\s-]{4,}\d")
    wrong: list[str] = []
    for kind in voorbeeld.KINDS:
        for text in _texts(found(ctx, kind)):
            wrong += [mail for mail in mails.findall(text) if not mail.endswith(".invalid")]
            numbers = phones.findall(re.sub(r"\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}", "", text))
            wrong += [number for number in numbers if not number.startswith("0591-000 ")]
    assert wrong == []
    melders = [row for row in found(ctx, "knelpunt") if row["melder_naam"]]
    assert len(melders) >= 8
    assert all(row["toestemming_contact"] and row["toestemming_op"] for row in melders)
    assert not any(re.search(r"\d", row["melder_adres"]) for row in melders)


def test_it_is_calm_plain_dutch(ctx: Context) -> None:
    own = [text for kind in voorbeeld.KINDS for text in _texts(found(ctx, kind))]
    assert [text for text in own if "!" in text or "ongeldig" in text.lower()] == []


def test_nothing_happens_in_a_weekend(ctx: Context) -> None:
    days = {row["besloten_op"] for row in found(ctx, "bijstelling")} | {
        step["datum"] for row in found(ctx, "afwijking") for step in row["stappen"]
    }
    days |= {row["gemeld_op"] for row in found(ctx, "knelpunt")} | {
        row["datum"] for row in found(ctx, "overleg")
    }
    days |= {step["datum"] for row in found(ctx, "knelpunt") for step in row["stappen"]}
    assert [day for day in days if date.fromisoformat(day).weekday() > 4] == []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item) if key != "id" else ()
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value
