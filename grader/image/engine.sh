#!/bin/sh
# Installs the container engine, and what makes a base image without a registry; starts the engine.
# Debian or Ubuntu, as root. What is there already is left as it is.
set -eu

journal=${LABO_ENGINE_LOG:-/var/log/labo-dockerd.log}
deadline_s=60

say() { printf '%s\n' "$*"; }

answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

missing=
command -v dockerd >/dev/null 2>&1 || missing="$missing docker.io"
command -v mmdebstrap >/dev/null 2>&1 || missing="$missing mmdebstrap"

if [ -n "$missing" ] || ! answers; then
    if [ "$(id -u)" -ne 0 ]; then
        say "Il faut être root : relance avec sudo."
        exit 1
    fi
fi

if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Ce système n'a pas apt-get : installe Docker toi-même."
        exit 1
    fi
    say "Installation :$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    # shellcheck disable=SC2086 # a list of names
    apt-get install -q -y --no-install-recommends $missing
fi

if answers; then
    say "Le moteur répond."
    exit 0
fi

# A killed engine leaves its pid files, and may leave its containerd running. A pid file counts only if its process
# is what it says it is.
forget() {
    [ -f "$1" ] || return 0
    pid=$(cat "$1")
    if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" != "$2" ]; then
        rm -f "$1"
    fi
}
forget /var/run/docker.pid dockerd
forget /var/run/docker/containerd/containerd.pid containerd
[ -f /var/run/docker.pid ] || rm -f /var/run/docker.sock

if [ -d /run/systemd/system ] && systemctl start docker 2>/dev/null; then
    say "Démarrage du moteur par systemd."
else
    say "Démarrage du moteur ; journal : $journal"
    # A session of its own, with no pipe of the caller's: it outlives this script and holds nothing of it.
    setsid dockerd >"$journal" 2>&1 </dev/null &
fi

# No event tells that an engine answers: it is asked again until it does.
began=$(date +%s)
until answers; do
    if [ $(($(date +%s) - began)) -ge "$deadline_s" ]; then
        say "Le moteur ne répond toujours pas après $deadline_s s. La fin de son journal ($journal) :"
        tail -n 15 "$journal" 2>/dev/null || true
        exit 1
    fi
    sleep 0.2
done
say "Le moteur répond."
