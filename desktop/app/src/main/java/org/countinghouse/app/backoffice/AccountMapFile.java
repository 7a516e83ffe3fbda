package org.countinghouse.app.backoffice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.reports.accounts.AccountMap;
import org.countinghouse.reports.accounts.BookAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The account map in a file of the data folder, which is always a whole one. Without a file the standard map holds;
/// one
/// that cannot be read is set aside for whoever wants to look.
final class AccountMapFile {
    private static final Logger LOG = LoggerFactory.getLogger(AccountMapFile.class);
    private static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final List<Currency> currencies;

    private record Written(int version, String taxRate, List<Line> accounts) {
        Written {
            accounts = List.copyOf(accounts);
        }
    }

    private record Line(String part, String code, String name) {}

    AccountMapFile(Path file, List<Currency> currencies) {
        this.file = file;
        this.currencies = currencies;
    }

    /// Lines the file does not have are the standard ones.
    AccountMap read() {
        var standard = AccountMap.standard(currencies);
        if (!Files.exists(file)) {
            return standard;
        }
        try {
            var written = Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Written.class))
                    .filter(each -> each.version() == VERSION)
                    .orElseThrow(() -> new IllegalArgumentException("it is not of version " + VERSION));
            var lines = new LinkedHashMap<>(standard.lines());
            written.accounts().forEach(line -> lines.put(line.part(), new BookAccount(line.code(), line.name())));
            return new AccountMap(lines, written.taxRate());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.warn("the account map in {} cannot be read and is set aside: {}", file, e.getMessage());
            setAside();
            return standard;
        }
    }

    private void setAside() {
        try {
            Files.move(
                    file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be set aside; the next map takes its place", file, e);
        }
    }

    void write(AccountMap map) throws IOException {
        var lines = map.lines().entrySet().stream()
                .map(line -> new Line(
                        line.getKey(), line.getValue().code(), line.getValue().name()))
                .toList();
        byte[] bytes = JSON.writeValueAsBytes(new Written(VERSION, map.taxRate(), lines));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
