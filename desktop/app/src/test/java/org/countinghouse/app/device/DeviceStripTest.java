package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.resources.Texts;

/// The strip of devices at the foot of every screen.
class DeviceStripTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);

    @InEnglishAndKhmer
    void aDrawerThatIsLeftOpenIsToldInWordsThatAreNotCut(Language language) {
        station.devices = List.of(station.devices.getFirst(), drawer(DeviceFault.LEFT_OPEN));
        try (var glass = new Glass(station, language)) {
            glass.signIn("dara");
            glass.await("#sameAsLast");
            String words = Texts.load(language).text("device.state.left-open");
            glass.until(() -> chips(glass).anyMatch(chip -> chip.getText().contains(words)));
            glass.picture("drawer-left-open-" + language.code());
            assertThat(Glass.on(() -> chips(glass)
                            .filter(chip -> chip.getText().contains(words))
                            .allMatch(chip ->
                                    chip.getStyleClass().contains("stopped") && chip.getWidth() >= chip.prefWidth(-1))))
                    .isTrue();
        }
    }

    private static Stream<Label> chips(Glass glass) {
        return glass.shell.scene().getRoot().lookupAll(".strip-item").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast);
    }

    private static DeviceHealth drawer(DeviceFault fault) {
        return new DeviceHealth(
                "Counter drawer",
                DeviceHealth.Kind.DRAWER,
                DeviceHealth.Level.FAULT,
                Optional.of(fault),
                "open for 62 s");
    }
}
