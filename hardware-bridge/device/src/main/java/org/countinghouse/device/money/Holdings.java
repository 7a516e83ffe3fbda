package org.countinghouse.device.money;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.countinghouse.device.Pieces;

/// What lies where in a machine. A place with nothing is left out.
public record Holdings(Map<Place, Pieces> places) {
    public static final Holdings NOTHING = new Holdings(Map.of());

    public Holdings {
        var kept = new EnumMap<Place, Pieces>(Place.class);
        places.forEach((place, pieces) -> {
            if (!pieces.isNone()) {
                kept.put(place, pieces);
            }
        });
        places = Collections.unmodifiableMap(kept);
    }

    public static Holdings of(Place place, Pieces pieces) {
        return new Holdings(Map.of(place, pieces));
    }

    public Pieces in(Place place) {
        return places.getOrDefault(place, Pieces.NONE);
    }

    public Holdings with(Place place, Pieces pieces) {
        var more = new EnumMap<Place, Pieces>(Place.class);
        more.putAll(places);
        more.put(place, pieces);
        return new Holdings(more);
    }

    /// Everything, wherever it lies.
    public Pieces all() {
        return places.values().stream().reduce(Pieces.NONE, Pieces::plus);
    }
}
