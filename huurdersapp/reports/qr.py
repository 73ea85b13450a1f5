"""The QR code of an address, as squares: dark modules by row and column, to be drawn by whoever prints it."""

from __future__ import annotations

import segno

from huurdersapp.base.errors import UserError

QUIET = 4
"""White modules around the code (ISO/IEC 18004, 6.3.8)."""


def qr_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the code without the white around them; True is dark.

    Correction level M: some 15 % may be stained or torn. Raises UserError where the text is too long for a code that
    a telephone still reads from paper.
    """
    try:
        code = segno.make_qr(text, error="m", boost_error=False)
    except segno.DataOverflowError:
        code = None
    if code is None or len(code.matrix) > _MOST:
        raise UserError(
            "Dit webadres is te lang voor een QR-code.",
            "Gebruik een korter adres. Dan is de code goed te lezen.",
        )
    return tuple(tuple(module == 1 for module in row) for row in code.matrix)


_MOST = 57
"""Modules across (version 10). On a flyer of A5 each is then half a millimetre."""
