#!/usr/bin/env bash
# Installs, starts and removes the Linux packages, as a person would:
#   packaging/linux/try-packages.sh FACTOTUM.deb FACTOTUM.tar.xz
# The .deb in a root file system of its own, which has nothing but what the package names (needs root and
# debootstrap); the tarball in an empty home. Both offline, in an empty environment.
set -euo pipefail
deb=$(realpath "$1")
tarball=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT

say() { printf '%s\n' "--- $*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
offline() { if [ "$(id -u)" = 0 ]; then unshare -n "$@"; else "$@"; fi; }
gone() { for each; do [ ! -e "$each" ] || fail "$each is still there"; done; }
present() { for each; do [ -e "$each" ] || fail "$each is not there"; done; }

say "tarball: installed by one person into an empty home"
home=$work/home
mkdir -p "$home" "$work/unpacked"
tar -C "$work/unpacked" -xf "$tarball"
unpacked=$(echo "$work/unpacked"/factotum-*)
as_person=(env -i "HOME=$home" PATH=/usr/bin:/bin FACTOTUM_PREFIX="$work/system")
"${as_person[@]}" "$unpacked/install.sh"
if [ "$(id -u)" = 0 ]; then
  program=$work/system/opt/factotum bin=$work/system/usr/local/bin share=$work/system/usr/local/share
else
  program=$home/.local/lib/factotum bin=$home/.local/bin share=$home/.local/share
fi
rm -rf "$work/unpacked/moved" && mv "$unpacked" "$work/unpacked/moved" # what is installed needs nothing of it
present "$program/factotum" "$share/applications/factotum.desktop" "$share/mime/packages/factotum.xml" \
  "$share/icons/hicolor/scalable/apps/factotum.svg"
offline env -i "HOME=$home" "$bin/factotum" self-test
echo stale >"$program/current/_internal/stale.py"
"${as_person[@]}" "$work/unpacked/moved/install.sh" >/dev/null
gone "$program/current/_internal/stale.py" "$program/previous"
mkdir -p "$home/.local/share/factotum" && echo mine >"$home/.local/share/factotum/draft.json"
"${as_person[@]}" "$work/unpacked/moved/install.sh" --remove
gone "$program" "$bin/factotum" "$share/applications/factotum.desktop"
present "$home/.local/share/factotum/draft.json"
mkdir -p "$program" && echo theirs >"$program/file"
if "${as_person[@]}" "$work/unpacked/moved/install.sh" 2>/dev/null; then fail "a folder of somebody else was taken"; fi
present "$program/file"

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
  say "NOT TRIED: the .deb in a bare root file system; that needs root and debootstrap"
  exit 0
fi
say ".deb: in a bare root file system"
root=$work/root
# shellcheck disable=SC2016 # apt-get's own variable
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
needed=$(dpkg-deb -f "$deb" Depends | sed 's/([^)]*)//g; s/ //g')
debootstrap --variant=minbase --include="$needed" "$release" "$root" "$mirror" >"$work/log" 2>&1 ||
  { tail -n 20 "$work/log"; fail "debootstrap"; }
if chroot "$root" sh -c 'command -v python3' >/dev/null; then fail "the bare root has a Python"; fi
# The home lies under /var, so that nothing depends on where a system keeps homes.
home=/var/person
chroot "$root" useradd --create-home --home-dir "$home" person
cp "$deb" "$root/factotum.deb"
chroot "$root" dpkg -i /factotum.deb
inside() { # COMMAND...: as a person in the root, offline, with an empty environment
  # shellcheck disable=SC2016 # for the inner shell
  unshare -n -m -p --fork sh -c 'mount -t proc proc "$0/proc" && exec chroot --userspec=person "$0" "$@"' \
    "$root" env -i "HOME=$home" "$@"
}
inside /usr/bin/factotum self-test
inside /usr/bin/factotum demo --out "$home/demo" >/dev/null
present "$root$home/demo/issued.pdf" "$root/usr/share/applications/factotum.desktop"
chroot "$root" dpkg --purge factotum
gone "$root/opt/factotum" "$root/usr/bin/factotum" "$root/usr/share/applications/factotum.desktop"
present "$root$home/demo/issued.pdf"
say "installed, proven, removed; what the person made is still there"
