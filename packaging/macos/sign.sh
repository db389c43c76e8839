#!/usr/bin/env bash
# Signs an app from the inside out: packaging/macos/sign.sh Factotum.app
# With FACTOTUM_MAC_IDENTITY ("Developer ID Application: ...") for everybody; without it by nobody in
# particular, which Apple silicon wants at least.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
app=${1%/}
[ -d "$app/Contents/MacOS" ] || { echo "$app is no app" >&2; exit 1; }
if [ -n "${FACTOTUM_MAC_IDENTITY:-}" ]; then
  how=(--force --timestamp --options runtime --sign "$FACTOTUM_MAC_IDENTITY")
else
  how=(--force --sign -)
fi
# Deepest first: what holds a signed part is sealed over it.
while IFS= read -r -d '' library; do
  codesign "${how[@]}" "$library"
done < <(find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0)
while IFS= read -r framework; do
  codesign "${how[@]}" "$framework"
done < <(find "$app/Contents" -depth -type d -name '*.framework')
for program in "$app"/Contents/MacOS/*; do
  codesign "${how[@]}" --entitlements "$here/entitlements.plist" "$program"
done
codesign "${how[@]}" --entitlements "$here/entitlements.plist" "$app"
codesign --verify --strict --deep "$app"
