package org.countinghouse.replicator;

import java.net.URI;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Head;

/// What a replicator must not be: it moves its checkpoint when it sends, and asks the centre nothing.
final class HastyReplicator {
    private final TestStation station;
    private final CloudLine line;

    HastyReplicator(TestStation station, URI cloud) {
        this.station = station;
        var world = new Surroundings(
                java.time.Clock.systemUTC(),
                new java.util.Random(1),
                Surroundings.newHttpClient(),
                TestStation.hurried());
        this.line = new CloudLine(station.identity, new CloudAddress(cloud, FakeCloud.CODE), world);
    }

    void sendInTens() throws InterruptedException {
        long from = station.acknowledged(station.stream()).orElseThrow().sequence();
        for (long sent = from; sent < station.journal.size(); sent += 10) {
            var batch = new Batch(station.stream(), sent + 1, station.after(station.stream(), sent, 10));
            station.acknowledge(
                    station.stream(),
                    new Head(batch.lastSequence(), batch.head().hash()));
            try {
                line.push(batch);
            } catch (Pause lost) {
                continue;
            }
        }
    }
}
