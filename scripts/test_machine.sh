#!/usr/bin/env bash
# Brings in what the tests drive for real: Chromium for the journeys, nginx and openssl for the proxy before the app.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v nginx >/dev/null || missing+=(nginx-light)
command -v openssl >/dev/null || missing+=(openssl)
[ ${#missing[@]} = 0 ] && exit 0

if command -v apt-get >/dev/null; then
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo"
  echo "Installing ${missing[*]} for the tests …"
  if $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    # The tests start their own nginx on a port of ours: the one that came with the package need not run.
    if [[ " ${missing[*]} " == *" nginx-light "* ]] && command -v systemctl >/dev/null; then
      $sudo systemctl disable --now nginx >/dev/null 2>&1 || true
    fi
    exit 0
  fi
fi
if ! command -v nginx >/dev/null || ! command -v openssl >/dev/null; then
  echo "The tests need nginx and openssl: install them, and run this again." >&2
  exit 1
fi
.venv/bin/playwright install chromium
