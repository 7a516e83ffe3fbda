package org.countinghouse.replicator;

import java.time.Duration;
import java.util.Optional;
import org.countinghouse.wire.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One setting on its way to the centre and back. Its troubles are its own: entries are pushed and
/// pulled whatever becomes of it, also by a centre that knows no settings yet.
final class Sharing {
    private static final Logger LOG = LoggerFactory.getLogger(Sharing.class);

    /// Whoever is overtaken this often in a row comes again later.
    private static final int MOST_ROUNDS = 3;

    private final CloudLine line;
    private final SharedSetting setting;
    private final Pace pace;
    private final BackOff backOff;
    private long nextAsk = System.nanoTime();
    private long notBefore = nextAsk;
    private String trouble = "";

    Sharing(CloudLine line, SharedSetting setting, Surroundings world) {
        this.line = line;
        this.setting = setting;
        this.pace = world.pace();
        this.backOff = new BackOff(pace, world.random());
    }

    /// Asks the centre when it is time, or when there is something to tell it.
    void shareIfDue() throws InterruptedException {
        long now = System.nanoTime();
        if (now - notBefore < 0) {
            return;
        }
        try {
            if (now - nextAsk >= 0 || setting.isChanged()) {
                share();
                rest(pace.settings(), Duration.ZERO, "");
                backOff.succeeded();
            }
        } catch (Pause pause) {
            switch (pause.reason()) {
                case Pause.Cause.Busy(var asked) ->
                    trouble(asked.compareTo(pace.longestObeyed()) < 0 ? asked : pace.longestObeyed(), pause);
                case Pause.Cause.Unreachable _ -> trouble(backOff.afterFailure(), pause);
                case Pause.Cause.Refused _, Pause.Cause.Forked _ -> trouble(pace.refusedPause(), pause);
            }
        } catch (RuntimeException e) {
            // The outermost loop of this setting: a disk that fails now must not end the copying of entries.
            trouble(pace.refusedPause(), e);
        }
    }

    private void share() throws Pause, InterruptedException {
        var newest = given(line.setting(setting.key()));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var made = setting.settle(newest);
            if (made.isEmpty()) {
                return;
            }
            switch (given(line.send(made.get()))) {
                case Setting.Reply.Accepted(var version) -> {
                    setting.accepted(
                            new Setting(made.get().key(), version, made.get().text()));
                    return;
                }
                case Setting.Reply.Newer(var other) -> newest = Optional.of(other);
                case Setting.Reply.None _ -> newest = Optional.empty();
            }
        }
        throw Pause.unreachable("somebody else sets it faster than this station");
    }

    private static <T> T given(Answer<T> answer) throws Pause {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Unauthorised<T>(var message) ->
                throw Pause.refused("the cloud did not know the key: " + message);
            case Answer.Busy<T>(var wait) -> throw new Pause(new Pause.Cause.Busy(wait));
        };
    }

    private void trouble(Duration wait, Exception e) {
        var told = String.valueOf(e.getMessage());
        if (!told.equals(trouble)) {
            LOG.warn("{} of this station cannot be settled with the cloud: {}", setting.key(), told);
        }
        rest(wait, wait, told);
    }

    private void rest(Duration untilAsking, Duration untilAnything, String told) {
        long now = System.nanoTime();
        nextAsk = now + untilAsking.toNanos();
        notBefore = now + untilAnything.toNanos();
        trouble = told;
    }
}
