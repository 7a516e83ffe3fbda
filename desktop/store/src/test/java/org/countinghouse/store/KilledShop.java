package org.countinghouse.store;

import java.io.IOException;
import java.nio.file.Path;

/// A station in a process of its own that ends without closing anything, as one that is killed does: its log stays.
final class KilledShop {
    private KilledShop() {}

    /// @param args the folder, sales before the mark, sales after it
    public static void main(String[] args) {
        var shop = new TestShop(Path.of(args[0]));
        if (shop.journal.books().openShift(TestShop.TILL).isEmpty()) {
            shop.open("100.00");
        }
        sell(shop, Integer.parseInt(args[1]));
        shop.journal.mark();
        sell(shop, Integer.parseInt(args[2]));
        Runtime.getRuntime().halt(0);
    }

    private static void sell(TestShop shop, int sales) {
        for (int i = 0; i < sales; i++) {
            shop.sell("3.50");
        }
    }

    static void run(Path folder, int marked, int unmarked) {
        try {
            int exit = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledShop.class.getName(),
                            folder.toString(),
                            Integer.toString(marked),
                            Integer.toString(unmarked))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("the shop to be killed ended with " + exit);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
