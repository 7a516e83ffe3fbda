#!/bin/sh
# Countinghouse, as installed: starts the Java in this folder, wherever the folder was put.
set -eu
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname -- "$self")/$link ;; esac
done
home=$(CDPATH='' cd -- "$(dirname -- "$self")/.." && pwd -P)

if [ "${1:-}" = cloud ]; then
  shift
  set -- -cp "$home/lib/cloud.jar" org.countinghouse.cloud.CloudMain "$@"
else
  set -- -cp "$home/lib/station.jar" org.countinghouse.app.Main "$@"
  # What lives on the heap is some 50 MB. Left alone Java begins with a 64th of the computer's memory, and a till with
  # much of it would hold hundreds of MB of what nobody needs any more.
  set -- -Xms80m -Xmn32m "$@"
  # Without a graphics card the GL libraries only cost memory.
  if [ "$(uname -s)" = Linux ] && [ ! -e /dev/dri ]; then set -- -Dprism.order=sw "$@"; fi
  # While the image is built, COUNTINGHOUSE_TRAINING has the JVM write the cache instead of reading it.
  start_up=${COUNTINGHOUSE_TRAINING:-}
  unset COUNTINGHOUSE_TRAINING
  if [ -z "$start_up" ] && [ -r "$home/lib/countinghouse.aot" ]; then start_up=-XX:AOTCache=$home/lib/countinghouse.aot; fi
  set -- ${start_up:+"$start_up"} "$@"
fi
# Standard output belongs to the program: what the JVM has to say goes to the other one.
exec "$home/runtime/bin/java" -XX:+UseSerialGC --enable-native-access=javafx.graphics,ALL-UNNAMED \
  -Xlog:disable -Xlog:all=warning:stderr -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true \
  "-Dcountinghouse.home=$home" "-Dcountinghouse.cloud.command=$home/bin/countinghouse" "$@"
