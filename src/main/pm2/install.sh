#!/bin/sh
# Installs the packages of a lock file: PM2, and what the tests need. The build (pom.xml) calls it:
#
#   install.sh DIRECTORY-WITH-LOCK-FILE DIRECTORY-TO-INSTALL-INTO
#
# Does nothing where exactly that is installed already, and where there is no npm: the console can be built
# without Node. The copy of the lock file is made last, so an installation that was interrupted is made anew.
set -eu

lock=$1/package-lock.json
installed=$2/installed-lock.json

if cmp -s "$lock" "$installed"; then
  exit 0
fi
if ! command -v npm >/dev/null; then
  echo "No npm on the PATH, so $2 was not installed: install Node 18 or newer, or have a pm2 on the PATH."
  exit 0
fi

mkdir -p "$2"
rm -f "$installed"
cp "$1/package.json" "$lock" "$2"
cd "$2"
# No package needs an install script, so none may run one.
if ! npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error; then
  echo "npm could not install what belongs into $2, see above. To build without PM2: -Dpm2.install.skip" >&2
  exit 1
fi
cp package-lock.json "$installed"
