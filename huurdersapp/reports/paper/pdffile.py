"""The file around the pages: numbered objects, streams and the table that finds them (ISO 32000-1).

ReportLab's own file layer writes no structure tree and a comment with every object, and a pass over its
result by another library costs more than the whole layout. Objects here are ready-made text; all but the
streams are packed and compressed together, which makes a tagged report several times as small.
"""

from __future__ import annotations

import zlib
from hashlib import md5

_PER_PACK = 200
_PLAIN, _PACKED = 1, 2
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


def text_string(text: str) -> str:
    """A text of the file itself (title, alternative text) as a string object."""
    if text.isascii():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class PdfFile:
    """Objects in the order in which they were numbered; numbers may be given out before the content is known."""

    def __init__(self) -> None:
        self._objects: list[str] = []
        self._streams: dict[int, bytes] = {}

    def reserve(self, count: int = 1) -> int:
        """The first of `count` new numbers, to be filled with `put` or `put_stream`."""
        first = len(self._objects) + 1
        self._objects += [""] * count
        return first

    def put(self, number: int, body: str) -> None:
        """Fill a reserved number with an object."""
        self._objects[number - 1] = body

    def add(self, body: str) -> int:
        """A new object; returns its number."""
        self._objects.append(body)
        return len(self._objects)

    def put_stream(self, number: int, data: bytes, entries: str = "", compress: bool = True) -> None:
        """Fill a reserved number with a stream; `entries` are further dictionary entries."""
        if compress:
            data = zlib.compress(data)
            entries += "/Filter/FlateDecode"
        self._streams[number] = b"<<%s/Length %d>>stream\n%s\r\nendstream" % (
            entries.encode("ascii"),
            len(data),
            data,
        )

    def add_stream(self, data: bytes, entries: str = "", compress: bool = True) -> int:
        """A new stream; returns its number."""
        number = self.reserve()
        self.put_stream(number, data, entries, compress)
        return number

    def finished(self, root: int, info: int) -> bytes:
        """The whole file. The same objects give the same bytes; the file's ID is made from them."""
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        places: dict[int, tuple[int, int, int]] = {}
        offset = len(parts[0])

        def place(number: int, body: bytes) -> None:
            nonlocal offset
            places[number] = (_PLAIN, offset, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            offset += len(parts[-1])

        for number, stream in self._streams.items():
            place(number, stream)
        packed = [n for n in range(1, len(self._objects) + 1) if n not in self._streams]
        for start in range(0, len(packed), _PER_PACK):
            numbers = packed[start : start + _PER_PACK]
            pack = len(self._objects) + 1 + start // _PER_PACK
            place(pack, self._pack(numbers))
            places |= {number: (_PACKED, pack, index) for index, number in enumerate(numbers)}
        last = len(places) + 1
        places[last] = (_PLAIN, offset, 0)
        identity = md5(b"".join(parts), usedforsecurity=False).hexdigest()
        entries = f"/Type/XRef/Size {last + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]"
        table = b"\0" * 5 + b"\xff\xff" + b"".join(_row(*places[n]) for n in range(1, last + 1))
        self.put_stream(last, table, entries)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (last, self._streams.pop(last)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % offset)
        return b"".join(parts)

    def _pack(self, numbers: list[int]) -> bytes:
        """Several objects in one compressed stream (ISO 32000-1, 7.5.7)."""
        index: list[str] = []
        position = 0
        for number in numbers:
            index.append(f"{number} {position}")
            position += len(self._objects[number - 1]) + 1
        head = " ".join(index) + "\n"
        body = "\n".join(self._objects[number - 1] for number in numbers)
        data = zlib.compress((head + body).encode("ascii"))
        return b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%s\r\nendstream" % (
            len(numbers),
            len(head),
            len(data),
            data,
        )


def _row(kind: int, place: int, index: int) -> bytes:
    return bytes((kind,)) + place.to_bytes(4, "big") + index.to_bytes(2, "big")
