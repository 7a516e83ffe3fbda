package org.countinghouse.device.money;

import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.MoneyProtocol.Greeting;
import org.countinghouse.device.spi.MoneyProtocol.Slot;

/// Why an intent cannot be begun, as far as a look tells. Nothing has been sent yet.
record Hindrance(DeviceFault fault, String words) {
    static Optional<Hindrance> of(Intent intent, Greeting greeting, Sight sight) {
        var state = state(sight);
        return state.isPresent() ? state : ability(intent, greeting).or(() -> stock(intent, sight));
    }

    private static Optional<Hindrance> state(Sight sight) {
        return switch (sight.state()) {
            case READY -> Optional.empty();
            case TAKING -> because(DeviceFault.BUSY, "it is taking cash");
            case PAYING -> because(DeviceFault.BUSY, "it is paying");
            case BUSY -> because(DeviceFault.BUSY, "it is busy");
            case OCCUPIED -> because(DeviceFault.BUSY, "somebody else uses it");
            case JAMMED -> because(DeviceFault.JAMMED, "it is jammed");
            case OUT_OF_ORDER -> because(DeviceFault.REFUSED, "it needs a person");
        };
    }

    private static Optional<Hindrance> ability(Intent intent, Greeting greeting) {
        if (intent.purpose() == Intent.Purpose.COLLECT && !greeting.takesCollect()) {
            return because(DeviceFault.REFUSED, "it is emptied by hand");
        }
        if (greeting.slots().stream()
                .noneMatch(slot ->
                        slot.denomination().currency().equals(intent.ask().currency()))) {
            return because(DeviceFault.REFUSED, "it knows no " + intent.ask().currency());
        }
        if (intent.purpose() != Intent.Purpose.PAY) {
            return Optional.empty();
        }
        if (intent.ask() instanceof Intent.Ask.Exactly exactly) {
            return exactly.pieces().counts().keySet().stream()
                    .filter(wanted -> greeting.slots().stream()
                            .filter(Slot::pays)
                            .noneMatch(slot -> slot.denomination().equals(wanted)))
                    .findFirst()
                    .map(wanted -> new Hindrance(DeviceFault.REFUSED, "it does not pay " + wanted));
        }
        return greeting.paysByAmount()
                ? Optional.empty()
                : because(DeviceFault.REFUSED, "it has to be told which pieces to pay");
    }

    private static Optional<Hindrance> stock(Intent intent, Sight sight) {
        if (intent.purpose() != Intent.Purpose.PAY || sight.holdings().isEmpty()) {
            return Optional.empty();
        }
        var recycler = sight.holdings().get().in(Place.RECYCLER);
        return switch (intent.ask()) {
            case Intent.Ask.Exactly exactly -> {
                var missing = recycler.lacking(exactly.pieces());
                yield missing.isNone()
                        ? Optional.empty()
                        : because(DeviceFault.REFUSED, "it lacks " + inWords(missing));
            }
            case Intent.Ask.Worth(var currency, var amount) ->
                recycler.total(currency) >= amount
                        ? Optional.empty()
                        : because(DeviceFault.REFUSED, "it holds less than that");
            case Intent.Ask.Open _ -> Optional.empty();
        };
    }

    private static String inWords(Pieces pieces) {
        var words = new StringBuilder();
        pieces.counts()
                .forEach((denomination, count) -> words.append(words.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(" x ")
                        .append(denomination.currency())
                        .append(' ')
                        .append(denomination.minorUnits()));
        return words.toString();
    }

    private static Optional<Hindrance> because(DeviceFault fault, String words) {
        return Optional.of(new Hindrance(fault, words));
    }
}
