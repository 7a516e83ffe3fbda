package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import org.countinghouse.device.Pieces;

/// The two ways a Glory machine can be spoken to. A shop does not notice which.
enum GloryWay {
    SOAP("glory"),
    SOCKET_IO("glory-socket-io");

    /// What the simulator is called.
    final String kind;

    GloryWay(String kind) {
        this.kind = kind;
    }

    SimulatedGlory machine(Pieces filled, Duration pieceEvery) throws IOException {
        return switch (this) {
            case SOAP -> SimulatedGlory.started("front", filled, pieceEvery);
            case SOCKET_IO -> SimulatedGlory.bySocketIo("front", filled, pieceEvery);
        };
    }

    GloryCounter filled(Pieces filled, Duration pieceEvery) throws IOException {
        return new GloryCounter(machine(filled, pieceEvery));
    }

    GloryCounter open() throws IOException {
        return filled(GloryCounter.FILLED, Duration.ofMillis(5));
    }

    /// A counter whose beginnings are going to meet silence.
    GloryCounter impatient() throws IOException {
        var counter = open();
        counter.limit = GloryCounter.SHORT;
        return counter;
    }
}
