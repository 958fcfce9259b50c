#!/bin/sh
# Sets tracker up in .venv beside this file, then opens the sample article.
#   sh setup.sh           install and open the sample
#   sh setup.sh test      install and run every check
#   sh setup.sh install   install only
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }

python=""
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    say "tracker needs Python 3.11 or newer, and none was found."
    say "On Debian or Ubuntu: apt install python3 python3-venv"
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    say "Python's venv module is missing."
    say "On Debian or Ubuntu: apt install python3-venv"
    exit 1
fi

# A venv that was begun and not finished has no pip: make it anew.
[ -x .venv/bin/pip ] || "$python" -m venv --clear .venv

install() {
    # Unchanged files need no second installation.
    stamp=".venv/installed-$(printf '%s' "$1" | tr -c 'a-z' '_')"
    if [ -e "$stamp" ] && [ "$stamp" -nt pyproject.toml ] && [ "$stamp" -nt constraints.txt ]; then
        return
    fi
    say "Installing tracker into .venv …"
    .venv/bin/pip install --quiet --disable-pip-version-check -c constraints.txt -e "$1"
    # Otherwise every start compiles all over where Python may not write into this folder.
    .venv/bin/python -m compileall -q tracker
    : > "$stamp"
}

case "${1:-demo}" in
demo)
    install .
    exec .venv/bin/tracker demo
    ;;
install)
    install .
    say "Installed. Start it with: .venv/bin/tracker"
    ;;
test)
    install '.[dev,documents,semantic,serve]'
    .venv/bin/ruff format --check .
    .venv/bin/ruff check .
    .venv/bin/mypy
    .venv/bin/lint-imports
    .venv/bin/pytest -n 2
    ;;
*)
    say "setup.sh knows: demo (the default), install, test"
    exit 2
    ;;
esac
