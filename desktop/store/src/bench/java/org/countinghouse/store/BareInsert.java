package org.countinghouse.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The floor a durable sale is measured against: one row of the same bytes, one transaction, plain JDBC, the same
/// settings, the same file system, and nothing else.
public final class BareInsert implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private long sequence;

    public BareInsert(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.executeUpdate(
                        "CREATE TABLE bare (sequence INTEGER PRIMARY KEY, hash BLOB NOT NULL, body TEXT NOT NULL) STRICT");
            }
            insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?, ?)");
        } catch (SQLException e) {
            throw new JournalUnavailable("the floor cannot be set up: " + e.getMessage(), e);
        }
    }

    /// Durable when it returns.
    public void insert(byte[] hash, String body) {
        try {
            insert.setLong(1, ++sequence);
            insert.setBytes(2, hash);
            insert.setString(3, body);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new JournalUnavailable("the floor cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalUnavailable("the floor cannot be closed: " + e.getMessage(), e);
        }
    }
}
