#!/bin/sh
# Finds or installs Chromium for the browser tests: Debian's without a window, which is quicker, else the system's
# own, else Playwright's build.
set -eu
is_there() {
    for name in "$@"; do
        if command -v "$name" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}
OTHERS="chromium chromium-browser google-chrome"
if is_there chromium-headless-shell; then exit 0; fi
if [ "$(id -u)" -ne 0 ] && is_there $OTHERS; then exit 0; fi  # nobody is asked for a password without need
if command -v apt-get >/dev/null 2>&1; then
    sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo"
    install="apt-get install -y -qq fonts-dejavu-core"
    if PYTHONPATH=src .venv/bin/python -m dashboard.operate.patience "Installation de / Installing Chromium (apt-get)" \
        $sudo env DEBIAN_FRONTEND=noninteractive \
        sh -c "apt-get update -qq && { $install chromium-headless-shell || $install chromium; }"; then
        exit 0
    fi
fi
if is_there $OTHERS; then exit 0; fi
.venv/bin/playwright install --with-deps chromium
