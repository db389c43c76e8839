#!/usr/bin/env bash
# Makes the Windows installer of a bundle that was built on Windows:
#   packaging/windows/installer.sh PAYLOAD SETUP.exe
# With a certificate in FACTOTUM_SIGN_CERT and FACTOTUM_SIGN_KEY (PEM files) it signs the programs, the
# uninstaller and the setup, in that order; without one the name should say so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
payload=$(cd "$1" && pwd)
setup=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$here/../../app/__init__.py")
options=(-V2 "-DVERSION=$version" "-DPAYLOAD=$payload" "-DOUT=$setup")
[ -z "${FACTOTUM_ICON:-}" ] || options+=("-DICON=$FACTOTUM_ICON")
for program in factotum.exe factotumw.exe; do
  [ -f "$payload/$program" ] || { echo "$payload has no $program" >&2; exit 1; }
done
if [ -n "${FACTOTUM_SIGN_CERT:-}" ]; then
  for program in "$payload"/*.exe; do "$here/sign.sh" "$program"; done
  options+=("-DSIGN=$here/sign.sh")
fi
makensis "${options[@]}" "$here/factotum.nsi"
