#!/bin/sh
# Installs Factotum from this folder: for you alone, or for everybody when run as root.
#   ./install.sh             install; the version before stays beside it, so that one can go back
#   ./install.sh --remove    remove the program; drafts and issued documents stay where they are
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" = 0 ]; then
  program=${FACTOTUM_PREFIX:-}/opt/factotum share=${FACTOTUM_PREFIX:-}/usr/local/share bin=${FACTOTUM_PREFIX:-}/usr/local/bin
else
  share=${XDG_DATA_HOME:-$HOME/.local/share} bin=$HOME/.local/bin
  program=$HOME/.local/lib/factotum
fi
# The mark of a folder that this script made; nothing else is ever removed.
mark=.installed-by-factotum

refresh() {
  update-desktop-database -q "$share/applications" 2>/dev/null || true
  update-mime-database "$share/mime" >/dev/null 2>&1 || true
}
refuse() {
  echo "$program was not made by this installer; nothing is touched. Move it away and run this again." >&2
  exit 1
}
point() { # LINK TARGET: in one stroke
  ln -sfn "$2" "$program/.$1"
  mv -T "$program/.$1" "$program/$1"
}

case "${1:-}" in
  --remove)
    if [ -e "$program" ] && [ ! -e "$program/$mark" ]; then refuse; fi
    rm -rf "$program"
    rm -f "$bin/factotum" "$share/applications/factotum.desktop" "$share/mime/packages/factotum.xml" \
      "$share/icons/hicolor/scalable/apps/factotum.svg"
    refresh
    echo "Factotum is removed. Your drafts and issued documents are still there."
    exit 0
    ;;
  "") ;;
  *)
    echo "usage: $0 [--remove]" >&2
    exit 2
    ;;
esac

if [ -e "$program" ] && [ ! -e "$program/$mark" ]; then refuse; fi
version=$(cat "$here/version")
mkdir -p "$program/versions" "$bin" "$share/applications" "$share/mime/packages" "$share/icons/hicolor/scalable/apps"
touch "$program/$mark"
# Whole before it counts: what starts is always a version that lies there complete.
new=$program/versions/.new-$version
rm -rf "$new"
cp -a "$here/factotum" "$new"
rm -rf "$program/versions/.old" "$program/trial"
if [ -e "$program/versions/$version" ]; then mv "$program/versions/$version" "$program/versions/.old"; fi
mv "$new" "$program/versions/$version"
if [ -e "$program/current" ] && [ "$(readlink "$program/current")" != "versions/$version" ]; then
  point previous "$(readlink "$program/current")"
fi
point current "versions/$version"
rm -rf "$program/versions/.old"
for each in "$program/versions"/*; do
  case "versions/${each##*/}" in
    "$(readlink "$program/current")" | "$(readlink "$program/previous" || true)") ;;
    *) rm -rf "$each" ;;
  esac
done
cp "$here/launcher.sh" "$program/.launcher"
mv "$program/.launcher" "$program/factotum"
cp "$here/share/mime/packages/factotum.xml" "$share/mime/packages/"
cp "$here/share/icons/hicolor/scalable/apps/factotum.svg" "$share/icons/hicolor/scalable/apps/"
# The desktop may not look into ~/.local/bin.
sed "s|^Exec=factotum |Exec=\"$program/factotum\" |" "$here/share/applications/factotum.desktop" \
  >"$share/applications/factotum.desktop"
ln -sf "$program/factotum" "$bin/factotum"
refresh
echo "Factotum is installed: $bin/factotum"
