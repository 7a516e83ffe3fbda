package org.countinghouse.cloud;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Where the database is and who asks. The password shows in no message.
record DatabaseAddress(String url, String user, String password) {
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    /// A statement ends before its connection's limit does, so that PostgreSQL says why.
    private static final String LIMITS =
            "-c statement_timeout=20s -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s";

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_LIMIT.toSeconds()));
        properties.setProperty("socketTimeout", String.valueOf(ANSWER_LIMIT.toSeconds()));
        properties.setProperty("loginTimeout", String.valueOf(CONNECT_LIMIT.toSeconds()));
        properties.setProperty("options", LIMITS);
        properties.setProperty("ApplicationName", "countinghouse");
        return properties;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
