package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol.Begun;

/// Sends the one command that starts an intent. Its number is kept before the first byte leaves; it is
/// sent once.
record Beginning(Epoch epoch, Intent intent, Sight baseline, Consumer<String> keep) {
    Begun begun(Duration limit) throws IOException {
        epoch.session().allow(limit);
        if (epoch.isBusy()) {
            return new Begun.Refused(DeviceFault.BUSY, "it is still at something else");
        }
        try {
            epoch.drain();
            if (!epoch.session().occupy()) {
                return new Begun.Refused(
                        DeviceFault.BUSY, epoch.session().occupation().words());
            }
        } catch (IOException e) {
            // Nothing was sent that could move anything.
            return new Begun.Refused(DeviceFault.NO_ANSWER, String.valueOf(e.getMessage()));
        }
        return switch (intent.purpose()) {
            case PAY, COLLECT -> payout(limit);
            case TAKE, FILL -> deposit(limit);
        };
    }

    private Begun payout(Duration limit) throws IOException {
        Optional<Pieces> asked = switch (intent.ask()) {
            case Intent.Ask.Exactly(var _, var pieces) -> Optional.of(pieces);
            case Intent.Ask.Open(var currency)
            when intent.purpose() == Intent.Purpose.COLLECT ->
                Optional.of(epoch.stock().dispensableOf(currency));
            case Intent.Ask.Worth _, Intent.Ask.Open _ -> Optional.empty();
        };
        var command = asked.isPresent() ? byPieces(asked.get()) : byAmount();
        if (command.isEmpty()) {
            return new Begun.NotEnough("the machine does not have these pieces, or not this currency");
        }
        String number = SequenceNumbers.of(intent.id());
        keep.accept(number);
        var call = epoch.session().command(command.get(), number);
        var out = new Payout(intent, call, baseline, asked);
        epoch.begins(out);
        return accepted(out, limit);
    }

    /// The machine answers when all is over, so that it began is told by what it does: an event, or its
    /// status.
    private Begun accepted(Payout out, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        while (!out.hasMoved()) {
            if (out.call().wasNeverSent()) {
                epoch.isOver();
                return new Begun.Refused(DeviceFault.NO_ANSWER, "the machine could not be reached");
            }
            var reply = epoch.reply(out);
            if (reply.isPresent()) {
                return answered(out, reply.get());
            }
            if (deadline.isOver()) {
                throw epoch.lost(new IOException(
                        "no sign of the machine after " + out.call().request().name()));
            }
            epoch.listen(deadline.left());
        }
        return new Begun.Accepted();
    }

    private Begun answered(Payout out, FccReply reply) throws IOException {
        return switch (epoch.judge(out, reply)) {
            case Judgement.Settled _ -> new Begun.Accepted();
            case Judgement.Unclear(var words) -> throw epoch.lost(new IOException(words));
            case Judgement.Nothing(var result, var words) -> {
                epoch.isOver();
                yield result.kind() == FccResult.Kind.SHORT
                        ? new Begun.NotEnough(words)
                        : new Begun.Refused(result.fault().orElse(DeviceFault.REFUSED), words);
            }
        };
    }

    private Begun deposit(Duration limit) throws IOException {
        String number = SequenceNumbers.of(intent.id());
        keep.accept(number);
        var call = epoch.session().command(Deposit.opening(intent.purpose()), number);
        FccReply reply;
        try {
            reply = call.await(limit);
        } catch (IOException e) {
            if (call.wasNeverSent()) {
                return new Begun.Refused(DeviceFault.NO_ANSWER, "the machine could not be reached");
            }
            throw epoch.lost(e);
        }
        return switch (reply.result().kind()) {
            case DONE -> {
                epoch.begins(new Deposit(intent, baseline, number));
                yield new Begun.Accepted();
            }
            case REFUSED, BUSY -> new Begun.Refused(reply.result().fault().orElse(DeviceFault.REFUSED), reply.words());
            case SHORT, STOPPED, DUPLICATE -> throw epoch.lost(new IOException(reply.words()));
        };
    }

    private Optional<FccRequest> byPieces(Pieces asked) {
        var named = epoch.stock().named(asked);
        if (asked.isNone() || !FccCash.sum(named).equals(asked)) {
            return Optional.empty();
        }
        return Optional.of(
                intent.purpose() == Intent.Purpose.COLLECT ? FccRequest.collect(named) : FccRequest.cashout(named));
    }

    /// A sale of less than nothing: the machine pays, and chooses the pieces.
    private Optional<FccRequest> byAmount() {
        boolean payable = intent.purpose() == Intent.Purpose.PAY
                && epoch.mainCurrency().filter(intent.ask().currency()::equals).isPresent();
        return intent.ask().minorUnits().filter(_ -> payable).map(amount -> FccRequest.change(-amount));
    }
}
