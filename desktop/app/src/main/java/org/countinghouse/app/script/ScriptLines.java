package org.countinghouse.app.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// Reads a script line by line and prints a reply for each, once it is durable.
final class ScriptLines {
    /// A longer line is no command; it is read to its end and refused.
    static final int LONGEST_LINE = 1_000_000;

    private final Script script;
    private final Replies replies;
    private final boolean stopOnError;

    ScriptLines(Script script, Replies replies, boolean stopOnError) {
        this.script = script;
        this.replies = replies;
        this.stopOnError = stopOnError;
    }

    /// @return whether every command was carried out
    boolean run(BufferedReader in, PrintStream out) throws IOException {
        boolean allDone = true;
        for (Optional<String> line = next(in); line.isPresent(); line = next(in)) {
            if (line.get().isBlank() || line.get().startsWith("#")) {
                continue;
            }
            var reply = line.get().length() > LONGEST_LINE
                    ? replies.refused("malformed", Map.of("reason", "the line is longer than " + LONGEST_LINE))
                    : script.answer(line.get());
            out.println(Replies.line(reply));
            out.flush();
            if (!reply.required("ok").booleanValue()) {
                allDone = false;
                if (stopOnError) {
                    return false;
                }
            }
        }
        return allDone;
    }

    /// The next line, without its end; of an endless one, one character more than the longest line may have.
    private static Optional<String> next(BufferedReader in) throws IOException {
        var line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (line.length() <= LONGEST_LINE && c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return Optional.of(line.toString());
    }
}
