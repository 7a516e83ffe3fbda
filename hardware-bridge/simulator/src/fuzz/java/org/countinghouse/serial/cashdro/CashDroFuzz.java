package org.countinghouse.serial.cashdro;

import java.io.IOException;
import org.countinghouse.device.money.Place;
import tools.jackson.databind.JsonNode;

/// Whatever a CashDro answers is read, or is an [IOException]; what is read can be added up.
public final class CashDroFuzz {
    private static final String CURRENCY = "EUR";

    private CashDroFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            switch (CashDroReader.reply(bytes)) {
                case CashDroReader.Reply.Done(var content) -> read(content);
                case CashDroReader.Reply.Refused refused ->
                    check(refused.words().chars().noneMatch(Character::isISOControl), "control characters");
            }
        } catch (IOException _) {
            // Nonsense, and said to be so.
        }
    }

    private static void read(JsonNode content) {
        tried(() -> check(CashDroReader.started(content).length() <= 40, "long number"));
        tried(() -> CashDroReader.executing(content));
        tried(() -> {
            var operation = CashDroReader.operation(content);
            check(operation.in() >= 0 && operation.out() >= 0, "negative totals");
        });
        tried(() -> {
            var levels = CashDroReader.levels(content);
            var holdings = Inside.holdings(levels, CURRENCY);
            holdings.in(Place.RECYCLER).plus(holdings.in(Place.CASHBOX)).total(CURRENCY);
            Inside.slots(levels, CURRENCY);
            Inside.alarms(levels, CURRENCY);
        });
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
