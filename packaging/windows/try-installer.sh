#!/usr/bin/env bash
# Takes the Windows installer through its whole life under wine, on a payload that stands in for the
# program: packaging/windows/try-installer.sh
# Looks at files and keys rather than at exit codes, which wine gives as 0 even when nothing ran.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
export WINEPREFIX=$work/wine WINEARCH=win64 WINEDEBUG=-all HOME=$work/home
unset DISPLAY WAYLAND_DISPLAY
wine=$(command -v wine64 || command -v wine || true)
[ -n "$wine" ] || wine=/usr/lib/wine/wine64
mkdir -p "$HOME"
finish() {
  wineserver -k 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

say() { printf '%s\n' "--- $*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
key() { "$wine" reg query "$1" 2>/dev/null; }
present() { [ -e "$1" ] || fail "$1 is not there"; }
has_key() { key "$1" >/dev/null || fail "no key $1"; }
no_key() { if key "$1" >/dev/null; then fail "the key $1 is there"; fi; }
setup() { "$wine" "$work/factotum-setup.exe" /S "$@"; }
same_files() { # everything of the payload is installed as it is, and nothing else
  diff -r "$work/payload" "$1" | grep -Ev '^Only in [^:]*: (uninstall|setup|setup-previous).exe$' >"$work/difference" || true
  [ ! -s "$work/difference" ] || { cat "$work/difference" >&2; fail "the installed files are not the payload's"; }
}
uninstall() { # FOLDER: waits for the end, which an uninstaller that copies itself away does not
  "$wine" "$1/uninstall.exe" /S "_?=$("$wine" winepath -w "$1" 2>/dev/null | tr -d '\r')"
  rm -f "$1/uninstall.exe"
  rmdir "$1" 2>/dev/null || true
}

say "payload, certificate, installer"
mkdir -p "$work/payload/_internal/app"
makensis -V2 "-DOUT=$work/payload/factotum.exe" "$here/stand-in.nsi"
cp "$work/payload/factotum.exe" "$work/payload/factotumw.exe"
echo one >"$work/payload/_internal/app/one.pyc"
printf 'ä' >"$work/payload/_internal/résumé.txt"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Factotum trial" -addext extendedKeyUsage=codeSigning \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
export FACTOTUM_SIGN_CERT=$work/cert.pem FACTOTUM_SIGN_KEY=$work/key.pem
"$here/installer.sh" "$work/payload" "$work/factotum-setup.exe"
for signed in "$work/factotum-setup.exe" "$work/payload/factotum.exe"; do
  osslsigncode verify -CAfile "$work/cert.pem" -in "$signed" >"$work/verified" || { cat "$work/verified"; fail "signature"; }
done
cp "$work/factotum-setup.exe" "$work/broken.exe"
printf 'x' | dd of="$work/broken.exe" bs=1 seek=4096 conv=notrunc status=none
if osslsigncode verify -CAfile "$work/cert.pem" -in "$work/broken.exe" >/dev/null 2>&1; then
  fail "a changed setup passes for signed"
fi

say "install"
"$wine" wineboot -i >/dev/null 2>&1
setup
user=$(echo "$WINEPREFIX"/drive_c/users/*/AppData/Local)
installed=$(echo "$WINEPREFIX"/drive_c/users/*/AppData/Local/Programs/Factotum)
same_files "$installed"
osslsigncode verify -CAfile "$work/cert.pem" -in "$installed/uninstall.exe" >/dev/null || fail "the uninstaller is not signed"
uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall\Factotum'
has_key "HKCU\\$uninstall_key"
has_key 'HKCU\Software\Classes\Factotum.Draft\shell\open\command'
key 'HKCU\Software\Classes\.json\OpenWithProgids' | grep -q Factotum.Draft || fail "not offered for drafts"
key 'HKCU\Software\Classes\.pdf\OpenWithProgids' | grep -q Factotum.SupplierFile || fail "not offered for PDFs"
no_key "HKLM\\$uninstall_key"
no_key 'HKLM\Software\Classes\Factotum.Draft'
for kind in .json .pdf; do
  if key "HKCU\\Software\\Classes\\$kind" | grep -q '(Default)'; then fail "$kind was grabbed"; fi
done
find "$WINEPREFIX/drive_c/users" -name Factotum.lnk | grep -q . || fail "no entry in the start menu"

say "update: stale modules go, new ones come"
mkdir -p "$user/factotum"
echo mine >"$user/factotum/factotum.db"
echo stale >"$installed/_internal/app/stale.pyc"
mv "$work/payload/_internal/app/one.pyc" "$work/payload/_internal/app/two.pyc"
unset FACTOTUM_SIGN_CERT
"$here/installer.sh" "$work/payload" "$work/factotum-setup.exe"
cp "$installed/setup.exe" "$work/first-setup.exe"
setup
same_files "$installed"
cmp "$work/first-setup.exe" "$installed/setup-previous.exe" || fail "the setup of the version before is not kept"

say "back to the version before, and on again"
"$wine" "$installed/setup-previous.exe" /S /UPDATE
present "$installed/_internal/app/one.pyc"
[ ! -e "$installed/_internal/app/two.pyc" ] || fail "a module of the version that was left is still there"
setup
same_files "$installed"

say "a version that does not pass its self-test gives way to the one before"
cp -a "$work/payload" "$work/good"
touch "$work/payload/_internal/fails"
"$here/installer.sh" "$work/payload" "$work/factotum-setup.exe"
code=0
setup /UPDATE || code=$?
[ "$code" = 4 ] || fail "exit code $code instead of 4 for a version that does not work"
rm -rf "$work/payload" && mv "$work/good" "$work/payload"
same_files "$installed"

say "asked by the program itself, it waits for that to end"
rm -f "$(dirname "$installed")"/stand-in-*
echo waited >"$work/payload/_internal/app/waited.pyc"
"$here/installer.sh" "$work/payload" "$work/factotum-setup.exe"
"$wine" "$installed/factotumw.exe" &
running=$!
until [ -s "$(dirname "$installed")/stand-in-runs" ]; do
  kill -0 "$running" || fail "the stand-in did not start"
  sleep 0.2
done
setup /UPDATE "/PID=$(cat "$(dirname "$installed")/stand-in-runs")" &
waiting=$!
touch "$(dirname "$installed")/stand-in-ends"
code=0
wait "$waiting" || code=$?
[ "$code" = 0 ] || fail "exit code $code instead of waiting for the program (process $(cat "$(dirname "$installed")/stand-in-runs"))"
wait "$running" || true
rm -f "$(dirname "$installed")"/stand-in-*
same_files "$installed"

say "while the program runs nothing is touched"
echo three >"$work/payload/_internal/app/three.pyc"
"$here/installer.sh" "$work/payload" "$work/factotum-setup.exe"
find "$installed" -type f -exec sha256sum {} + | sort >"$work/before"
"$wine" "$installed/factotumw.exe" &
running=$!
until [ -e "$(dirname "$installed")/stand-in-runs" ]; do
  kill -0 "$running" || fail "the stand-in did not start"
  sleep 0.2
done
code=0
setup || code=$?
[ "$code" = 3 ] || fail "exit code $code instead of 3 while the program runs"
uninstall_code=0
"$wine" "$installed/uninstall.exe" /S "_?=$("$wine" winepath -w "$installed" 2>/dev/null | tr -d '\r')" || uninstall_code=$?
[ "$uninstall_code" = 3 ] || fail "uninstall: exit code $uninstall_code instead of 3 while the program runs"
find "$installed" -type f -exec sha256sum {} + | sort | diff "$work/before" - || fail "files changed while the program ran"
kill "$running"
wait "$running" || true
setup
same_files "$installed"

say "uninstall: the program goes, what the person made stays"
echo "the person's own" >"$installed/letter.txt"
uninstall "$installed"
[ "$(find "$installed" -type f)" = "$installed/letter.txt" ] || fail "left in the folder: $(find "$installed" -type f)"
[ "$(cat "$user/factotum/factotum.db")" = mine ] || fail "the person's data is gone"
no_key "HKCU\\$uninstall_key"
no_key 'HKCU\Software\Classes\Factotum.Draft'
no_key 'HKCU\Software\Classes\.json\OpenWithProgids'
no_key 'HKCU\Software\Classes\Factotum.SupplierFile'
if key 'HKCU\Software\Classes\.pdf\OpenWithProgids' | grep -q Factotum; then fail "still offered for PDFs"; fi
if find "$WINEPREFIX/drive_c/users" -name Factotum.lnk | grep -q .; then fail "the start menu still has it"; fi

say "a folder with another program's _internal is left alone"
mkdir -p "$WINEPREFIX/drive_c/Other/_internal"
echo theirs >"$WINEPREFIX/drive_c/Other/_internal/file"
setup '/D=C:\Other' || true
[ "$(find "$WINEPREFIX/drive_c/Other" -type f)" = "$WINEPREFIX/drive_c/Other/_internal/file" ] || fail "it was touched"
say "installed, updated, refused, removed: all as it should be"
