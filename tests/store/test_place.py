"""Where an administration may stand: never on a network or where a service copies it, always on a plain disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from huurdersapp.base.errors import UserError
from huurdersapp.store import driver, opening, place, surroundings
from huurdersapp.store.surroundings import Surroundings
from tests.readonly import state
from tests.store import proef
from tests.store.places import linux, mac, windows

HOMES = "/" + "home"
HOME = f"{HOMES}/fatima"
NETWORK = "op een netwerkschijf of op een andere computer"
LINUX = {
    "cifs": (linux("//nas/huur /mnt/nas cifs rw 0 0\n"), "/mnt/nas/huurdersapp", NETWORK),
    "smb3": (linux("//nas/huur /mnt/nas smb3 rw 0 0\n"), "/mnt/nas/huurdersapp", NETWORK),
    "nfs": (linux("nas:/huur /data nfs4 rw 0 0\n"), "/data/a/b", NETWORK),
    "sshfs": (linux(f"jo@nas:/ {HOME}/nas fuse.sshfs rw 0 0\n"), f"{HOME}/nas/x", NETWORK),
    "rclone": (linux(f"drive: {HOME}/drive fuse.rclone rw 0 0\n"), f"{HOME}/drive", NETWORK),
    "gvfs": (
        linux("gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0\n"),
        "/run/user/1000/gvfs/smb-share:server=nas,share=huur/x",
        NETWORK,
    ),
    "webdav": (linux("https://x /mnt/Mijn\\040schijf fuse.davfs rw 0 0\n"), "/mnt/Mijn schijf/x", NETWORK),
    "nextcloud": (
        linux(there={f"{HOME}/wolk": ".sync_4fa0c1.db foto"}),
        f"{HOME}/wolk/huur/app",
        "Nextcloud",
    ),
    "nextcloud oud": (linux(there={f"{HOME}/wolk": "._sync_4fa0c1.db"}), f"{HOME}/wolk", "Nextcloud"),
    "owncloud": (linux(there={f"{HOME}/oc": ".csync_journal.db"}), f"{HOME}/oc/x", "ownCloud"),
    "stack": (linux(there={f"{HOME}/STACK": ".sync_00ff.db"}), f"{HOME}/STACK/x", "STACK"),
    "syncthing": (linux(there={f"{HOME}/Documenten": ".stfolder x"}), f"{HOME}/Documenten/x", "Syncthing"),
    "dropbox": (linux(), f"{HOME}/Dropbox/huur", "Dropbox"),
    "dropbox elders": (linux(there={"/data/wolk": ".dropbox.cache"}), "/data/wolk/x", "Dropbox"),
    "via een link": (
        linux(links={f"{HOME}/.local/share/huurdersapp": f"{HOME}/Dropbox/huur"}),
        f"{HOME}/.local/share/huurdersapp",
        "Dropbox",
    ),
}
HOME_OF_MAC = "/" + "Users/fatima"
MACS = {
    "smb": (mac("//fatima@nas/huur on /Volumes/huur (smbfs, nodev, nosuid)\n"), "/Volumes/huur/x", NETWORK),
    "afp": (mac("//nas/h on /Volumes/h (afpfs, nodev)\n"), "/Volumes/h/x", NETWORK),
    "nfs": (mac("nas:/h on /private/nfs (nfs, nodev)\n"), "/private/nfs/x", NETWORK),
    "webdav": (mac("https://x/ on /Volumes/x (webdav, nodev)\n"), "/Volumes/x/x", NETWORK),
    "sshfs": (mac("jo@nas: on /Volumes/s (macfuse.sshfs, nodev)\n"), "/Volumes/s/x", NETWORK),
    "icloud": (mac(), f"{HOME_OF_MAC}/Library/Mobile Documents/com~apple~CloudDocs/huur", "iCloud Drive"),
    "icloud documenten": (
        mac(there={f"{HOME_OF_MAC}/Library/Mobile Documents/com~apple~CloudDocs": "Documents Desktop"}),
        f"{HOME_OF_MAC}/Documents/huur",
        "iCloud Drive",
    ),
    "onedrive": (mac(), f"{HOME_OF_MAC}/Library/CloudStorage/OneDrive-Persoonlijk/x", "OneDrive"),
    "google": (
        mac(),
        f"{HOME_OF_MAC}/Library/CloudStorage/GoogleDrive-fatima@x.nl/Mijn Drive/x",
        "Google Drive",
    ),
    "dropbox": (mac(), f"{HOME_OF_MAC}/Library/CloudStorage/Dropbox/x", "Dropbox"),
    "box": (mac(), f"{HOME_OF_MAC}/Library/CloudStorage/Box-Box/x", "Box"),
    "proton": (mac(), f"{HOME_OF_MAC}/Library/CloudStorage/ProtonDrive-fatima/x", "Proton"),
    "oude dropbox": (mac(), f"{HOME_OF_MAC}/Dropbox (Vereniging)/x", "Dropbox"),
    "nextcloud": (mac(there={f"{HOME_OF_MAC}/nc": ".nextcloudsync.log"}), f"{HOME_OF_MAC}/nc/x", "Nextcloud"),
}
W = "C:\\Users\\Fatima"
WINDOWS = {
    "unc": (windows(), "\\\\nas\\huur\\app", NETWORK),
    "lange unc": (windows(), "\\\\?\\UNC\\nas\\huur\\app", NETWORK),
    "letter": (windows(), "Z:\\huur", NETWORK),
    "lange letter": (windows(), "\\\\?\\Z:\\huur", NETWORK),
    "omgeleide documenten": (windows(links={f"{W}\\Documents": "\\\\dc01\\thuis\\fatima"}), f"{W}\\Documents\\x", NETWORK),
    "onedrive": (windows(OneDrive=f"{W}\\OneDrive"), f"{W}\\OneDrive\\Documenten\\huur", "OneDrive"),
    "onedrive documenten": (
        windows(OneDriveConsumer=f"{W}\\Wolk", links={f"{W}\\Documents": f"{W}\\Wolk\\Documenten"}),
        f"{W}\\Documents\\huur",
        "OneDrive",
    ),
    "onedrive werk": (
        windows(OneDriveCommercial="D:\\OneDrive - Woonbond"),
        "d:\\onedrive - woonbond\\huur",
        "OneDrive",
    ),
    "onedrive zonder variabele": (windows(), f"{W}\\OneDrive - Vereniging\\x", "OneDrive"),
    "dropbox": (windows(), f"{W}\\Dropbox\\x", "Dropbox"),
    "dropbox op D": (windows(), "D:\\Dropbox (Persoonlijk)\\x", "Dropbox"),
    "google": (windows(there={"G:\\": ".shortcut-targets-by-id Drive"}), "G:\\Mijn Drive\\x", "Google Drive"),
    "google oud": (windows(), f"{W}\\Google Drive\\x", "Google Drive"),
    "icloud": (windows(), f"{W}\\iCloudDrive\\x", "iCloud Drive"),
    "nextcloud": (windows(there={"D:\\wolk": ".sync_aa.db"}), "D:\\wolk\\a\\b", "Nextcloud"),
    "box": (windows(there={}), f"{W}\\Box Sync\\x", "Box"),
    "proton": (windows(), f"{W}\\Proton Drive\\fatima\\My files\\x", "Proton Drive"),
    "pcloud": (windows(), f"{W}\\pCloud Drive\\x", "pCloud"),
}  # fmt: skip
REFUSED = [
    pytest.param(*case, id=f"{system}: {name}")
    for system, cases in (("linux", LINUX), ("mac", MACS), ("windows", WINDOWS))
    for name, case in cases.items()
]
FINE = [
    (linux(), f"{HOME}/.local/share/huurdersapp"),
    (linux(), f"{HOME}/Documenten/over Dropbox en OneDrive"),
    (linux(there={HOME: ".dropbox .config Dropbox"}), f"{HOME}/Documenten/x"),
    (linux(there={HOME: "sync_aa.db stfolder .sync_zz.db"}), f"{HOME}/x"),
    (linux(f"/dev/mapper/x {HOME}/kluis fuse.gocryptfs rw 0 0\n"), f"{HOME}/kluis/x"),
    (linux("/dev/sdb1 /media/fatima/STICK fuseblk rw 0 0\n"), "/media/fatima/STICK/x"),
    (linux("nas:/ /mnt/nas nfs rw 0 0\n"), "/mnt/nas2/x"),
    (mac(), f"{HOME_OF_MAC}/Library/Application Support/huurdersapp"),
    (mac(), f"{HOME_OF_MAC}/Documents/huur"),
    (windows(), f"{W}\\AppData\\Local\\huurdersapp"),
    (windows(OneDrive=f"{W}\\OneDrive"), f"{W}\\OneDrivers\\x"),
    (windows(OneDrive=""), f"{W}\\Documents\\huur"),
    (windows(), "\\\\?\\C:\\gegevens\\huur"),
    (windows(), "E:\\huur"),
]


def judged(around: Surroundings, folder: str) -> place.Misplaced | None:
    where: Any = around.path(folder)
    return place.unfit(where, around, trying=False)


@pytest.mark.parametrize(("around", "folder", "words"), REFUSED)
def test_a_network_or_a_synchronised_folder_is_refused(around: Surroundings, folder: str, words: str) -> None:
    fault = judged(around, folder)
    assert fault is not None
    assert words in fault.text
    assert fault.hint == "Kies een map op deze computer."


@pytest.mark.parametrize(("around", "folder"), FINE)
def test_a_disk_of_this_computer_is_not(around: Surroundings, folder: str) -> None:
    fault = judged(around, folder)
    assert fault is None, fault


@given(
    st.lists(
        st.text(st.characters(exclude_characters="/\\:", exclude_categories=["C"]), min_size=1, max_size=20)
        .map(lambda name: f"over {name} dropbox")
        .filter(lambda name: name.strip(" .") == name),
        max_size=4,
    ),
    st.sampled_from(["linux", "mac", "windows"]),
)
@example(["huurders en Dropbox"], "linux")
def test_no_plain_folder_is_ever_refused(names: list[str], system: str) -> None:
    around = {"linux": linux(), "mac": mac(), "windows": windows(OneDrive=f"{W}\\OneDrive")}[system]
    folder = around.home.joinpath("Documenten", *names)
    assert judged(around, str(folder)) is None


def test_a_user_with_the_name_of_a_service_keeps_his_own_folder() -> None:
    around = Surroundings("linux", linux().path(f"{HOMES}/dropbox"), mounts=linux().mounts)
    assert judged(around, f"{HOMES}/dropbox/.local/share/huurdersapp") is None
    assert judged(around, f"{HOMES}/dropbox/Dropbox/x") is not None


@pytest.mark.parametrize(
    ("around", "folder", "name"),
    [
        (linux("/dev/sdb1 /mnt/x vfat rw 0 0\n"), "/mnt/x/huur", "x"),
        (linux("/dev/sdc1 /media/fatima/STICK vfat rw 0 0\n"), "/media/fatima/STICK/huur", "STICK"),
        (mac("/dev/disk4s1 on /Volumes/STICK (msdos, local)\n"), "/Volumes/STICK/huur", "STICK"),
        (windows(), "E:\\huur", "E:"),
    ],
)
def test_a_stick_is_warned_of_by_name_and_not_refused(around: Surroundings, folder: str, name: str) -> None:
    where: Any = around.path(folder)
    warning = place.removable(where, around)
    assert warning is not None
    assert f"({name})" in warning
    assert judged(around, folder) is None


def test_a_disk_inside_the_computer_is_no_stick() -> None:
    for around, folder in FINE:
        where: Any = around.path(folder)
        if "STICK" not in folder and not folder.startswith("E:"):
            assert place.removable(where, around) is None


def test_on_a_file_system_that_nobody_knows_a_throw_away_store_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = linux(f"x {tmp_path} vreemdfs rw 0 0\n")
    assert place.unfit(tmp_path / "nieuw", strange) is None
    real = driver.connect
    monkeypatch.setattr(
        place, "connect", lambda path, key, **how: real(path, key, **how) if how else broken(path)
    )
    fault = place.unfit(tmp_path / "nieuw", strange)
    assert fault is not None
    assert "niet veilig opslaan" in fault.text
    assert list(tmp_path.iterdir()) == []


def broken(path: Path) -> None:
    raise driver.DatabaseError("disk I/O error")


def test_this_computer_can_be_asked() -> None:
    around = surroundings.here()
    assert around.mount_of(around.real(Path.cwd())) or around.system == "win32"


def test_nothing_new_is_made_in_a_synchronised_folder(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(place.Misplaced, match="gesynchroniseerd door Syncthing") as told:
        opening.open_store(tmp_path / "huur", create=True)
    assert told.value.folder == tmp_path / "huur"
    assert told.value.proposal is not None
    assert "Kies een map op deze computer." in told.value.told()
    assert not (tmp_path / "huur").exists()


def test_an_administration_that_stands_there_already_is_shown_and_not_changed(folder: Path) -> None:
    with proef.opened(folder) as store:
        proef.add(store)
    (folder.parent / ".stfolder").mkdir()
    before = state(folder)
    with proef.opened(folder) as store:
        assert len(proef.rows(store, "SELECT 1 FROM proef")) == 1
        assert store.read_only == "Deze map wordt gesynchroniseerd door Syncthing."
        assert store.misplaced is not None
        with pytest.raises(UserError, match="alleen lezen") as told:
            proef.add(store)
        assert "huurdersapp verhuis" in told.value.sentence()
    assert state(folder) == before
