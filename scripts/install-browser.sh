#!/bin/sh
# Finds or installs Chromium for the browser tests: the system's own, Debian's package, or Playwright's build.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    if PYTHONPATH=src .venv/bin/python -m dashboard.operate.patience "Installation de / Installing Chromium (apt-get)" \
        $sudo sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core"; then
        exit 0
    fi
fi
.venv/bin/playwright install --with-deps chromium
