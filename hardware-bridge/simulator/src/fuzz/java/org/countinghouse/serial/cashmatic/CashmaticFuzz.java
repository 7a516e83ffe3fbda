package org.countinghouse.serial.cashmatic;

import java.io.IOException;
import org.countinghouse.device.money.Place;
import org.countinghouse.serial.cashmatic.CashmaticReader.Transaction;
import tools.jackson.databind.JsonNode;

/// Whatever a Cashmatic answers is read, or is an [IOException]; what is read can be added up.
public final class CashmaticFuzz {
    private static final String CURRENCY = "EUR";

    private CashmaticFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            switch (CashmaticReader.reply(bytes)) {
                case CashmaticReader.Reply.Done(var data) -> read(data);
                case CashmaticReader.Reply.Refused refused ->
                    check(refused.words().chars().noneMatch(Character::isISOControl), "control characters");
            }
        } catch (IOException _) {
            // Nonsense, and said to be so.
        }
    }

    private static void read(JsonNode data) {
        tried(() -> CashmaticReader.token(data));
        tried(() -> look(CashmaticReader.active(data)));
        tried(() -> CashmaticReader.last(data).ifPresent(CashmaticFuzz::look));
        tried(() -> Meaning.isBroken(CashmaticReader.device(data)));
        tried(() -> {
            var levels = CashmaticReader.levels(data);
            var holdings = Meaning.holdings(levels);
            holdings.in(Place.RECYCLER).plus(holdings.in(Place.CASHBOX)).total(CURRENCY);
            Meaning.slots(levels);
        });
    }

    private static void look(Transaction transaction) {
        check(transaction.inserted() >= 0 && transaction.dispensed() >= 0, "negative totals");
        transaction.key();
        transaction.dispensedCash(CURRENCY);
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static void tried(Reading reading) {
        try {
            reading.read();
        } catch (IOException _) {
            // Not an answer to this question.
        }
    }

    private static void check(boolean claim, String what) {
        if (!claim) {
            throw new AssertionError(what);
        }
    }
}
