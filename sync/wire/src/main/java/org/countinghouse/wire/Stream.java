package org.countinghouse.wire;

import java.util.regex.Pattern;

/// Where an entry belongs: one station of one tenant, in one epoch. A station that was restored from an older copy
/// starts a new epoch, so that two histories never share a sequence.
///
/// @param tenant the shop owner's name on the wire: 1 to 64 of `a-z 0-9 -`
/// @param station the counter's name on the wire, same alphabet
/// @param epoch 1 for the first life of the station
public record Stream(String tenant, String station, int epoch) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    public Stream {
        name("tenant", tenant);
        name("station", station);
        if (epoch < 1) {
            throw new IllegalArgumentException("an epoch counts from 1, not " + epoch);
        }
    }

    private static void name(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a " + what + " is named with 1 to 64 of a-z, 0-9 and -, not \"" + name + "\"");
        }
    }

    @Override
    public String toString() {
        return tenant + "/" + station + "/" + epoch;
    }
}
