#!/usr/bin/env bash
# Signs one Windows program in place: sign.sh FILE, by FACTOTUM_SIGN_CERT and FACTOTUM_SIGN_KEY (PEM files),
# stamped with the time by FACTOTUM_SIGN_TIME (an address) if that is given.
set -euo pipefail
file=$1
options=(-certs "$FACTOTUM_SIGN_CERT" -key "$FACTOTUM_SIGN_KEY" -h sha256 -n Factotum)
[ -z "${FACTOTUM_SIGN_TIME:-}" ] || options+=(-ts "$FACTOTUM_SIGN_TIME")
osslsigncode sign "${options[@]}" -in "$file" -out "$file.signed" >/dev/null
mv "$file.signed" "$file"
