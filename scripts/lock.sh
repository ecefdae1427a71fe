#!/bin/sh
# Writes requirements.lock from pyproject.toml: versions and hashes, no address of any registry.
# uv.lock records addresses, so it is made here and thrown away, whatever happens.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}
trap 'rm -f uv.lock requirements.lock.new' EXIT
"$uv" lock --quiet
"$uv" export --quiet --format requirements-txt --all-groups --all-extras \
  --no-emit-project --no-annotate --no-header --output-file requirements.lock.new
if grep -q '://' requirements.lock.new; then
  echo 'The new lock names an address; it must hold versions and hashes only. requirements.lock is unchanged.' >&2
  exit 1
fi
mv requirements.lock.new requirements.lock
