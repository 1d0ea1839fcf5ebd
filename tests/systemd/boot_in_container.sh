#!/bin/sh
# Boot this very system in a container, under a real systemd, with the kiosk's units, and see whether the kiosk runs
# inside their walls, reads a page there, and comes back when its core is killed. Nothing of the host is changed.
# By hand, as root, with the package systemd-container: tests/systemd/boot_in_container.sh   (about 30 seconds)
set -eu

if [ "${1:-}" = inside ]; then
    systemd-sysusers /opt/temoin/systemd/kiosk.sysusers.conf
    systemd-tmpfiles --create /opt/temoin/systemd/kiosk.tmpfiles.conf
    systemctl start kiosk.target
    sleep 10
    systemctl start kiosk-read.service && echo "PAGE READ" || echo "PAGE NOT READ"
    journalctl --no-pager -o cat -u kiosk-read | tail -n 30
    kill -9 "$(systemctl show -p MainPID --value kiosk-core)"
    sleep 6
    systemctl --no-pager show -p Id -p ActiveState -p NRestarts kiosk-core kiosk-screen
    find /run/kiosk -mindepth 1 -printf '%M %u %p\n'
    journalctl --no-pager -o cat -u kiosk-core -u kiosk-screen | tail -n 30
    exit 0
fi

SOURCE=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
NSPAWN=$(command -v systemd-nspawn || echo "${NSPAWN:?install systemd-container}")
PLACE=$(mktemp -d)
# rmdir first: it refuses should a mount ever outlive its namespace.
trap 'rmdir "$PLACE/root" && rm -rf "$PLACE"' EXIT
mkdir "$PLACE/root" "$PLACE/units"
cp "$SOURCE"/systemd/*.service "$SOURCE"/systemd/*.target "$PLACE/units"
sed -e 's/^Type=exec/Type=oneshot/' -e 's/^Restart=.*//' -e '/^RuntimeDirectory/d' \
    -e 's|^ExecStart=.*|ExecStart=/opt/temoin/.venv/bin/kiosk read /opt/temoin/assets/samples/01-bulletin-2026-01.jpg|' \
    "$SOURCE/systemd/kiosk-core.service" >"$PLACE/units/kiosk-read.service"
cat >"$PLACE/units/check.service" <<'UNIT'
[Unit]
Requires=basic.target
After=basic.target
[Service]
Type=oneshot
TimeoutStartSec=100
ExecStart=/opt/temoin/tests/systemd/boot_in_container.sh inside
StandardOutput=journal+console
StandardError=journal+console
ExecStopPost=/bin/systemctl --no-block poweroff
UNIT
SOURCE=$SOURCE NSPAWN=$NSPAWN PLACE=$PLACE timeout 150 unshare --mount sh -eu -c '
    mount --bind / "$PLACE/root"
    mount -t tmpfs tmpfs /run
    set --
    for unit in "$PLACE"/units/*; do
        set -- "$@" "--bind-ro=$unit:/etc/systemd/system/${unit##*/}"
    done
    exec "$NSPAWN" --quiet --directory="$PLACE/root" --register=no --keep-unit --private-network --volatile=overlay \
        --bind-ro="$SOURCE" --bind-ro="$SOURCE:/opt/temoin" "$@" --boot -- --unit=check.service
' </dev/null
