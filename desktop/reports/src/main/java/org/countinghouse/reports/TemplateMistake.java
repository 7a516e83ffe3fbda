package org.countinghouse.reports;

/// What is wrong with a template somebody edited, and what to do about it.
final class TemplateMistake extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param template the name of its file, without `.txt`
    /// @param line counts from 1
    TemplateMistake(String template, int line, String what, String toDo) {
        super("template " + template + ", line " + line + ": " + what + ". " + toDo + ".");
    }
}
