package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.registry.RegistryFile;
import org.countinghouse.wire.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedDevicesTest {
    private static final InstantSource MORNING = InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z"));
    private static final RegisteredDevice PRINTER = device("Printer", "tcp://192.168.1.40:9100");
    private static final RegisteredDevice MOVED = device("Printer", "tcp://192.168.1.41:9100");
    private static final RegisteredDevice OTHER = device("Printer", "tcp://192.168.1.42:9100");
    private static final RegisteredDevice DRAWER =
            new RegisteredDevice("Drawer", Kind.DRAWER, DeviceAddress.of("tcp://192.168.1.40:9100"));

    @TempDir
    Path folder;

    /// The cloud's versions, the first is 1.
    private final List<String> cloud = new ArrayList<>();

    private RegistryFile file;
    private SharedDevices devices;

    @BeforeEach
    void start() {
        file = new RegistryFile(folder.resolve("devices.txt"));
        devices = new SharedDevices(folder, MORNING);
        devices.opened();
    }

    private static RegisteredDevice device(String name, String address) {
        return new RegisteredDevice(name, Kind.PRINTER, DeviceAddress.of(address));
    }

    private Optional<Setting> newest() {
        return cloud.isEmpty() ? Optional.empty() : Optional.of(new Setting("devices", cloud.size(), cloud.getLast()));
    }

    /// What the replicator does, on a network that works.
    private void share() {
        send().ifPresent(devices::accepted);
    }

    /// The same over a network that loses the answer.
    private Optional<Setting> send() {
        return devices.settle(newest()).map(made -> {
            assertThat(made.version()).isEqualTo(cloud.size());
            cloud.add(made.text());
            return new Setting("devices", cloud.size(), made.text());
        });
    }

    private void here(RegisteredDevice... all) throws IOException {
        file.write(new DeviceRegistry(file.read().registry().version() + 1, List.of(all)));
    }

    private void there(RegisteredDevice... all) {
        long version = cloud.isEmpty()
                ? 0
                : DeviceRegistry.read(cloud.getLast()).registry().version();
        cloud.add(new DeviceRegistry(version + 1, List.of(all)).text());
    }

    private List<RegisteredDevice> registered() throws IOException {
        return file.read().registry().devices();
    }

    private List<RegisteredDevice> inTheCloud() {
        return DeviceRegistry.read(cloud.getLast()).registry().devices();
    }

    private List<String> told() throws IOException {
        return new RegisteredDevices(file).cloud();
    }

    @Test
    void aStationsDevicesReachACloudThatHasNone() throws IOException {
        here(PRINTER);
        share();
        assertThat(inTheCloud()).containsExactly(PRINTER);
        share();
        assertThat(cloud).hasSize(1);
        assertThat(told()).containsExactly("cloud       version 1 is agreed");
        assertThat(devices.taken()).isEmpty();
    }

    @Test
    void aComputerWithoutAFileGetsTheCloudsAndTakesNothingOffThere() throws IOException {
        here(PRINTER, DRAWER);
        share();
        Files.delete(file.path());
        share();
        assertThat(registered()).containsExactly(DRAWER, PRINTER);
        assertThat(cloud).hasSize(1);
    }

    @Test
    void whatIsTakenIsToldAndHoldsFromTheNextStart() throws IOException {
        here(PRINTER);
        share();
        there(MOVED, DRAWER);
        share();
        assertThat(registered()).containsExactly(DRAWER, MOVED);
        assertThat(devices.taken()).containsExactlyInAnyOrder("Drawer", "Printer");
        assertThat(told())
                .containsExactly(
                        "cloud       version 2 is agreed",
                        "  2026-03-01T08:00:00Z taken from the cloud: Drawer, Printer."
                                + " It holds from the next start of the station");
        assertThat(Files.readString(folder.resolve("devices.txt.before"))).contains("192.168.1.40");
        start();
        assertThat(told()).containsExactly("cloud       version 2 is agreed");
    }

    @Test
    void changesToDifferentDevicesBothHold() throws IOException {
        here(PRINTER, DRAWER);
        share();
        here(PRINTER);
        there(MOVED, DRAWER);
        share();
        assertThat(registered()).containsExactly(MOVED);
        assertThat(inTheCloud()).containsExactly(MOVED);
        assertThat(told()).noneMatch(line -> line.contains("was changed here and in the cloud"));
    }

    @Test
    void aConflictIsTheCloudsAndIsToldByNameAlsoAfterTheNextStart() throws IOException {
        here(PRINTER);
        share();
        here(MOVED);
        there(OTHER);
        share();
        assertThat(registered()).containsExactly(OTHER);
        assertThat(inTheCloud()).containsExactly(OTHER);
        start();
        assertThat(told())
                .last()
                .asString()
                .contains(
                        "\"Printer\" was changed here and in the cloud",
                        "The cloud's holds: printer at tcp://192.168.1.42:9100",
                        "Here it was: printer at tcp://192.168.1.41:9100");
        var lost = new RegistryFile(folder.resolve("devices.txt.lost")).read();
        assertThat(lost.registry().devices()).containsExactly(MOVED);
    }

    @Test
    void aTextOfTheCloudsThatCannotBeReadIsRefusedWholeAndToldOnce() throws IOException {
        here(PRINTER);
        share();
        cloud.add(cloud.getLast() + "\ndevice Drawer\n  role tray\n  address tcp://192.168.1.40:9100\n");
        share();
        share();
        assertThat(registered()).containsExactly(PRINTER);
        assertThat(cloud).hasSize(2);
        assertThat(told()).hasSize(2).last().asString().contains("version 2 of the cloud cannot be read", "\"tray\"");
        there(PRINTER, DRAWER);
        share();
        assertThat(registered()).containsExactly(DRAWER, PRINTER);
        assertThat(told()).noneMatch(line -> line.contains("cannot be read"));
    }

    @Test
    void aFileThatCannotBeReadIsNeitherSentNorWrittenOver() throws IOException {
        here(PRINTER);
        share();
        var halfDone = Files.readString(file.path()) + "\ndevice Drawer\n  role dra";
        Files.writeString(file.path(), halfDone);
        there(MOVED);
        share();
        assertThat(file.path()).hasContent(halfDone);
        assertThat(cloud).hasSize(2);
        assertThat(told()).anyMatch(line -> line.contains("\"dra\" is not what a device can be"));
    }

    @Test
    void aFileEditedWhileTheStationRunsIsSentAndNotLost() throws IOException {
        here(PRINTER);
        share();
        assertThat(devices.isChanged()).isFalse();
        here(PRINTER, DRAWER);
        assertThat(devices.isChanged()).isTrue();
        assertThat(told()).contains("  not sent yet: Drawer");
        share();
        assertThat(inTheCloud()).containsExactly(DRAWER, PRINTER);
        assertThat(devices.isChanged()).isFalse();
    }

    @Test
    void aLostAnswerFollowedByAnotherChangeIsNoConflict() throws IOException {
        here(PRINTER);
        send();
        here(MOVED);
        share();
        assertThat(registered()).containsExactly(MOVED);
        assertThat(inTheCloud()).containsExactly(MOVED);
        assertThat(told()).noneMatch(line -> line.contains("was changed here and in the cloud"));
    }

    @Test
    void aCloudThatWasPutBackGetsTheStationsDevicesAgain() throws IOException {
        here(PRINTER);
        share();
        here(PRINTER, DRAWER);
        share();
        cloud.removeLast();
        share();
        assertThat(registered()).containsExactly(DRAWER, PRINTER);
        assertThat(inTheCloud()).containsExactly(DRAWER, PRINTER);
        cloud.clear();
        share();
        assertThat(inTheCloud()).containsExactly(DRAWER, PRINTER);
    }

    @Test
    void aDamagedNoteOfWhatWasAgreedLosesNoDevice() throws IOException {
        here(PRINTER);
        share();
        Files.writeString(folder.resolve("devices.txt.agreed"), "version 1 of the cloud\n\u0000");
        here(PRINTER, DRAWER);
        share();
        assertThat(registered()).containsExactly(DRAWER, PRINTER);
        assertThat(inTheCloud()).containsExactly(DRAWER, PRINTER);
    }

    @Test
    void moreDevicesThanAStationCanHaveAreToldAndNothingIsCut() throws IOException {
        here(many("here"));
        there(many("there"));
        share();
        assertThat(registered()).hasSize(150);
        assertThat(cloud).hasSize(1);
        assertThat(told()).anyMatch(line -> line.contains("300 together"));
    }

    @Test
    void aStationThatWasNeverEnrolledHasNothingBesideItsFile() throws IOException {
        here(PRINTER);
        assertThat(told()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file.path());
        }
    }

    private static RegisteredDevice[] many(String name) {
        return IntStream.range(0, 150)
                .mapToObj(i -> device(name + i, "tcp://192.168.1.40:9100"))
                .toArray(RegisteredDevice[]::new);
    }
}
