package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.simulator.CashmaticTransaction.Kind;
import org.countinghouse.simulator.MachineWeb.Ask;
import org.countinghouse.simulator.MachineWeb.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A Cashmatic, played: its REST service at a loopback port, over plain HTTP, with the user `till` and
/// the password `1234`. It has made one transaction before, as every machine that was ever filled. A
/// loss of memory forgets the transactions; any loss of power forgets who is signed in.
final class SimulatedCashmatic implements CashMachinePeer, Works.Owner {
    private static final String PASSWORD = "1234";
    private static final String USER = "till";
    private static final int OTHER_OPERATION = 4;
    private static final int BAD_CREDENTIALS = 7;
    private static final int FAILED = 1;
    private static final int FUND_LOW = 18;

    private final String name;
    private final Works works;
    private final MachineWeb web;
    private final JsonMapper json = JsonMapper.shared();
    private Optional<CashmaticTransaction> running = Optional.empty();
    private Optional<CashmaticTransaction> last;
    private int lastId = 15;
    private String token = "";
    private boolean namesWhatRuns = true;
    private volatile Runnable listener = () -> {};

    private SimulatedCashmatic(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        this.name = name;
        works = new Works(filledWith, pieceEvery, this);
        var filling = new CashmaticTransaction(lastId, Kind.REFILL, 0, "display", works);
        filling.commit();
        last = Optional.of(filling);
        web = new MachineWeb(this::serve, works.troubles);
    }

    static CashMachinePeer started(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return new SimulatedCashmatic(name, filledWith, pieceEvery);
    }

    /// Whoever is signed in is not any more.
    synchronized void revokeToken() {
        token = "";
    }

    /// What runs does not tell its reference, as in the versions public clients describe.
    synchronized void doesNotNameWhatRuns() {
        namesWhatRuns = false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of("cashmatic:tcp://127.0.0.1:" + web.port() + "?tls=no&user=" + USER + "&password="
                + PASSWORD + "&currency=" + works.currency());
    }

