#!/bin/sh
# Debian packages that the tests need: Chromium for the browser tests. Does nothing where they are there already.
set -eu
missing=""
[ -x /usr/bin/chromium ] || missing="$missing chromium"
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "system: please install$missing; the browser tests need it" >&2
    exit 0
fi
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
if ! $as_root sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends$missing fonts-dejavu-core >/dev/null"; then
    echo "system: could not install$missing; the browser tests need it" >&2
    exit 1
fi
