package org.countinghouse.device.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.device.registry.RegistryMerge.Merged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryMergeTest {
    /// One device of four forms; `-` is none. Who holds, and what is told.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # agreed | station | cloud | holds | told
              -      | -       | -     | -     | nothing
              -      | A       | -     | A     | sent
              -      | -       | A     | A     | taken
              -      | A       | A     | A     | nothing
              -      | A       | B     | B     | conflict
              A      | A       | A     | A     | nothing
              A      | A       | -     | -     | taken
              A      | -       | A     | -     | sent
              A      | -       | -     | -     | nothing
              A      | B       | A     | B     | sent
              A      | A       | B     | B     | taken
              A      | B       | B     | B     | nothing
              A      | B       | C     | C     | conflict
              A      | B       | -     | -     | conflict
              A      | -       | B     | B     | conflict
            """)
    void whoeverChangedItIsHeardAndTheCloudHoldsWhereBothDid(
            String agreed, String station, String cloud, String holds, String told) {
        var merged = merged(registry(agreed), registry(station), registry(cloud));
        assertThat(merged.registry().device("X")).isEqualTo(form(holds));
        assertThat(merged.sent()).isEqualTo(told.equals("sent") ? List.of("X") : List.of());
        assertThat(merged.taken())
                .isEqualTo(told.equals("taken") || told.equals("conflict") ? List.of("X") : List.of());
        assertThat(merged.conflicts())
                .isEqualTo(
                        told.equals("conflict")
                                ? List.of(new RegistryMerge.Conflict("X", form(station), form(cloud)))
                                : List.of());
    }

    @Test
    void whereNothingIsTakenTheStationsOwnVersionStays() {
        var station = new DeviceRegistry(7, List.of(device("X", "A")));
        assertThat(merged(DeviceRegistry.EMPTY, station, DeviceRegistry.EMPTY).registry())
                .isSameAs(station);
    }

    @Test
    void aVersionNeverHasTwoTexts() {
        var station = new DeviceRegistry(7, List.of(device("X", "A")));
        var cloud = new DeviceRegistry(7, List.of(device("X", "B")));
        assertThat(merged(station, station, cloud).registry().version()).isEqualTo(8);
        var later = new DeviceRegistry(12, cloud.devices());
        assertThat(merged(station, station, later).registry()).isEqualTo(later);
        var both = merged(DeviceRegistry.EMPTY, station, new DeviceRegistry(12, List.of(device("Y", "A"))));
        assertThat(both.registry().version()).isEqualTo(13);
    }

    @Test
    void theLargestVersionStillCanBeReadBack() {
        var station = new DeviceRegistry(DeviceRegistry.LAST_VERSION, List.of(device("X", "A")));
        var merged = merged(DeviceRegistry.EMPTY, station, new DeviceRegistry(1, List.of(device("Y", "A"))));
        assertThat(DeviceRegistry.read(merged.registry().text()).problems()).isEmpty();
    }

    @Test
    void moreThanAStationCanHaveIsToldAndNotCut() {
        assertThat(RegistryMerge.of(DeviceRegistry.EMPTY, many("a", 150), many("b", 51)))
                .isEqualTo(new RegistryMerge.TooMany(201));
        assertThat(RegistryMerge.of(DeviceRegistry.EMPTY, many("a", 150), many("b", 50)))
                .isInstanceOf(Merged.class);
    }

    @Property(tries = 2_000)
    void everyDeviceEndsAsItsTableSaysAndAMergeSettlesIt(
            @ForAll("registries") DeviceRegistry agreed,
            @ForAll("registries") DeviceRegistry station,
            @ForAll("registries") DeviceRegistry cloud) {
        var merged = merged(agreed, station, cloud);
        assertThat(faults(agreed, station, cloud, merged)).isEmpty();
        // What was sent is what the cloud has then: nothing is left to do on either side.
        var again = merged(merged.registry(), merged.registry(), merged.registry());
        assertThat(again.registry()).isEqualTo(merged.registry());
        // Sent over an answer that was lost, it is settled by the same rules again and comes out the same.
        var repeated = merged(cloud, merged.registry(), cloud);
        assertThat(repeated.registry()).isEqualTo(merged.registry());
        assertThat(repeated.conflicts()).isEmpty();
    }

    @Test
    void aMergeThatForgetsWhatWasAgreedIsCaughtByTheseClaims() {
        // The negative control: without the agreed text an addition and a removal look the same.
        var agreed = registry("A");
        var station = registry("-");
        var cloud = registry("A");
        var forgetful = merged(DeviceRegistry.EMPTY, station, cloud);
        assertThat(faults(agreed, station, cloud, forgetful)).contains("X was changed at the station only");
        var overwriting = new Merged(station, List.of(), List.of("X"), List.of());
        assertThat(faults(registry("A"), station, registry("B"), overwriting))
                .contains("X was changed on both sides, and the cloud's does not hold")
                .contains("X was changed on both sides in silence");
    }

    /// What the table says, said another way.
    private static List<String> faults(
            DeviceRegistry agreed, DeviceRegistry station, DeviceRegistry cloud, Merged merged) {
        var faults = new ArrayList<String>();
        var names = new TreeSet<String>();
        for (var each : List.of(agreed, station, cloud, merged.registry())) {
            each.devices().forEach(device -> names.add(device.name()));
        }
        for (String name : names) {
            var result = merged.registry().device(name);
            boolean changedHere = !station.device(name).equals(agreed.device(name));
            boolean changedThere = !cloud.device(name).equals(agreed.device(name));
            boolean differ = !station.device(name).equals(cloud.device(name));
            boolean told =
                    merged.conflicts().stream().anyMatch(each -> each.name().equals(name));
            if (changedHere && !changedThere && !result.equals(station.device(name))) {
                faults.add(name + " was changed at the station only");
            }
            if (changedThere && !changedHere && !result.equals(cloud.device(name))) {
                faults.add(name + " was changed in the cloud only");
            }
            if (!changedHere && !changedThere && !result.equals(agreed.device(name))) {
                faults.add(name + " was changed by nobody");
            }
            if (changedHere && changedThere && !result.equals(cloud.device(name))) {
                faults.add(name + " was changed on both sides, and the cloud's does not hold");
            }
            if ((changedHere && changedThere && differ) != told) {
                faults.add(name + (told ? " is no conflict" : " was changed on both sides in silence"));
            }
        }
        return faults;
    }

    @Provide
    Arbitrary<DeviceRegistry> registries() {
        var forms = Arbitraries.maps(Arbitraries.of("X", "Y", "Z", "W"), Arbitraries.of("A", "B", "C"));
        return forms.flatMap(map -> Arbitraries.longs()
                .between(0, 5)
                .map(version -> new DeviceRegistry(
                        version,
                        map.entrySet().stream()
                                .map(each -> device(each.getKey(), each.getValue()))
                                .toList())));
    }

    private static Merged merged(DeviceRegistry agreed, DeviceRegistry station, DeviceRegistry cloud) {
        return (Merged) RegistryMerge.of(agreed, station, cloud);
    }

    private static DeviceRegistry registry(String form) {
        return new DeviceRegistry(1, form(form).stream().toList());
    }

    private static Optional<RegisteredDevice> form(String form) {
        return form.equals("-") ? Optional.empty() : Optional.of(device("X", form));
    }

    private static RegisteredDevice device(String name, String form) {
        return new RegisteredDevice(name, Kind.PRINTER, DeviceAddress.of("javapos:" + form));
    }

    private static DeviceRegistry many(String first, int count) {
        return new DeviceRegistry(
                1,
                IntStream.range(0, count).mapToObj(i -> device(first + i, "A")).toList());
    }
}
