"""Forms of the akkoord and its parts."""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.base.i18n import lazy as _
from huurdersapp.ui.forms.layouts.shape import MORE, Group, Layout

_SOURCE = ("bron", "letterlijk", "twijfel", "volgorde")
_COUNTS = Group(
    _("Telt vanzelf mee"),
    ("regel_telt", "regel_categorieen", "regel_overlegsoort", "regel_trefwoorden"),
    True,
)

LAYOUTS: Mapping[str, Layout] = {
    "akkoord": Layout(
        (
            Group(None, ("naam", "gemeente", "kern", "van_jaar", "tot_jaar", "geldig", "cyclus_jaren")),
            Group(_("Wie meedoet"), ("partijen", "kernen"), True),
            Group(_("Hoe het loopt"), ("cyclus", "overlegvormen", "diepte", "bijstelopties"), True),
            Group(_("Begrippen"), ("begrippen",), True),
            Group(MORE, ("bron", "toelichting"), True),
        ),
    ),
    "thema": Layout(
        (
            Group(None, ("akkoord", "code", "naam", "hoofddoel", "hoofddoel_jaar")),
            Group(MORE, ("toelichting", "bron", "volgorde"), True),
        ),
        last=("akkoord",),
    ),
    "doel": Layout(
        (
            Group(None, ("thema", "code", "tekst", "onderwerp", "trefwoord")),
            Group(_("Voor wie"), ("partijen", "kernen"), True),
            Group(MORE, ("toelichting", *_SOURCE), True),
        ),
        last=("thema",),
    ),
    "afspraak": Layout(
        (
            Group(None, ("code", "tekst", "doel", "akkoord", "trefwoord", "status", "van_jaar", "tot_jaar")),
            Group(_("Wie en waar"), ("partijen", "samen_met", "kernen", "verwijst_naar"), True),
            _COUNTS,
            Group(MORE, ("toelichting", *_SOURCE), True),
        ),
        last=("doel",),
    ),
    "indicator": Layout(
        (
            Group(None, ("code", "tekst", "doel", "soort", "eenheid", "norm", "hoofd")),
            Group(_("Streefwaarden"), ("streefwaarden",)),
            Group(_("Nulmeting"), ("nulmeting_waarde", "nulmeting_jaar", "nulmeting_bron"), True),
            Group(
                _("Hoe er wordt gemeten"),
                (
                    "definitie",
                    "meetwijze",
                    "frequentie",
                    "verantwoordelijk",
                    "richting",
                    "tijd",
                    "prijspeil",
                    "grensbedrag",
                    "klassen",
                    "let_op",
                ),
                True,
            ),
            Group(
                _("Wie en waar"), ("partijen", "kernen", "afspraken", "verwijzingen", "verwijst_naar"), True
            ),
            _COUNTS,
            Group(MORE, ("herkomst", "toelichting", *_SOURCE), True),
        ),
        last=("doel",),
    ),
    "anker": Layout(
        (
            Group(
                None, ("naam", "akkoord", "fase", "cyclusjaar", "soort_datum", "dag", "maand", "tot_maand")
            ),
            Group(_("Wat en wie"), ("tekst", "overleg", "partijen", "ronde"), True),
            Group(MORE, ("sleutel", "toelichting", "herkomst", *_SOURCE), True),
        ),
        last=("akkoord",),
    ),
    "bijstelling": Layout(
        (
            Group(None, ("doel", "afspraak", "indicator", "besloten_op", "overleg", "optie", "reden")),
            Group(_("Wat er veranderde"), ("verschillen",)),
            Group(MORE, ("afwijking", "toelichting", "bijlagen"), True),
        ),
        today=("besloten_op",),
        hidden=("naam", "akkoord"),
    ),
    "afwijking": Layout(
        (
            Group(None, ("doel", "indicator", "waarom", "gevraagd")),
            Group(_("Stappen"), ("stappen",)),
            Group(MORE, ("toelichting", "bijlagen"), True),
        ),
        hidden=("naam", "status", "gesignaleerd_op"),
    ),
    "meting": Layout(
        (
            Group(None, ("indicator", "van", "tot", "waarde", "teller", "noemer", "klassen", "tekst")),
            Group(_("Van wie en waar"), ("partij", "kern", "precisie", "project"), True),
            Group(None, ("bron", "aangeleverd_door", "aangeleverd_op")),
            Group(
                _("Bevestigd en vastgesteld"),
                ("status", "bevestigd_op", "bevestigd_in", "vastgesteld_op", "vastgesteld_in"),
                True,
            ),
            Group(_("Verbetering"), ("vervangt", "correctie_reden"), True),
            Group(MORE, ("toelichting", "bijlagen"), True),
        ),
        last=("indicator",),
    ),
}
