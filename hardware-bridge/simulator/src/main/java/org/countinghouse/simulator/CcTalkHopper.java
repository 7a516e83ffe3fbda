package org.countinghouse.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.Deadline;

/// A simulated hopper (Suzohapp Flow manual): it pays a coin every so often, on a thread of its own.
/// Its counters are in a memory that outlives the power. Its cipher is switched off: it asks for eight
/// bytes, or for its serial number. It counts a command it refuses, too, and leaves the figures of the
/// command before.
final class CcTalkHopper implements CcTalkSlave {
    private static final int FIRST_SERIAL = 0x0AD7DF;
    private static final int FIRST_ADDRESS = 3;
    private static final int LOW_BELOW = 5;
    private static final int FULL_FROM = 200;
    private static final int ENABLE = 0xA5;
    private static final int TIMED_OUT = 1 << 1;
    private static final int BLOCKED = 1 << 5;
    private static final int POWERED_UP = 1 << 6;
    private static final int DISABLED = 1 << 7;
    private static final int KEY = 8;
    private static final int LIFE_WRAPS = 0xFF_FFFF;

    private final int address;
    private final Denomination coin;
    private final Metal metal;
    private final CcTalkBench bench;
    private final int serial;
    private int events;
    private int remaining;
    private int paid;
    private int unpaid;
    private int everPaid;
    private boolean enabled;
    private boolean keyGiven;
    private boolean timedOut;
    private boolean poweredUp;
    private boolean powerFailsNext;
    private boolean memoryFailsToo;
    private int run;

    CcTalkHopper(int address, Denomination coin, Metal metal, CcTalkBench bench) {
        this.address = address;
        this.coin = coin;
        this.metal = metal;
        this.bench = bench;
        serial = FIRST_SERIAL + address - FIRST_ADDRESS;
    }

    @Override
    public int address() {
        return address;
    }

    Denomination coin() {
        return coin;
    }

    @Override
    public synchronized Optional<Say> obey(int header, byte[] data) {
        return switch (header) {
            case 0xFE -> Say.ack();
            case 0xF4 -> Say.text("Payout");
            case 0xF1 -> Say.text("SIM-HOPPER-1");
            case 0xF2 -> Say.bytes(serial & 0xFF, serial >> 8 & 0xFF, serial >> 16);
            case 0xA0 -> {
                keyGiven = true;
                yield Say.bytes(0xB9, 0xFE, 0x5F, 0xAC, 0x75, 0x0A, 0x7B, 0x98);
            }
            case 0xA1 -> data.length == KEY ? Say.ack() : Say.nak();
            case 0xA3 -> Say.bytes(register(), 0);
            case 0xA4 -> {
                enabled = data.length == 1 && (data[0] & 0xFF) == ENABLE;
                yield Say.ack();
            }
            case 0xA6 -> Say.bytes(events, remaining, paid, unpaid);
            case 0xA7 -> dispense(data);
            case 0xA8 ->
                bench.ways().countsForever()
                        ? Say.bytes(everPaid & 0xFF, everPaid >> 8 & 0xFF, everPaid >> 16)
                        : Optional.empty();
            case 0xAC -> {
                stop();
                yield Say.bytes(unpaid);
            }
            case 0xEC -> Say.bytes(level());
            default -> Optional.empty();
        };
    }

    /// As if another host had sent the command.
    synchronized void payOneForAnother() {
        if (remaining == 0) {
            start(1);
        }
    }

    /// The power fails when the first coin of the next payout is out.
    synchronized void powerFailsNext(boolean memoryToo) {
        powerFailsNext = true;
        memoryFailsToo = memoryToo;
    }

    @Override
    public synchronized void powerUp(boolean memoryLost) {
        stop();
        enabled = false;
        keyGiven = false;
        timedOut = false;
        poweredUp = true;
        if (memoryLost) {
            events = 0;
            paid = 0;
            unpaid = 0;
            everPaid = 0;
        }
    }

    /// Somebody looked into it.
    synchronized void cleared() {
        timedOut = false;
    }

    /// The counter and the life count of a hopper that has worked before.
    synchronized void worn(int events, int everPaid) {
        this.events = events;
        this.everPaid = everPaid;
    }

    private Optional<Say> dispense(byte[] data) {
        int coins = data.length == 0 ? 0 : data[data.length - 1] & 0xFF;
        boolean knowsMe = isSerial(data) || keyGiven && data.length == KEY + 1;
        keyGiven = false;
        if (!knowsMe || coins == 0 || !enabled || remaining > 0 || metal.isJammed()) {
            count();
            return Say.nak();
        }
        start(coins);
        return Say.bytes(events);
    }

    private boolean isSerial(byte[] data) {
        byte[] mine = {(byte) serial, (byte) (serial >> 8), (byte) (serial >> 16)};
        return data.length == mine.length + 1 && Arrays.equals(Arrays.copyOf(data, mine.length), mine);
    }

    private void start(int coins) {
        count();
        remaining = coins;
        paid = 0;
        unpaid = 0;
        timedOut = false;
        poweredUp = false;
        int mine = ++run;
        Thread.ofPlatform().name("hopper " + address).daemon().start(() -> turn(mine));
    }

    private void count() {
        events = events == 255 ? 1 : events + 1;
    }

    /// Whatever is not paid yet will not be.
    private void stop() {
        run++;
        if (remaining > 0) {
            unpaid = remaining;
            remaining = 0;
        }
        notifyAll();
    }

    private void turn(int mine) {
        while (paysAnother(mine)) {
            bench.changed();
        }
        bench.changed();
    }

    private boolean paysAnother(int mine) {
        boolean fails;
        synchronized (this) {
            awaitPiece(bench.pieceEvery(), mine);
            if (run != mine) {
                return false;
            }
            switch (metal.pay(coin)) {
                case OUT -> {
                    remaining--;
                    paid++;
                    everPaid = everPaid + 1 & LIFE_WRAPS;
                }
                case REJECTED -> {
                    // It fell aside without passing the sensor; the motor goes on turning.
                }
                case EMPTY -> {
                    timedOut = true;
                    stop();
                }
                case JAMMED -> stop();
            }
            fails = powerFailsNext && paid > 0;
            if (!fails) {
                return remaining > 0;
            }
            powerFailsNext = false;
        }
        // The power fails for the whole bus, and nobody may wait for this hopper meanwhile.
        bench.powerFails(memoryFailsToo);
        return false;
    }

    private void awaitPiece(Duration time, int mine) {
        var deadline = Deadline.in(time);
        while (run == mine && !deadline.isOver()) {
            try {
                wait(deadline.millisLeft() + 1);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                run++;
            }
        }
    }

    private int register() {
        return (timedOut ? TIMED_OUT : 0)
                | (metal.isJammed() ? BLOCKED : 0)
                | (poweredUp ? POWERED_UP : 0)
                | (enabled ? 0 : DISABLED);
    }

    private int level() {
        int coins = metal.in(Place.RECYCLER).count(coin);
        return (coins < LOW_BELOW ? 1 : 0) | (coins < FULL_FROM ? 2 : 0);
    }
}
