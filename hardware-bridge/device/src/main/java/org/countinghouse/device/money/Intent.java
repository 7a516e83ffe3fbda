package org.countinghouse.device.money;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.device.Pieces;

/// One wish to move money with a machine, made before the first attempt. It is never sent twice.
///
/// @param id of its own, UUIDv7 where a ledger keeps it; whoever asks again with the same id is told
///        what became of it
/// @param reason a few words for people: what the money is for
/// @param parent the intent whose remainder this is, if any
public record Intent(UUID id, Purpose purpose, Ask ask, String reason, Optional<UUID> parent) {
    public enum Purpose {
        /// Out of the machine, to a customer or a person.
        PAY,
        /// A customer's cash into the machine.
        TAKE,
        /// Cash of the shop into the machine: a float loan.
        FILL,
        /// Out of the recycler: into the cashbox, or out for the safe.
        COLLECT
    }

    public Intent {
        if (purpose == Purpose.PAY && ask.minorUnits().orElse(0L) < 1) {
            throw new IllegalArgumentException("a payment needs an amount");
        }
    }

    /// How much, and by which pieces.
    public sealed interface Ask {
        String currency();

        /// The amount asked for; empty when it is open.
        Optional<Long> minorUnits();

        /// Exactly these pieces, of one currency.
        record Exactly(String currency, Pieces pieces) implements Ask {
            public Exactly {
                Cash.of(currency, pieces);
            }

            @Override
            public Optional<Long> minorUnits() {
                return Optional.of(pieces.total(currency));
            }
        }

        /// This much; the machine chooses the pieces.
        record Worth(String currency, long amount) implements Ask {
            @Override
            public Optional<Long> minorUnits() {
                return Optional.of(amount);
            }
        }

        /// As much as comes: a deposit, or all there is of one currency.
        record Open(String currency) implements Ask {
            @Override
            public Optional<Long> minorUnits() {
                return Optional.empty();
            }
        }
    }
}
