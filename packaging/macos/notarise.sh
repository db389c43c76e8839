#!/usr/bin/env bash
# Has Apple look at a signed disk image, and fastens the answer to it:
#   packaging/macos/notarise.sh Factotum.dmg
# Needs FACTOTUM_MAC_PROFILE, a profile of `xcrun notarytool store-credentials`.
set -euo pipefail
image=$1
: "${FACTOTUM_MAC_PROFILE:?names the profile that notarytool stored; see packaging/README.md}"
xcrun notarytool submit "$image" --keychain-profile "$FACTOTUM_MAC_PROFILE" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature "$image"
