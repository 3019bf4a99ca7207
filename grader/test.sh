#!/bin/sh
# For developers: prepares this machine, then runs every test. What cannot be prepared fails the run.
set -eu

home=${LABO_HOME:-$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)}
cd "$home"
# The launcher's own; the tests look at what a program sees of its environment.
unset LABO_HOME

step() { printf '\n== %s\n' "$*"; }

fail() {
    printf 'labo test : %s\n' "$*" >&2
    exit 3
}

# --- The tests' own tools -----------------------------------------------------

# command:package
tools="python3:python3 tmux:tmux strace:strace tshark:tshark chromium:chromium chromedriver:chromium-driver mvn:maven
    faketime:faketime mkfs.ext4:e2fsprogs ip:iproute2 unshare:util-linux"

install_tools() {
    missing=
    for tool in $tools; do
        command -v "${tool%%:*}" >/dev/null 2>&1 || missing="$missing ${tool#*:}"
    done
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null 2>&1 || fail "il manque$missing, et apt-get n'est pas là pour les installer."
    [ "$(id -u)" -eq 0 ] || fail "il manque$missing : relance en root pour les installer."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q || fail "apt-get update a échoué."
    # shellcheck disable=SC2086 # a list of names
    apt-get install -q -y --no-install-recommends $missing || fail "l'installation de$missing a échoué."
}

step "Outils"
install_tools

step "Moteur et image"
./labo preparer --oui || fail "le moteur ou l'image n'ont pas pu être préparés."

# --- Tests --------------------------------------------------------------------

step "Agents (Python)"
python3 -m unittest discover -s grader/tests

step "Programme (Java)"
rm -rf target/failsafe-reports
mvn -B -ntp verify

# How many tests ran in containers: those of the integration phase that were not skipped.
python3 - <<'COUNT'
import glob
import sys
import xml.etree.ElementTree as tree

ran = skipped = 0
for report in glob.glob("target/failsafe-reports/TEST-*.xml"):
    suite = tree.parse(report).getroot()
    left_out = int(suite.get("skipped", 0))
    ran += int(suite.get("tests", 0)) - left_out
    skipped += left_out
print(f"\nTests dans les conteneurs : {ran} (sautés : {skipped})")
sys.exit(1 if skipped or not ran else 0)
COUNT
