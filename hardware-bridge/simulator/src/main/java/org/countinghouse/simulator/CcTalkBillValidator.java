package org.countinghouse.simulator;

import java.util.List;
import java.util.Optional;
import org.countinghouse.device.Denomination;
import org.jspecify.annotations.Nullable;

/// A simulated bill validator with an escrow for one bill and a stacker. When the power fails, the bill
/// in escrow comes back out.
final class CcTalkBillValidator implements CcTalkSlave {
    static final int ADDRESS = 40;
    private static final int STACKED = 0;
    private static final int HELD = 1;
    private static final int RETURNED = 1;
    private static final int INVALID = 2;
    private static final int INHIBITED = 4;
    private static final int JAMMED_IN_STACKER = 7;
    private static final int ESCROW_EMPTY = 254;
    private static final int USES_ESCROW = 2;

    private final Metal stacker;
    private final List<Denomination> bills;
    private final CcTalkLog log = new CcTalkLog();
    private int mask;
    private int mode;
    private boolean open;
    private @Nullable Denomination escrow;

    /// @param bills what it knows, in the order of its channels
    CcTalkBillValidator(Metal stacker, List<Denomination> bills) {
        this.stacker = stacker;
        this.bills = List.copyOf(bills);
    }

    @Override
    public int address() {
        return ADDRESS;
    }

    boolean knows(Denomination bill) {
        return bills.contains(bill);
    }

    synchronized boolean insert(Denomination bill) {
        int channel = bills.indexOf(bill) + 1;
        if (channel == 0) {
            log.add(0, INVALID);
            return false;
        }
        if (!open || (mask >> channel - 1 & 1) == 0 || escrow != null || stacker.isJammed()) {
            log.add(0, INHIBITED);
            return false;
        }
        escrow = bill;
        if ((mode & USES_ESCROW) == 0) {
            stack();
        } else {
            log.add(channel, HELD);
        }
        return true;
    }

    @Override
    public synchronized Optional<Say> obey(int header, byte[] data) {
        return switch (header) {
            case 0xFE -> Say.ack();
            case 0xF4 -> Say.text("Bill Validator");
            case 0xF1 -> Say.text("SIM-BILLS-1");
            case 0xF2 -> Say.bytes(0x01, 0x02, 0x03);
            case 0x9D -> name(data);
            case 0x9C -> scaling(data);
            case 0x99 -> {
                mode = data.length == 1 ? data[0] : 0;
                yield Say.ack();
            }
            case 0xE4 -> {
                open = data.length == 1 && (data[0] & 1) == 1;
                yield Say.ack();
            }
            case 0xE7 -> {
                mask = data.length == 2 ? data[0] & 0xFF | (data[1] & 0xFF) << 8 : 0;
                yield Say.ack();
            }
            case 0x9F -> log.told();
            case 0x9A -> route(data);
            default -> Optional.empty();
        };
    }

    @Override
    public synchronized void powerUp(boolean memoryLost) {
        mask = 0;
        mode = 0;
        open = false;
        giveBack();
        if (memoryLost) {
            log.forget();
        }
    }

    /// A validator that has worked before.
    synchronized void worn(int events) {
        for (int i = 0; i < events; i++) {
            log.add(0, INVALID);
        }
    }

    private Optional<Say> route(byte[] data) {
        if (data.length != 1) {
            return Say.nak();
        }
        if (escrow == null) {
            return Say.bytes(ESCROW_EMPTY);
        }
        if (data[0] == 1) {
            stack();
        } else if (data[0] == 0) {
            giveBack();
        }
        return Say.ack();
    }

    private void stack() {
        var bill = escrow;
        if (bill != null && stacker.take(bill)) {
            log.add(bills.indexOf(bill) + 1, STACKED);
            escrow = null;
        } else {
            log.add(0, JAMMED_IN_STACKER);
        }
    }

    private void giveBack() {
        if (escrow != null) {
            escrow = null;
            log.add(0, RETURNED);
        }
    }

    private Optional<Say> scaling(byte[] data) {
        var bill = bills.stream()
                .filter(each -> data.length == 2
                        && each.currency().charAt(0) == data[0]
                        && each.currency().charAt(1) == data[1])
                .findFirst();
        int scaling = bill.map(each -> CcTalkNames.scaling(each.currency())).orElse(0);
        int decimals = bill.map(each -> CcTalkNames.decimals(each.currency())).orElse(0);
        return Say.bytes(scaling & 0xFF, scaling >> 8, decimals);
    }

    private Optional<Say> name(byte[] data) {
        int channel = data.length == 1 ? data[0] & 0xFF : 0;
        return channel >= 1 && channel <= bills.size() ? Say.text(CcTalkNames.bill(bills.get(channel - 1))) : Say.nak();
    }
}
