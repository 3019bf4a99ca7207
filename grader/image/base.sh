#!/bin/sh
# Makes the archive of a Debian that holds what the machines need, without a registry of images.
# Usage: base.sh ARCHIVE.tar
set -eu

command -v mmdebstrap >/dev/null || {
    echo "mmdebstrap is not installed" >&2
    exit 1
}
exec mmdebstrap --variant=essential \
    --include=python3-minimal,libpython3-stdlib,strace,iproute2 \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    bookworm "$1"
