package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.simulator.CashDroOperation.State;
import org.countinghouse.simulator.MachineWeb.Ask;
import org.countinghouse.simulator.MachineWeb.Reply;
import org.countinghouse.simulator.PieceByPiece.Ending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A CashDro, played: its web service at a loopback port, over plain HTTP, with the user `till` and the
/// password `1234`. An operation gets a number when it is started and runs when it is acknowledged. A
/// loss of memory forgets the operations; a loss of power does not.
final class SimulatedCashDro implements CashMachinePeer, Works.Owner {
    static final String PASSWORD = "1234";
    private static final String USER = "till";
    private static final int NOT_QUEUED = -2;
    private static final int FAILED = -1;
    private static final int NOT_ALLOWED = -3;
    private static final int KEEP = 1;

    private final String name;
    private final Works works;
    private final MachineWeb web;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, CashDroOperation> operations = new HashMap<>();
    private Optional<CashDroOperation> running = Optional.empty();
    private int lastNumber = 40;
    private boolean troubleAtStart;
    private volatile Runnable listener = () -> {};

    private SimulatedCashDro(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        this.name = name;
        works = new Works(filledWith, pieceEvery, this);
        web = new MachineWeb(this::serve, works.troubles);
    }

    static CashMachinePeer started(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return new SimulatedCashDro(name, filledWith, pieceEvery);
    }

    /// The next trouble strikes the command that gives a number, instead of the one that makes it run.
    synchronized void troubleAtStart() {
        troubleAtStart = true;
    }

    /// The web server takes no connections, or does again.
    void refuseConnections(boolean refuse) throws IOException {
        if (refuse) {
            web.refuse();
        } else {
            web.take();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of("cashdro:tcp://127.0.0.1:" + web.port() + "?tls=no&user=" + USER + "&password="
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
            enough();
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
        running.filter(operation -> operation.payout() == payout).ifPresent(operation -> {
            operation.end(payout.ending() != Ending.ALL_OUT && payout.ending() != Ending.HALTED);
            running = Optional.empty();
        });
    }

    @Override
    public synchronized void powerFailed(boolean memoryKept) {
        running.ifPresent(operation -> operation.end(true));
        running = Optional.empty();
        if (!memoryKept) {
            operations.clear();
            lastNumber = 0;
        }
    }

    @Override
    public void changed() {
        listener.run();
    }

    private Reply serve(Ask ask) {
        var query = ask.query();
        if (!USER.equals(query.get("name")) || !PASSWORD.equals(query.get("password"))) {
            return refused(NOT_ALLOWED, "user or password is wrong");
        }
        String number = query.getOrDefault("operationId", "");
        return switch (query.getOrDefault("operation", "")) {
            case "startOperation" -> strikesAtStart() ? web.troubled(() -> start(query)) : start(query);
            case "acknowledgeOperationId" -> web.troubled(() -> acknowledge(number));
            case "askOperation" -> ask(number);
            case "askOperationExecuting" -> executing();
            case "finishOperation" -> finish(number, query.getOrDefault("type", ""));
            case "getPiecesCurrency" -> pieces();
            case "setOperationImported" -> done(json.createObjectNode());
            default -> refused(FAILED, "unknown operation");
        };
    }

    private synchronized boolean strikesAtStart() {
        boolean strikes = troubleAtStart;
        troubleAtStart = false;
        return strikes;
    }

    private synchronized Reply start(Map<String, String> query) {
        if (running.isPresent()) {
            return refused(NOT_QUEUED, "Operation not queued");
        }
        long amount;
        int type;
        try {
            type = Integer.parseInt(query.getOrDefault("type", ""));
            JsonNode parameters = json.readTree(query.getOrDefault("parameters", "{}"));
            amount = Long.parseLong(parameters.path("amount").asString("0"));
        } catch (NumberFormatException | tools.jackson.core.JacksonException _) {
            return refused(FAILED, "bad parameters");
        }
        var operation = new CashDroOperation(
                Integer.toString(++lastNumber), type, amount, query.getOrDefault("aliasid", ""), works);
        operations.put(operation.number(), operation);
        return done(json.createObjectNode()
                .set("operation", json.createObjectNode().put("operationId", operation.number())));
    }

    private synchronized Reply acknowledge(String number) {
        var operation = operations.get(number);
        if (operation == null || running.isPresent()) {
            return refused(FAILED, operation == null ? "unknown operation" : "busy");
        }
        if (operation.state() == State.I) {
            run(operation);
        }
        return done(json.createObjectNode());
    }

    private void run(CashDroOperation operation) {
        running = Optional.of(operation);
        if (!operation.execute()) {
            operation.end(true);
            running = Optional.empty();
        }
    }

    private synchronized Reply ask(String number) {
        var operation = operations.get(number);
        return operation == null ? refused(FAILED, "unknown operation") : done(operation.told(json));
    }

    private synchronized Reply executing() {
        String number = running.map(CashDroOperation::number).orElse("-1");
        return done(
                json.createObjectNode().set("operation", json.createObjectNode().put("OperationId", number)));
    }

    private synchronized Reply finish(String number, String type) {
        var operation = operations.get(number);
        if (operation == null) {
            return refused(FAILED, "unknown operation");
        }
        if (running.filter(each -> each == operation).isPresent()
                && !operation.finish(!type.equals(Integer.toString(KEEP)))) {
            running = Optional.empty();
        }
        return done(json.createObjectNode());
    }

    private synchronized void enough() {
        if (running.isPresent() && !running.get().goesOnAfterInsert()) {
            running = Optional.empty();
        }
    }

    private Reply pieces() {
        var pieces = json.createArrayNode();
        for (var denomination : works.known()) {
            pieces.add(json.createObjectNode()
                    .put("CurrencyId", works.currency())
                    .put("Value", Long.toString(denomination.minorUnits()))
                    .put("Type", Works.isNote(denomination) ? "2" : "1")
                    .put(
                            "LevelRecycler",
                            Integer.toString(works.metal.in(Place.RECYCLER).count(denomination)))
                    .put(
                            "LevelCasete",
                            Integer.toString(works.metal.in(Place.CASHBOX).count(denomination)))
                    .put("RecyclerLimit", Integer.toString(Works.ROOM)));
        }
        return done(
                json.createObjectNode().set("operation", json.createObjectNode().set("pieces", pieces)));
    }

    private synchronized void secondHost() {
        var smallest = works.metal.in(Place.RECYCLER).counts();
        if (running.isEmpty() && !smallest.isEmpty()) {
            var operation = new CashDroOperation(
                    Integer.toString(++lastNumber), 3, smallest.firstKey().minorUnits(), "OTHER", works);
            operations.put(operation.number(), operation);
            run(operation);
        }
    }

    private Reply done(JsonNode response) {
        ObjectNode answer = json.createObjectNode().put("code", 1);
        return Reply.ok(answer.set("response", response).toString());
    }

    private Reply refused(int code, String words) {
        ObjectNode answer = json.createObjectNode().put("code", code);
        return Reply.ok(answer.set("response", json.createObjectNode().put("errorMessage", words))
                .toString());
    }
}
