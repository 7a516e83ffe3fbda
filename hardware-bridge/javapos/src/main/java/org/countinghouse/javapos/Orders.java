package org.countinghouse.javapos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.spi.MoneyProtocol.Begun;

/// Divides a payment among the devices that pay, notes first, and refuses what JavaPOS cannot say before anything is
/// sent: its amounts have 32 bits.
///
/// @param unit how many of our minor units the vendor's smallest unit is
record Orders(List<CashPart> payers, String currency, long unit) {
    /// What one device is told.
    ///
    /// @param byAmount whether it chooses the pieces; `counts` then is a single piece worth the amount
    record Order(CashPart part, CashCounts counts, boolean byAmount) {}

    sealed interface Plan {
        record Ordered(List<Order> orders) implements Plan {}

        record Cannot(Begun answer) implements Plan {}
    }

    Plan of(Intent.Ask ask) {
        if (!ask.currency().equals(currency) || payers.isEmpty()) {
            return refused("it pays no " + ask.currency());
        }
        long amount = ask.minorUnits().orElse(0L);
        if (amount % unit != 0) {
            return refused("its smallest unit is " + unit);
        }
        if (amount / unit > Integer.MAX_VALUE) {
            return refused("JavaPOS cannot say amounts above " + Integer.MAX_VALUE);
        }
        return switch (ask) {
            case Intent.Ask.Worth worth -> byAmount((int) (worth.amount() / unit));
            case Intent.Ask.Exactly exactly -> byPieces(exactly);
            case Intent.Ask.Open _ -> refused("a payment needs an amount");
        };
    }

    private Plan byAmount(int amount) {
        if (payers.size() > 1 || payers.getFirst().kind() == VendorKind.BILL_DISPENSER) {
            return refused("it cannot choose the pieces itself");
        }
        var one = new TreeMap<>(Map.of(amount, 1));
        return new Plan.Ordered(List.of(new Order(payers.getFirst(), new CashCounts(one, new TreeMap<>()), true)));
    }

    private Plan byPieces(Intent.Ask.Exactly ask) {
        var coins = new LinkedHashMap<CashPart, TreeMap<Integer, Integer>>();
        var notes = new LinkedHashMap<CashPart, TreeMap<Integer, Integer>>();
        for (var each : ask.pieces().counts().entrySet()) {
            long minorUnits = each.getKey().minorUnits();
            if (minorUnits % unit != 0 || each.getValue() > CashCounts.MOST_PIECES) {
                return notEnough(each.getValue() + " of " + each.getKey());
            }
            int value = (int) (minorUnits / unit);
            Optional<CashPart> asNote =
                    payer(part -> part.known().pays().notes().containsKey(value));
            Optional<CashPart> asCoin =
                    payer(part -> part.known().pays().coins().containsKey(value));
            if (asNote.isPresent()) {
                notes.computeIfAbsent(asNote.get(), _ -> new TreeMap<>()).put(value, each.getValue());
            } else if (asCoin.isPresent()) {
                coins.computeIfAbsent(asCoin.get(), _ -> new TreeMap<>()).put(value, each.getValue());
            } else {
                return notEnough(each.getKey().toString());
            }
        }
        return new Plan.Ordered(orders(coins, notes));
    }

    /// Notes first: a bill dispenser that refuses has refused before a coin has moved.
    private List<Order> orders(
            Map<CashPart, TreeMap<Integer, Integer>> coins, Map<CashPart, TreeMap<Integer, Integer>> notes) {
        var orders = new ArrayList<Order>();
        var none = new TreeMap<Integer, Integer>();
        notes.forEach((part, counts) ->
                orders.add(new Order(part, new CashCounts(coins.getOrDefault(part, none), counts), false)));
        coins.forEach((part, counts) -> {
            if (!notes.containsKey(part)) {
                orders.add(new Order(part, new CashCounts(counts, none), part.kind() == VendorKind.COIN_DISPENSER));
            }
        });
        return orders;
    }

    private Optional<CashPart> payer(Predicate<CashPart> has) {
        return payers.stream().filter(has).findFirst();
    }

    private static Plan refused(String words) {
        return new Plan.Cannot(new Begun.Refused(DeviceFault.REFUSED, words));
    }

    private static Plan notEnough(String what) {
        return new Plan.Cannot(new Begun.NotEnough("it does not pay " + what));
    }

    /// What an error in answer to the command proves. Refusals of JavaPOS itself, of a busy device and of wrong
    /// arguments come before anything moves; a shortage is found before by a device that pays asynchronously. Every
    /// other error may have come on the way: the device answered, and what it did is not known.
    ///
    /// @throws IOException when the device is gone
    static Begun meaning(CashPart part, JposException e) throws IOException {
        return switch (e.getErrorCode()) {
            case JposConst.JPOS_E_BUSY -> new Begun.Refused(DeviceFault.BUSY, NoUse.words(e));
            case JposConst.JPOS_E_CLOSED,
                    JposConst.JPOS_E_CLAIMED,
                    JposConst.JPOS_E_NOTCLAIMED,
                    JposConst.JPOS_E_DISABLED,
                    JposConst.JPOS_E_NOSERVICE,
                    JposConst.JPOS_E_ILLEGAL -> new Begun.Refused(DeviceFault.REFUSED, NoUse.words(e));
            case JposConst.JPOS_E_EXTENDED ->
                part.isAsync() && e.getErrorCodeExtended() == CashChangerConst.JPOS_ECHAN_OVERDISPENSE
                        ? new Begun.NotEnough(NoUse.words(e))
                        : new Begun.Silence(NoUse.words(e));
            default -> {
                if (NoUse.isGone(e)) {
                    throw new IOException(part.name() + ": " + NoUse.words(e), e);
                }
                yield new Begun.Silence(NoUse.words(e));
            }
        };
    }
}
