#!/bin/sh
# The demo: a sample company in demo/, loaded, searched, printed and (unless SERVE=0) served on PORT.
# What was built before is used again as long as the code that built it is the same.
set -eu
cd "$(dirname "$0")/.."

port=${PORT:-8000}
serve=${SERVE:-1}
goodword=.venv/bin/goodword
built=demo/built

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

case $port in
'' | *[!0-9]*) stop "PORT=$port is no port: give a number, such as PORT=8001." ;;
esac
if [ "$serve" != 0 ] && ! .venv/bin/python scripts/port_free.py "$port"; then
  stop "Port $port is in use: end what listens there, or choose another one: make demo PORT=$((port + 1))."
fi

# The sample company's history ends on the day it is made, so yesterday's is made anew.
sum_of_code() {
  date -u +%F
  find src/goodword scripts/demo.sh requirements.lock -type f ! -name '*.pyc' | LC_ALL=C sort |
    while IFS= read -r file; do cksum "$file"; done | cksum
}

sum=$(sum_of_code)
if [ ! -f "$built" ] || [ "$(cat "$built")" != "$sum" ]; then
  mkdir -p demo
  rm -rf "$built" demo/served demo/sample demo/workspace
  echo 'Making up a sample company of 60 accounts and 18 months ...'
  "$goodword" sample demo/sample --accounts 60 --seed 7 --months 18
  "$goodword" init --synthetic demo/workspace >/dev/null
  "$goodword" --workspace demo/workspace load demo/sample/exports --yes
  "$goodword" --workspace demo/workspace run
  printf '%s\n' "$sum" >"$built"
fi

"$goodword" --workspace demo/workspace find --limit 12
if [ "$serve" = 0 ]; then
  exit 0
fi
if [ -f demo/served ]; then
  echo 'Sign in as before. If the password is lost: .venv/bin/goodword -w demo/workspace user reset E-MAIL'
fi
: >demo/served
exec "$goodword" --workspace demo/workspace serve --port "$port"
