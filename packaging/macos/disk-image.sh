#!/usr/bin/env bash
# Makes the disk image of a signed app: packaging/macos/disk-image.sh Factotum.app Factotum.dmg
set -euo pipefail
app=${1%/}
image=$2
tries=${FACTOTUM_MAC_TRIES:-5}
pause_s=${FACTOTUM_MAC_PAUSE_S:-5}
staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
# "Resource busy" is the system looking at what was just copied; it goes away.
until hdiutil create -volname Factotum -srcfolder "$staging" -format UDZO -fs HFS+ -quiet "$image"; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || { echo "hdiutil does not make $image" >&2; exit 1; }
  sleep "$pause_s"
done
if [ -n "${FACTOTUM_MAC_IDENTITY:-}" ]; then
  codesign --force --timestamp --sign "$FACTOTUM_MAC_IDENTITY" "$image"
fi
