package org.countinghouse.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jooq.Query;

/// A statement jOOQ rendered once, kept prepared. For what every sale does: rendering it each time costs as much as
/// running it.
final class KeptStatement implements AutoCloseable {
    private final PreparedStatement statement;

    KeptStatement(Database database, Query query) {
        try {
            this.statement = database.connection().prepareStatement(query.getSQL());
        } catch (SQLException e) {
            throw new JournalUnavailable("cannot prepare a statement of the ledger: " + e.getMessage(), e);
        }
    }

    /// @param values text, whole numbers or bytes, in the order jOOQ rendered the places for them
    void run(Object... values) throws SQLException {
        bind(values);
        statement.executeUpdate();
    }

    /// The whole number the query finds, where it finds one.
    OptionalLong whole(Object... values) throws SQLException {
        bind(values);
        try (var rows = statement.executeQuery()) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        }
    }

    /// All rows the query finds, one at a time.
    ResultSet rows(Object... values) throws SQLException {
        bind(values);
        return statement.executeQuery();
    }

    private void bind(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> statement.setString(i + 1, text);
                case Long whole -> statement.setLong(i + 1, whole);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                default -> throw new IllegalArgumentException("cannot bind a " + values[i].getClass());
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
