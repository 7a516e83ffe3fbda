package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a printer tells by itself, over its own protocol.
class UnaskedTest {
    private static final int LIMIT_MILLIS = 2000;

    private final LinkedBlockingQueue<DrawerState> told = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @Test
    void theDrawerIsToldOpenAndShutWithoutBeingAsked() throws Exception {
        try (var counter = Counter.reachedBy("", folder, "?asb=yes")) {
            counter.drawer().whenTold(told::add);
            assertThat(counter.printer().state()).isEqualTo(PrinterState.READY);
            assertThat(next()).isEqualTo(DrawerState.SHUT);

            counter.peer().turnDrawerKey();
            assertThat(next()).isEqualTo(DrawerState.OPEN);
            counter.peer().pushDrawerShut();
            assertThat(next()).isEqualTo(DrawerState.SHUT);

            assertThat(counter.drawer().open()).isEqualTo(new Opening.Opened());
            assertThat(next()).isEqualTo(DrawerState.OPEN);
        }
    }

    @Test
    void slipsArePrintedAndFaultsAreToldAllTheSame() throws IOException {
        try (var counter = Counter.reachedBy("", folder, "?asb=yes")) {
            assertThat(counter.printer().print(TheWholeWayTest.zSlip())).isEqualTo(new Printing.Printed());
            counter.peer().play(Scene.COVER_OPEN);
            assertThat(counter.printer().print(TheWholeWayTest.zSlip())).isEqualTo(new Printing.CoverOpen());
            counter.peer().play(Scene.COVER_SHUT);
            counter.peer().paperEndsAfter(3);
            assertThat(counter.printer().print(TheWholeWayTest.zSlip())).isEqualTo(new Printing.PaperOut());
        }
    }

    @Test
    void aPrinterThatWasNotToldToStaysSilent() throws Exception {
        try (var counter = Counter.reachedBy("", folder)) {
            counter.drawer().whenTold(told::add);
            assertThat(counter.printer().state()).isEqualTo(PrinterState.READY);
            counter.peer().turnDrawerKey();
            assertThat(counter.drawer().state()).isEqualTo(DrawerState.OPEN);
            assertThat(told).isEmpty();
        }
    }

    private DrawerState next() throws InterruptedException {
        return told.poll(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
