#!/bin/sh
# What the tests need from the system: Chromium, PostgreSQL, a font and Pango (for PDF).
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

find_library() {
    # ldconfig lives in sbin, which is not on everybody's path.
    PATH="$PATH:/usr/sbin:/sbin" ldconfig -p | grep -F "$1"
}

missing=""
find_chromium >/dev/null 2>&1 || missing="$missing chromium"
find_postgres >/dev/null 2>&1 || missing="$missing postgresql"
find_font >/dev/null 2>&1 || missing="$missing fonts-dejavu-core"
find_library libpango-1.0.so.0 >/dev/null 2>&1 || missing="$missing libpango-1.0-0"
find_library libpangoft2-1.0.so.0 >/dev/null 2>&1 || missing="$missing libpangoft2-1.0-0"
find_library libharfbuzz-subset.so.0 >/dev/null 2>&1 || missing="$missing libharfbuzz-subset0"
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
