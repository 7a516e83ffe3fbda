package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Random;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscPosReaderTest {
    @TempDir
    Path folder;

    @Test
    void anyBytesAtAllAreSurvived() throws IOException {
        try (var counter = Counter.reachedBy("", folder)) {
            // What only the first slip needs is loaded by now: on a busy computer that takes longer than an answer may.
            counter.printer().print(Slip.titled("before").text("warm").cut().build());
            int port = Integer.parseInt(counter.peer().address().target().split(":")[1]);
            var random = new Random(17);
            for (int round = 0; round < 40; round++) {
                try (var socket = new Socket("127.0.0.1", port)) {
                    var bytes = new byte[random.nextInt(4000)];
                    random.nextBytes(bytes);
                    socket.getOutputStream().write(bytes);
                }
            }
            counter.peer().play(Scene.UNPLUGGED);
            counter.peer().play(Scene.PLUGGED_IN);
            var slip = Slip.titled("after").text("still here").cut().build();
            assertThat(counter.printer().print(slip)).isEqualTo(new Printing.Printed());
            assertThat(counter.lastText()).contains("still here");
        }
    }

    /// Found while fuzzing was set up: three bytes fed 255 lines, and a thousand times three bytes
    /// filled the memory.
    @Test
    void thePaperHasAnEndHoweverMuchIsFed() {
        var head = new PrintHead();
        for (int i = 0; i < 1000; i++) {
            head.feedLines(255);
        }
        head.picture(1, new byte[1 << 20]);
        head.qr("x", 16);

        assertThat(head.cut().image().getHeight()).isLessThan(Paper.LONGEST + 3000);
        head.letter('A');
        assertThat(head.cut().text()).isEqualTo("A\n");
    }

    /// Found by fuzzing: a QR code that says ESC a c.
    @Test
    void whatACodeSaysIsNoCommandOnPaper() {
        var head = new PrintHead();
        head.qr("\u001Bac", 4);

        assertThat(head.cut().text()).contains("[QR ¿ac]");
    }

    @Test
    void aDrawerWiredTheOtherWayRoundIsASetting() throws IOException {
        try (var counter = Counter.reachedBy("", folder, "?sense=low")) {
            assertThat(counter.drawer().state()).isEqualTo(DrawerState.OPEN);
        }
        try (var counter = Counter.reachedBy("", folder, "?sense=none")) {
            assertThat(counter.drawer().state()).isEqualTo(DrawerState.UNKNOWN);
            assertThat(counter.drawer().tellsState()).isFalse();
            assertThat(counter.devices().health())
                    .extracting(DeviceHealth::level)
                    .containsOnly(DeviceHealth.Level.WELL);
        }
    }
}
