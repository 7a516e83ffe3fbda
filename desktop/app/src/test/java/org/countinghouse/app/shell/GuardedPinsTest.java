package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.Pins.Verdict;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.LedgerAccepted;
import org.countinghouse.ledger.people.LockedOut;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedPinsTest {
    private static final String RIGHT = "123456";
    private static final String WRONG = "000000";

    @TempDir
    Path folder;

    private Station station;
    private GuardedPins pins;
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private long ticks = 17;

    @BeforeEach
    void open() {
        station = Station.open(
                folder, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
        pins = guard();
    }

    private GuardedPins guard() {
        InstantSource clock = () -> now;
        return new GuardedPins(station.desk(), station.reader(), station.key(), station.ids(), clock, () -> ticks);
    }

    @AfterEach
    void close() {
        pins.close();
        station.close();
    }

    @Test
    void fiveTriesAreFreeAndTheSixthMustWait() {
        for (int left = 4; left > 0; left--) {
            assertThat(check("dara", WRONG)).isEqualTo(new Verdict.Wrong(left));
        }
        assertThat(check("dara", WRONG)).isEqualTo(new Verdict.LockedOut(now.plusSeconds(30)));
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.LockedOut(now.plusSeconds(30)));
        pass(Duration.ofSeconds(29));
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.LockedOut(now.plusSeconds(1)));
        pass(Duration.ofSeconds(1));
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.Right());
    }

    @Test
    void everyWrongPinIsAnEntryAndSoIsTheLockOut() {
        lockOut("dara");
        var facts = station.reader().entries(0, 1_000).stream().map(entry -> entry.fact());
        assertThat(facts.filter(fact -> fact instanceof SignInRefused || fact instanceof LockedOut))
                .hasSize(6)
                .last()
                .isEqualTo(new LockedOut("dara", 5, 30));
    }

    @Test
    void oneLockOutLeavesEverybodyElseIn() {
        lockOut("dara");
        assertThat(check("maly", "246810")).isEqualTo(new Verdict.Right());
    }

    @Test
    void aClockSetForwardShortensNothing() {
        lockOut("dara");
        now = now.plus(Duration.ofDays(400));
        assertThat(check("dara", RIGHT)).isInstanceOf(Verdict.LockedOut.class);
        now = now.minus(Duration.ofDays(800));
        assertThat(check("dara", RIGHT)).isInstanceOf(Verdict.LockedOut.class);
    }

    @Test
    void aRestartGoesOnWithTheWaitWhereItStood() {
        lockOut("dara");
        pass(Duration.ofSeconds(20));
        restart();
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.LockedOut(now.plusSeconds(10)));
        pass(Duration.ofSeconds(10));
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.Right());
    }

    @Test
    void aKilledStationShortensNothing() {
        lockOut("dara");
        pass(Duration.ofSeconds(20));
        pins = guard();
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.LockedOut(now.plusSeconds(30)));
    }

    @Test
    void aRestartGivesNoFreeTries() {
        for (int i = 0; i < 4; i++) {
            check("dara", WRONG);
        }
        restart();
        assertThat(check("dara", WRONG)).isInstanceOf(Verdict.LockedOut.class);
    }

    @Test
    void theTwentiethStopsUntilSomebodyUnlocks() {
        for (int i = 0; i < 19; i++) {
            check("dara", WRONG);
            pass(Duration.ofHours(1));
        }
        assertThat(check("dara", WRONG)).isEqualTo(new Verdict.Stopped());
        pass(Duration.ofDays(1_000));
        restart();
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.Stopped());
        order("maly", new Command.Unlock("dara"));
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.Right());
    }

    /// Whoever deletes the high-water mark does not get more guesses by it.
    @Test
    void aLedgerThatWaitsToBeAcceptedGivesNoFreeTriesEither() throws IOException {
        pins.close();
        station.close();
        Files.delete(folder.resolve("ledger.mark"));
        open();
        assertThat(station.desk().doubt()).isPresent();
        lockOut("dara");
        assertThat(check("dara", RIGHT)).isInstanceOf(Verdict.LockedOut.class);
        restart();
        assertThat(check("dara", RIGHT)).isInstanceOf(Verdict.LockedOut.class);
        var doubt = station.desk().doubt().orElseThrow();
        order(
                "maly",
                new Command.AcceptLedger(new LedgerAccepted(
                        doubt.fault().word(), doubt.sequence(), doubt.found(), doubt.expected(), "looked at it")));
        assertThat(check("dara", RIGHT)).isInstanceOf(Verdict.LockedOut.class);
        assertThat(station.reader().entries(0, 1_000).stream().filter(entry -> entry.fact() instanceof SignInRefused))
                .hasSize(5);
        order("maly", new Command.Unlock("dara"));
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.Right());
    }

    @Test
    void guessesInParallelGainNothing() throws InterruptedException {
        try (var workers = Executors.newFixedThreadPool(8)) {
            Callable<Verdict> guess = () -> check("dara", WRONG);
            workers.invokeAll(java.util.Collections.nCopies(16, guess));
        }
        int wrongPins =
                station.desk().ask(books -> books.person("dara").orElseThrow().wrongPins());
        assertThat(wrongPins).isEqualTo(5);
    }

    @Test
    void twoPeopleMayHaveOnePinAndNothingTellsIt() {
        pins.set("maly", RIGHT.toCharArray());
        assertThat(check("maly", RIGHT)).isEqualTo(new Verdict.Right());
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.Right());
        assertThat(station.reader().pin("maly")).isNotEqualTo(station.reader().pin("dara"));
    }

    @Test
    void whoIsUnknownOrHasLeftCannotSignIn() {
        assertThat(check("nobody", RIGHT)).isEqualTo(new Verdict.Unknown());
        order("maly", new Command.RemovePerson("dara"));
        assertThat(check("dara", RIGHT)).isEqualTo(new Verdict.Unknown());
    }

    private void lockOut(String employee) {
        for (int i = 0; i < 5; i++) {
            check(employee, WRONG);
        }
    }

    private Verdict check(String employee, String pin) {
        return pins.check(employee, pin.toCharArray());
    }

    private void pass(Duration time) {
        ticks += time.toNanos();
        now = now.plus(time);
    }

    /// The ticks of the next start begin anywhere.
    private void restart() {
        pins.close();
        station.close();
        ticks = -987_654_321;
        open();
    }

    private void order(String actor, Command command) {
        station.desk().perform(new Order(station.ids().next(), actor, Optional.empty(), command));
    }
}
