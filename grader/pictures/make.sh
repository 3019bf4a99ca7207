#!/bin/sh
# Makes the README's pictures from real sessions, in a terminal of 80 columns and 24 lines. Needs tmux, python3 and an engine.
set -eu

here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
home=$(CDPATH='' cd -P "$here/../.." && pwd)
# Reached only by a failure.
patience=45

folder=$(mktemp -d)
socket=$folder/tmux

screen() { tmux -u -f /dev/null -S "$socket" "$@"; }

finish() {
    screen kill-server 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

# A shell in a new terminal; nothing of the user's own settings or progress is used.
open_terminal() {
    screen new-session -d -x 80 -y 24 -c "$folder" \
        -e LANG=C.UTF-8 -e LC_ALL=C.UTF-8 -e XDG_STATE_HOME="$folder/state" -e TERM=tmux-256color -e ENV= -e NO_COLOR= \
        sh \; set-option -g status off
    type "PS1='\$ '; clear" '^\$$'
    screen clear-history
}

close_terminal() { screen kill-server; }

# Waits until a line of the screen matches a basic regular expression; a non-breaking space counts as a space.
await() {
    deadline=$(($(date +%s) + patience))
    until screen capture-pane -p | sed 's/\xc2\xa0/ /g' | grep -q -- "$1"; do
        if [ "$(date +%s)" -ge "$deadline" ]; then
            printf 'make.sh: "%s" is not on the screen:\n' "$1" >&2
            screen capture-pane -p >&2
            exit 1
        fi
        sleep 0.05
    done
}

# type LINE EXPRESSION: types a line, and waits for what must then be shown.
type() {
    screen send-keys -l -- "$1"
    screen send-keys Enter
    await "$2"
}

# picture NAME TITLE [capture-pane's options]
picture() {
    name=$1 title=$2
    shift 2
    screen capture-pane -e -p "$@" | python3 "$here/ansi_to_svg.py" "$title" >"$folder/$name"
    mv "$folder/$name" "$here/$name"
}

# A build or an image to be made would be in the picture.
"$home/labo" preparer
ln -s "$home/labo" "$folder/labo"

open_terminal
type './labo' 'encore'
screen send-keys C-c
await 'Entrée : la suite'
type '/aller accept' 'encore'
screen send-keys Enter
await 'accept 1/'
await 'A │ listen'
screen send-keys C-l
type 'conn, addr = accept(s)' 'NameError'
await '^→'
type 'conn, addr = s.accept()' 'Entrée : suite'
await 'B │ connectée'
picture invite.svg 'labo : la leçon accept'
close_terminal

cp "$home/solutions/serveur-tcp/wrong/cours-tel-quel.py" "$folder/server.py"
open_terminal
type './labo verifier serveur-tcp server.py' '^Bac docker'
await '^\$$'
picture verdict.svg 'labo verifier serveur-tcp server.py' -S - -J
close_terminal
