package org.countinghouse.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.sync.CloudCopy.State;
import org.countinghouse.app.sync.CloudViewModel.Fact;
import org.countinghouse.app.sync.CloudViewModel.Standing;
import org.countinghouse.app.sync.CloudViewModel.Value;
import org.junit.jupiter.api.Test;

class CloudViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void aStationWithoutACloudSaysHowToGetOneAndOffersNoButton() {
        var model = model(new Copy(new State.Off(), Optional.empty()));
        assertThat(model.canSendProperty().get()).isFalse();
        assertThat(standing(model).next()).extracting(Notice::key).containsExactly("sync.off.todo");
        assertThat(standing(model).facts()).isEmpty();
    }

    @Test
    void aRefusalIsToldWithItsReasonAndWhatToDo() {
        var model = model(new Copy(
                new State.Stopped(CloudCopy.Why.REFUSED), Optional.of(details(0, Optional.of("unknown station")))));
        assertThat(standing(model).next())
                .extracting(Notice::key)
                .containsExactly("sync.reason", "sync.refused", "sync.until");
        assertThat(standing(model).next().getFirst().details()).containsEntry("reason", "unknown station");
        assertThat(standing(model).facts())
                .contains(new Fact(
                        "sync.fact.enrolled", new Value.Told(Notice.of(Notice.Tone.INFO, "sync.value.notEnrolled"))));
    }

    @Test
    void whatTheCloudAcknowledgedIsToldWithItsHead() {
        var model = model(new Copy(new State.Online(3), Optional.of(details(41, Optional.empty()))));
        assertThat(standing(model).facts())
                .contains(
                        new Fact("sync.fact.waiting", new Value.Plain("3")),
                        new Fact("sync.fact.lastSuccess", new Value.Plain("2026-11-26 12:00")))
                .anySatisfy(fact -> assertThat(fact.value())
                        .isInstanceOfSatisfying(
                                Value.Told.class,
                                told -> assertThat(told.notice().details())
                                        .containsEntry("sequence", 41L)
                                        .containsEntry("hash", "0a1b2c3d4e5f")));
    }

    @Test
    void sendNowWakesTheCopyAndSaysSo() {
        var copy = new Copy(new State.Offline(NOON, 3), Optional.of(details(41, Optional.of("no route"))));
        var model = model(copy);
        model.sendNow();
        assertThat(copy.asked).isOne();
        assertThat(model.toldProperty().get().orElseThrow().key()).isEqualTo("sync.asked");
    }

    private static CloudViewModel model(CloudCopy copy) {
        return new CloudViewModel(copy, ZoneOffset.UTC, SampleStation.atOnce());
    }

    private static Standing standing(CloudViewModel model) {
        return model.standingProperty().get().orElseThrow();
    }

    private static CloudCopy.Details details(long acknowledged, Optional<String> reason) {
        return new CloudCopy.Details(
                "https://cloud.example.org",
                "till-1",
                acknowledged,
                "0a1b2c3d4e5f",
                3,
                Optional.of(NOON),
                Optional.of(NOON),
                7,
                reason,
                reason.map(_ -> NOON.plusSeconds(60)),
                Optional.empty());
    }

    private static final class Copy implements CloudCopy {
        private final State state;
        private final Optional<Details> details;
        private int asked;

        Copy(State state, Optional<Details> details) {
            this.state = state;
            this.details = details;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public Optional<Details> details() {
            return details;
        }

        @Override
        public void sendNow() {
            asked++;
        }
    }
}
