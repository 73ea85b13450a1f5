"""Letters to look at: short and long, with a mark and without."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.brief import BriefDeel, BriefValues
from huurdersapp.reports.document import Logo

POINT = (
    "De huurders van de Bargermeer hebben ons verteld wat zij van het plan vinden. Zij zijn blij met de isolatie, "
    "maar zij vragen zich af of de huur omhoog gaat met € 25,50 per maand. In artikel 5 lid 2 staat wat u moet doen. "
)


@cache
def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (900, 300)) -> bytes:
    """A mark of two colours."""
    image = Image.new("RGBA", size, (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[1], size[1]), fill="#0B5394")
    draw.polygon(((size[1], size[1]), (size[0], size[1]), (size[0] - 40, 0)), fill="#8A2C0D")
    if mode != "RGBA":
        plain = Image.new("RGBA", size, "white")
        image = Image.alpha_composite(plain, image).convert(mode)
    stream = BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


SHORT = BriefValues(
    afzender=Afzender(
        "Huurdersfederatie Zuidoost Drenthe",
        ("Postbus 12", "7800 AA  EMMEN"),
        "0591 00 00 00",
        "info@hfzod.example",
        "www.hfzod.example",
    ),
    aan=(
        "Woningstichting IJsbrand van der Vélde",
        "Afdeling Bewonerszaken en Financiën €",
        "t.a.v. mevrouw C.J.M. van der Meulen-ter Horst",
        "Gebouw De Weerdinger Erven",
        "Postbus 2055",
        "7801 CB  EMMEN",
    ),
    plaats="Emmen",
    datum=date(2026, 3, 5),
    betreft="ons advies over de huurverhoging van 1 juli 2026",
    delen=(BriefDeel("Aanleiding", POINT), BriefDeel("Ons advies", "**Wij adviseren negatief.**")),
    ons_kenmerk="A-2026-3",
    uw_kenmerk="HB/26-0114",
    ondertekenaars=(("Jan van der Vries", "voorzitter"), ("Mieke IJzerman", "secretaris")),
    bijlagen=("Uitslag van de enquête", "Verslag van de bewonersavond"),
    kopie_aan=("Gemeente Emmen",),
    onderregel="Bank NL00 BANK 0123 4567 89 · KvK 01000000 · Wij zijn telefonisch bereikbaar op werkdagen van 9 tot 12 uur",
    beeldmerk=Logo(picture(), 45, "Beeldmerk van Huurdersfederatie Zuidoost Drenthe"),
)


def long(points: int = 19) -> tuple[BriefDeel, ...]:
    """Parts of some pages: text, a list with numbers, a list with dots."""
    told = "\n\n".join(POINT * 2 for _ in range(points))
    numbered = "\n".join(f"{number}. {POINT}" for number in range(1, 5))
    return (
        BriefDeel("Aanleiding", POINT),
        BriefDeel("Onze overwegingen", told),
        BriefDeel("Onze voorwaarden", numbered),
        BriefDeel(
            "Vervolg", "Wij lichten dit graag toe:\n\n- in het overleg van 12 mei 2026\n- aan de telefoon"
        ),
    )
