#!/bin/sh
# Makes .venv and installs what requirements.lock lists, checked against its hashes, then Goodword itself.
# Run again it does nothing, unless the lock, pyproject.toml, this script or the folder's place changed.
# PYTHON names the Python to use; without it one is looked for: on the path, in pyenv, then through uv.
set -eu
cd "$(dirname "$0")/.."

PYTHON=${PYTHON:-}
stamp=.venv/goodword-setup
log=.venv/setup.log

say() { printf '%s\n' "$*"; }
stop() {
  printf '%s\n' "$*" >&2
  exit 1
}
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

wanted() {
  pwd -P
  cat requirements.lock pyproject.toml scripts/setup.sh | cksum
}

# A stamp is written last and taken away first, so an interrupted set-up is never taken for a finished one.
# Its first line is the folder (scripts in .venv hold absolute paths), its second the sum of what it was made from.
if [ -f "$stamp" ] && is_new_enough .venv/bin/python; then
  [ "$(cat "$stamp")" = "$(wanted)" ] && exit 0
  [ "$(sed -n 1p "$stamp")" = "$(pwd -P)" ] && keep=yes || keep=no
else
  keep=no
fi

find_python() {
  if [ -n "$PYTHON" ]; then
    if is_new_enough "$PYTHON"; then
      printf '%s\n' "$PYTHON"
    fi
    return 0
  fi
  for name in python3.13 python3.12 python3 python python3.14; do
    # `command -v` is not enough: pyenv puts names on the path for versions that are not chosen here.
    if is_new_enough "$name"; then
      command -v "$name"
      return
    fi
  done
  pyenv_root=$(pyenv root 2>/dev/null || printf '%s\n' "${PYENV_ROOT:-$HOME/.pyenv}")
  for found in "$pyenv_root"/versions/3.13*/bin/python "$pyenv_root"/versions/3.*/bin/python; do
    if [ -x "$found" ] && is_new_enough "$found"; then
      printf '%s\n' "$found"
      return
    fi
  done
  uv python find '>=3.12' 2>/dev/null || true
}

# Debian ships Python without `venv` and `ensurepip`. There are three ways round it before asking anybody.
make_venv() {
  "$1" -m venv .venv >>"$2" 2>&1 && return
  rm -rf .venv
  if "$1" -m venv --without-pip .venv >>"$2" 2>&1 &&
    "$1" -m pip --python .venv/bin/python install --quiet pip >>"$2" 2>&1; then
    return
  fi
  rm -rf .venv
  if command -v uv >/dev/null 2>&1 && uv venv --quiet --python "$1" .venv >>"$2" 2>&1; then
    return
  fi
  rm -rf .venv
  package="python$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing Debian's $package, without which this Python cannot make an environment ..."
    scripts/apt.sh "$package" >>"$2" 2>&1 || true
    "$1" -m venv .venv >>"$2" 2>&1 && return
    rm -rf .venv
  fi
  stop "$1 cannot make an environment here: install its venv module (on Debian: apt-get install $package)" \
    'and run this again.'
}

explain() {
  if grep -qiE 'no space left' "$log"; then
    stop 'The disk is full: free about 1 GB and run this again.'
  elif grep -qiE 'do not match the hashes|hash mismatch' "$log"; then
    stop 'A package differs from the hash in requirements.lock, so nothing was installed; see .venv/setup.log.'
  elif grep -qiE 'connectionerror|connection (refused|broken|reset)|name resolution|failed to resolve|dns error|timed out|no matching distribution|could not find a version|not found in the' "$log"; then
    stop 'No package registry could be reached, or it lacks a package: check the network and the settings of pip' \
      '(pip config list), then run this again; details are in .venv/setup.log.'
  fi
  tail -n 15 "$log" >&2
  stop 'Installing the packages failed; all of it is in .venv/setup.log.'
}

# pip, because it asks the registry that this machine is set up for; uv where uv made the environment.
install() {
  if .venv/bin/python -m pip --version >/dev/null 2>&1; then
    # Compiled below, on all cores at once: pip does it on one.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --retries 2 --no-compile "$@"
  elif command -v uv >/dev/null 2>&1; then
    uv pip install --quiet --python .venv/bin/python "$@"
  else
    .venv/bin/uv pip install --quiet --python .venv/bin/python "$@"
  fi
}

if [ "$keep" = no ]; then
  [ ! -d .venv ] || say 'Making .venv anew: no finished set-up of this folder left it.'
  python=$(find_python)
  if [ -z "$python$PYTHON" ] && command -v uv >/dev/null 2>&1; then
    # uv may be able to fetch a Python; where it is not, the sentence below says what to do.
    rm -rf .venv
    uv venv --quiet --python 3.13 .venv >/dev/null 2>&1 && python=.venv/bin/python
  fi
  if [ -z "$python" ]; then
    stop "Goodword needs Python 3.12 or newer and found${PYTHON:+ that $PYTHON is}" \
      "$(${PYTHON:-python3} --version 2>/dev/null | tail -n 1 | grep . || echo 'no Python')${PYTHON:+}:" \
      'install one (apt, pyenv or uv can), or name one with PYTHON=/its/path.'
  fi
  if [ "$python" != .venv/bin/python ]; then
    rm -rf .venv
    early=$(mktemp)
    trap 'rm -f "$early"' EXIT
    make_venv "$python" "$early"
  fi
fi

rm -f "$stamp"
: >"$log"
say "Installing $(grep -c == requirements.lock) packages into .venv ($(.venv/bin/python --version)) ..."
install --require-hashes --requirement requirements.lock >>"$log" 2>&1 || explain
# Build tools come from the lock as well, hence no isolation: nothing is fetched outside the hashes.
install --no-deps --no-build-isolation --editable . >>"$log" 2>&1 || explain
# Ahead of use, because where PYTHONDONTWRITEBYTECODE is set every single command would compile it all again.
env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m compileall -q -j 0 .venv/lib src/goodword >>"$log" 2>&1 || true
wanted >"$stamp.part"
mv "$stamp.part" "$stamp"
say 'Installed.'
