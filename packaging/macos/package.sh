#!/usr/bin/env bash
# The whole way on a Mac, from the checkout to the image: packaging/macos/package.sh [OUT]
# Signs and notarises if FACTOTUM_MAC_IDENTITY and FACTOTUM_MAC_PROFILE are set; else says so in the name.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:-$root/dist}
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/app/__init__.py")
name=Factotum-$version-$(uname -m)
[ -n "${FACTOTUM_MAC_IDENTITY:-}" ] || name=$name-unsigned
python3 "$root/packaging/bundle.py" --out "$out"
app=$out/Factotum.app
cp "$app/Contents/Resources/resources/factotum.cdx.json" "$out/factotum-$version-macos-$(uname -m).cdx.json"
"$here/sign.sh" "$app"
"$app/Contents/MacOS/factotum" self-test
"$here/disk-image.sh" "$app" "$out/$name.dmg"
[ -z "${FACTOTUM_MAC_PROFILE:-}" ] || "$here/notarise.sh" "$out/$name.dmg"
echo "$out/$name.dmg"
