package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.Denomination;

/// Who a machine says it is (GA138, "Setup Request").
///
/// @param channels the denominations it knows; channel 1 is the first, and one that is not in use is
///         empty
record SspSetup(Unit unit, String firmware, int protocol, List<Optional<Denomination>> channels) {
    private static final int HOPPER = 0x03;
    private static final int PAYOUT = 0x06;

    /// In minor units. Above this it is nonsense, which would not fit a number when pieces are added up.
    private static final long LARGEST_WORTH = 10_000_000_000L;

    enum Unit {
        /// A validator with a note recycler behind it.
        SMART_PAYOUT,
        /// A hopper that pays mixed coins, with a coin mechanism or without.
        SMART_HOPPER,
        /// Anything else that takes and cannot pay.
        VALIDATOR
    }

    SspSetup {
        channels = List.copyOf(channels);
    }

    static SspSetup read(SspReading answer) throws IOException {
        int type = answer.one();
        String firmware = answer.text(4);
        String country = answer.text(3);
        return type == HOPPER ? hopper(firmware, answer) : validator(type, firmware, country, answer);
    }

    boolean isHopper() {
        return unit == Unit.SMART_HOPPER;
    }

    boolean pays() {
        return unit != Unit.VALIDATOR;
    }

    Optional<Denomination> channel(int number) {
        return number < 1 || number > channels.size() ? Optional.empty() : channels.get(number - 1);
    }

    private static SspSetup hopper(String firmware, SspReading answer) throws IOException {
        int protocol = answer.one();
        int count = answer.one();
        var values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = answer.two();
        }
        return new SspSetup(Unit.SMART_HOPPER, firmware, protocol, denominations(values, 1, currencies(count, answer)));
    }

    private static SspSetup validator(int type, String firmware, String country, SspReading answer) throws IOException {
        answer.big(3);
        int count = answer.one();
        var values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = answer.one();
        }
        answer.text(count);
        long multiplier = answer.big(3);
        int protocol = answer.one();
        if (protocol < SspSession.LEAST_PROTOCOL) {
            throw new IOException("protocol " + protocol + " of " + country + " names no currencies");
        }
        var currencies = currencies(count, answer);
        for (int i = 0; i < count; i++) {
            values[i] = answer.four();
        }
        var unit = type == PAYOUT ? Unit.SMART_PAYOUT : Unit.VALIDATOR;
        return new SspSetup(unit, firmware, protocol, denominations(values, multiplier, currencies));
    }

    private static List<String> currencies(int count, SspReading answer) throws IOException {
        var currencies = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            currencies.add(answer.text(3));
        }
        return currencies;
    }

    private static List<Optional<Denomination>> denominations(long[] values, long multiplier, List<String> currencies)
            throws IOException {
        var denominations = new ArrayList<Optional<Denomination>>();
        for (int i = 0; i < values.length; i++) {
            long worth = values[i] * multiplier;
            String currency = currencies.get(i);
            if (worth > LARGEST_WORTH) {
                throw new IOException("a channel worth " + worth);
            }
            denominations.add(
                    worth > 0 && currency.matches("[A-Z]{3}")
                            ? Optional.of(new Denomination(currency, worth))
                            : Optional.empty());
        }
        return denominations;
    }
}
