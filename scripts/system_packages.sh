#!/bin/sh
# What the tests need from the system: Chromium, PostgreSQL and a font.
# Finds them; as root on Debian installs what is missing; otherwise says what to install.
set -eu

find_chromium() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

find_postgres() {
    command -v initdb || ls /usr/lib/postgresql/*/bin/initdb
}

find_font() {
    ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
}

missing=""
find_chromium >/dev/null 2>&1 || missing="$missing chromium"
find_postgres >/dev/null 2>&1 || missing="$missing postgresql"
find_font >/dev/null 2>&1 || missing="$missing fonts-dejavu-core"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "The tests need these Debian packages:$missing. Install them: apt-get install$missing" >&2
    exit 1
fi
