package org.countinghouse.javapos;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.device.DeviceHealth;

/// What a vendor's JavaPOS device is to us: the `kind` of its address.
enum VendorKind {
    PRINTER("printer", "POSPrinter", DeviceHealth.Kind.PRINTER),
    DRAWER("drawer", "CashDrawer", DeviceHealth.Kind.DRAWER),
    LINE_DISPLAY("line-display", "LineDisplay", DeviceHealth.Kind.LINE_DISPLAY),
    SCANNER("scanner", "Scanner", DeviceHealth.Kind.SCANNER),
    CASH_CHANGER("cash-changer", "CashChanger", DeviceHealth.Kind.CASH_MACHINE),
    BILL_ACCEPTOR("bill-acceptor", "BillAcceptor", DeviceHealth.Kind.CASH_MACHINE),
    BILL_DISPENSER("bill-dispenser", "BillDispenser", DeviceHealth.Kind.CASH_MACHINE),
    COIN_ACCEPTOR("coin-acceptor", "CoinAcceptor", DeviceHealth.Kind.CASH_MACHINE),
    COIN_DISPENSER("coin-dispenser", "CoinDispenser", DeviceHealth.Kind.CASH_MACHINE);

    private final String word;
    private final String category;
    private final DeviceHealth.Kind role;

    VendorKind(String word, String category, DeviceHealth.Kind role) {
        this.word = word;
        this.category = category;
        this.role = role;
    }

    static Optional<VendorKind> ofCategory(String category) {
        return Arrays.stream(values())
                .filter(kind -> kind.category.equals(category))
                .findFirst();
    }

    static Optional<VendorKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String categories() {
        return Arrays.stream(values()).map(kind -> kind.category).collect(Collectors.joining(", "));
    }

    static String words() {
        return Arrays.stream(values()).map(kind -> kind.word).collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    String category() {
        return category;
    }

    DeviceHealth.Kind role() {
        return role;
    }

    boolean isCash() {
        return role == DeviceHealth.Kind.CASH_MACHINE;
    }

    /// Whether it can give cash out.
    boolean pays() {
        return this == CASH_CHANGER || this == BILL_DISPENSER || this == COIN_DISPENSER;
    }

    /// Whether it can take cash in.
    boolean takes() {
        return this == CASH_CHANGER || this == BILL_ACCEPTOR || this == COIN_ACCEPTOR;
    }

    boolean notesOnly() {
        return this == BILL_ACCEPTOR || this == BILL_DISPENSER;
    }

    boolean coinsOnly() {
        return this == COIN_ACCEPTOR || this == COIN_DISPENSER;
    }

    /// A printer is what an address without a kind means.
    boolean isPrinter() {
        return this == PRINTER;
    }
}
