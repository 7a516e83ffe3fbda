package org.countinghouse.app.script;

import java.util.Map;

/// A line that is no command: nothing was written. The words are in the texts under `refused.<code>`.
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> details;

    BadRequest(String code, Map<String, String> details) {
        super(code);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    String code() {
        return code;
    }

    Map<String, String> details() {
        return details;
    }
}
