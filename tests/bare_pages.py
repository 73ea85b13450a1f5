"""The bytes of a store as they would lie on the disk without its cipher: all pages, free ones and those of the log too.

Written from the documents of SQLCipher 4, not with the program: each page of 4096 bytes ends with a vector of 16 bytes and
a seal of 64; the first one begins with a salt of 16. AES-256-CBC with the first 32 bytes of the raw key.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, VECTOR, SEAL, SALT = 4096, 16, 64, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def bare(store: Path, key: str) -> bytes:
    """All that can be read in the file of a store and in its log by who has the key."""
    log = store.with_name(f"{store.name}-wal")
    found = list(_pages(store.read_bytes(), key))
    if log.exists():
        found += _frames(log.read_bytes(), key)
    return b"\n".join(found)


def _pages(data: bytes, key: str) -> Iterator[bytes]:
    for start in range(0, len(data), PAGE):
        yield _open(data[start : start + PAGE], key, SALT if start == 0 else 0)


def _frames(data: bytes, key: str) -> Iterator[bytes]:
    for start in range(WAL_HEADER, len(data), FRAME_HEADER + PAGE):
        number = int.from_bytes(data[start : start + 4], "big")
        page = data[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        if len(page) == PAGE:
            yield _open(page, key, SALT if number == 1 else 0)


def _open(page: bytes, key: str, skip: int) -> bytes:
    end = PAGE - VECTOR - SEAL
    vector = page[end : end + VECTOR]
    cipher = Cipher(algorithms.AES(bytes.fromhex(key[:64])), modes.CBC(vector)).decryptor()
    return cipher.update(page[skip:end]) + cipher.finalize()
