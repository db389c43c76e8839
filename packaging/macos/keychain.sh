#!/usr/bin/env bash
# On a hosted runner: puts the certificate of CERTIFICATE (base64 of a .p12) into a keychain of its own and
# prints what package.sh wants to know, as lines NAME=VALUE.
set -euo pipefail
# shellcheck disable=SC2153 # given from outside, as the secret is called
: "${CERTIFICATE:?}" "${CERTIFICATE_PASSWORD:?}" "${IDENTITY:?}"
keychain=$RUNNER_TEMP/factotum.keychain-db
password=$(openssl rand -base64 24)
certificate=$RUNNER_TEMP/certificate.p12
printf '%s' "$CERTIFICATE" | base64 --decode >"$certificate"
{
  security create-keychain -p "$password" "$keychain"
  security set-keychain-settings -lut 21600 "$keychain"
  security unlock-keychain -p "$password" "$keychain"
  security import "$certificate" -P "$CERTIFICATE_PASSWORD" -A -t cert -f pkcs12 -k "$keychain"
  security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain"
  security list-keychains -d user -s "$keychain"
  xcrun notarytool store-credentials factotum \
    --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
} >&2
rm -f "$certificate"
echo "FACTOTUM_MAC_IDENTITY=$IDENTITY"
echo "FACTOTUM_MAC_PROFILE=factotum"
