package org.countinghouse.app.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.countinghouse.ledger.money.Money;

/// Sells at the till with the keyboard: the sum, Enter for the payment, Enter for the exact sum in cash.
final class TillKeys {
    private static final String PAYMENT = "#payment";
    private static final String RECEIPT = "#receipt";

    private final Hands hands;
    private final String sum;

    /// @param hands at a window that shows the till, somebody signed in and a shift open
    /// @param sum of every sale
    TillKeys(Hands hands, Money sum) {
        this.hands = hands;
        this.sum = sum.decimal();
    }

    /// One sale, as a person makes it who looks at each step.
    ///
    /// @return nanoseconds from the key that pays to the picture with the receipt of the durable sale
    long sell() {
        hands.at(this::ring);
        hands.until(() -> hands.isShown(PAYMENT));
        var pressed = new AtomicLong();
        hands.at(() -> {
            pressed.set(System.nanoTime());
            hands.enter();
        });
        return hands.until(() -> hands.isShown(RECEIPT)) - pressed.get();
    }

    /// One sale, made faster than pictures are drawn.
    void sellUnseen() {
        var written = new CompletableFuture<Boolean>();
        ChangeListener<Boolean> told = (_, _, shown) -> {
            if (shown) {
                written.complete(true);
            }
        };
        hands.at(() -> {
            ring();
            receipt().visibleProperty().addListener(told);
            hands.enter();
        });
        Hands.await(written);
        hands.at(() -> receipt().visibleProperty().removeListener(told));
    }

    private void ring() {
        hands.type(sum);
        hands.enter();
    }

    private Node receipt() {
        Node receipt = hands.find(RECEIPT);
        if (receipt == null) {
            throw new IllegalStateException("the till is not on the screen");
        }
        return receipt;
    }
}
