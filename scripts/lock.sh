#!/bin/sh
# Writes requirements.lock from pyproject.toml, and of it the two parts a container needs: versions and hashes, no
# address of any registry.
# uv.lock records addresses, so it is made here and thrown away, whatever happens.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}
trap 'rm -f uv.lock ./*.lock.new deploy/*.lock.new' EXIT
"$uv" lock --quiet

# export FILE OPTION...
export_to() {
  file=$1
  shift
  "$uv" export --quiet --format requirements-txt --no-emit-project --no-annotate --no-header "$@" --output-file "$file.new"
  if grep -q '://' "$file.new"; then
    echo "The new $file names an address; it must hold versions and hashes only. Nothing was changed." >&2
    exit 1
  fi
}

export_to requirements.lock --all-groups --all-extras
export_to deploy/requirements.lock --no-default-groups --extra postgres
export_to deploy/build.lock --only-group build
for file in requirements.lock deploy/requirements.lock deploy/build.lock; do
  mv "$file.new" "$file"
done
