"""Computers that are played: what is mounted, how a service of files left its marks, and where a folder lies on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath, PurePosixPath, PureWindowsPath

from huurdersapp.store.surroundings import FIXED, REMOTE, REMOVABLE, Surroundings, linux_mounts, mac_mounts

LINUX = """\
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
proc /proc proc rw,nosuid 0 0
/dev/nvme0n1p3 /home btrfs rw,relatime 0 0
tmpfs /run/user/1000 tmpfs rw 0 0
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


def linux(
    more: str = "", there: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None
) -> Surroundings:
    """A Linux computer of Fatima; `more` lines of its table, and names (divided by spaces) that lie in a folder."""
    return Surroundings(
        system="linux",
        home=PurePosixPath("/home/fatima"),
        mounts=linux_mounts(LINUX + more),
        names=_names(there),
        real=_real(links, PurePosixPath),
        is_removable=lambda source: source.startswith("/dev/sdb"),
    )


def mac(more: str = "", there: Mapping[str, str] | None = None) -> Surroundings:
    """A Mac of Fatima."""
    return Surroundings(
        system="darwin",
        home=PurePosixPath("/Users/fatima"),
        mounts=mac_mounts(MAC + more),
        names=_names(there),
        real=_real(None, PurePosixPath),
    )


def windows(
    drives: Mapping[str, int] | None = None,
    there: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    **environment: str,
) -> Surroundings:
    """A Windows computer of Fatima, with a disk C: and drives of other kinds."""
    kinds = {"C:\\": FIXED, "D:\\": FIXED, "E:\\": REMOVABLE, "Z:\\": REMOTE, **(drives or {})}
    return Surroundings(
        system="win32",
        home=PureWindowsPath("C:\\Users\\Fatima"),
        environment=environment,
        drive=lambda root: kinds.get(root, 1),
        names=_names(there),
        real=_real(links, PureWindowsPath),
    )


def _names(there: Mapping[str, str] | None) -> Callable[[PurePath], frozenset[str]]:
    known = {folder: frozenset(names.split()) for folder, names in (there or {}).items()}
    return lambda folder: known.get(str(folder), frozenset())


def _real(links: Mapping[str, str] | None, kind: type[PurePath]) -> Callable[[PurePath], PurePath]:
    """Links as they were laid: what begins with the one goes on in the other."""

    def real(folder: PurePath) -> PurePath:
        folder = kind(str(folder))
        for link, target in (links or {}).items():
            if folder.is_relative_to(kind(link)):
                return kind(target) / folder.relative_to(kind(link))
        return folder

    return real
