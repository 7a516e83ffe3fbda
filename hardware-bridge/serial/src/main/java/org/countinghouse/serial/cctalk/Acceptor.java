package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;

/// A mouth that takes pieces and keeps a log of what it took: the coin acceptor or the bill validator.
///
/// It remembers how far its log was read, so that nothing is counted twice and nothing is passed over.
final class Acceptor {
    private static final int CHANNELS = 16;
    private static final int NAME = 7;
    private static final int WITH_ESCROW = 3;
    private static final int HELD = 1;
    private static final int RETURN = 0;
    private static final int STACK = 1;

    private final Bus bus;
    private final int address;
    private final boolean takesNotes;
    private final Map<Integer, Denomination> channels = new TreeMap<>();
    private int read;

    /// @param told what the address says of channels
    Acceptor(Bus bus, int address, boolean takesNotes, Map<Integer, Denomination> told) {
        this.bus = bus;
        this.address = address;
        this.takesNotes = takesNotes;
        channels.putAll(told);
    }

    int address() {
        return address;
    }

    boolean takesNotes() {
        return takesNotes;
    }

    String name() {
        return takesNotes ? "bill validator" : "coin acceptor";
    }

    /// The name of its counter in a sight.
    String counter() {
        return takesNotes ? "bills.events" : "coins.events";
    }

    Map<Integer, Denomination> channels() {
        return channels;
    }

    /// How far its log was read.
    int read() {
        return read;
    }

    /// Learns who it is and what it takes, and shuts its mouth: nobody counts what it takes now.
    Identity greet(Map<Integer, Integer> sorter) throws IOException {
        ask(Header.SIMPLE_POLL, 0);
        shut();
        var identity = Identity.of(bus, address);
        for (int channel = 1; channel <= CHANNELS; channel++) {
            if (!channels.containsKey(channel) && !learned(channel)) {
                break;
            }
        }
        if (takesNotes) {
            ask(Header.BILL_OPERATING_MODE, 0, WITH_ESCROW);
            // Nobody will take a bill that an older connection left in escrow, so its owner gets it back.
            if (log().newest().stream().limit(1).anyMatch(event -> event.type() > 0 && event.result() == HELD)) {
                giveBack();
            }
        } else {
            for (var path : sorter.entrySet()) {
                ask(Header.SORTER_PATH, 0, path.getKey(), path.getValue());
            }
        }
        read = log().counter();
        return identity;
    }

    EventLog log() throws IOException {
        return EventLog.of(ask(takesNotes ? Header.READ_BILL_EVENTS : Header.READ_COIN_EVENTS, EventLog.LENGTH));
    }

    /// What happened since the last call.
    EventLog.Since news() throws IOException {
        var log = log();
        var since = log.since(read);
        read = log.counter();
        return since;
    }

    /// From now on everything after this counter is news.
    void readFrom(int counter) {
        read = counter;
    }

    /// Opens the mouth for these channels only.
    void open(Collection<Integer> only) throws IOException {
        int mask = 0;
        for (int channel : only) {
            mask |= 1 << channel - 1;
        }
        ask(Header.INHIBIT_MASK, 0, mask & 0xFF, mask >> 8 & 0xFF);
        ask(Header.MASTER_INHIBIT, 0, 1);
    }

    void shut() throws IOException {
        ask(Header.MASTER_INHIBIT, 0, 0);
    }

    /// Sends the bill in escrow to the stacker. The escrow holds one bill, so to say it again changes
    /// nothing; its log tells what became of it.
    void stack() throws IOException {
        bus.say(address, Header.ROUTE_BILL, length -> length <= 1, STACK);
    }

    /// Gives the bill in escrow back.
    void giveBack() throws IOException {
        bus.say(address, Header.ROUTE_BILL, length -> length <= 1, RETURN);
    }

    /// @return whether it answers questions about such a channel at all
    private boolean learned(int channel) throws IOException {
        int header = takesNotes ? Header.REQUEST_BILL_ID : Header.REQUEST_COIN_ID;
        var reply = bus.askOptional(address, header, length -> length > 0 && length <= NAME, channel);
        if (!(reply instanceof Bus.Reply.Answer(var bytes))) {
            return false;
        }
        String name = new String(bytes, StandardCharsets.US_ASCII);
        if (!takesNotes) {
            ChannelNames.coin(name).ifPresent(coin -> channels.put(channel, coin));
            return true;
        }
        var country = ChannelNames.country(name);
        if (country.isPresent()
                && bus.askOptional(
                                address,
                                Header.REQUEST_BILL_SCALING,
                                length -> length == 3,
                                country.get().charAt(0),
                                country.get().charAt(1))
                        instanceof Bus.Reply.Answer(var scaling)) {
            ChannelNames.bill(name, scaling[0] & 0xFF | (scaling[1] & 0xFF) << 8, scaling[2] & 0xFF)
                    .ifPresent(bill -> channels.put(channel, bill));
        }
        return true;
    }

    private byte[] ask(int header, int length, int... data) throws IOException {
        return switch (bus.ask(address, header, each -> each == length, data)) {
            case Bus.Reply.Answer(var answer) -> answer;
            case Bus.Reply.Nak _ -> throw new IOException("the %s refuses command %02X".formatted(name(), header));
        };
    }
}
