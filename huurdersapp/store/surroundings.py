"""What this computer says of a folder: what is mounted where, which kind of drive it is, what lies beside it.

All facts by which `place` judges come from here, so that a test can play any computer. Nothing is judged here.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC_LINE = re.compile(r"^(?P<source>.+) on (?P<point>/.*) \((?P<kind>[^,)]+)[^)]*\)$")
REMOVABLE, FIXED, REMOTE = 2, 3, 4
"""Kinds of drives as GetDriveTypeW of Windows numbers them."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system: where it hangs, its kind (`ext4`, `cifs`), and the device or server that it comes from."""

    point: PurePath
    kind: str
    source: str = ""


def _nothing(folder: PurePath) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A computer as seen from its folders.

    `system` as sys.platform tells it; `mounts` where there is a table of them; `drive` gives the kind of a drive of
    Windows; `names` gives what lies in a folder (nothing where it cannot be read); `real` follows links; `is_removable`
    tells of a device whether it can be taken out.
    """

    system: str
    home: PurePath
    environment: Mapping[str, str] = field(default_factory=dict)
    mounts: tuple[Mount, ...] = ()
    drive: Callable[[str], int] = lambda root: FIXED
    names: Callable[[PurePath], frozenset[str]] = _nothing
    real: Callable[[PurePath], PurePath] = lambda folder: folder
    is_removable: Callable[[str], bool] = lambda source: False

    def path(self, text: str) -> PurePath:
        """A path as this computer writes them."""
        return PureWindowsPath(text) if self.system == "win32" else PurePosixPath(text)

    def mount_of(self, folder: PurePath) -> Mount | None:
        """The file system that a folder is on; of two at one place the later one lies on top."""
        found: Mount | None = None
        for mount in self.mounts:
            if folder.is_relative_to(mount.point) and (
                found is None or len(mount.point.parts) >= len(found.point.parts)
            ):
                found = mount
        return found


def here() -> Surroundings:
    """This computer."""
    return Surroundings(
        system=sys.platform,
        home=Path.home(),
        environment=os.environ,
        mounts=_mounts(),
        drive=_drive,
        names=_names,
        real=_real,
        is_removable=_is_removable,
    )


def _names(folder: PurePath) -> frozenset[str]:
    try:
        return frozenset(each.name for each in Path(folder).iterdir())
    except OSError:
        return frozenset()


def _real(folder: PurePath) -> PurePath:
    try:
        return Path(folder).resolve()
    except (OSError, RuntimeError):
        return Path(folder).absolute()


def _mounts() -> tuple[Mount, ...]:
    if sys.platform == "win32":
        return ()
    if sys.platform == "darwin":
        import subprocess

        try:
            told = subprocess.run(
                ["/sbin/mount"], capture_output=True, text=True, check=True, timeout=5
            ).stdout
        except (OSError, subprocess.SubprocessError):
            return ()
        return mac_mounts(told)
    try:
        return linux_mounts(Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return ()


def linux_mounts(table: str) -> tuple[Mount, ...]:
    """The file systems in a table as /proc/mounts has it; spaces stand in it as `\\040`."""
    found = []
    for line in table.splitlines():
        fields = [_OCTAL.sub(lambda code: chr(int(code[1], 8)), word) for word in line.split(" ")]
        if len(fields) >= 3:
            found.append(Mount(PurePosixPath(fields[1]), fields[2], fields[0]))
    return tuple(found)


def mac_mounts(table: str) -> tuple[Mount, ...]:
    """The file systems as the command `mount` of macOS tells them."""
    lines = (_MAC_LINE.match(line) for line in table.splitlines())
    return tuple(Mount(PurePosixPath(line["point"]), line["kind"], line["source"]) for line in lines if line)


def _drive(root: str) -> int:
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return FIXED


def _is_removable(source: str) -> bool:
    """Whether Linux says of a device that its medium can be taken out, or that it hangs on USB."""
    name = PurePosixPath(source).name
    for known in (name, name.rstrip("0123456789"), re.sub(r"p?\d+$", "", name)):
        device = Path("/sys/block") / known
        try:
            if not known or not device.exists():
                continue
            if (device / "removable").read_text(encoding="ascii").strip() == "1":
                return True
            return "/usb" in str(device.resolve())
        except OSError:
            return False
    return False
