#!/usr/bin/env bash
# Builds the bundle and the packages of this Linux and proves them; tries the Windows installer under wine.
#   packaging/prove.sh [OUT]
# Works with what is there: what cannot be tried for want of a program or of root is named.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-$root/dist}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { printf '\n--- %s (%s s)\n' "$*" "$SECONDS"; }
has() { command -v "$1" >/dev/null || { printf 'NOT TRIED for want of %s: %s\n' "$1" "$2"; return 1; }; }
offline() { if [ "$(id -u)" = 0 ]; then unshare -n "$@"; else "$@"; fi; }
mkdir -p "$out" "$work/home"
out=$(cd "$out" && pwd)
program=$out/factotum/factotum
nothing=(env -i "HOME=$work/home")

if has shellcheck "the scripts' style"; then
  say "scripts"
  shellcheck "$root"/packaging/*.sh "$root"/packaging/*/*.sh
fi

say "bundle"
python3 "$root/packaging/bundle.py" --out "$out" --work "$work/build"

say "self-test: empty environment, empty home, no network, no screen"
offline "${nothing[@]}" "$program" self-test
if has xvfb-run "the bundle on a screen"; then
  say "the window on a screen"
  "${nothing[@]}" PATH=/usr/bin:/bin xvfb-run -a "$program" self-test --json | grep -A1 '"window"'
fi
keyring() { # PASSWORD [NAME=VALUE]: what the self-test sees of a keyring that this is to open
  # shellcheck disable=SC2016 # for the inner shell
  "${nothing[@]}" PATH=/usr/bin:/bin "XDG_RUNTIME_DIR=$work/run" "${@:2}" dbus-run-session -- sh -c \
    'printf "%s\n" "$1" | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$0" self-test --json' \
    "$program" "$1" >"$work/seen"
  grep -A2 '"keyring"' "$work/seen"
}
if has gnome-keyring-daemon "the keyring from the bundle"; then
  mkdir -m 700 "$work/run"
  say "a real keyring, a long secret in it"
  keyring pw
  grep -q 'a secret of 8 kB kept, read back and forgotten' "$work/seen"
  say "the same keyring, locked: the wrong password"
  keyring wrong
  grep -q 'secrets last for this run only: .*locked' "$work/seen"
  say "a keyring that keeps nothing, forced upon it: not taken"
  keyring pw PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring
  grep -q 'Secret Service: a secret of 8 kB kept' "$work/seen"
fi

say "packages"
python3 "$root/packaging/linux/packages.py" --quick --bundle "$out/factotum" --out "$out"
"$root/packaging/linux/try-packages.sh" "$out"/factotum_*.deb "$out"/factotum-*.tar.*

say "a newer version of the installed program"
"$work/build/environment/bin/python" "$root/packaging/linux/try_update.py" "$out/factotum"

if has makensis "the Windows installer" && has wine "the Windows installer" && has osslsigncode "its signature"; then
  say "the Windows installer under wine, on a payload that stands in"
  "$root/packaging/windows/try-installer.sh"
fi
say "done"
