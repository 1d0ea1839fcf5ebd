#!/bin/sh
# Make a kiosk of this machine (Debian 12 or Raspberry Pi OS, 64 bits). Run it again after each update: it only adds
# what is missing, and keeps the data and the settings. See README.md beside it.
set -eu

HOME_OF_PROGRAM=/opt/temoin
SOURCE=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
ENABLED="kiosk-core.service kiosk-screen.service kiosk.target kiosk-anchor.timer"
UNITS="$ENABLED kiosk-anchor.service kiosk-console.service"
PACKAGES="python3 python3-venv python3-cups python3-pyscard tesseract-ocr tesseract-ocr-fra tesseract-ocr-eng
sane-utils sane-airscan cups cups-client cups-filters pcscd espeak-ng alsa-utils libfribidi0 libgl1-mesa-dri libegl1 libgles2 libgbm1
libmtdev1 fonts-dejavu-core poppler-utils"

say() { printf '%s\n' "$*"; }
refuse() {
    printf '%s\n' "$*" >&2
    exit 2
}

[ "$(id -u)" -eq 0 ] || refuse "Lancez ce programme en administrateur : sudo $0"
command -v apt-get >/dev/null || refuse "Ce programme attend Debian 12 ou Raspberry Pi OS."

say "1/5 Paquets du système"
# shellcheck disable=SC2086  # one word a package
DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $PACKAGES

say "2/5 Utilisateur et dossiers"
install -D -m 0644 "$SOURCE/systemd/kiosk.sysusers.conf" /usr/lib/sysusers.d/kiosk.conf
install -D -m 0644 "$SOURCE/systemd/kiosk.tmpfiles.conf" /usr/lib/tmpfiles.d/kiosk.conf
systemd-sysusers kiosk.conf
systemd-tmpfiles --create kiosk.conf

say "3/5 Programme"
if [ "$SOURCE" != "$HOME_OF_PROGRAM" ]; then
    mkdir -p "$HOME_OF_PROGRAM"
    for part in kiosk hardware assets systemd; do
        rm -rf "${HOME_OF_PROGRAM:?}/$part.new"
        cp -R "$SOURCE/$part" "$HOME_OF_PROGRAM/$part.new"
        rm -rf "${HOME_OF_PROGRAM:?}/$part"
        mv "$HOME_OF_PROGRAM/$part.new" "$HOME_OF_PROGRAM/$part"
    done
    for part in pyproject.toml requirements.lock README.md LICENSE; do
        install -m 0644 "$SOURCE/$part" "$HOME_OF_PROGRAM/$part"
    done
fi
# CUPS and card libraries come from Debian: there is no compiler on the appliance.
[ -x "$HOME_OF_PROGRAM/.venv/bin/python" ] || python3 -m venv --system-site-packages "$HOME_OF_PROGRAM/.venv"
"$HOME_OF_PROGRAM/.venv/bin/pip" install --quiet --require-hashes -r "$HOME_OF_PROGRAM/requirements.lock"
"$HOME_OF_PROGRAM/.venv/bin/pip" install --quiet --no-deps --no-build-isolation --editable "$HOME_OF_PROGRAM"

say "4/5 Impression sans copie gardée"
# CUPS keeps each printed document for a day unless told otherwise.
cupsctl PreserveJobFiles=No || say "  à faire à la main : cupsctl PreserveJobFiles=No"

say "5/5 Démarrage automatique"
for unit in $UNITS; do
    install -D -m 0644 "$SOURCE/systemd/$unit" "/etc/systemd/system/$unit"
done
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    # shellcheck disable=SC2086
    systemctl enable $ENABLED
    systemctl restart kiosk.target kiosk-core.service kiosk-screen.service kiosk-anchor.timer
else
    # shellcheck disable=SC2086
    systemctl --root=/ enable $ENABLED
fi

say "La borne est installée. Vérifiez-la :"
say "  sudo -u kiosk KIOSK_DATA_DIR=/var/lib/kiosk KIOSK_RUNTIME_DIR=/run/kiosk $HOME_OF_PROGRAM/.venv/bin/kiosk doctor"
