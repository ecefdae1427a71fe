#!/bin/sh
# Installs Debian packages without asking anything. Needs root and apt-get; the caller has checked both.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2 </dev/null || true
apt-get install --quiet=2 --yes --no-install-recommends "$@" </dev/null
