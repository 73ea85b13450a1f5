"""The papers of a letter that goes to many homes: the letters in one file, and labels for the envelopes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huurdersapp.base.i18n import gettext as _
from huurdersapp.cli import output
from huurdersapp.cli.options import Folder, Form, Number, administration, readable
from huurdersapp.cli.papers import told

LETTERS_HELP = _(
    """Maakt van een uitnodiging, terugkoppeling of andere brief aan huurders één bestand met een brief voor elk adres.

    Voorbeeld:
    huurdersapp papier brieven 12 --waar complex=Hommelbrink --uit brieven.pdf"""
)
LABELS_HELP = _("Maakt etiketten voor de adressen waar een brief heen gaat.")
Target = Annotated[
    Path, typer.Option("--uit", metavar="BESTAND", help=_("Het bestand dat u wilt maken (.pdf)."))
]
Where = Annotated[
    list[str] | None,
    typer.Option(
        "--waar",
        metavar="VELD=WAARDE",
        parser=readable,
        help=_("Alleen deze adressen. Zonder dit zijn het die van de raadpleging of bouwkundige eenheid."),
    ),
]


def letters(
    number: Number, target: Target, where: Where = None, folder: Folder = None, form: Form = None
) -> None:
    """A letter for each home."""
    from huurdersapp.actions import brieven_velen

    with administration(folder, form) as ctx:
        told(output.run(brieven_velen.write(ctx, number, target, tuple(where or ()))), form)


def labels(
    number: Number,
    target: Target,
    where: Where = None,
    sheet: Annotated[
        str, typer.Option("--vel", metavar="VEL", parser=readable, help=_("Het vel etiketten: 3x8 of 2x7."))
    ] = "3x8",
    folder: Folder = None,
    form: Form = None,
) -> None:
    """Labels for the same homes."""
    from huurdersapp.actions import brieven_velen
    from huurdersapp.actions.campagne_papier import Choices

    with administration(folder, form) as ctx:
        job = brieven_velen.write_labels(ctx, number, target, tuple(where or ()), Choices(vel=sheet))
        told(output.run(job), form)
