package org.countinghouse.cloud;

import java.time.Clock;

/// The centre, put together: database, ledger, protocol, socket.
final class CloudServer implements AutoCloseable {
    private final TenantStore store;
    private final WebServer web;

    /// @param owner the role that owns the tables; brings them to this version first
    /// @param port 0 for a free one
    CloudServer(DatabaseAddress owner, int port, Clock clock) {
        this.store = new TenantStore(new Schema(owner).prepare());
        var protocol = new Protocol(
                new Streams(store, clock),
                new Landing(store, clock),
                new TenantOrder(store),
                new Settings(store, clock));
        this.web = new WebServer(port, protocol.routes().and(new OwnerPage(store).routes()));
    }

    String address() {
        return "http://127.0.0.1:" + web.port();
    }

    /// Requests under way are answered before the database goes.
    @Override
    public void close() {
        web.close();
        store.close();
    }
}
