#!/bin/sh
# Puts another version in the place of an app of macOS once its process has ended; started by Factotum.
#   swap-app.sh on PID APP IMAGE       the app of a disk image, after it has passed its own self-test
#   swap-app.sh back PID APP PREVIOUS  the app that was kept; the one left is thrown away
# The app is moved aside and the new one moved in; whatever fails before leaves the app as it was.
set -eu
way=$1 process=$2 app=$3 source=$4
folder=$(dirname "$app")
kept="$folder/Factotum (previous).app"
new="$folder/.Factotum-new.app"
volume=

finish() {
  [ -z "$volume" ] || hdiutil detach -quiet "$volume" || true
  rm -rf "$new"
}
trap finish EXIT
fail() {
  echo "$*" >&2
  exit 1
}

waited=0
while kill -0 "$process" 2>/dev/null; do
  waited=$((waited + 1))
  [ "$waited" -lt "${FACTOTUM_SWAP_TRIES:-600}" ] || fail "process $process still runs; nothing is changed"
  sleep "${FACTOTUM_SWAP_PAUSE:-1}"
done

case $way in
  on)
    volume=$(mktemp -d)
    hdiutil attach -nobrowse -readonly -quiet -mountpoint "$volume" "$source"
    rm -rf "$new"
    cp -R "$volume/Factotum.app" "$new"
    codesign --verify --strict --deep "$new" || fail "the signature of the new app is not whole"
    "$new/Contents/MacOS/factotum" self-test || fail "the new app does not pass its self-test"
    rm -rf "$kept"
    mv "$app" "$kept"
    mv "$new" "$app" || { mv "$kept" "$app"; fail "the new app could not be moved into place"; }
    ;;
  back)
    [ -d "$source" ] || fail "there is no app to go back to"
    mv "$app" "$new"
    mv "$source" "$app" || { mv "$new" "$app"; fail "the app could not be moved back"; }
    ;;
  *) fail "usage: swap-app.sh on|back PID APP SOURCE" ;;
esac
