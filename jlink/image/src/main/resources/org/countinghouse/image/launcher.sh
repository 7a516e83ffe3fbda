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
  # Standard output belongs to the program: what Java has to say goes to the other one.
  set -- -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Xlog:disable -Xlog:all=warning:stderr \
    -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true -cp "$home/lib/cloud.jar" org.countinghouse.cloud.CloudMain "$@"
else
  set -- -cp "$home/lib/station.jar" org.countinghouse.app.Main "$@"
  if [ "$(uname -s)" = Linux ]; then
    # What C libraries hold and do not use goes back to the system.
    set -- -XX:TrimNativeHeapInterval=30000 "$@"
    # Without a graphics card the GL libraries only cost memory.
    [ -e /dev/dri ] || set -- -Dprism.order=sw "$@"
  fi
  # While the image is built, COUNTINGHOUSE_TRAINING has the JVM write the cache instead of reading it.
  start_up=${COUNTINGHOUSE_TRAINING:-}
  unset COUNTINGHOUSE_TRAINING
  if [ -z "$start_up" ] && [ -r "$home/lib/countinghouse.aot" ]; then start_up=-XX:AOTCache=$home/lib/countinghouse.aot; fi
  set -- "@$home/lib/station.options" ${start_up:+"$start_up"} "$@"
fi
exec "$home/runtime/bin/java" "-Dcountinghouse.home=$home" "-Dcountinghouse.cloud.command=$home/bin/countinghouse" "$@"
