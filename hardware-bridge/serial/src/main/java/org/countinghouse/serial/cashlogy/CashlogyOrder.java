package org.countinghouse.serial.cashlogy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.serial.cashlogy.CashlogyReader.Reply;
import org.countinghouse.serial.cashlogy.CashlogyReader.Status;

/// How an intent is said to the Connector, and what its answer means.
///
/// | order | answer |
/// |---|---|
/// | `#P#amount#0#0#0#` | `#0#paid#added#` when all is out |
/// | `#U2#coins;notes#place#0#0#` | `#0#coins;notes#` when all is out, or in the stacker (place 1) |
/// | `#B#0#0#0#` | `#0#` at once; then `#Q#` tells the sum so far, and `#J#` ends |
/// | `#C#operation#till#amount#…#` | `#0#in#out#manual#added#` when the customer has his change |
record CashlogyOrder(Intent intent, Kind kind, String command) {
    /// How many more fields a later Connector may send.
    private static final int MORE_FIELDS = 2;

    private static final String MOUTH = "0";
    private static final String STACKER = "1";

    enum Kind {
        PAY_AMOUNT(3),
        PAY_PIECES(2),
        DEPOSIT(1),
        CHARGE(5);

        /// How many fields the answer has, with its status.
        final int fields;

        Kind(int fields) {
            this.fields = fields;
        }
    }

    static CashlogyOrder of(Intent intent, CashlogySettings settings, List<Slot> slots) {
        boolean charge = intent.purpose() == Purpose.TAKE && settings.machineCharges();
        return switch (intent.ask()) {
            case Ask.Exactly exactly -> {
                String place = intent.purpose() == Purpose.COLLECT ? STACKER : MOUTH;
                String what = Inventory.written(exactly.pieces(), slots);
                yield new CashlogyOrder(intent, Kind.PAY_PIECES, "#U2#" + what + "#" + place + "#0#0#");
            }
            case Ask.Worth price
            when charge ->
                new CashlogyOrder(
                        intent,
                        Kind.CHARGE,
                        "#C#" + number(intent) + "#" + settings.till() + "#" + price.amount() + "#0#0#0#0#0#0#0#0#");
            case Ask.Worth sum
            when intent.purpose() == Purpose.PAY ->
                new CashlogyOrder(intent, Kind.PAY_AMOUNT, "#P#" + sum.amount() + "#0#0#0#");
            case Ask.Worth _, Ask.Open _ -> new CashlogyOrder(intent, Kind.DEPOSIT, "#B#0#0#0#");
        };
    }

    /// What moved, by the answer that ends it.
    ///
    /// @throws IOException when the answer does not say, or says what cannot be
    Progress.Ended ended(Reply reply, boolean halted) throws IOException {
        // After a wish to cancel, a refusal may be about that wish.
        if (reply.status().isRefusal() && !halted) {
            var none = Cash.none(intent.ask().currency());
            var fault = reply.status() == Status.BUSY ? DeviceFault.BUSY : DeviceFault.REFUSED;
            return new Progress.Ended(none, none, Optional.of(fault), false, "refused: " + reply.status());
        }
        if (reply.values().size() > kind.fields + MORE_FIELDS || reply.values().contains("")) {
            throw new IOException("more than one answer, or half of one");
        }
        var moved = moved(reply);
        boolean fellShort = kind != Kind.DEPOSIT && kind != Kind.CHARGE && moved.minorUnits() < asked();
        Optional<DeviceFault> fault = reply.status() == Status.GENERIC
                ? Optional.of(DeviceFault.JAMMED)
                : fellShort && !halted ? Optional.of(DeviceFault.REFUSED) : Optional.empty();
        return new Progress.Ended(moved, returned(reply), fault, false, reply.status() + " " + reply.values());
    }

    private Cash moved(Reply reply) throws IOException {
        String currency = intent.ask().currency();
        return switch (kind) {
            case PAY_AMOUNT -> Cash.amount(currency, atMost(CashlogyReader.amount(reply, 0), asked()));
            case PAY_PIECES -> {
                var pieces = Inventory.pieces(CashlogyReader.counts(reply, 0), currency);
                atMost(pieces.total(currency), asked());
                yield Cash.of(currency, pieces);
            }
            case DEPOSIT -> Cash.amount(currency, CashlogyReader.amount(reply, 0));
            case CHARGE -> {
                long in = CashlogyReader.amount(reply, 0);
                yield Cash.amount(currency, in - atMost(CashlogyReader.amount(reply, 1), in));
            }
        };
    }

    private Cash returned(Reply reply) throws IOException {
        String currency = intent.ask().currency();
        return kind == Kind.CHARGE ? Cash.amount(currency, CashlogyReader.amount(reply, 1)) : Cash.none(currency);
    }

    private long asked() {
        return intent.ask().minorUnits().orElse(0L);
    }

    /// An answer about more than was asked for is the answer to something else.
    private static long atMost(long told, long most) throws IOException {
        if (told > most) {
            throw new IOException("it tells of " + told + " where " + most + " is the most there can be");
        }
        return told;
    }

    /// The operation number of a charge; the Connector notes it and looks nothing up by it.
    private static long number(Intent intent) {
        return Math.floorMod(intent.id().getLeastSignificantBits(), 1_000_000_000L);
    }
}
