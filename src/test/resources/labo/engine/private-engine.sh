#!/bin/sh
# A container engine that a test may break: with its own processes, network, mounts, and a small disk that can really fill up.
# Usage, as root: private-engine.sh FOLDER. Its commands come line by line on stdin, and each is answered by a line "ok" or
# "failed". It ends with its stdin, and all of it ends with it: it is process 1 of namespaces of its own.
set -u

folder=$1
group=labo-private-$(basename "$folder")
if [ "${2:-}" != inside ]; then
    unshare --pid --fork --kill-child --mount --net --mount-proc -- sh "$0" "$folder" inside
    # The engine leaves the control groups of its containers, empty.
    find /sys/fs/cgroup -depth -type d -path "*/$group*" -exec rmdir {} + 2>/dev/null
    exit 0
fi

data=$folder/data
socket=$folder/engine.sock
log=$folder/engine.log
mebibytes=640
engine=
filler=

make_disk() {
    mkdir -p "$data" "$folder/run" &&
        truncate -s "${mebibytes}M" "$folder/disk" &&
        mkfs.ext4 -q -m 0 -O ^has_journal "$folder/disk" &&
        mount -o loop "$folder/disk" "$data" &&
        ip link set lo up
}

answers() { docker --host "unix://$socket" version >/dev/null 2>&1; }

# An engine of 20.10 that was ended over the making of a network may leave half of one in its books, over which it breaks down at
# each start (libnetwork: reservePools). Who looks after it takes the books away: so do we.
start() { launch || { rm -rf "$data/network/files" && launch; }; }

launch() {
    rm -f "$folder/engine.pid" "$socket"
    dockerd --data-root "$data" --exec-root "$folder/run" --pidfile "$folder/engine.pid" --host "unix://$socket" \
        --bridge none --cgroup-parent "/$group" --shutdown-timeout 1 >>"$log" 2>&1 </dev/null &
    engine=$!
    tries=0
    until answers; do
        kill -0 "$engine" 2>/dev/null && [ "$tries" -lt 300 ] || return 1
        tries=$((tries + 1))
        sleep 0.1
    done
}

end() {
    kill "-$1" "$engine" && wait "$engine"
    engine=
    [ ! -S "$socket" ] || ! answers
}

room() { df --output=avail -B1K "$data" | tail -n 1; }

# Most of it at once, the rest octet by octet until there is no more; what the engine frees afterwards is taken too.
fill() {
    fallocate -l "$(($(room) - 2048))K" "$data/filler" || return 1
    ! fill_up || return 1
    while :; do
        fill_up
        sleep 0.02
    done &
    filler=$!
}

# Endless zeros: it ends where the disk does.
fill_up() { cat /dev/zero >>"$data/filler" 2>/dev/null; }

free() {
    kill "$filler" && wait "$filler"
    filler=
    rm -f "$data/filler"
}

# Bridged packets go past the firewall, which stops them all.
wall() { echo 1 >/proc/sys/net/bridge/bridge-nf-call-iptables && iptables -I DOCKER-USER -j DROP; }

unwall() { iptables -D DOCKER-USER -j DROP; }

obey() {
    case $1 in
    start) start ;;
    stop) end TERM ;;
    kill) end KILL ;;
    fill) fill ;;
    free) free ;;
    wall) wall ;;
    unwall) unwall ;;
    *) return 1 ;;
    esac
}

told() { if "$@"; then echo ok; else echo failed; fi; }

told make_disk
while read -r command; do
    told obey "$command"
done
