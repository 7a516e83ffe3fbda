package org.countinghouse.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.money.Currency;

/// What is imported: the log, the prices, the currency and the seed. A data folder takes one import only, or the same
/// one again.
///
/// @param digest SHA-256 over all of it, in hex
record Source(String digest, Currency currency) {
    static final String EMPLOYEE = "importer";

    private static final String CLAIM = "replay.source";
    private static final String ZONE = "Europe/London";
    private static final int PIN_BOUND = 1_000_000;

    static Source of(Path tickets, Path prices, Currency currency, long seed) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(Files.readAllBytes(tickets));
            sha.update(Files.readAllBytes(prices));
            sha.update((currency.code() + " " + seed).getBytes(UTF_8));
            return new Source(HexFormat.of().formatHex(sha.digest()), currency);
        } catch (IOException e) {
            throw new StationFault("cannot read the till log: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /// Marks the folder as this import's, before its first entry.
    ///
    /// @throws StationFault when it belongs to another import, or to a shop
    void claim(Path data) {
        Path claim = data.resolve(CLAIM);
        try {
            if (Files.exists(claim)) {
                if (!Files.readString(claim).strip().equals(digest)) {
                    throw new StationFault(
                            "the folder " + data + " holds an import of another log, price list, currency"
                                    + " or seed: give this one a folder of its own with --data");
                }
                return;
            }
            if (ReplayCommand.exists(data)) {
                throw new StationFault("the folder " + data + " holds the ledger of a shop: give the import a folder of"
                        + " its own with --data");
            }
            Files.createDirectories(data);
            Files.writeString(claim, digest + "\n");
        } catch (IOException e) {
            throw new StationFault("cannot use the folder " + data + ": " + e.getMessage(), e);
        }
    }

    ZoneId zone() {
        return ZoneId.of(ZONE);
    }

    /// The shop the log is imported into: one till, one employee with a PIN nobody was told.
    ShopFile shop() {
        String pin = String.format("%06d", new SecureRandom().nextInt(PIN_BOUND));
        var none = List.<ShopFile.Reason>of();
        return new ShopFile(
                "replay",
                "Imported till log",
                List.of(),
                ZONE,
                "en",
                "00:00",
                List.of(currency.code()),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(new ShopFile.Till("1", "counter-1", Map.of("en", "Counter 1"))),
                List.of(new ShopFile.Employee(EMPLOYEE, "Importer", "manager", pin)),
                List.of(),
                new ShopFile.Reasons(none, none, none, none));
    }
}
