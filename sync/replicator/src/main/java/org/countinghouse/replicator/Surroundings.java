package org.countinghouse.replicator;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.random.RandomGenerator;

/// What the replicator takes from the world: time, chance, the network and its pace.
///
/// @param clock wall time, shown and signed; decides nothing
/// @param http the caller's to close; with a connect limit
public record Surroundings(Clock clock, RandomGenerator random, HttpClient http, Pace pace) {
    /// A client as the replicator wants it: HTTP/1.1, no redirects, [Pace#CONNECT_LIMIT].
    public static HttpClient newHttpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Pace.CONNECT_LIMIT)
                .build();
    }
}
