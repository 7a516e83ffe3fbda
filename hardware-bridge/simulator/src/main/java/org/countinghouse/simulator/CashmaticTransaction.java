package org.countinghouse.simulator;

import java.util.Optional;
import org.countinghouse.device.Pieces;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One transaction of a simulated Cashmatic: what runs, and afterwards what it remembers.
final class CashmaticTransaction {
    private final int id;
    private final Kind kind;
    private final long requested;
    private final String reference;
    private final Works works;
    private long inserted;
    private boolean givesBack;
    private @Nullable PieceByPiece payout;
    private String end = "";
    private boolean success = true;
    private boolean powerFail;
    private long emptied;

    CashmaticTransaction(int id, Kind kind, long requested, String reference, Works works) {
        this.id = id;
        this.kind = kind;
        this.requested = requested;
        this.reference = reference;
        this.works = works;
    }

    enum Kind {
        PAYMENT,
        WITHDRAWAL,
        REFILL,
        EMPTY
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    PieceByPiece payout() {
        return payout;
    }

    boolean isOver() {
        return !end.isEmpty();
    }

    /// @return whether it can be begun
    boolean begin() {
        switch (kind) {
            case PAYMENT, REFILL -> works.openMouth();
            case WITHDRAWAL -> {
                return pay(requested);
            }
            case EMPTY -> {
                emptied = emptied();
                end = "normal";
            }
        }
        return true;
    }

    void inserted() {
        inserted = works.inMouth().total(works.currency());
        if (kind == Kind.PAYMENT && inserted >= requested) {
            works.shutMouth();
            payOrEnd(inserted - requested);
        }
    }

    /// The customer is done, or the clerk is: what came is kept.
    void commit() {
        works.shutMouth();
        payOrEnd(Math.max(0, kind == Kind.PAYMENT && inserted > requested ? inserted - requested : 0));
    }

    void cancel() {
        if (payout != null) {
            payout.end(PieceByPiece.Ending.HALTED);
        } else {
            works.shutMouth();
            givesBack = true;
            payOrEnd(inserted);
        }
    }

    /// What a payout came to.
    void paid(PieceByPiece.Ending how) {
        powerFail = how == PieceByPiece.Ending.POWER_FAILED;
        // A refund that fails is not called a failure: only what was not dispensed tells (odoo#268296).
        success = givesBack || how == PieceByPiece.Ending.ALL_OUT || how == PieceByPiece.Ending.HALTED;
        end = givesBack ? "canceled" : success ? "normal" : "stopped";
    }

    void powerFailed() {
        if (!isOver()) {
            powerFail = true;
            success = false;
            end = "stopped";
        }
    }

    ObjectNode told(JsonMapper json, boolean named) {
        long out = emptied
                + Optional.ofNullable(payout)
                        .map(each -> each.out().total(works.currency()))
                        .orElse(0L);
        long wanted = switch (kind) {
            case WITHDRAWAL -> requested;
            case PAYMENT -> givesBack ? inserted : Math.max(0, inserted - requested);
            case REFILL -> 0;
            case EMPTY -> emptied;
        };
        var told = json.createObjectNode()
                .put("id", id)
                .put("operation", kind.name().toLowerCase(java.util.Locale.ROOT))
                .put("requested", requested)
                .put("inserted", inserted)
                .put("dispensed", out)
                .put("notDispensed", isOver() ? wanted - out : 0)
                .put("currency", works.currency());
        if (named) {
            told.put("reference", reference);
        }
        if (isOver()) {
            told.put("endType", end)
                    .put("success", success)
                    .put("powerFail", powerFail)
                    .put("startTime", "t" + id);
            if (payout != null) {
                told.set("piecesOut", pieces(payout.out(), json));
            }
        }
        return told;
    }

    private void payOrEnd(long back) {
        if (back == 0) {
            end = givesBack ? "canceled" : "normal";
        } else if (!pay(back)) {
            success = givesBack;
            end = givesBack ? "canceled" : "stopped";
        }
    }

    private boolean pay(long sum) {
        payout = works.pay(sum).orElse(null);
        return payout != null;
    }

    /// Everything that can go to the cashbox goes there, at once.
    private long emptied() {
        long sum = 0;
        for (var piece : PieceByPiece.of(works.metal.in(org.countinghouse.device.money.Place.RECYCLER))) {
            sum += works.metal.toCashbox(piece) ? piece.minorUnits() : 0;
        }
        return sum;
    }

    private static ArrayNode pieces(Pieces pieces, JsonMapper json) {
        var list = json.createArrayNode();
        pieces.counts()
                .forEach((piece, count) -> list.add(json.createObjectNode()
                        .put("value", piece.minorUnits())
                        .put("currency", piece.currency())
                        .put("count", count)
                        .put("type", Works.isNote(piece) ? "banknote" : "coin")));
        return list;
    }
}
