package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.countinghouse.cloud.db.Tables.ENTRY;
import static org.countinghouse.cloud.db.Tables.QUARANTINE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.countinghouse.replicator.StationIdentity;
import org.countinghouse.replicator.Surroundings;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.RequestSignature;
import org.countinghouse.wire.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// One true PostgreSQL and one true server for all tests of this JVM; each test takes tenants of its own.
final class CloudRig {
    static final String CODE = "bread-7411";
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static CloudRig rig;

    private final Path data;
    final EmbeddedPostgres postgres;
    final CloudServer server;
    final HttpClient http = Surroundings.newHttpClient();

    private CloudRig() throws IOException {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        data = newFolder();
        postgres = EmbeddedPostgres.start(data);
        server = new CloudServer(postgres.owner(), 0, Clock.systemUTC());
    }

    static synchronized CloudRig running() {
        try {
            if (rig == null) {
                rig = new CloudRig();
                Runtime.getRuntime().addShutdownHook(new Thread(rig::stop));
            }
            return rig;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop() {
        server.close();
        postgres.close();
        delete(data);
    }

    /// Where another account can come, too: PostgreSQL does not run as root.
    static Path newFolder() throws IOException {
        var folder = Files.createTempDirectory("countinghouse-test");
        PostgresBinaries.open(folder);
        return folder;
    }

    static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create(server.address());
    }

    Path data() {
        return data;
    }

    String newTenant() {
        var tenant = "tenant-" + TENANTS.incrementAndGet();
        new Tenants(postgres.owner(), Clock.systemUTC()).provision(tenant, CODE);
        return tenant;
    }

    Counter enrolled(String tenant, String station) {
        var counter = new Counter(tenant, station, TENANTS.incrementAndGet());
        var reply = enrol(counter.stream(), counter.identity, CODE);
        if (reply.statusCode() != 200) {
            throw new AssertionError(text(reply));
        }
        return counter;
    }

    HttpResponse<byte[]> enrol(Stream stream, StationIdentity identity, String code) {
        var enrolment = new Enrolment(stream, identity.publicKey(), code).json();
        return send(HttpRequest.newBuilder(address().resolve("/v1/stations")).POST(BodyPublishers.ofString(enrolment)));
    }

    static String path(Stream stream, String what) {
        return "/v1/tenants/" + stream.tenant() + "/stations/" + stream.station() + "/epochs/" + stream.epoch() + what;
    }

    PushReply push(Counter counter, Batch batch) {
        return PushReply.read(text(push(counter.identity, path(counter.stream(), "/entries"), batch.encode())));
    }

    HttpResponse<byte[]> push(StationIdentity as, String target, byte[] body) {
        return send(signed(as, "POST", target, body, body));
    }

    HttpResponse<byte[]> get(StationIdentity as, String target) {
        return send(signed(as, "GET", target, new byte[0], new byte[0]));
    }

    HttpRequest.Builder signed(StationIdentity as, String method, String target, byte[] signed, byte[] sent) {
        var request = new RequestSignature.Request(method, target, signed);
        var signature = RequestSignature.sign(as.privateKey(), as.stream().station(), Instant.now(), request);
        return HttpRequest.newBuilder(address().resolve(target))
                .header(RequestSignature.FIELD, signature.written())
                .method(method, sent.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    /// What the centre holds of a stream, read past the server.
    List<Link> stored(Stream stream) {
        return stored(postgres.superuser(), stream);
    }

    static List<Link> stored(DatabaseAddress superuser, Stream stream) {
        try (var connection = superuser.connect()) {
            return DSL.using(connection, SQLDialect.POSTGRES)
                    .selectFrom(ENTRY)
                    .where(ENTRY.TENANT.eq(stream.tenant()))
                    .and(ENTRY.STATION.eq(stream.station()))
                    .and(ENTRY.EPOCH.eq(stream.epoch()))
                    .orderBy(ENTRY.SEQUENCE)
                    .fetch(row -> new Link(Hash.of(row.getPrevious()), Hash.of(row.getHash()), row.getBody()));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    List<Long> quarantined(String tenant) {
        try (var connection = postgres.superuser().connect()) {
            return DSL.using(connection, SQLDialect.POSTGRES)
                    .selectFrom(QUARANTINE)
                    .where(QUARANTINE.TENANT.eq(tenant))
                    .orderBy(QUARANTINE.SEQUENCE)
                    .fetch(QUARANTINE.SEQUENCE);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void asSuperuser(String... statements) {
        try (var connection = postgres.superuser().connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// The centre's disk is exchanged for a copy on which the tenant had only this many entries.
    void restore(String tenant, int entries) {
        var own = " WHERE tenant = '" + tenant + "'";
        asSuperuser(
                "BEGIN",
                "SELECT 1 FROM stream" + own + " ORDER BY station FOR UPDATE",
                "SELECT 1 FROM tenant_head" + own + " FOR UPDATE",
                "DELETE FROM quarantine" + own,
                "DELETE FROM entry" + own + " AND position > " + entries,
                "UPDATE tenant_head SET position = LEAST(position, " + entries + ")" + own,
                "UPDATE stream s SET head_sequence = e.sequence, head_hash = e.hash FROM entry e WHERE s.tenant = '"
                        + tenant + "' AND (e.tenant, e.station, e.epoch, e.sequence) = (s.tenant, s.station, s.epoch,"
                        + " (SELECT max(sequence) FROM entry m WHERE (m.tenant, m.station, m.epoch) = (s.tenant,"
                        + " s.station, s.epoch)))",
                "COMMIT");
    }
}
