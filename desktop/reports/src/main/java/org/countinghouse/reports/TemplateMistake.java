package org.countinghouse.reports;

/// What is wrong with a template somebody edited, and what to do about it.
final class TemplateMistake extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Templates.Mistake mistake;

    /// @param template the name of its file, without `.txt`
    /// @param line counts from 1
    TemplateMistake(String template, int line, String what, String toDo) {
        this(new Templates.Mistake(template, line, what, toDo));
    }

    private TemplateMistake(Templates.Mistake mistake) {
        super(mistake.toString());
        this.mistake = mistake;
    }

    Templates.Mistake mistake() {
        return mistake;
    }
}
