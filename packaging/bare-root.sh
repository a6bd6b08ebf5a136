#!/usr/bin/env bash
# Try both commands of the README, as pasted, in a bare Debian 12: no Go, no uv, no library of a desktop.
#
#     packaging/bare-root.sh FOLDER [run|test]      both in turn, or one of them
#
# Needs root, debootstrap and, for the window, Xvfb and xdotool. FOLDER is made by debootstrap, or used again if it is
# there; the project in it is a fresh clone of the committed state. Remove it with `rm -rf --one-file-system`.
set -euo pipefail

root=$(realpath -m "$1")
what=${2:-both}
source=$(cd "$(dirname "$0")/.." && pwd)

say() { printf 'bare root: %s\n' "$*"; }

inside() {
    # A clean environment, and /proc and a fresh /dev/shm of its own that are gone with the command.
    exec unshare --mount --propagation private -- bash -euc '
        mount -t proc proc "$0/proc"
        mkdir -p "$0/dev/shm" "$0/tmp/.X11-unix"
        mount -t tmpfs -o mode=1777 tmpfs "$0/dev/shm"
        mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
        exec chroot "$0" /usr/bin/env -i HOME=/var/wadesk TERM=dumb PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
            ${DISPLAY:+DISPLAY=$DISPLAY} CI=true bash -c "cd /srv/wadesk && exec $1"
    ' "$root" "$1"
}

prepare() {
    if [ ! -e "$root/usr/bin/git" ]; then
        say "making $root"
        debootstrap --variant=minbase --include=python3,python3-pip,python3-venv,git,ca-certificates bookworm "$root"
    fi
    # The machine's way to its packages: name server, certificates, apt's sources.
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    rm -rf "$root/srv/wadesk"
    git clone --quiet --no-local "$source" "$root/srv/wadesk"
}

try_window() {
    say "python3 packaging/run.py, until its window is on the screen"
    mkdir -p /tmp/.X11-unix
    Xvfb :87 -screen 0 1280x800x24 -nolisten tcp &
    local screen=$!
    local started=$SECONDS
    DISPLAY=:87 inside "python3 packaging/run.py" &
    local window=$!
    while ! DISPLAY=:87 xdotool search --onlyvisible --name WaDesk >"$root/tmp/window" 2>/dev/null; do
        kill -0 "$window" || { say "it ended without a window"; kill "$screen"; return 1; }
        sleep 1
    done
    say "the window came after $((SECONDS - started)) s"
    kill -- "$window"
    wait "$window" || true
    kill "$screen"
}

try_tests() {
    say "python3 packaging/run.py test"
    local started=$SECONDS
    (inside "python3 packaging/run.py test")
    say "the tests took $((SECONDS - started)) s"
}

prepare
[ "$what" = test ] || try_window
[ "$what" = run ] || try_tests
