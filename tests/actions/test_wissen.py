"""Who asks to be forgotten is: in every record, in the history, in search, forms and screens, and after a restore."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from huurdersapp.actions import history, persoon, records, wissen
from huurdersapp.actions.context import Context
from huurdersapp.actions.persoon import Vraag
from huurdersapp.actions.wissen import Besluit
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.records.brief import Brief, BriefVersie
from huurdersapp.store import backup, check, contents, driver, erased, keys, restore
from tests.actions import vergeten
from tests.actions.conftest import TODAY, Made, changed, shown
from tests.bare_pages import bare


@pytest.fixture(scope="module")
def planted_made(samples_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """An administration with the name in every place, made once."""
    folder = tmp_path_factory.mktemp("vergeten") / "gegevens"
    shutil.copytree(samples_made, folder)
    with clock.fixed(TODAY), opened(folder) as ctx:
        count = vergeten.planted(ctx)
    yield folder, count
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def planted(planted_made: tuple[Path, int], data_folder: Path) -> Iterator[Context]:
    shutil.copytree(planted_made[0], data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


def ask(ctx: Context) -> int:
    """A request of somebody whom the board knows."""
    said = {"soort": "verwijdering", "ontvangen_op": TODAY.isoformat(), "identiteit": "bekend"}
    (made,) = records.create(ctx, ctx.spec("privacyverzoek"), [said]).records
    return int(made["nummer"])


def forget(ctx: Context) -> wissen.Gewist:
    found = jobs.run(persoon.zoek(ctx, vergeten.VRAAG))
    return jobs.run(wissen.wis(ctx, ask(ctx), vergeten.VRAAG, vergeten.all_of(found)))


def test_a_forgotten_name_is_nowhere(planted_made: tuple[Path, int], planted: Context) -> None:
    count, store = planted_made[1], planted.store
    before = bare(store.path, store.key)
    places = sum(
        before.count(word) for word in (vergeten.SURNAME.encode(), vergeten.SURNAME.lower().encode())
    )
    assert places > count > 40, "the scan is blind"
    assert len(vergeten.seen(before)) > 2, "the scan does not see the index"
    done = forget(planted)
    print(f"{count} plantings, {done.plaatsen} findings, {done.rijen} rows")
    assert vergeten.seen(bare(store.path, store.key)) == []
    assert jobs.run(persoon.zoek(planted, vergeten.VRAAG)) == ()
    assert jobs.run(check.check(store)) == []


def back(folder: Path, copy: Path, *, with_list: bool = True) -> None:
    """An older copy put back the way people do it."""
    key = keys.read(folder)
    if not with_list:
        (folder / erased.FILE).unlink()
    jobs.run(restore.restore(folder, copy, key))


@pytest.mark.parametrize("damaged", [False, True], ids=["whole", "the store is damaged"])
def test_an_older_copy_that_is_put_back_does_not_bring_the_name_back(
    planted_made: tuple[Path, int], data_folder: Path, damaged: bool
) -> None:
    shutil.copytree(planted_made[0], data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        forget(ctx)
        (copy,) = backup.every(data_folder)
        path, key = ctx.store.path, ctx.store.key
    assert vergeten.seen(bare(copy.path / path.name, key)), "the copy was made before the erasing"
    assert not any(word in (data_folder / erased.FILE).read_bytes() for word in (b"Wxyqz", b"wxyqz"))
    if damaged:
        path.write_bytes(b"\0" * 5000)
    with clock.fixed(TODAY):
        back(data_folder, copy.path)
    assert vergeten.seen(bare(path, key)) == []
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        assert jobs.run(persoon.zoek(ctx, vergeten.VRAAG)) == ()
        assert jobs.run(check.check(ctx.store)) == []


def test_without_the_list_the_name_comes_back(planted: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as above must be able to fail: here what does the erasing again is taken away."""
    forget(planted)
    (copy,) = backup.every(planted.folder)
    path, key, folder = planted.store.path, planted.store.key, planted.folder
    planted.store.close()
    monkeypatch.setattr(erased, "again", lambda store, items: 0)
    back(folder, copy.path)
    assert vergeten.seen(bare(path, key))


