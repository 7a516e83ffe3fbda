package org.countinghouse.simulator;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One operation of a simulated CashDro, from its number to its totals.
final class CashDroOperation {
    private static final int PAY = 3;
    private static final int SELL = 4;

    private final String number;
    private final int type;
    private final long amount;
    private final String alias;
    private final Works works;
    private State state = State.I;
    private boolean failed;
    private long in;
    private @Nullable PieceByPiece payout;

    CashDroOperation(String number, int type, long amount, String alias, Works works) {
        this.number = number;
        this.type = type;
        this.amount = amount;
        this.alias = alias;
        this.works = works;
    }

    enum State {
        I,
        E,
        F
    }

    String number() {
        return number;
    }

    State state() {
        return state;
    }

    @Nullable
    PieceByPiece payout() {
        return payout;
    }

    /// @return whether it goes on
    boolean execute() {
        state = State.E;
        if (type == PAY) {
            return pay(amount);
        }
        works.openMouth();
        return true;
    }

    /// @return whether it goes on
    boolean goesOnAfterInsert() {
        if (type == PAY) {
            return true;
        }
        in = taken();
        if (type != SELL || in < amount) {
            return true;
        }
        works.shutMouth();
        return payOrEnd(in - amount);
    }

    /// @return whether it goes on
    boolean finish(boolean giveBack) {
        if (payout != null) {
            payout.end(PieceByPiece.Ending.HALTED);
            return true;
        }
        works.shutMouth();
        in = taken();
        return payOrEnd(giveBack ? in : 0);
    }

    void end(boolean withError) {
        state = State.F;
        failed = withError;
    }

    ObjectNode told(JsonMapper json) {
        long out = Optional.ofNullable(payout)
                .map(each -> each.out().total(works.currency()))
                .orElse(0L);
        var operation = json.createObjectNode()
                .put("operationid", number)
                .put("state", state.name())
                .put("type", Integer.toString(type))
                .put("total", Long.toString(amount))
                .put("totalin", Long.toString(in))
                .put("totalout", Long.toString(-out))
                .put("aliasid", alias);
        var outer = json.createObjectNode();
        outer.set("operation", operation);
        outer.set("messages", json.createArrayNode());
        outer.put("withError", Boolean.toString(failed));
        return json.createObjectNode().set("operation", outer);
    }

    private boolean payOrEnd(long back) {
        if (back == 0) {
            end(false);
            return false;
        }
        if (!pay(back)) {
            end(true);
            return false;
        }
        return true;
    }

    private boolean pay(long sum) {
        payout = works.pay(sum).orElse(null);
        return payout != null;
    }

    private long taken() {
        return works.inMouth().total(works.currency());
    }
}
