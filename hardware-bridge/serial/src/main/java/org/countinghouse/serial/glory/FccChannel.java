package org.countinghouse.serial.glory;

import java.time.Duration;
import java.util.Optional;

/// What carries the machine's XML there and back: SOAP with an event link, or the machine's socket.io
/// port, which carries the same XML.
interface FccChannel extends AutoCloseable {
    /// Sends a request, exactly once. [Inbox#poke] tells when the answer is there.
    ///
    /// @param session empty where the machine has no sessions
    /// @param limit after which the call fails
    FccCall send(FccRequest request, String sequence, Optional<String> session, Duration limit);

    Inbox inbox();

    /// Where the machine has to be told to bring its events; empty when they come by themselves.
    Optional<Door> door();

    /// Whether events come now.
    boolean hearsEvents();

    /// May come from any thread; calls that wait fail soon.
    @Override
    void close();

    /// Our side of an event link.
    ///
    /// @param host our address as the machine sees it
    record Door(String host, int port) {}
}