    @Override
    public void whenChanged(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public boolean insert(Denomination denomination) {
        boolean taken = works.insert(denomination);
        if (taken) {
            took();
            changed();
        }
        return taken;
    }

    @Override
    public void play(Scene scene) {
        switch (scene) {
            case DEAD -> web.stall();
            case ALIVE -> web.revive();
            case CABLE_CUT -> web.cutNext();
            case SECOND_HOST -> secondHost();
            default -> works.play(scene);
        }
    }

    @Override
    public void jamAfter(int pieces) {
        works.metal.jamAfter(pieces);
    }

    @Override
    public void refill(Pieces pieces) {
        works.metal.refill(pieces);
    }

    @Override
    public Holdings holds() {
        return works.metal.holds();
    }

    @Override
    public Pieces paidOut() {
        return works.metal.paidOut();
    }

    @Override
    public Pieces takenIn() {
        return works.metal.takenIn();
    }

    @Override
    public Pieces takeFromTray() {
        return works.metal.takeFromTray();
    }

    @Override
    public void close() {
        works.close();
        web.close();
    }

    @Override
    public synchronized void over(PieceByPiece payout) {
        running.filter(transaction -> transaction.payout() == payout).ifPresent(transaction -> {
            transaction.paid(payout.ending());
            remember();
        });
    }

    @Override
    public synchronized void powerFailed(boolean memoryKept) {
        token = "";
        running.ifPresent(CashmaticTransaction::powerFailed);
        remember();
        if (!memoryKept) {
            last = Optional.empty();
            lastId = 0;
        }
    }

    @Override
    public void changed() {
        listener.run();
    }

    private Reply serve(Ask ask) {
        JsonNode body;
        try {
            body = json.readTree(ask.body());
        } catch (JacksonException _) {
            return refused(FAILED, "bad request");
        }
        if (ask.path().equals("/api/user/Login")) {
            return signIn(body);
        }
        if (!isSignedIn(ask.token())) {
            return Reply.ok("").withStatus(401);
        }
        return switch (ask.path()) {
            case "/api/user/RenewToken" -> renew();
            case "/api/device/GetDeviceInfo" -> device();
            case "/api/device/AllLevels" -> levels();
            case "/api/device/ActiveTransaction" -> active();
            case "/api/device/LastTransaction" -> last();
            case "/api/transaction/StartPayment" -> web.troubled(() -> start(Kind.PAYMENT, body));
            case "/api/transaction/StartWithdrawal" -> web.troubled(() -> start(Kind.WITHDRAWAL, body));
            case "/api/transaction/StartRefill" -> web.troubled(() -> start(Kind.REFILL, body));
            case "/api/transaction/StartEmptyAll" -> web.troubled(() -> start(Kind.EMPTY, body));
            case "/api/transaction/CancelPayment" -> end(CashmaticTransaction::cancel);
            case "/api/transaction/CommitPayment", "/api/transaction/StopRefill" -> end(CashmaticTransaction::commit);
            default -> Reply.ok("").withStatus(404);
        };
    }

    private synchronized boolean isSignedIn(String shown) {
        return !token.isEmpty() && token.equals(shown);
    }

    private synchronized Reply signIn(JsonNode body) {
        if (!USER.equals(body.path("username").asString(""))
                || !PASSWORD.equals(body.path("password").asString(""))) {
            return refused(BAD_CREDENTIALS, "bad credentials");
        }
        return renew();
    }

    private synchronized Reply renew() {
        token = UUID.randomUUID().toString();
        return done(json.createObjectNode().put("token", token));
    }

    private synchronized Reply start(Kind kind, JsonNode body) {
        if (running.isPresent()) {
            return refused(OTHER_OPERATION, "other operation active");
        }
        long amount = body.path("amount").longValue(0);
        var transaction = new CashmaticTransaction(
                lastId + 1, kind, amount, body.path("reference").asString(""), works);
        if ((amount < 1 && (kind == Kind.PAYMENT || kind == Kind.WITHDRAWAL)) || !transaction.begin()) {
            return refused(FUND_LOW, "cash fund low");
        }
        lastId++;
        running = Optional.of(transaction);
        remember();
        return done(json.createObjectNode());
    }

    private synchronized Reply end(java.util.function.Consumer<CashmaticTransaction> how) {
        if (running.isEmpty()) {
            return refused(FAILED, "no operation active");
        }
        running.ifPresent(how);
        remember();
        return done(json.createObjectNode());
    }

    private synchronized void took() {
        running.ifPresent(CashmaticTransaction::inserted);
        remember();
    }

    /// What is over is the last one.
    private void remember() {
        if (running.filter(CashmaticTransaction::isOver).isPresent()) {
            last = running;
            running = Optional.empty();
        }
    }

    private synchronized Reply active() {
        return done(running.map(transaction -> transaction.told(json, namesWhatRuns))
                .orElseGet(() -> json.createObjectNode().put("operation", "idle")));
    }

    private synchronized Reply last() {
        return done(
                last.<JsonNode>map(transaction -> transaction.told(json, true)).orElseGet(json::nullNode));
    }

    private Reply device() {
        boolean jammed = works.metal.isJammed();
        return done(json.createObjectNode()
                .put("model", "SelfPay 460")
                .put("serialNumber", "SIM-1")
                .put("statusMessage", jammed ? "error" : "idle")
                .put("errorCode", jammed ? 30 : 0)
                .put("errorMessage", jammed ? "piece stuck" : ""));
    }

    private Reply levels() {
        var levels = json.createArrayNode();
        for (var denomination : works.known()) {
            levels.add(level(denomination, Place.RECYCLER));
            levels.add(level(denomination, Place.CASHBOX));
        }
        return done(levels);
    }

    private ObjectNode level(Denomination denomination, Place place) {
        return json.createObjectNode()
                .put("value", denomination.minorUnits())
                .put("currency", denomination.currency())
                .put("level", works.metal.in(place).count(denomination))
                .put("floatLevel", 10)
                .put("maxLevel", place == Place.RECYCLER ? Works.ROOM : 1_000)
                .put("type", Works.isNote(denomination) ? "banknote" : "coin")
                .put("routing", place.name().toLowerCase(Locale.ROOT));
    }

    private synchronized void secondHost() {
        var inside = works.metal.in(Place.RECYCLER).counts();
        if (running.isEmpty() && !inside.isEmpty()) {
            var transaction = new CashmaticTransaction(
                    lastId + 1, Kind.WITHDRAWAL, inside.firstKey().minorUnits(), "other till", works);
            if (transaction.begin()) {
                lastId++;
                running = Optional.of(transaction);
            }
        }
    }

    private Reply done(JsonNode data) {
        ObjectNode answer = json.createObjectNode().put("code", 0).put("message", "No error");
        return Reply.ok(answer.set("data", data).toString());
    }

    private Reply refused(int code, String words) {
        return Reply.ok(
                json.createObjectNode().put("code", code).put("message", words).toString());
    }
}
