#!/usr/bin/env bash
# Installs, starts and removes the app of a disk image: packaging/macos/try-image.sh Factotum.dmg
set -euo pipefail
image=$1
work=$(mktemp -d)
mounted=$work/volume
finish() {
  hdiutil detach -quiet "$mounted" || true
  rm -rf "$work"
}
trap finish EXIT
mkdir -p "$work/Applications" "$work/home"
hdiutil attach -nobrowse -readonly -quiet -mountpoint "$mounted" "$image"
[ -L "$mounted/Applications" ] || { echo "the image does not lead to the programs' folder" >&2; exit 1; }
cp -R "$mounted/Factotum.app" "$work/Applications/"
app=$work/Applications/Factotum.app
codesign --verify --strict --deep "$app"
env -i HOME="$work/home" "$app/Contents/MacOS/factotum" self-test
rm -rf "$app"
