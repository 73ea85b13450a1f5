"""Letterheads: which one a letter has, and a mark that prints well whatever was chosen."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from huurdersapp.actions import bijlagen, briefpapier, history, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.reports.brief import brief_document
from tests.actions.conftest import Made, numbers, shown
from tests.reports.brief_samples import SHORT, picture
from tests.reports.paper_samples import check_paper


def saved(folder: Path, name: str, image: Image.Image, **options: Any) -> Path:
    path = folder / name
    image.save(path, **options)
    return path


def of_bytes(folder: Path, data: bytes, name: str = "beeld.png") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def kept(ctx: Context, path: Path) -> Image.Image:
    """The picture that comes of a file, as it is kept."""
    line = jobs.run(briefpapier.keeping(ctx, path))
    return Image.open(io.BytesIO(bijlagen.content(ctx, line["inhoud"])))


RED = Image.new("RGB", (300, 100), "#AA0000")
SHEER = Image.new("RGBA", (300, 100), (170, 0, 0, 128))


def test_a_plain_picture_is_kept_as_it_is(office: Context, tmp_path: Path) -> None:
    path = of_bytes(tmp_path, picture("PNG"))
    line = jobs.run(briefpapier.keeping(office, path))
    assert bijlagen.content(office, line["inhoud"]) == path.read_bytes()
    assert line["naam"] == "beeld.png"
    assert line["grootte"] == path.stat().st_size


@pytest.mark.parametrize(
    ("name", "image", "options"),
    [
        ("cmyk.jpg", RED.convert("CMYK"), {}),
        ("doorzichtig.png", SHEER, {}),
        ("palet.gif", SHEER.convert("P"), {"transparency": 0}),
        ("grijs-alfa.png", SHEER.convert("LA"), {}),
        ("bits.png", RED.convert("1"), {}),
        ("zestien.png", Image.new("I;16", (300, 100), 40000), {}),
        ("beeld.tif", RED, {}),
        ("beeld.bmp", RED, {}),
        ("beeld.webp", SHEER, {}),
        ("beweegt.gif", RED, {"save_all": True, "append_images": [Image.new("RGB", (300, 100), "blue")]}),
        ("groot.png", Image.new("RGB", (4000, 500), "#AA0000"), {}),
    ],
)
def test_whatever_picture_is_chosen_a_clean_one_comes_on_paper(
    office: Context, tmp_path: Path, name: str, image: Image.Image, options: dict[str, object]
) -> None:
    made = kept(office, saved(tmp_path, name, image, **options))
    assert made.format in ("PNG", "JPEG")
    assert made.mode in ("RGB", "L")
    assert max(made.size) <= briefpapier.LONGEST
    assert made.width / made.height == pytest.approx(image.width / image.height, rel=0.02)
    assert getattr(made, "n_frames", 1) == 1


def test_what_shines_through_gets_white_behind_it(office: Context, tmp_path: Path) -> None:
    made = kept(office, saved(tmp_path, "doorzichtig.png", SHEER)).convert("RGB")
    assert [band.getpixel((5, 5)) for band in made.split()] == pytest.approx([212, 127, 127], abs=3)


def test_of_a_moving_picture_the_first_one_is_kept(office: Context, tmp_path: Path) -> None:
    path = saved(tmp_path, "x.gif", RED, save_all=True, append_images=[Image.new("RGB", RED.size, "blue")])
    assert kept(office, path).convert("RGB").tobytes()[:3] == b"\xaa\0\0"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 niet een beeld", "geen beeld dat op papier kan"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen beeld dat op papier kan"),
        (b"", "geen beeld dat op papier kan"),
        (picture("JPEG")[:1500], "beschadigd"),
        (picture("PNG")[:900], "beschadigd"),
        (picture("PNG") + bytes(40 * 1024 * 1024), "te groot: meer dan 10 MB"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_a_sentence_and_nothing_is_lost(
    office: Context, made: Made, tmp_path: Path, data: bytes, said: str
) -> None:
    number = made("briefpapier", naam="Ons papier")
    briefpapier.choose(office, number, of_bytes(tmp_path, picture("PNG"), "goed.png"))
    before = shown(office, "briefpapier", number)
    with pytest.raises(UserError, match=said) as refused:
        briefpapier.choose(office, number, of_bytes(tmp_path, data, "fout.png"))
    assert refused.value.hint
    assert shown(office, "briefpapier", number) == before
    assert bijlagen.unused(office) == []


def test_a_picture_of_too_many_dots_is_not_opened(office: Context, tmp_path: Path) -> None:
    path = saved(tmp_path, "reus.png", Image.new("1", (12_000, 12_000)))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(UserError, match="80 miljoen beeldpunten"):
        jobs.run(briefpapier.keeping(office, path))


def test_what_came_in_another_way_is_not_opened_either_when_it_is_too_large() -> None:
    with pytest.raises(UserError, match="meer dan 10 MB"):
        briefpapier.cleaned(picture("PNG") + bytes(40 * 1024 * 1024))


def test_a_file_that_is_gone_or_a_folder_is_told(office: Context, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "weg.png"):
        with pytest.raises(UserError, match="kan niet worden gelezen"):
            jobs.run(briefpapier.keeping(office, path))


def test_stopped_nothing_is_kept(office: Context, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        jobs.run(briefpapier.keeping(office, of_bytes(tmp_path, picture())), stop=lambda: True)
    assert bijlagen.unused(office) == []


def test_a_new_mark_takes_the_place_of_the_old_one_and_can_be_undone(
    office: Context, made: Made, tmp_path: Path
) -> None:
    number = made("briefpapier", naam="Ons papier")
    for name in ("een.png", "twee.png"):
        briefpapier.choose(office, number, saved(tmp_path, name, RED))
    assert [line["naam"] for line in shown(office, "briefpapier", number)["beeldmerk"]] == ["twee.png"]
    history.undo(office)
    assert [line["naam"] for line in shown(office, "briefpapier", number)["beeldmerk"]] == ["een.png"]


# -- which one -------------------------------------------------------------------------------------------------------


def id_of(ctx: Context, number: int) -> str:
    with ctx.store.reading() as db:
        return str(records.find(db, ctx.spec("partij"), number).id)


def head(ctx: Context, namens: str | None = None) -> briefpapier.Hoofd:
    with ctx.store.reading() as db:
        return briefpapier.letterhead(db, namens)


def test_each_organisation_has_its_own_letterhead_and_the_newest_holds(
    office: Context, made: Made, tmp_path: Path
) -> None:
    ours = made("partij", naam="De Deel", soort="huurdersorganisatie", eigen=True)
    other = made("partij", naam="De Buren", soort="huurdersorganisatie")
    third = made("partij", naam="Derde", soort="huurdersorganisatie")
    assert head(office) == briefpapier.Hoofd()
    made("briefpapier", naam="Oud", onderregel="oud")
    new = made("briefpapier", naam="Nieuw", onderregel="nieuw", venster="rechts")
    theirs = made("briefpapier", naam="Buren", namens="De Buren", onderregel="buren")
    briefpapier.choose(office, theirs, of_bytes(tmp_path, picture()))
    assert (head(office).nummer, head(office).venster, head(office).onderregel) == (new, "right", "nieuw")
    assert head(office, id_of(office, ours)).nummer == new
    found = head(office, id_of(office, other))
    assert found.nummer == theirs
    assert found.beeldmerk is not None
    assert found.beeldmerk.alternative == "Beeldmerk van De Buren"
    assert found.beeldmerk.data == picture()
    assert head(office, id_of(office, third)) == briefpapier.Hoofd()


def test_a_mark_that_came_in_another_way_and_cannot_be_printed_leaves_a_letter_without_it(
    office: Context, made: Made, tmp_path: Path
) -> None:
    made("partij", naam="De Deel", soort="huurdersorganisatie", eigen=True)
    line = bijlagen.keep(office, of_bytes(tmp_path, b"%PDF-1.7 geen beeld", "beeld.pdf"))
    saved_ = records.create(office, office.spec("briefpapier"), [{"naam": "Ons", "beeldmerk": [line]}])
    assert any("komt niet op de brief" in fault for fault in map(str, saved_.warnings))
    found = head(office)
    assert found.beeldmerk is None
    assert "beeld.pdf staat niet op de brief" in found.warnings[0]


def test_a_second_letterhead_of_one_organisation_is_told(office: Context, made: Made) -> None:
    made("briefpapier", naam="Een")
    second = records.create(office, office.spec("briefpapier"), [{"naam": "Twee"}])
    assert any("Een brief krijgt het nieuwste" in str(text) for text in second.warnings)
    (number,) = numbers(office, "briefpapier", "naam=Twee")
    again = records.change(office, office.spec("briefpapier"), number, {"onderregel": "x"})
    assert not again.warnings


def test_a_mark_that_was_cleaned_stands_on_a_letter_that_can_be_read_aloud(
    office: Context, made: Made, tmp_path: Path
) -> None:
    made("partij", naam="De Deel", soort="huurdersorganisatie", eigen=True)
    number = made("briefpapier", naam="Ons papier", beeldmerk_breedte=60)
    briefpapier.choose(office, number, saved(tmp_path, "cmyk.jpg", RED.convert("CMYK")))
    logo = head(office).beeldmerk
    assert logo is not None
    assert logo.width == 60
    check_paper(brief_document(replace(SHORT, beeldmerk=logo)))
