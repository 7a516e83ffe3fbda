package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DrawerWatch;
import org.countinghouse.device.DrawerWatch.Sighting;
import org.countinghouse.device.Opening;
import org.countinghouse.device.SenseLesson;
import org.countinghouse.device.SenseLesson.Level;
import org.countinghouse.device.SenseLesson.Taught;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every opening of a drawer is told, with whether it was ours.
class DrawerWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration NEVER = Duration.ofHours(1);

    private final LinkedBlockingQueue<Sighting> sightings = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "?asb=yes"})
    void openingsByPulseAndByKeyAreToldApart(String settings) throws Exception {
        try (var counter = Counter.reachedBy("", folder, settings);
                var watch = watching(counter, NEVER)) {
            assertThat(watch.open()).isEqualTo(new Opening.Opened());
            assertThat(next()).isEqualTo(new Sighting.OpenedByUs());
            counter.peer().pushDrawerShut();
            assertThat(next()).isInstanceOf(Sighting.Shut.class);

            counter.peer().turnDrawerKey();
            assertThat(next()).as("right after ours, and not ours").isEqualTo(new Sighting.OpenedByKey());
            assertThat(watch.openFor()).isPresent();
            counter.peer().pushDrawerShut();
            assertThat(next()).isInstanceOf(Sighting.Shut.class);
            assertThat(watch.openFor()).isEmpty();
            assertThat(sightings).isEmpty();
        }
    }

    @Test
    void aPulseIntoAnOpenDrawerExplainsNoLaterOpening() throws Exception {
        try (var counter = Counter.reachedBy("", folder);
                var watch = watching(counter, NEVER)) {
            counter.peer().turnDrawerKey();
            assertThat(next()).isIn(new Sighting.OpenedByKey(), new Sighting.FoundOpen());
            assertThat(watch.open()).isEqualTo(new Opening.AlreadyOpen());
            counter.peer().pushDrawerShut();
            assertThat(next()).isInstanceOf(Sighting.Shut.class);
            counter.peer().turnDrawerKey();
            assertThat(next()).isEqualTo(new Sighting.OpenedByKey());
        }
    }

    @Test
    void aDrawerOpenTooLongRaisesOneAlarmForEachOpening() throws Exception {
        try (var counter = Counter.reachedBy("", folder);
                var watch = watching(counter, Duration.ofMillis(150))) {
            watch.open();
            assertThat(next()).isEqualTo(new Sighting.OpenedByUs());
            assertThat(next())
                    .isInstanceOfSatisfying(
                            Sighting.OpenTooLong.class,
                            alarm -> assertThat(alarm.openFor()).isGreaterThanOrEqualTo(Duration.ofMillis(150)));
            assertThat(sightings.poll(300, TimeUnit.MILLISECONDS))
                    .as("one alarm")
                    .isNull();
            assertThat(watch.isOpenTooLong()).isTrue();
            counter.peer().pushDrawerShut();
            assertThat(next()).isInstanceOf(Sighting.Shut.class);
            assertThat(watch.isOpenTooLong()).isFalse();
            watch.open();
            assertThat(next()).isEqualTo(new Sighting.OpenedByUs());
            assertThat(next()).isInstanceOf(Sighting.OpenTooLong.class);
        }
    }

    @Test
    void aDrawerOpenedWhileThePrinterWasSilentIsToldWhenItAnswersAgain() throws Exception {
        try (var counter = Counter.reachedBy("", folder);
                var watch = watching(counter, NEVER)) {
            watch.open();
            assertThat(next()).isEqualTo(new Sighting.OpenedByUs());
            counter.peer().pushDrawerShut();
            assertThat(next()).isInstanceOf(Sighting.Shut.class);

            counter.peer().play(Scene.UNPLUGGED);
            counter.peer().turnDrawerKey();
            counter.peer().play(Scene.PLUGGED_IN);
            assertThat(next()).isEqualTo(new Sighting.OpenedByKey());
        }
    }

    @Test
    void aDrawerWithoutSenseWireIsAskedNothingAndOpensAllTheSame() throws Exception {
        try (var counter = Counter.reachedBy("", folder, "?sense=none");
                var watch = watching(counter, Duration.ofMillis(50))) {
            assertThat(watch.tellsState()).isFalse();
            assertThat(watch.open()).isEqualTo(new Opening.Unconfirmed(Opening.Why.NO_SENSE_WIRE));
            assertThat(sightings.poll(200, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWatch() throws Exception {
        try (var counter = Counter.reachedBy("", folder);
                var watch = new DrawerWatch(counter.drawer(), Duration.ofMillis(20), NEVER, sighting -> {
                    sightings.add(sighting);
                    throw new IllegalStateException("a listener's mistake");
                })) {
            counter.peer().turnDrawerKey();
            assertThat(next()).isNotNull();
            counter.peer().pushDrawerShut();
            assertThat(next()).isInstanceOf(Sighting.Shut.class);
            assertThat(watch.openFor()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javapos:"})
    void whichLevelMeansOpenIsTaughtByShuttingAndOpening(String way) throws IOException {
        try (var counter = Counter.reachedBy("", folder)) {
            String plain = way + counter.peer().address();
            var address = DeviceAddress.of(plain + "?sense=low");
            try (var lesson = SenseLesson.at(address, LIMIT)) {
                assertThat(lesson.shut()).isEqualTo(Level.LOW);
                lesson.kick();
                assertThat(lesson.open()).isEqualTo(new Taught.Learned(DeviceAddress.of(plain + "?sense=high")));
            }
            try (var lesson = SenseLesson.at(address, LIMIT)) {
                assertThat(lesson.shut()).as("wired the other way round").isEqualTo(Level.HIGH);
                counter.peer().pushDrawerShut();
                assertThat(lesson.open()).isEqualTo(new Taught.Learned(address));
            }
            try (var lesson = SenseLesson.at(address, LIMIT)) {
                assertThat(lesson.shut()).isEqualTo(Level.LOW);
                assertThat(lesson.open()).isEqualTo(new Taught.NoWire(DeviceAddress.of(plain + "?sense=none")));
                counter.peer().play(Scene.DEAD);
                assertThat(lesson.open()).isInstanceOf(Taught.NotLearned.class);
            }
        }
    }

    private DrawerWatch watching(Counter counter, Duration tooLong) {
        return new DrawerWatch(counter.drawer(), Duration.ofMillis(20), tooLong, sightings::add);
    }

    private @Nullable Sighting next() throws InterruptedException {
        return sightings.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
