package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;

/// What can be known of a command that was sent. The machine keeps no record of transactions that could
/// be asked for (decision 0041), and asking by sending the command once more is out of the question:
/// what is left is the answer, when we have it, and whether the machine is still at it.
record Witness(Epoch epoch) {
    Testimony testify(Intent intent, Sight baseline, Duration limit) throws IOException {
        epoch.session().allow(limit);
        epoch.drain();
        if (epoch.at().filter(each -> each.id().equals(intent.id())).isPresent()) {
            Optional<Progress.Ended> over = epoch.ended();
            if (over.isPresent()) {
                var end = over.get();
                return new Testimony.Knows(end.moved(), end.returned(), end.held(), Evidence.ANSWER, end.words());
            }
        }
        var doubt = epoch.doubt().filter(each -> each.payout().intent().id().equals(intent.id()));
        return doubt.isPresent() ? lookedAtAgain(doubt.get()) : asked(intent, baseline);
    }

    /// Only an idle machine is through with everything. One that stands in an error may go on with a payout when
    /// somebody has cleared it, and what is inside says nothing final before that.
    private Testimony asked(Intent intent, Sight baseline) throws IOException {
        var status = epoch.session().ask(FccRequest.status()).orElseThrow().status();
        epoch.see(status);
        if (status == FccStatus.IDLE) {
            return new Testimony.Silent(
                    "the machine keeps no record of transactions that could be asked for; " + status.words());
        }
        adopt(intent, baseline, status);
        return new Testimony.StillMoving(
                epoch.progress() instanceof Progress.Moving(var soFar, var _)
                        ? soFar
                        : Cash.none(intent.ask().currency()));
    }

    /// Takes over a deposit that was opened over an older connection, so that it can be ended.
    private void adopt(Intent intent, Sight baseline, FccStatus status) {
        boolean ours = epoch.session().isOurs();
        boolean takes = intent.purpose() == Intent.Purpose.TAKE || intent.purpose() == Intent.Purpose.FILL;
        if (ours && takes && status.state() == Sight.State.TAKING && !epoch.isBusy()) {
            epoch.begins(new Deposit(intent, baseline, SequenceNumbers.of(intent.id())));
            epoch.see(status);
        }
    }

    private Testimony lookedAtAgain(Doubt doubt) throws IOException {
        var none = Cash.none(doubt.payout().intent().ask().currency());
        return switch (epoch.judge(doubt.payout(), doubt.reply())) {
            case Judgement.Settled(var moved, var _, var words) ->
                new Testimony.Knows(moved, none, false, Evidence.ANSWER, words);
            case Judgement.Nothing(var _, var words) -> new Testimony.Knows(none, none, false, Evidence.ANSWER, words);
            case Judgement.Unclear(var words) -> new Testimony.Contradicts(words);
        };
    }
}
