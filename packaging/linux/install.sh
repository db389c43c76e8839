#!/bin/sh
# Installs Factotum from this folder: for you alone, or for everybody when run as root.
#   ./install.sh             install, or replace what is installed
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
remove_program() {
  if [ -e "$program" ] && [ ! -e "$program/$mark" ]; then
    echo "$program was not made by this installer; nothing is touched. Move it away and run this again." >&2
    exit 1
  fi
  rm -rf "$program"
}

case "${1:-}" in
  --remove)
    remove_program
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

remove_program
mkdir -p "$program" "$bin" "$share/applications" "$share/mime/packages" "$share/icons/hicolor/scalable/apps"
touch "$program/$mark"
cp -a "$here/factotum/." "$program/"
cp "$here/share/mime/packages/factotum.xml" "$share/mime/packages/"
cp "$here/share/icons/hicolor/scalable/apps/factotum.svg" "$share/icons/hicolor/scalable/apps/"
# The desktop may not look into ~/.local/bin.
sed "s|^Exec=factotum |Exec=\"$program/factotum\" |" "$here/share/applications/factotum.desktop" \
  >"$share/applications/factotum.desktop"
ln -sf "$program/factotum" "$bin/factotum"
refresh
echo "Factotum is installed: $bin/factotum"
