package org.countinghouse.simulator;

import java.nio.ByteBuffer;
import org.countinghouse.device.Pieces;

/// Answers the commands of SSP that only ask, as GA138 lays the answers out from protocol version 6 on.
record PayoutAnswers(PayoutMachine machine, String name) {
    /// @param rest what came after the command's code
    byte[] told(int code, ByteBuffer rest) {
        return switch (code) {
            case 0x05 -> machine.isHopper() ? hopperSetup() : payoutSetup();
            case 0x0C ->
                new PayoutWords(PayoutCommands.OK)
                        .big(name.hashCode() & 0x7FFF_FFFF, 4)
                        .bytes();
            case 0x11 -> PayoutCommands.code(PayoutCommands.OK);
            case 0x20 ->
                new PayoutWords(PayoutCommands.OK).text("COUNTHS100000000").bytes();
            case 0x21 -> new PayoutWords(PayoutCommands.OK).text("SIM01001").bytes();
            case 0x22 -> levels();
            case 0x35 -> level(rest);
            case 0x3B ->
                rest.hasRemaining() && rest.get() == 0
                        ? PayoutCommands.code(PayoutCommands.OK)
                        : PayoutCommands.code(PayoutCommands.CANNOT);
            case 0x3C -> new PayoutWords(PayoutCommands.OK).one(0).bytes();
            case 0x53 -> operation();
            case 0x58 -> counters();
            default -> PayoutCommands.code(PayoutCommands.UNKNOWN);
        };
    }

    private byte[] payoutSetup() {
        var channels = machine.channels();
        boolean whole = channels.stream().allMatch(each -> each.minorUnits() % 100 == 0);
        int multiplier = whole ? 100 : 1;
        var setup = new PayoutWords(PayoutCommands.OK)
                .one(0x06)
                .text("0446")
                .text(channels.getFirst().currency())
                .big(multiplier, 3)
                .one(channels.size());
        channels.forEach(each -> setup.one((int) Math.min(255, each.minorUnits() / multiplier)));
        channels.forEach(_ -> setup.one(2));
        setup.big(multiplier, 3).one(machine.version());
        channels.forEach(each -> setup.text(each.currency()));
        channels.forEach(each -> setup.four(each.minorUnits() / multiplier));
        return setup.bytes();
    }

    private byte[] hopperSetup() {
        var channels = machine.channels();
        var setup = new PayoutWords(PayoutCommands.OK)
                .one(0x03)
                .text("0616")
                .text(channels.getFirst().currency())
                .one(machine.version())
                .one(channels.size());
        channels.forEach(each -> setup.two(each.minorUnits()));
        channels.forEach(each -> setup.text(each.currency()));
        return setup.bytes();
    }

    private byte[] levels() {
        var levels = machine.levels();
        var words = new PayoutWords(PayoutCommands.OK).one(machine.channels().size());
        machine.channels()
                .forEach(each ->
                        words.two(levels.count(each)).four(each.minorUnits()).text(each.currency()));
        return words.bytes();
    }

    private byte[] level(ByteBuffer rest) {
        long value = rest.getInt() & 0xFFFF_FFFFL;
        String currency = PayoutCommands.letters(rest);
        return machine.channels().stream()
                .filter(each -> each.minorUnits() == value && each.currency().equals(currency))
                .findFirst()
                .map(each -> new PayoutWords(PayoutCommands.OK)
                        .two(machine.levels().count(each))
                        .bytes())
                .orElse(PayoutCommands.code(PayoutCommands.OUT_OF_RANGE));
    }

    private byte[] operation() {
        Pieces emptied = machine.emptied();
        var words = new PayoutWords(PayoutCommands.OK).one(emptied.counts().size());
        emptied.counts()
                .forEach((each, count) ->
                        words.two(count).four(each.minorUnits()).text(each.currency()));
        return words.four(0).bytes();
    }

    /// A hopper keeps none.
    private byte[] counters() {
        if (machine.isHopper()) {
            return PayoutCommands.code(PayoutCommands.UNKNOWN);
        }
        var counters = machine.counters();
        var words = new PayoutWords(PayoutCommands.OK).one(counters.size());
        counters.forEach(words::four);
        return words.bytes();
    }
}
