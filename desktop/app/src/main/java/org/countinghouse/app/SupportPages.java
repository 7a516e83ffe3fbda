package org.countinghouse.app;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.countinghouse.app.settings.Setting;
import org.countinghouse.app.support.SupportBundle.Page;
import org.countinghouse.device.DeviceHealth;

/// What a station writes about itself for whoever helps from afar, in English.
final class SupportPages {
    private final Station station;
    private final Supplier<List<Setting>> settings;
    private final Supplier<List<DeviceHealth>> devices;

    SupportPages(Station station, Supplier<List<Setting>> settings, Supplier<List<DeviceHealth>> devices) {
        this.station = station;
        this.settings = settings;
        this.devices = devices;
    }

    List<Page> all() {
        return List.of(
                new Page("about.txt", about()),
                new Page("settings.txt", settings()),
                new Page("devices.txt", devices()),
                new Page("ledger.txt", ledger()));
    }

    private String about() {
        return "Countinghouse " + Version.number() + "\nJava " + System.getProperty("java.vm.version", "") + "\n"
                + System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + " "
                + System.getProperty("os.arch", "") + "\nwritten "
                + station.clock().instant() + "\n\nLeft out on purpose: receipts, counts, names of people, PINs, keys,"
                + " enrolment codes, and whatever looks like one in a log.\n";
    }

    /// What identifies the shop helps nobody who looks for a fault.
    private String settings() {
        return settings.get().stream()
                .filter(each -> !each.name().equals("address"))
                .map(each -> each.name() + " = " + each.value() + " ("
                        + each.origin().name().toLowerCase(Locale.ROOT) + ")\n")
                .collect(Collectors.joining());
    }

    private String devices() {
        var all = devices.get();
        return all.isEmpty()
                ? "no devices\n"
                : all.stream()
                        .map(each -> each.name() + ", " + each.kind() + ": " + each.level() + ", "
                                + each.fault().map(Object::toString).orElse("no fault") + ", " + each.detail() + "\n")
                        .collect(Collectors.joining());
    }

    private String ledger() {
        long last = station.reader().lastSequence();
        var state = station.backups();
        return "entries " + last + "\nhead "
                + station.reader().hash(last).map(hash -> hash.shortHex()).orElse("none") + "\ntrusted "
                + station.desk()
                        .doubt()
                        .map(doubt -> "no, " + doubt.fault().word() + " at entry " + doubt.sequence())
                        .orElse("yes")
                + "\nnewest backup " + state.newest().map(Object::toString).orElse("none") + "\nbackup trouble "
                + state.trouble().orElse("none") + "\nmark trouble "
                + state.markTrouble().orElse("none") + "\n";
    }
}
