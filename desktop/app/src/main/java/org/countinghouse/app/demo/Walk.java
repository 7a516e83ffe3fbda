package org.countinghouse.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import org.countinghouse.app.shell.CountRow;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Picture;
import org.countinghouse.app.shell.Screen;
import org.countinghouse.app.shell.Shell;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.jspecify.annotations.Nullable;

/// Works one shift at the real screens, as a cashier would with the mouse, and takes a picture of each. Runs on any
/// thread but the screen's.
public final class Walk {
    /// A screen that has not come by then will not come.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long GLANCE_MILLIS = 15;
    private static final int PIECES_OF_EACH = 4;
    private static final int FLOAT_SHARE = 5;

    private final Shell shell;
    private final Shop shop;
    private final Path folder;
    private final Screen screen = new Screen();
    private final List<Path> pictures = new ArrayList<>();

    /// @param shell shown in a window already, nobody signed in, no shift open
    /// @param folder where the pictures go
    public Walk(Shell shell, Shop shop, Path folder) {
        this.shell = shell;
        this.shop = shop;
        this.folder = folder;
    }

    /// @param employee who works the shift
    /// @param pin digits; overwritten by nobody, so hand in one made for this
    /// @return the pictures, in the order they were taken
    public List<Path> run(String employee, String pin) {
        signIn(employee, pin);
        openShift();
        Money taken = sell();
        Money paidOut = payOut();
        count(taken.minus(paidOut));
        close();
        see(new Destination.Reports(), "#printZ", "z-report");
        see(new Destination.Entries(), "#table", "entries");
        return List.copyOf(pictures);
    }

    private void signIn(String employee, String pin) {
        press("#person-" + employee);
        for (char digit : pin.toCharArray()) {
            press("#key-" + digit);
        }
        picture("sign-in");
        press("#action");
    }

    private void openShift() {
        await("#sameAsLast");
        for (Currency currency : shop.currencies()) {
            turnTo(currency);
            type(floatPieces(currency));
        }
        turnTo(shop.mainCurrency());
        picture("opening-count");
        press("#action");
    }

    /// Some of each small note and coin: a float as shops keep them.
    private Pieces floatPieces(Currency currency) {
        long most = Math.max(
                currency.cashStep(), shop.limits().floatTarget(currency).minorUnits() / FLOAT_SHARE);
        var sheet = new CountSheet(currency);
        for (CountRow row : sheet.rows()) {
            if (row.denomination().minorUnits() <= most) {
                row.set(PIECES_OF_EACH);
            }
        }
        return sheet.cash().pieces().orElseThrow();
    }

    private Money sell() {
        await("#moves");
        int items = Math.min(3, shop.items().size());
        for (int at = 0; at < items; at++) {
            press("#item-" + shop.items().get(at).item());
        }
        press("#item-" + shop.items().getFirst().item());
        Money total = shown("#total");
        picture("till");
        press("#action");
        await("#exact");
        picture("payment");
        press(".next-sum:last-child");
        await("#change");
        picture("change");
        press("#action");
        return total;
    }

    private Money payOut() {
        press("#move-PAID_OUT");
        await("#reasons");
        Money amount = shop.mainCurrency()
                .of(shop.limits().floatTarget(shop.mainCurrency()).minorUnits() / 20);
        for (char key : amount.decimal().toCharArray()) {
            press(".dialog #key-" + (key == '.' ? "point" : String.valueOf(key)));
        }
        press("#reason-" + shop.reasons().paidOut().getFirst().word());
        picture("paid-out");
        press(".dialog #action");
        await("#moves");
        return amount;
    }

    /// Counts the float, what came in and what went out, and one coin too few.
    private void count(Money moved) {
        go(new Destination.Count());
        await("#seal");
        for (Currency currency : shop.currencies()) {
            turnTo(currency);
            Pieces pieces = floatPieces(currency);
            if (currency.equals(shop.mainCurrency())) {
                pieces = Pieces.largestFirst(pieces.total().plus(moved).minus(missing(currency)));
            }
            type(pieces);
        }
        turnTo(shop.mainCurrency());
        picture("blind-count");
        press("#seal");
        await("#close");
    }

    private static Money missing(Currency currency) {
        var small = currency.denominations().get(currency.denominations().size() * 3 / 4);
        return currency.of(small.minorUnits());
    }

    private void close() {
        show(() -> {
            if (find("#bag") instanceof TextInputControl bag) {
                bag.setText("17");
            }
        });
        picture("over-short");
        press("#close");
        await("#openNext");
        await("#print", node -> !node.isDisabled());
        picture("closed");
    }

    private void see(Destination destination, String mark, String name) {
        go(destination);
        await(mark);
        settle();
        picture(name);
    }

    private void go(Destination destination) {
        show(() -> shell.go(destination));
    }

    private void turnTo(Currency currency) {
        if (shop.currencies().size() > 1) {
            press("#currency-" + currency.code());
        }
    }

    private void type(Pieces pieces) {
        pieces.counts()
                .forEach((worth, count) -> show(() -> {
                    ((TextInputControl) node("#pieces-" + worth)).setText(Long.toString(count));
                }));
    }

    private Money shown(String label) {
        String text = onScreen(() -> ((Label) node(label)).getText());
        return Money.parse(text.replace(",", ""), shop.mainCurrency());
    }

    private void press(String selector) {
        await(selector, node -> !node.isDisabled());
        show(() -> ((ButtonBase) node(selector)).fire());
    }

    private Node node(String selector) {
        return Objects.requireNonNull(find(selector), selector);
    }

    /// The last node the selector names that can be seen: what lies on top comes last.
    private @Nullable Node find(String selector) {
        return shell.scene().getRoot().lookupAll(selector).stream()
                .filter(Walk::isSeen)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Waits until the node is there and can be seen.
    private void await(String selector) {
        await(selector, _ -> true);
    }

    private void await(String selector, Predicate<Node> ready) {
        long glances = PATIENCE.toMillis() / GLANCE_MILLIS;
        while (!onScreen(() -> {
            Node found = find(selector);
            return found != null && ready.test(found);
        })) {
            if (glances-- == 0) {
                throw new IllegalStateException("the screens did not come to show " + selector);
            }
            settle();
        }
    }

    private static void settle() {
        try {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the walk was interrupted", e);
        }
    }

    private void picture(String name) {
        Image image = onScreen(() -> Picture.of(shell.scene()));
        pictures.add(Picture.save(image, folder.resolve("%02d-%s.png".formatted(pictures.size() + 1, name))));
    }

    private void show(Runnable act) {
        CompletableFuture.runAsync(act, screen)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private <T> T onScreen(Supplier<T> act) {
        return CompletableFuture.supplyAsync(act, screen)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
