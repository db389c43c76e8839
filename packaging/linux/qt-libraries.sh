#!/bin/sh
# Puts in place the six system libraries that Qt needs to draw, even without a screen. Does nothing
# where they are; on a system without apt-get it names what is missing.
set -eu
missing=""
for pair in libEGL.so.1=libegl1 libGL.so.1=libgl1 libglib-2.0.so.0=libglib2.0-0 \
  libfontconfig.so.1=libfontconfig1 libdbus-1.so.3=libdbus-1-3 libxkbcommon.so.0=libxkbcommon0; do
  python3 -c "import ctypes; ctypes.CDLL('${pair%%=*}')" 2>/dev/null || missing="$missing ${pair#*=}"
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
  echo "Qt needs system libraries that Debian calls$missing; install them and run this again." >&2
  exit 1
fi
as_root=""
if [ "$(id -u)" != 0 ]; then
  as_root=sudo
  if ! command -v sudo >/dev/null; then
    echo "Qt needs system libraries and there is no sudo here; as root: apt-get install$missing" >&2
    exit 1
  fi
fi
echo "Installing the system libraries Qt needs:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the names are meant to be split
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
