"""Where an administration may stand: on a disk of this computer that nothing else copies from or to.

A network loses locks, and a program that synchronises copies the file while it is being written: such a copy missed what
was saved, or could not be read, in each of twelve trials. What is found out about a folder comes from `surroundings`.
The way SQLite writes (WAL) needs shared memory, which some file systems promise and do not have: there a throw-away
store tells.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePath, PureWindowsPath

from huurdersapp.base import paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import surroundings
from huurdersapp.store.driver import FILE, DatabaseError, connect
from huurdersapp.store.surroundings import REMOTE, REMOVABLE, Surroundings

_KINDS_NETWORK = """afpfs afs beegfs ceph cifs coda davfs gfs2 glusterfs lustre ncp ncpfs nfs nfs3 nfs4 ocfs2 smb2 smb3
smbfs webdav"""
_KINDS_FUSE = """apfs bindfs cryfs encfs exfat ext2 ext4 fuse-overlayfs gocryptfs lowntfs-3g mergerfs ntfs ntfs-3g securefs
unionfs veracrypt"""
_KINDS_TRUSTED = """apfs bcachefs btrfs ecryptfs exfat ext2 ext3 ext4 f2fs fuseblk hfs hfsplus jfs msdos nilfs2 ntfs ntfs3
overlay reiserfs tmpfs ufs vfat xfs zfs"""
NETWORK = frozenset(_KINDS_NETWORK.split())
"""Kinds of file systems of which the files are on another computer."""
LOCAL_FUSE = frozenset(_KINDS_FUSE.split())
"""Kinds behind `fuse.` of which the files are here; of the others (sshfs, rclone, gvfs) they are elsewhere."""
TRUSTED = frozenset(_KINDS_TRUSTED.split())
"""Kinds of file systems of which it is known that WAL works there; on another one it is tried."""
_OUTSIDE = re.compile(r"^/(media|run/media|Volumes)/.")
"""Where Linux and macOS hang what was plugged in."""

SERVICES = {
    "box sync": "Box",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "megasync": "MEGA",
    "nextcloud": "Nextcloud",
    "onedrive": "OneDrive",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "proton drive": "Proton Drive",
    "synologydrive": "Synology Drive",
}
"""Names that the folder of a service gets by itself, directly under the user's own folder or on top of a drive."""
_NAMED = re.compile(r"^(?:(onedrive) - .+|(dropbox|google drive|nextcloud) \(.+\))$")
"""The same with an account behind it: OneDrive - Vereniging, Dropbox (Persoonlijk)."""
MARKS = (
    (re.compile(r"^\._?sync_[0-9a-f]+\.db$"), "Nextcloud"),
    (re.compile(r"^\.csync_journal\.db$"), "ownCloud"),
    (re.compile(r"^\.nextcloudsync\.log$"), "Nextcloud"),
    (re.compile(r"^\.owncloudsync\.log$"), "ownCloud"),
    (re.compile(r"^\.stfolder$"), "Syncthing"),
    (re.compile(r"^\.dropbox(\.cache)?$"), "Dropbox"),
    (re.compile(r"^\.shortcut-targets-by-id$"), "Google Drive"),
    (re.compile(r"^\.tmp\.drive(down|up)load$"), "Google Drive"),
    (re.compile(r"^\.849C9593-D756-4E56-8D6E-42412F2A707B$"), "OneDrive"),
    (re.compile(r"^\.SynologyWorkingDirectory$"), "Synology Drive"),
    (re.compile(r"^\.megaignore$"), "MEGA"),
)
"""Files that a service leaves on top of the folder that it synchronises."""
_OTHER_NAMES = {"stack": "STACK", "box": "Box", "proton drive": "Proton Drive", "kdrive": "kDrive"}
"""Services that leave the marks of another one: the folder tells which."""
_ONE_DRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables in which Windows tells where OneDrive keeps its files."""


class Misplaced(UserError):
    """An administration must not stand in `folder`; `proposal` is a place on this computer, where there is one."""

    def __init__(self, text: str, folder: Path, proposal: Path | None) -> None:
        super().__init__(
            text,
            _("Kies een map op deze computer."),
            _("Verhuizen gaat met: huurdersapp verhuis --naar MAP"),
        )
        self.folder, self.proposal = folder, proposal


def unfit(folder: Path, around: Surroundings | None = None, *, trying: bool = True) -> Misplaced | None:
    """Why an administration must not stand in this folder, which need not be there yet; None where it may.

    `trying`: where the kind of file system is not known, a throw-away store is made in the folder.
    """
    around = around or surroundings.here()
    real = around.real(folder)
    text = _elsewhere(real, around) or _synchronised(real, around)
    if text is None and trying and not _is_trusted(real, around) and not _works(Path(real)):
        text = _("Op deze schijf kan het programma niet veilig opslaan.")
    return None if text is None else Misplaced(text, folder, proposal(folder, around))


def removable(folder: Path, around: Surroundings | None = None) -> str | None:
    """A warning where the folder is on something that can be taken out, such as a stick; it may stand there."""
    around = around or surroundings.here()
    real = around.real(folder)
    if isinstance(real, PureWindowsPath):
        name = real.drive if around.drive(f"{real.drive}\\") == REMOVABLE else None
    else:
        mount = around.mount_of(real)
        out = mount is not None and (around.is_removable(mount.source) or _OUTSIDE.match(f"{mount.point}/"))
        name = mount.point.name if mount is not None and out and mount.point.name else None
    if name is None:
        return None
    return _("Uw gegevens staan op een losse schijf of stick ({name}). Haal die er niet uit als het programma open is.").format(
        name=name
    )  # fmt: skip


def proposal(folder: Path, around: Surroundings | None = None) -> Path | None:
    """A free folder on this computer where the administration of `folder` may stand; None where there is none."""
    around = around or surroundings.here()
    normal = paths.local_folder()
    for number in range(1, 100):
        found = normal if number == 1 else normal.with_name(f"{normal.name}-{number}")
        if found != folder and not _is_taken(found):
            real = around.real(found)
            fits = _elsewhere(real, around) is None and _synchronised(real, around) is None
            return found if fits else None
    return None


def _is_taken(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        return folder.exists() and any(folder.iterdir())
    return True


# -- another computer ------------------------------------------------------------------------------------------------


def _elsewhere(folder: PurePath, around: Surroundings) -> str | None:
    if isinstance(folder, PureWindowsPath):
        far = _is_unc(folder) or around.drive(f"{_letter(folder)}\\") == REMOTE
    else:
        mount = around.mount_of(folder)
        far = mount is not None and _is_network(mount.kind.lower())
    return _("Deze map staat op een netwerkschijf of op een andere computer.") if far else None


def _is_network(kind: str) -> bool:
    before, _dot, after = kind.partition(".")
    if before in ("fuse", "osxfuse", "macfuse"):
        return after not in LOCAL_FUSE
    return kind in NETWORK


def _letter(folder: PureWindowsPath) -> str:
    r"""The drive, also of \\?\C:\map."""
    return folder.drive[-2:]


def _is_unc(folder: PureWindowsPath) -> bool:
    r"""Whether it is of the form \\server\share, or \\?\UNC\server\share."""
    drive = folder.drive.replace("/", "\\")
    plain = re.match(r"^\\\\[?.]\\[A-Za-z]:$", drive)
    return drive.startswith("\\\\") and not plain


# -- synchronised ----------------------------------------------------------------------------------------------------


def _synchronised(folder: PurePath, around: Surroundings) -> str | None:
    name = _told_by_windows(folder, around) or _named(folder, around) or _marked(folder, around)
    return _("Deze map wordt gesynchroniseerd door {name}.").format(name=name) if name else None


def _told_by_windows(folder: PurePath, around: Surroundings) -> str | None:
    told = (around.environment.get(name) for name in _ONE_DRIVE)
    homes = (around.path(each) for each in told if each)
    return "OneDrive" if any(home.parts and folder.is_relative_to(home) for home in homes) else None


def _named(folder: PurePath, around: Surroundings) -> str | None:
    """By the name of a folder directly under the user's own, on top of a drive, or where macOS keeps them."""
    home = around.real(around.home)
    library = home / "Library"
    if folder.is_relative_to(library / "Mobile Documents"):
        return "iCloud Drive"
    if around.system == "darwin" and _is_apples(folder, home, around):
        return "iCloud Drive"
    cloud = library / "CloudStorage"
    if folder.is_relative_to(cloud) and folder != cloud:
        name = folder.relative_to(cloud).parts[0].partition("-")[0]
        return SERVICES.get(name.casefold(), name)
    for top in (home, *_tops(folder, around)):
        if folder.is_relative_to(top) and folder != top:
            first = folder.relative_to(top).parts[0]
            # The user's own folder may have any name.
            if not home.is_relative_to(top / first) and (known := _service(first.casefold())):
                return known
    return None


