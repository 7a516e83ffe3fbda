package org.countinghouse.store.fault;

/// How much a suite does: enough for every build, or the long way round with `./countinghouse test --long`.
final class Size {
    private static final boolean LONG = System.getProperty("long") != null;

    private Size() {}

    static int of(int everyBuild, int onDemand) {
        return LONG ? onDemand : everyBuild;
    }
}
