package org.countinghouse.serial.cctalk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;

/// What stands on one bus, as its address tells:
///
/// | setting | meaning |
/// |---|---|
/// | `hoppers=3:USD25,4:USD100` | each hopper's address and coin, in minor units; paid in this order |
/// | `coins=2` | the coin acceptor's address |
/// | `bills=40` | the bill validator's address |
/// | `coin-1=USD25`, `bill-3=KHR1000` | what an acceptor's channel is, where its name does not tell |
/// | `sorter=1:2,2:3` | which coin channel goes down which sorter path |
/// | `checksum=8` or `crc`, `checksum-40=crc` | the whole bus, or one device; 8 when nothing is said |
/// | `echo=yes` or `no` | `yes`: our own bytes must come back; an echo is passed over either way |
/// | `dispense=serial` or `open` | what opens a hopper: its serial number, or anything (no cipher) |
/// | `reply=200`, `poll=100`, `settle=800` | milliseconds, see [Timings] |
///
/// @param coins the coin acceptor's address, if there is one
/// @param bills the bill validator's address, if there is one
/// @param sorter the sorter path of a coin channel
/// @param checksums of devices that do not speak the bus's own
record CcTalkSettings(
        List<HopperAt> hoppers,
        Optional<Integer> coins,
        Optional<Integer> bills,
        Map<Integer, Denomination> coinChannels,
        Map<Integer, Denomination> billChannels,
        Map<Integer, Integer> sorter,
        Checksum checksum,
        Map<Integer, Checksum> checksums,
        Echo echo,
        Opening dispense,
        Timings timings) {
    private static final int MOST_HOPPERS = 16;
    private static final int MOST_MILLIS = 10_000;
    private static final List<String> OF_THE_CABLE = List.of("baud", "parity", "stop", "flow");

    CcTalkSettings {
        hoppers = List.copyOf(hoppers);
        coinChannels = Map.copyOf(coinChannels);
        billChannels = Map.copyOf(billChannels);
        sorter = Map.copyOf(sorter);
        checksums = Map.copyOf(checksums);
    }

    /// A hopper and the one coin it holds.
    record HopperAt(int address, Denomination coin) {}

    enum Echo {
        YES,
        NO
    }

    /// What a dispense command must carry so that a hopper obeys it.
    enum Opening {
        /// Its 3-byte serial number.
        SERIAL_NUMBER,
        /// Eight bytes that nobody checks: a hopper whose cipher is switched off.
        ANYTHING
    }

    /// @throws IllegalArgumentException saying what to type instead
    static CcTalkSettings of(DeviceAddress address) {
        var settings = new Reader(address).read();
        if (settings.hoppers.isEmpty() && settings.coins.isEmpty() && settings.bills.isEmpty()) {
            throw new IllegalArgumentException("nothing stands on this bus; type what does,"
                    + " such as hoppers=3:USD25,4:USD100&coins=2&bills=40");
        }
        return settings;
    }

    Checksum checksum(int device) {
        return checksums.getOrDefault(device, checksum);
    }

    /// Takes an address apart, setting by setting.
    private static final class Reader {
        private final DeviceAddress address;
        private final Map<Integer, String> taken = new TreeMap<>();
        private final Map<Integer, Denomination> coinChannels = new HashMap<>();
        private final Map<Integer, Denomination> billChannels = new HashMap<>();
        private final Map<Integer, Checksum> checksums = new HashMap<>();

        Reader(DeviceAddress address) {
            this.address = address;
        }

        CcTalkSettings read() {
            var hoppers = pairs("hoppers", "3:USD25,4:USD100").stream()
                    .map(pair -> new HopperAt(device("hoppers", pair[0]), denomination("hoppers", pair[1])))
                    .toList();
            if (hoppers.size() > MOST_HOPPERS) {
                throw wrong("hoppers", "at most " + MOST_HOPPERS + " of them");
            }
            var coins = address.option("coins").map(text -> device("coins", text));
            var bills = address.option("bills").map(text -> device("bills", text));
            var sorter = new HashMap<Integer, Integer>();
            pairs("sorter", "1:2,2:3")
                    .forEach(pair -> sorter.put(number("sorter", pair[0], 16), number("sorter", pair[1], 8)));
            var checksum = checksum("checksum");
            var echo = oneOf("echo", Map.of("yes", Echo.YES, "no", Echo.NO), Echo.NO, "yes or no");
            address.options().keySet().forEach(this::readChannel);
            return new CcTalkSettings(
                    hoppers,
                    coins,
                    bills,
                    coinChannels,
                    billChannels,
                    sorter,
                    checksum,
                    checksums,
                    echo,
                    opening(),
                    timings());
        }

        private Opening opening() {
            if (address.option("dispense").filter("cipher"::equals).isPresent()) {
                throw wrong(
                        "dispense",
                        "serial: the hoppers' cipher is told by their makers under a promise of silence only. Set"
                                + " the hopper's switch to serial number, or let the maker's JavaPOS service drive it");
            }
            return oneOf(
                    "dispense",
                    Map.of("serial", Opening.SERIAL_NUMBER, "open", Opening.ANYTHING),
                    Opening.SERIAL_NUMBER,
                    "serial or open");
        }

        private Timings timings() {
            var usual = Timings.USUAL;
            return usual.withReply(millis("reply", usual.reply()))
                    .withPoll(millis("poll", usual.poll()))
                    .withSettle(millis("settle", usual.settle()));
        }

        private void readChannel(String name) {
            if (name.matches("coin-[0-9]{1,3}")) {
                coinChannels.put(number(name, name.substring(5), 16), denomination(name, option(name)));
            } else if (name.matches("bill-[0-9]{1,3}")) {
                billChannels.put(number(name, name.substring(5), 16), denomination(name, option(name)));
            } else if (name.matches("checksum-[0-9]{1,3}")) {
                checksums.put(number(name, name.substring(9), 255), checksum(name));
            } else if (!KNOWN.contains(name) && !OF_THE_CABLE.contains(name)) {
                throw new IllegalArgumentException("\"" + name + "\" is no setting of a ccTalk bus; there are "
                        + String.join(", ", KNOWN) + ", coin-1, bill-1, checksum-40");
            }
        }

        private Checksum checksum(String name) {
            return oneOf(name, Map.of("8", Checksum.EIGHT_BIT, "crc", Checksum.CRC), Checksum.EIGHT_BIT, "8 or crc");
        }

        private List<String[]> pairs(String name, String example) {
            return address.option(name).stream()
                    .flatMap(text -> List.of(text.split(",", -1)).stream())
                    .map(pair -> {
                        String[] sides = pair.split(":", -1);
                        if (sides.length != 2) {
                            throw wrong(name, example);
                        }
                        return sides;
                    })
                    .toList();
        }

        /// An address of a device, which nothing else on this bus has: 0 is everybody, 1 is the host.
        private int device(String name, String text) {
            int device = number(name, text, 255);
            if (device < 2) {
                throw wrong(name, "an address from 2 to 255");
            }
            String other = taken.putIfAbsent(device, name);
            if (other != null) {
                throw new IllegalArgumentException("address " + device + " is given twice, in " + other + "= and "
                        + name + "=; every device on the bus has its own");
            }
            return device;
        }

        private int number(String name, String text, int most) {
            if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
                throw wrong(name, "a number from 1 to " + most + " instead of \"" + text + "\"");
            }
            return Integer.parseInt(text);
        }

        private Denomination denomination(String name, String text) {
            if (!text.matches("[A-Z]{3}[1-9][0-9]{0,11}")) {
                throw wrong(
                        name, "a currency and minor units, such as USD25 for a quarter, instead of \"" + text + "\"");
            }
            return new Denomination(text.substring(0, 3), Long.parseLong(text.substring(3)));
        }

        private Duration millis(String name, Duration usual) {
            return address.option(name)
                    .map(text -> {
                        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST_MILLIS) {
                            throw wrong(name, "milliseconds from 1 to " + MOST_MILLIS);
                        }
                        return Duration.ofMillis(Integer.parseInt(text));
                    })
                    .orElse(usual);
        }

        private <T> T oneOf(String name, Map<String, T> choices, T usual, String words) {
            return address.option(name)
                    .map(text -> Optional.ofNullable(choices.get(text)).orElseThrow(() -> wrong(name, words)))
                    .orElse(usual);
        }

        private String option(String name) {
            return address.option(name).orElse("");
        }

        private IllegalArgumentException wrong(String name, String instead) {
            return new IllegalArgumentException(name + "=" + option(name) + " cannot be; type " + name + "=" + instead);
        }
    }

    private static final List<String> KNOWN =
            List.of("hoppers", "coins", "bills", "sorter", "checksum", "echo", "dispense", "reply", "poll", "settle");
}
