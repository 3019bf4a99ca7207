#!/bin/sh
# Installs the container engine, and what makes a base image without a registry; starts the engine.
# Debian or Ubuntu, as root. What is there already is left as it is.
set -eu

journal=${LABO_ENGINE_LOG:-/var/log/labo-dockerd.log}
# The engine's own places and settings, where nothing says otherwise.
data=${LABO_ENGINE_DATA:-/var/lib/docker}
run=${LABO_ENGINE_RUN:-/var/run}
settings=${LABO_ENGINE_SETTINGS:-/etc/docker/daemon.json}
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

# A session of its own, with no pipe of the caller's: the engine outlives this script and holds nothing of it.
launch() {
    forget "$run/docker.pid" dockerd
    forget "$run/docker/containerd/containerd.pid" containerd
    [ -f "$run/docker.pid" ] || rm -f "$run/docker.sock"
    setsid dockerd >"$journal" 2>&1 </dev/null &
    engine=$!
}

# An engine of 20.10 that was killed over the making of a network may leave half of one in its books, and panics over it at
# each start. The books are put aside, once, where all of this holds: this script started the engine that has just died of
# it, and one before; and the books are where an engine without settings of its own has them. Nothing is deleted.
put_books_aside() {
    books=$data/network/files/local-kv.db
    [ -n "$known" ] && [ -f "$books" ] || return 1
    grep -q '^panic:' "$journal" && grep -q 'reservePools' "$journal" || return 1
    ! grep -Eq '"(data-root|graph)"' "$settings" 2>/dev/null || return 1
    known=
    aside=$books.$(date +%Y%m%d-%H%M%S)
    mv "$books" "$aside" || return 1
    say "Le moteur tombe sur le registre de ses réseaux, abîmé quand il a été tué. Ce registre est mis de côté :"
    say "  $aside"
    say "Second essai. Les réseaux que tu avais créés toi-même sont à refaire ; images et conteneurs restent."
}

# Somebody else may be starting one at this moment: then ours ends at once, and that one answers soon.
another_runs() {
    forget "$run/docker.pid" dockerd
    [ -f "$run/docker.pid" ]
}

give_up() {
    say "$1 La fin de son journal ($journal) :"
    tail -n 15 "$journal" 2>/dev/null || true
    exit 1
}

# Whether this script has started an engine here before: nobody else writes that journal.
known=
[ ! -f "$journal" ] || known=yes
engine=
if [ -d /run/systemd/system ] && systemctl start docker 2>/dev/null; then
    say "Démarrage du moteur par systemd."
else
    say "Démarrage du moteur ; journal : $journal"
    launch
fi

# No event tells that an engine answers: it is asked again until it does.
began=$(date +%s)
until answers; do
    if [ -n "$engine" ] && ! kill -0 "$engine" 2>/dev/null; then
        engine=
        if put_books_aside; then
            launch
        elif ! another_runs && ! answers; then
            give_up "Le moteur s'est arrêté."
        fi
    fi
    if [ $(($(date +%s) - began)) -ge "$deadline_s" ]; then
        give_up "Le moteur ne répond toujours pas après $deadline_s s."
    fi
    sleep 0.2
done
say "Le moteur répond."
