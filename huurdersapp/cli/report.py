"""What the command line tells of a fault of the program itself."""

from __future__ import annotations

from pathlib import Path

from huurdersapp.base import fault_report
from huurdersapp.base.i18n import gettext as _


def sentences(fault: BaseException, folder: Path, command: str) -> str:
    """Write the report and tell the person about it."""
    calm = _("Er ging iets mis in het programma zelf. Dat ligt niet aan u; wat al was opgeslagen, is veilig.")
    path = fault_report.write(fault_report.text(fault, f"opdracht: {command}"), folder)
    if path is None:
        return calm
    return f"{calm}\n" + _(
        "Wat er misging staat in {path}, zonder uw gegevens. Stuur dat aan de makers."
    ).format(path=path)
