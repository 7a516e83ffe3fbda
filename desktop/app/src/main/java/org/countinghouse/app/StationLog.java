package org.countinghouse.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/// The station's log in its data folder: a few files of a bounded size, the newest without a number.
final class StationLog {
    private static final String NAME = "station-file";
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%rEx{short}";
    private static final int OLD_FILES = 3;
    private static final long LARGEST_BYTES = 1 << 20;

    private StationLog() {}

    /// From now on warnings and faults are kept there too.
    static void keepIn(Path data) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        Path folder = data.resolve("logs");
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setName(NAME);
        file.setContext(context);
        file.setFile(folder.resolve("station.log").toString());
        file.setEncoder(ErrorLog.encoder(context, PATTERN));
        file.setRollingPolicy(rolling(context, file, folder));
        file.setTriggeringPolicy(size(context));
        file.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAppender(NAME);
        root.addAppender(file);
    }

    private static FixedWindowRollingPolicy rolling(
            LoggerContext context, RollingFileAppender<ILoggingEvent> file, Path folder) {
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("station.%i.log").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();
        return rolling;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> size(LoggerContext context) {
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(LARGEST_BYTES));
        size.start();
        return size;
    }
}
