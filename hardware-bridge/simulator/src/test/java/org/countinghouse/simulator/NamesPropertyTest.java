package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever people type as a name, the drawer opens and the knife falls only when we say so.
class NamesPropertyTest {
    private static final int SLIPS = 8;
    private static final int NAMES_PER_SLIP = 6;
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /// What a printer obeys: pulse, pulse at once, cut three ways, picture and block commands that
    /// swallow what follows.
    private static final List<String> COMMANDS = List.of(
            "\u001Bp\u0000\u0019\u00FA",
            "\u0010\u0014\u0001\u0000\u0002",
            "\u0010\u0005\u0002",
            "\u001DV\u0000",
            "\u001DVB\u0000",
            "\u001Bi",
            "\u001Bm",
            "\u001Dv0\u0000\u0048\u0000\u0018\u0000",
            "\u001D(k\u0003\u0000",
            "\u001B|fP",
            "\u009Bp\u0085");

    private final Random random = new Random(1126);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "?page=1252&paper=58", "?page=ascii", "?font=b&page=858", "javapos:"})
    void noNameOpensTheDrawerOrCuts(String setting) throws IOException {
        String way = setting.endsWith(":") ? setting : "";
        try (var counter = Counter.reachedBy(way, folder, way.isEmpty() ? setting : "")) {
            for (int i = 1; i <= SLIPS; i++) {
                assertThat(counter.printer().print(slip())).isEqualTo(new Printing.Printed());
                assertThat(counter.peer().printouts())
                        .as("one cut for one asked")
                        .hasSize(i);
            }
            assertThat(counter.peer().pulses()).isZero();
            assertThat(counter.peer().drawerOpen()).isFalse();
        }
    }

    /// The same names as they are, past our slips: the simulator does obey them, so that the test
    /// above can fail.
    @Test
    void theSameNamesUnprotectedDoOpenTheDrawerAndCut() throws IOException {
        try (var counter = Counter.reachedBy("", folder);
                var socket = new Socket(
                        "127.0.0.1",
                        Integer.parseInt(counter.peer().address().target().split(":")[1]))) {
            for (int i = 0; i < SLIPS * NAMES_PER_SLIP; i++) {
                socket.getOutputStream().write((name() + "\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            long end = System.nanoTime() + LIMIT.toNanos();
            while (counter.peer().pulses() == 0 || counter.peer().printouts().isEmpty()) {
                assertThat(System.nanoTime()).as("in time").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    private Slip slip() {
        var slip = Slip.titled(name());
        for (int i = 0; i < NAMES_PER_SLIP / 3; i++) {
            slip.text(name(), Emphasis.values()[random.nextInt(3)]).columns(name(), name(), Emphasis.BOLD);
        }
        return slip.centred(name())
                .qr("data", name())
                .bars(Barcode.CODE_128, "{C{B~ 17")
                .cut()
                .build();
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> name.append(COMMANDS.get(random.nextInt(COMMANDS.size())));
                case 1 -> name.append((char) random.nextInt(0x20));
                case 2 -> name.append((char) random.nextInt(0x180));
                case 3 -> name.appendCodePoint(random.nextInt(0x110000));
                default -> name.append("ខ្ញុំ Bob ");
            }
        }
        return name.toString();
    }
}
