package org.countinghouse.app.broken;

final class HalfPennies {
    private final double rate = Integer.getInteger("rate", 3);

    /// No signature shows the double in here.
    long half(long pennies) {
        return Math.round(pennies / 2.0) + (long) rate;
    }

    Object boxed(Object any) {
        return any instanceof Float ? any : this;
    }
}
