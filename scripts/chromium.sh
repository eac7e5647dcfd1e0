#!/usr/bin/env bash
# Brings in a Chromium for the browser journeys: Debian's where apt can, else Playwright's own.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v chromium >/dev/null && exit 0
if command -v apt-get >/dev/null; then
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo"
  echo "Installing Chromium for the browser journeys …"
  if $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null; then exit 0; fi
fi
.venv/bin/playwright install chromium
