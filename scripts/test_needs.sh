#!/bin/sh
# Sees to it that the programs which only tests use are there: Debian's chromium for the browser tests.
set -eu
cd "$(dirname "$0")/.."

has() { command -v "$1" >/dev/null 2>&1; }

missing=
has chromium || missing="$missing chromium"

[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && has apt-get; then
  printf 'Installing what tests need from Debian:%s ...\n' "$missing"
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  # Word splitting is meant: a list of package names.
  # shellcheck disable=SC2086
  if scripts/apt.sh $missing >"$log" 2>&1; then
    exit 0
  fi
  tail -n 5 "$log" >&2
fi
printf 'The tests need%s, which is not installed: install it (on Debian: apt-get install%s) and run this again.\n' \
  "$missing" "$missing" >&2
exit 1
