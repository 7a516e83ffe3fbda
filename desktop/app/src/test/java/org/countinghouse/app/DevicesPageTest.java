package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.device.DeviceSetup;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// An installer at the window: a printer is added by its address with the keyboard, and tested where it stands.
class DevicesPageTest {
    @TempDir
    Path folder;

    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private PrinterPeer printer;

    @BeforeEach
    void plugIn() throws IOException {
        printer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder.resolve("slips"));
        station.setup = Optional.of(new DeviceSetup(folder, List::of, station.shop.zone()));
    }

    @AfterEach
    void unplug() {
        printer.close();
    }

    @InEnglishAndKhmer
    void aPrinterIsAddedByItsAddressWithTheKeyboardAndTested(Language language) throws IOException {
        var robot = new FxRobot();
        try (var glass = new Glass(station, language)) {
            glass.signIn("bopha");
            glass.await("#sameAsLast");
            glass.go(new Destination.Office(OfficePage.DEVICES), "#devices-table");
            glass.picture("devices-none-" + language.code());
            glass.press("#add");
            glass.until(() ->
                    glass.find("#address") != null && glass.find("#address").isFocused());
            robot.write("tcp");
            glass.until(() -> glass.find("#problem") != null);
            glass.picture("devices-wrong-" + language.code());
            assertThat(Glass.on(() -> glass.find("#register").isDisabled())).isTrue();
            glass.type("#address", printer.address().toString());
            robot.type(KeyCode.ENTER);
            robot.write("slips");
            glass.picture("devices-add-" + language.code());
            robot.type(KeyCode.ENTER);
            glass.until(() -> Files.exists(folder.resolve("devices.txt")));
            assertThat(Files.readString(folder.resolve("devices.txt"))).contains("slips", "printer");
            glass.await("#test");
            glass.until(() -> glass.find("#devices-table").isFocused());
            robot.type(KeyCode.ENTER);
            glass.until(() -> glass.find("#test").isFocused());
            glass.picture("devices-card-" + language.code());
            robot.type(KeyCode.ENTER);
            glass.await("#yes");
            glass.picture("devices-question-" + language.code());
            robot.type(KeyCode.ENTER);
            glass.until(() -> glass.find(".step-passed") != null);
            glass.press("#yes");
            glass.until(() -> glass.find("#again") != null || glass.find("#yes") != null);
            glass.picture("devices-test-" + language.code());
            glass.press("#stop");
            glass.await("#again");
            glass.picture("devices-tested-" + language.code());
        }
    }

    @InEnglishAndKhmer
    void whatIsLookedForIsToldAndCanBeAdded(Language language) {
        try (var glass = new Glass(station, language)) {
            glass.signIn("bopha");
            glass.await("#sameAsLast");
            glass.go(new Destination.Office(OfficePage.DEVICES), "#devices-table");
            glass.press("#find");
            glass.type("#typed", printer.address().toString());
            glass.press("#look");
            glass.until(() -> glass.find("#found .button") != null);
            glass.picture("devices-found-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            glass.press("#found .button");
            glass.await("#register");
        }
    }
}
