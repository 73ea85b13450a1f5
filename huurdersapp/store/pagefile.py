"""The file of a store page by page, with nothing but its key: for a store that SQLCipher itself no longer reads.

SQLCipher stops at the first page whose seal (HMAC) does not fit, and with a page in the middle of a tree all that hangs
below it is out of reach. Here each page is taken for itself: one whose seal fits is exactly what was once written, one
whose seal does not fit is not looked at. The seal is never switched off. Nothing is written, and no plain text leaves
memory. Form of the file: zetetic.net/sqlcipher/design (version 4: AES-256-CBC and HMAC-SHA512 for each page), and
sqlite.org/fileformat2.html for the log.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

SIZE = 4096
"""Bytes of a page, as SQLCipher makes them."""
RESERVED = 80
"""Bytes at the end of a page that hold its initialisation vector (16) and its seal (64)."""
USABLE = SIZE - RESERVED
_SALT, _VECTOR, _SEAL = 16, 16, 64
_MASK = 0x3A
"""The key of the seals comes from the key and the salt, of which each byte is turned by this."""
_PAGES = slice(28, 32)
_LOG_HEADER, _FRAME_HEADER = 32, 24


class Pages:
    """The pages of a store and of the log beside it, numbered from 1 as SQLite does.

    `log_broken` says that the log beside the file could not be followed to its end, so that the last steps may be
    missing.
    """

    def __init__(self, path: Path, log: Path, key: str) -> None:
        self._cipher = algorithms.AES(bytes.fromhex(key[:64]))
        salt = bytes(byte ^ _MASK for byte in bytes.fromhex(key[64:]))
        self._sealing = hashlib.pbkdf2_hmac("sha512", bytes.fromhex(key[:64]), salt, 2, 32)
        self._file: BinaryIO = path.open("rb")
        self._count = path.stat().st_size // SIZE
        self._newer: dict[int, bytes] = {}
        self.log_broken = False
        try:
            if log.exists():
                self._follow(log)
            self._count = max(self._count, self._told())
        except BaseException:
            self._file.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def _told(self) -> int:
        """How many pages the first one says that there are: of a file that was cut off, those that are missing count as
        damaged."""
        first = self.page(1)
        return int.from_bytes(first[_PAGES]) if first is not None else 0

    def page(self, number: int) -> bytes | None:
        """The page in plain bytes as SQLite sees it; None when it is not there or not what was written."""
        if not 1 <= number <= self._count:
            return None
        sealed = self._newer.get(number) or self._stored(number)
        return self._opened(sealed, number) if self._fits(sealed, number) else None

    def _stored(self, number: int) -> bytes:
        try:
            self._file.seek((number - 1) * SIZE)
            return self._file.read(SIZE)
        except OSError:
            return b""  # a place on the disk that cannot be read is a damaged page

    def _fits(self, sealed: bytes, number: int) -> bool:
        begin = _SALT if number == 1 else 0
        told = sealed[begin : SIZE - _SEAL] + number.to_bytes(4, "little")
        return hmac.compare_digest(
            hmac.digest(self._sealing, told, "sha512"), sealed[SIZE - _SEAL :].ljust(_SEAL, b"\0")
        )

    def _opened(self, sealed: bytes, number: int) -> bytes:
        begin = _SALT if number == 1 else 0
        vector = sealed[USABLE : USABLE + _VECTOR]
        opening = Cipher(self._cipher, modes.CBC(vector)).decryptor()
        plain = opening.update(sealed[begin:USABLE]) + opening.finalize()
        return (b"SQLite format 3\0" if number == 1 else b"") + plain

    def _follow(self, log: Path) -> None:
        """Take over the pages of the log up to the last commit; what comes after a damaged one is not trusted."""
        data = log.read_bytes()
        waiting: dict[int, bytes] = {}
        for place in range(_LOG_HEADER, len(data) - _FRAME_HEADER - SIZE + 1, _FRAME_HEADER + SIZE):
            header = data[place : place + _FRAME_HEADER]
            if header[8:16] != data[16:24]:
                return  # a frame of an earlier round of the log: its end
            sealed = data[place + _FRAME_HEADER : place + _FRAME_HEADER + SIZE]
            number, size = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
            if not self._fits(sealed, number):
                self.log_broken = True
                return
            waiting[number] = sealed
            if size:  # the last frame of a commit: it says how many pages there are
                self._newer |= waiting
                self._count = size
                waiting = {}
