#!/usr/bin/env bash
# The installer under the name it is given out by: packaging/windows/release.sh PAYLOAD ICON OUT
# Signed by CERTIFICATE and KEY (the texts of PEM files) if they are set; else the name says so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$here/../../app/__init__.py")
mkdir -p "$3"
name=Factotum-$version-windows-x64
secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT
chmod 700 "$secrets"
if [ -n "${CERTIFICATE:-}" ]; then
  printf '%s\n' "$CERTIFICATE" >"$secrets/certificate.pem"
  printf '%s\n' "$KEY" >"$secrets/key.pem"
  export FACTOTUM_SIGN_CERT=$secrets/certificate.pem FACTOTUM_SIGN_KEY=$secrets/key.pem
else
  name=$name-unsigned
fi
cp "$1/_internal/resources/factotum.cdx.json" "$3/factotum-$version-windows-x64.cdx.json"
FACTOTUM_ICON=$(realpath "$2") "$here/installer.sh" "$1" "$3/$name.exe"
echo "$3/$name.exe"
