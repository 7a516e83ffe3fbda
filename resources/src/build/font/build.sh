#!/bin/sh
# Makes "Countinghouse Sans" again from the published Noto fonts (OFL-1.1). Run it only to change the font; the TTFs are committed.
# Needs npm (to fetch the three packages) and fontTools 4.38 or later (Debian: python3-fonttools).
# PYTHON names the interpreter that has fontTools, WORK keeps the downloads.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target="$here/../../main/resources/org/countinghouse/resources/font"
work=${WORK:-$(mktemp -d)}
mkdir -p "$work" "$target"
for package in noto-sans@0.4.2 noto-sans-khmer@0.4.3 noto-sans-thai@0.4.2; do
    name=${package%@*}
    [ -d "$work/$name" ] && continue
    archive=$(cd "$work" && npm pack --silent "@expo-google-fonts/$package")
    mkdir -p "$work/$name"
    tar -xzf "$work/$archive" -C "$work/$name" --strip-components=1
done
"${PYTHON:-python3}" "$here/merge.py" "$work" "$target"
