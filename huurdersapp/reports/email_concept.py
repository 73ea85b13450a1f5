"""An e-mail that somebody still has to send: a file that opens in a mail program as a new message, with a letter in it.

`X-Unsent: 1` says that to Outlook and to programs that follow it. It is made by Python's own email package, so that
names, subjects and file names with any sign in them arrive as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from huurdersapp.reports.document import MARK_EXAMPLE
from huurdersapp.reports.language import NBSP
from huurdersapp.reports.prose import one_line


@dataclass(frozen=True, slots=True)
class EmailConcept:
    """What stands in it. Names and addresses may be empty; `alineas` are the paragraphs of the message, `made` is the
    moment with its zone. `voorbeeld` marks example data."""

    van_naam: str
    van_adres: str
    aan_naam: str
    aan_adres: str
    onderwerp: str
    alineas: tuple[str, ...]
    bijlage_naam: str
    bijlage: bytes
    made: datetime
    voorbeeld: bool = False


def email_concept(values: EmailConcept) -> bytes:
    """The bytes of the .eml file. An address that cannot be one is left out: the sender fills it in."""
    marks = (MARK_EXAMPLE,) if values.voorbeeld else ()
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(values.made)
    for header, name, address in (
        ("From", values.van_naam, values.van_adres),
        ("To", values.aan_naam, values.aan_adres),
    ):
        if (found := as_address(name, address)) is not None:
            message[header] = found
    message["Subject"] = one_line(" – ".join((*marks, values.onderwerp)))
    text = "\n\n".join((*marks, *values.alineas)).replace(NBSP, " ")
    message.set_content(f"{text}\n", cte="quoted-printable")
    name = one_line(values.bijlage_naam)
    message.add_attachment(values.bijlage, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()


def as_address(name: str, address: str) -> Address | None:
    """Name and address as a header has them; None for what cannot be an address (it has no @, or a sign too many)."""
    try:
        found = Address(display_name=one_line(name), addr_spec=address.strip())
    except (MessageError, ValueError, IndexError):
        return None
    return found if found.username and found.domain and address.isascii() else None
