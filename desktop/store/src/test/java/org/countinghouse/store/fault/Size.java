package org.countinghouse.store.fault;

/// How much a suite does: enough for every build, a tenth of that with `./countinghouse test --quick`, or the long
/// way round with `--long`.
final class Size {
    private static final boolean LONG = System.getProperty("long") != null;
    private static final int SHARE = System.getProperty("quick") == null ? 1 : 10;

    private Size() {}

    static boolean isLong() {
        return LONG;
    }

    static int of(int everyBuild, int onDemand) {
        return LONG ? onDemand : everyBuild / SHARE;
    }
}