def test_without_overwriting_the_name_stays_on_free_pages(
    planted_made: tuple[Path, int], data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(planted_made[0], data_folder)
    settings = [each.replace("secure_delete=ON", "secure_delete=OFF") for each in driver.SETTINGS]
    assert settings != list(driver.SETTINGS)
    monkeypatch.setattr(driver, "SETTINGS", tuple(settings))
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        forget(ctx)
        assert jobs.run(persoon.zoek(ctx, vergeten.VRAAG)) == ()
        assert vergeten.seen(bare(ctx.store.path, ctx.store.key))


# -- what goes and what stays ----------------------------------------------------------------------------------------

KEES = Vraag("Kees Bakker")


def hits(ctx: Context) -> dict[str, persoon.Treffer]:
    return {each.aard: each for each in jobs.run(persoon.zoek(ctx, KEES))}


def decide(ctx: Context, *kinds: str, keep: tuple[str, ...] = ()) -> wissen.Gewist:
    found = hits(ctx)
    decided = [Besluit(found[kind].sleutel, "gewist") for kind in kinds]
    decided += [Besluit(found[kind].sleutel, "bewaard", "De zaak loopt nog.") for kind in keep]
    return jobs.run(wissen.wis(ctx, ask(ctx), KEES, decided))


def report(made: Made, **values: object) -> int:
    return made("knelpunt", titel="Lek", categorie="onderhoud", **values)


def test_of_a_text_only_the_name_goes_and_the_rest_stays_also_after_a_restore(
    office: Context, made: Made, data_folder: Path
) -> None:
    text = "Er is water. Buurman Kees Bakker belde. Bakker komt om 8 uur."
    number = report(made, omschrijving=text)
    found = jobs.run(persoon.zoek(office, KEES))
    assert [each.waarden for each in found] == [("Kees Bakker",), ("Bakker",)]
    jobs.run(wissen.wis(office, ask(office), KEES, [Besluit(found[0].sleutel, "gewist")]))
    left = "Er is water. Buurman (gewist) belde. Bakker komt om 8 uur."
    assert shown(office, "knelpunt", number)["omschrijving"] == left
    assert b"Kees" not in bare(office.store.path, office.store.key)
    (copy,) = backup.every(data_folder)
    office.store.close()
    back(data_folder, copy.path)
    with opened(data_folder) as ctx:
        assert shown(ctx, "knelpunt", number)["omschrijving"] == left


def test_what_the_history_alone_knows_goes_and_what_stands_there_now_stays(
    office: Context, made: Made
) -> None:
    number = report(made, melder_naam="Kees Bakker", melder_telefoon="0591-123456")
    changed(office, "knelpunt", number, melder_naam="Piet Anders")
    decide(office, "geschiedenis")
    assert shown(office, "knelpunt", number)["melder_naam"] == "Piet Anders"
    assert b"Kees" not in bare(office.store.path, office.store.key)
    assert jobs.run(check.check(office.store)) == []


def test_who_lives_at_the_same_address_is_never_more_than_perhaps_the_same_person(
    office: Context, made: Made
) -> None:
    home = "Kerkstraat 7, 7811 AB Emmen"
    for name in ("Kees Bakker", "Truus Smit", "P. Bakker", None):
        report(made, melder_naam=name, melder_adres=home)
    asked = Vraag("Kees Bakker", "Kerkstraat", "7", "7811 AB")
    found = {each.nummer: each.zeker for each in jobs.run(persoon.zoek(office, asked))}
    assert found == {1: "zeker", 2: "misschien", 3: "misschien", 4: "waarschijnlijk"}


def test_what_was_taken_out_of_a_contact_block_before_goes_with_it(office: Context, made: Made) -> None:
    number = report(made, melder_naam="Kees Bakker", melder_telefoon="0591-123456")
    changed(office, "knelpunt", number, melder_telefoon=None)
    decide(office, "contactblok")
    assert b"123456" not in bare(office.store.path, office.store.key)


def test_a_new_contact_in_the_same_place_stays_when_a_later_copy_comes_back(
    office: Context, made: Made, data_folder: Path
) -> None:
    number = report(made, melder_naam="Kees Bakker")
    decide(office, "contactblok")
    changed(office, "knelpunt", number, melder_naam="Nieuwe Melder")
    copy = backup.make(office.store.path, office.store.key, "later")
    changed(office, "knelpunt", number, melder_naam="Nog Nieuwer")
    office.store.close()
    back(data_folder, copy)
    with opened(data_folder) as ctx:
        assert shown(ctx, "knelpunt", number)["melder_naam"] == "Nieuwe Melder"


def test_of_a_letter_number_date_kind_and_mark_stay(office: Context, made: Made) -> None:
    made("partij", naam="De Linde", soort="huurdersorganisatie", eigen=True, plaats="Emmen")
    number = made(
        "brief",
        onderwerp="Uw vraag",
        aan="Kees Bakker\nKanaalstraat 1\n7811 AB  EMMEN",
        datum="2019-09-01",
        tekst="Beste Kees Bakker, wij komen langs.",
        delen=[{"sleutel": "tekst", "tekst": "Over de heer Kees Bakker."}],
    )
    with office.store.step("Versie") as db:
        row = db.scalars(select(Brief)).one()
        digest = contents.put(db, b"Bladzijden voor Kees Bakker " * 500)
        made_: dict[str, Any] = {"versie": 1, "vastgelegd_op": clock.now(), "tekst": "Beste Kees Bakker"}
        line = BriefVersie(ouder_id=row.id, volgorde=0, naam="b.pdf", inhoud=digest, grootte=14000, **made_)
        db.add(line)
        row.registernummer = "2019-001"
    decide(office, "brief")
    letter = shown(office, "brief", number)
    assert (letter["aan"], letter["tekst"], letter["registernummer"]) == (None, None, "2019-001")
    assert (letter["datum"], letter["soort"], letter["onderwerp"]) == ("2019-09-01", "brief", "Uw vraag")
    (version,) = letter["versies"]
    assert (version["inhoud"], version["tekst"]) == (digest, "(gewist)")
    assert b"Kees" not in bare(office.store.path, office.store.key)
    assert jobs.run(check.check(office.store)) == []
    with office.store.reading() as db, pytest.raises(UserError, match="is gewist"):
        list(contents.pieces(db, digest))
    with pytest.raises(RuntimeError, match="never changes"), office.store.step("Toch") as db:
        db.get_one(BriefVersie, line.id).tekst = "Anders"


def test_what_stays_needs_a_reason_and_is_put_down_without_names(office: Context, made: Made) -> None:
    report(made, melder_naam="Kees Bakker", omschrijving="Kees Bakker belde.")
    found = hits(office)
    without = [
        Besluit(found["contactblok"].sleutel, "gewist"),
        Besluit(found["vrije_tekst"].sleutel, "bewaard"),
    ]
    with pytest.raises(UserError, match="waarom u knelpunt 1 bewaart"):
        wissen.voorgenomen(tuple(found.values()), without)
    made("knelpunt", titel="Kier", categorie="onderhoud", aanvulling="Kees Bakker weer.")
    done = decide(office, "contactblok", keep=("vrije_tekst",))
    lines = shown(office, "privacyverzoek", done.verzoek)["gegevens"]
    told = [(line["soort"], line["recordnummer"], line["besluit"], line["reden"]) for line in lines]
    assert told == [("knelpunt", 1, "gewist", None), ("knelpunt", 2, "bewaard", "De zaak loopt nog.")]
    assert done.kopieen == 1
    assert any("opnieuw" in text for text in done.zinnen)
    with pytest.raises(UserError, match="wat toen is gewist, komt niet terug"):
        history.undo(office)
    assert jobs.run(check.check(office.store)) == []


@pytest.mark.parametrize("at", ["huurdersapp.store.search.rebuild", "huurdersapp.store.backup.make"])
def test_an_erasing_that_breaks_off_erases_nothing(
    office: Context, made: Made, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    number = report(made, melder_naam="Kees Bakker", omschrijving="Kees Bakker belde.")
    before = shown(office, "knelpunt", number)
    monkeypatch.setattr(at, lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        decide(office, "contactblok", "vrije_tekst")
    assert shown(office, "knelpunt", number) == before
    assert set(hits(office)) == {"contactblok", "vrije_tekst"}


def test_nothing_goes_for_somebody_whom_nobody_checked_nor_for_what_changed_since(
    office: Context, made: Made
) -> None:
    number = report(made, omschrijving="Kees Bakker belde.")
    key = hits(office)["vrije_tekst"].sleutel
    unknown = made("privacyverzoek", soort="verwijdering", ontvangen_op=TODAY.isoformat())
    with pytest.raises(UserError, match="nagegaan wie dit vraagt"):
        jobs.run(wissen.wis(office, unknown, KEES, [Besluit(key, "gewist")]))
    changed(office, "knelpunt", number, omschrijving="Vandaag belde Kees Bakker.")
    with pytest.raises(UserError, match="Intussen is er iets gewijzigd"):
        jobs.run(wissen.wis(office, ask(office), KEES, [Besluit(key, "gewist")]))
    with pytest.raises(UserError, match="niets aangevinkt"):
        jobs.run(wissen.wis(office, ask(office), KEES, []))


def test_answering_without_knowing_who_asks_is_refused(office: Context, made: Made) -> None:
    values = {
        "soort": "inzage",
        "ontvangen_op": "2019-08-01",
        "antwoord_op": "2019-09-01",
        "uitkomst": "ingewilligd",
    }
    with pytest.raises(UserError, match="na of dit de persoon zelf is"):
        made("privacyverzoek", **values)
    assert made("privacyverzoek", **values | {"identiteit": "bekend"}) == 1
