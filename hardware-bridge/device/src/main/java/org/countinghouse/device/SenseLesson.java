package org.countinghouse.device;

import java.time.Duration;

/// Teaches a station which level of the sense wire means open, because drawers are wired either way:
/// somebody shuts the drawer, somebody opens it, and the levels are compared. What was learned is a
/// setting of the address.
///
/// ```java
/// try (var lesson = SenseLesson.at(address, limit)) {
///     lesson.shut();                      // "Shut the drawer and press Next"
///     lesson.kick();                      // or: "Open it with its key and press Next"
///     switch (lesson.open()) { ... }      // Learned(tcp://192.168.1.40:9100?sense=low)
/// }
/// ```
public final class SenseLesson implements AutoCloseable {
    private static final String SETTING = "sense";
    private static final int LOOKS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    private final DeviceAddress address;
    private final CashDrawer drawer;
    private final Runnable end;

    /// Whether the wire is low while the drawer says it is open.
    private final boolean isLowWhenOpen;

    private Level shut = Level.SILENT;

    private SenseLesson(DeviceAddress address, CashDrawer drawer, boolean isLowWhenOpen, Runnable end) {
        this.address = address;
        this.drawer = drawer;
        this.isLowWhenOpen = isLowWhenOpen;
        this.end = end;
    }

    /// What the wire says several times in a row.
    public enum Level {
        HIGH,
        LOW,
        /// It changed while nobody moved the drawer.
        UNSTEADY,
        /// No answer.
        SILENT
    }

    /// What came of it.
    public sealed interface Taught {
        /// @param address the drawer's address with what was learned: `sense=high` or `sense=low`
        record Learned(DeviceAddress address) implements Taught {}

        /// Open and shut look the same: there is no wire. That is a valid drawer.
        ///
        /// @param address the drawer's address with `sense=none`
        record NoWire(DeviceAddress address) implements Taught {}

        /// @param reason in English; the drawer's setting stays as it is
        record NotLearned(String reason) implements Taught {}
    }

    /// @param limit for opening the devices
    /// @throws IllegalArgumentException when no drawer stands at the address: the lesson is for one
    ///     that works
    public static SenseLesson at(DeviceAddress address, Duration limit) {
        // With this setting the drawer's state is the wire's level: open is high.
        var raw = address.with(SETTING, "high");
        if (!(Devices.open(raw, limit) instanceof Devices.Connection.Connected(var devices))) {
            throw new IllegalArgumentException("\"" + address + "\" cannot be opened");
        }
        var drawer = devices.drawer();
        if (drawer.isEmpty()) {
            devices.close();
            throw new IllegalArgumentException("no drawer stands at \"" + address + "\"");
        }
        return new SenseLesson(address, drawer.get(), false, devices::close);
    }

    /// The same with devices that are open already, as those of a station that sells: their cable is not opened a
    /// second
    /// time, and they stay open.
    ///
    /// @throws IllegalArgumentException when no drawer stands there, or it was opened as one without a wire
    public static SenseLesson over(Devices open) {
        var address = open.address();
        var drawer = open.drawer()
                .orElseThrow(() -> new IllegalArgumentException("no drawer stands at \"" + address + "\""));
        var setting = address.option(SETTING).orElse("high");
        if (setting.equals("none")) {
            throw new IllegalArgumentException("\"" + address + "\" was opened as a drawer without a wire");
        }
        return new SenseLesson(address, drawer, setting.equals("low"), () -> {});
    }

    /// Somebody said that the drawer is shut: looks at the wire.
    public Level shut() {
        shut = level();
        return shut;
    }

    /// Gives a pulse, for somebody who has no key at hand.
    public void kick() {
        drawer.open();
    }

    /// Somebody said that the drawer is open: looks again and compares.
    public Taught open() {
        var open = level();
        if (shut == Level.SILENT || open == Level.SILENT) {
            return new Taught.NotLearned("the printer does not answer");
        }
        if (shut == Level.UNSTEADY || open == Level.UNSTEADY) {
            return new Taught.NotLearned("the sense wire changes while nobody moves the drawer");
        }
        return shut == open
                ? new Taught.NoWire(address.with(SETTING, "none"))
                : new Taught.Learned(address.with(SETTING, open == Level.HIGH ? "high" : "low"));
    }

    @Override
    public void close() {
        end.run();
    }

    private Level level() {
        Level level = look();
        for (int i = 1; i < LOOKS && level != Level.SILENT; i++) {
            pause();
            var again = look();
            if (again != level) {
                return again == Level.SILENT ? again : Level.UNSTEADY;
            }
        }
        return level;
    }

    private Level look() {
        return switch (drawer.state()) {
            case OPEN -> isLowWhenOpen ? Level.LOW : Level.HIGH;
            case SHUT -> isLowWhenOpen ? Level.HIGH : Level.LOW;
            case UNKNOWN -> Level.SILENT;
        };
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
