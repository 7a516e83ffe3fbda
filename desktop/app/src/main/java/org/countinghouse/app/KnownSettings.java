package org.countinghouse.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.app.settings.Setting;
import org.countinghouse.app.settings.Setting.Origin;
import org.countinghouse.app.settings.Setting.Place;
import org.countinghouse.app.shell.Look;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.app.shell.Theme;

/// What a station goes by, gathered from its files and its command line. The code to enrol with is none of it.
final class KnownSettings {
    private final Station station;
    private final Said said;
    private final Look look;
    private final List<String> devices;

    /// @param devices addresses of the command line
    KnownSettings(Station station, Said said, Look look, List<String> devices) {
        this.station = station;
        this.said = said;
        this.look = look;
        this.devices = List.copyOf(devices);
    }

    List<Setting> all(StationFile kept) {
        var all = new ArrayList<Setting>();
        all.addAll(ofTheShop());
        all.addAll(ofTheStation(kept));
        all.addAll(ofTheProgram());
        return List.copyOf(all);
    }

    private List<Setting> ofTheShop() {
        var shop = station.shop();
        return List.of(
                shop("shop", shop.name(), Place.SHOP_FILE),
                shop("address", String.join(", ", shop.address()), Place.SHOP_FILE),
                shop("zone", shop.zone(), Place.SHOP_FILE),
                shop("dayEnds", shop.businessDayEnds(), Place.SHOP_FILE),
                shop("currencies", String.join(", ", shop.currencies()), Place.NEVER),
                shop("floatTarget", sums(shop.floatTarget()), Place.SHOP_FILE),
                shop("safeDropLimit", sums(shop.safeDropLimit()), Place.SHOP_FILE),
                shop("overShortLimit", sums(shop.overShortLimit()), Place.SHOP_FILE),
                shop("account", shop.tenant(), Place.NEVER),
                shop("till", station.till().name(), Place.NEVER),
                shop("station", station.reader().stream().station(), Place.NEVER));
    }

    private List<Setting> ofTheStation(StationFile kept) {
        return List.of(
                new Setting(
                        "theme",
                        look.theme().word(),
                        look.theme() == Theme.LIGHT ? Origin.DEFAULT : Origin.STATION_FILE,
                        Place.HERE),
                layered("language", said.language(), kept.language())
                        .orElseGet(
                                () -> new Setting("language", station.shop().language(), Origin.SHOP_FILE, Place.HERE)),
                layered("cloud", said.cloud(), kept.cloud()).orElseGet(() -> unset("cloud", Place.HERE)),
                layered("backups", said.elsewhere().backups().map(Path::toString), kept.backups())
                        .orElseGet(() -> unset("backups", Place.HERE)),
                layered("mark", said.elsewhere().mark().map(Path::toString), kept.mark())
                        .map(each -> new Setting(each.name(), each.value(), each.origin(), Place.COMMAND_LINE))
                        .orElseGet(() -> unset("mark", Place.COMMAND_LINE)),
                new Setting(
                        "devices",
                        String.join(", ", devices),
                        devices.isEmpty() ? Origin.STATION_FILE : Origin.COMMAND_LINE,
                        Place.DEVICES),
                new Setting(
                        "data", station.data().toAbsolutePath().toString(), Origin.COMMAND_LINE, Place.COMMAND_LINE));
    }

    private static List<Setting> ofTheProgram() {
        return List.of(
                program("version", Version.number()),
                program("java", System.getProperty("java.version", "")),
                program("javafx", System.getProperty("javafx.runtime.version", "")),
                program(
                        "system",
                        System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + " "
                                + System.getProperty("os.arch", "")));
    }

    private static Setting shop(String name, String value, Place place) {
        return new Setting(name, value, value.isEmpty() ? Origin.DEFAULT : Origin.SHOP_FILE, place);
    }

    private static Setting program(String name, String value) {
        return new Setting(name, value, Origin.DEFAULT, Place.PROGRAM);
    }

    private static Setting unset(String name, Place place) {
        return new Setting(name, "", Origin.DEFAULT, place);
    }

    /// The command line before the station's own file. What the command line says is changed there.
    private static Optional<Setting> layered(String name, Optional<String> named, Optional<String> kept) {
        return named.map(value -> new Setting(name, value, Origin.COMMAND_LINE, Place.COMMAND_LINE))
                .or(() -> kept.map(value -> new Setting(name, value, Origin.STATION_FILE, Place.HERE)));
    }

    private static String sums(Map<String, String> byCode) {
        return byCode.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
