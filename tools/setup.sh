#!/bin/sh
# Makes .venv with exactly the locked dependencies and the libraries that Qt needs.
#
# Needs only Python 3.11 or newer. Does nothing when the last run still holds: the stamp in .venv
# names the lock, the project settings, this script and the place of the project.
set -eu

cd "$(dirname "$0")/.."
# A language that this machine lacks (LANG=xx) makes apt and perl complain; C is always there.
LC_ALL=C
DEBIAN_FRONTEND=noninteractive
UV_COMPILE_BYTECODE=1
# Links from the cache into .venv fail across disks, and uv then warns about it.
UV_LINK_MODE=copy
export LC_ALL DEBIAN_FRONTEND UV_COMPILE_BYTECODE UV_LINK_MODE

QT_PACKAGES="libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
STAMP=.venv/.setup-stamp

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 1
}

# Newer than 3.11 is fine; the first that fits wins, so PYTHON=... chooses another one.
find_python() {
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "Python 3.11 of nieuwer ontbreekt op deze computer. Installeer het en probeer het opnieuw."
}

# Install system packages, or print the line that does and stop.
system_packages() {
    if command -v apt-get >/dev/null 2>&1; then
        if [ "$(id -u)" = 0 ]; then
            say "Systeempakketten installeren: $*"
            apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends "$@" >&2 && return
        fi
        fail "Systeempakketten ontbreken. Installeer ze met: sudo apt-get install $*"
    fi
    fail "Systeempakketten ontbreken (zo heten ze in Debian): $*"
}

make_venv() {
    if .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        system_packages "python$version-venv"
    fi
    say "Omgeving .venv maken met $("$python" -V 2>&1)"
    "$python" -m venv --clear .venv
}

# pip knows settings that uv does not read (a proxy or mirror in its own file), so it is the second way.
install_locked() {
    say "Pakketten installeren volgens requirements.lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv.txt
    if .venv/bin/python -m uv pip sync --quiet --require-hashes --python .venv/bin/python requirements.lock; then
        .venv/bin/python -m uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
    else
        say "Dat lukt niet met uv; nu met pip."
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    fi
}

qt_works() {
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c \
        'from PySide6.QtWidgets import QApplication; QApplication([])' >/dev/null 2>&1
}

stamp() {
    pwd
    cat requirements.lock tools/uv.txt tools/setup.sh pyproject.toml | cksum
}

if [ -x .venv/bin/python ] && [ "$(cat "$STAMP" 2>/dev/null)" = "$(stamp)" ]; then
    exit 0
fi
# The scripts in a .venv that was moved point at the old place: then a new one is needed.
if [ -f "$STAMP" ] && [ "$(head -n 1 "$STAMP")" != "$(pwd)" ]; then
    rm -rf .venv
fi
rm -f "$STAMP"
make_venv
install_locked
if ! qt_works; then
    # The names are meant to be separate words.
    # shellcheck disable=SC2086
    system_packages $QT_PACKAGES
    qt_works || fail "Qt start nog steeds niet. Bekijk de melding met: .venv/bin/python -c 'import PySide6.QtWidgets'"
fi
stamp >"$STAMP"
