package org.countinghouse.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;

/// A simulated coin acceptor. After the power came back every coin is inhibited until it is told
/// otherwise.
final class CcTalkCoinAcceptor implements CcTalkSlave {
    static final int ADDRESS = 2;
    private static final int REJECTED = 1;
    private static final int INHIBITED = 2;
    private static final int BLOCKED = 14;

    private final Metal metal;
    private final List<Denomination> coins;
    private final CcTalkLog log = new CcTalkLog();
    private final Map<Integer, Integer> paths = new TreeMap<>();
    private int mask;
    private boolean open = true;

    /// @param coins what it knows, in the order of its channels
    CcTalkCoinAcceptor(Metal metal, List<Denomination> coins) {
        this.metal = metal;
        this.coins = List.copyOf(coins);
    }

    @Override
    public int address() {
        return ADDRESS;
    }

    boolean knows(Denomination coin) {
        return coins.contains(coin);
    }

    synchronized boolean insert(Denomination coin) {
        int channel = coins.indexOf(coin) + 1;
        if (channel == 0) {
            log.add(0, REJECTED);
            return false;
        }
        if (!open || (mask >> channel - 1 & 1) == 0) {
            log.add(0, INHIBITED);
            return false;
        }
        if (!metal.take(coin)) {
            log.add(0, BLOCKED);
            return false;
        }
        log.add(channel, paths.getOrDefault(channel, 1));
        return true;
    }

    @Override
    public synchronized Optional<Say> obey(int header, byte[] data) {
        return switch (header) {
            case 0xFE -> Say.ack();
            case 0xF4 -> Say.text("Coin Acceptor");
            case 0xF1 -> Say.text("SIM-COINS-1");
            case 0xF2 -> Say.bytes(0x4E, 0x46, 0x05);
            case 0xB8 -> name(data);
            case 0xD2 -> {
                if (data.length < 2) {
                    yield Say.nak();
                }
                paths.put(data[0] & 0xFF, data[1] & 0xFF);
                yield Say.ack();
            }
            case 0xE4 -> {
                open = data.length == 1 && (data[0] & 1) == 1;
                yield Say.ack();
            }
            case 0xE5 -> log.told();
            case 0xE7 -> {
                mask = data.length == 2 ? data[0] & 0xFF | (data[1] & 0xFF) << 8 : 0;
                yield Say.ack();
            }
            default -> Optional.empty();
        };
    }

    @Override
    public synchronized void powerUp(boolean memoryLost) {
        mask = 0;
        open = true;
        paths.clear();
        if (memoryLost) {
            log.forget();
        }
    }

    /// An acceptor that has worked before.
    synchronized void worn(int events) {
        for (int i = 0; i < events; i++) {
            log.add(0, REJECTED);
        }
    }

    private Optional<Say> name(byte[] data) {
        int channel = data.length == 1 ? data[0] & 0xFF : 0;
        return channel >= 1 && channel <= coins.size() ? Say.text(CcTalkNames.coin(coins.get(channel - 1))) : Say.nak();
    }
}