def _service(name: str) -> str | None:
    if (found := _NAMED.match(name)) is not None:
        name = found[1] or found[2]
    return SERVICES.get(name)


def _is_apples(folder: PurePath, home: PurePath, around: Surroundings) -> bool:
    """macOS can keep the desk and the documents in iCloud too; they stand in its folder then."""
    kept = around.names(home / "Library" / "Mobile Documents" / "com~apple~CloudDocs")
    return any(name in kept and folder.is_relative_to(home / name) for name in ("Documents", "Desktop"))


def _tops(folder: PurePath, around: Surroundings) -> Iterator[PurePath]:
    if folder.anchor:
        yield around.path(folder.anchor)
    if (mount := around.mount_of(folder)) is not None:
        yield mount.point
        yield mount.point.parent  # a service that is itself mounted, such as /Volumes/Google Drive


def _marked(folder: PurePath, around: Surroundings) -> str | None:
    """By what a service left in this folder or in one above it."""
    home = around.real(around.home)
    for each in (folder, *folder.parents):
        # Each of them is hidden: a folder above may hold thousands of other names, and every opening asks.
        names = [name for name in around.names(each) if name.startswith(".")]
        for pattern, service in MARKS:
            if any(pattern.match(name) for name in names):
                if service == "Dropbox" and each == home:
                    continue  # its own settings stand in ~/.dropbox
                return _OTHER_NAMES.get(each.name.casefold(), service)
    return None


# -- trying ----------------------------------------------------------------------------------------------------------


def _is_trusted(folder: PurePath, around: Surroundings) -> bool:
    mount = around.mount_of(folder)
    return mount is None or mount.kind.lower() in TRUSTED


def _works(folder: Path) -> bool:
    """Whether a throw-away store works in this folder, or in the first one above it that is there."""
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), None)
    if there is None:
        return True  # making it will tell
    home = there / f".{FILE}-proef-{secrets.token_hex(4)}"
    try:
        home.mkdir()
    except OSError:
        return True  # it may only be read; that is told elsewhere
    try:
        return _is_sound(home / FILE)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _is_sound(path: Path) -> bool:
    """Whether what one connection writes is seen by another one, by way of the log."""
    key = secrets.token_hex(48)
    try:
        with contextlib.ExitStack() as ends:
            one = ends.enter_context(contextlib.closing(connect(path, key, create=True)))
            if one.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                return False
            one.execute("CREATE TABLE proef (waarde)")
            other = ends.enter_context(contextlib.closing(connect(path, key)))
            one.execute("INSERT INTO proef VALUES (1)")
            return bool(other.execute("SELECT count(*) FROM proef").fetchone()[0] == 1)
    except (DatabaseError, OSError):
        return False
