package org.countinghouse.resources;

/// A screen, slip or workbook asked for a text nobody wrote.
public final class MissingTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MissingTextException(String key, Language language) {
        super("no text \"" + key + "\" in " + language.code());
    }
}
