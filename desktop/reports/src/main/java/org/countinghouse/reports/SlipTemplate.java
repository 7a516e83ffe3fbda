package org.countinghouse.reports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countinghouse.device.Align;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;
import org.countinghouse.device.Png;
import org.countinghouse.device.Slip;
import org.countinghouse.resources.Texts;

/// The layout of a slip, read from a text file a shop may edit; [TemplateReader] tells its form.
///
/// @param name of its file, for messages
record SlipTemplate(String name, List<Step> steps) {
    /// One line of the file, or a block of them.
    sealed interface Step {
        int line();

        /// @param onlyIfTold whether the line is left out when one of its fields is empty
        record Text(int line, boolean onlyIfTold, Align align, Emphasis emphasis, Phrase phrase) implements Step {}

        record Columns(int line, boolean onlyIfTold, Emphasis emphasis, Phrase left, Phrase right) implements Step {}

        record Qr(int line, Phrase data, Phrase caption) implements Step {}

        record Bars(int line, Barcode kind, Phrase data) implements Step {}

        record Plain(int line, Line what) implements Step {}

        record Logo(int line) implements Step {}

        record Each(int line, String list, List<Step> steps) implements Step {}

        record If(int line, boolean not, String name, List<Step> steps) implements Step {}
    }

    /// What a slip is made with: words, a picture, and how many steps it may take.
    static final class Ink {
        /// No slip of a shop is longer. Lists within lists would otherwise repeat for ever.
        static final int MOST_STEPS = 5_000;

        private final Texts texts;
        private final Optional<Png> logo;
        private int steps;

        private Ink(Texts texts, Optional<Png> logo, int steps) {
            this.texts = texts;
            this.logo = logo;
            this.steps = steps;
        }

        /// For a template somebody edited.
        static Ink bounded(Texts texts, Optional<Png> logo) {
            return new Ink(texts, logo, MOST_STEPS);
        }

        /// For one of ours, which prints a sale however long it is.
        static Ink plenty(Texts texts, Optional<Png> logo) {
            return new Ink(texts, logo, Integer.MAX_VALUE);
        }

        void take() throws Phrase.Fault {
            if (steps-- == 0) {
                throw new Phrase.Fault("the slip takes more than " + MOST_STEPS + " steps", "Repeat less");
            }
        }

        Texts texts() {
            return texts;
        }

        Optional<Png> logo() {
            return logo;
        }
    }

    /// @throws TemplateMistake when it names something this slip does not have
    void check(Set<String> names, Texts texts) throws TemplateMistake {
        check(steps, names, texts);
    }

    /// @throws TemplateMistake when it names something that is not there
    Slip slip(String title, Fields fields, Ink ink) throws TemplateMistake {
        var slip = Slip.titled(title);
        set(steps, fields, ink, slip);
        return slip.build();
    }

    private void check(List<Step> some, Set<String> names, Texts texts) throws TemplateMistake {
        for (Step step : some) {
            try {
                switch (step) {
                    case Step.Text text -> text.phrase().check(names, texts);
                    case Step.Columns columns -> {
                        columns.left().check(names, texts);
                        columns.right().check(names, texts);
                    }
                    case Step.Qr qr -> {
                        qr.data().check(names, texts);
                        qr.caption().check(names, texts);
                    }
                    case Step.Bars bars -> bars.data().check(names, texts);
                    case Step.Plain _, Step.Logo _ -> {
                        // They name nothing.
                    }
                    case Step.Each each -> {
                        Phrase.known(each.list(), names);
                        check(each.steps(), names, texts);
                    }
                    case Step.If condition -> {
                        Phrase.known(condition.name(), names);
                        check(condition.steps(), names, texts);
                    }
                }
            } catch (Phrase.Fault fault) {
                throw fault.in(name, step.line());
            }
        }
    }

    private void set(List<Step> some, Fields fields, Ink ink, Slip.Builder slip) throws TemplateMistake {
        for (Step step : some) {
            try {
                ink.take();
                set(step, fields, ink, slip);
            } catch (Phrase.Fault fault) {
                throw fault.in(name, step.line());
            } catch (IllegalArgumentException e) {
                throw new TemplateMistake(
                        name, step.line(), String.valueOf(e.getMessage()), "Print it as text, or leave it out");
            }
        }
    }

    private void set(Step step, Fields fields, Ink ink, Slip.Builder slip) throws TemplateMistake, Phrase.Fault {
        switch (step) {
            case Step.Text text -> {
                if (!text.onlyIfTold() || !text.phrase().lacks(fields)) {
                    set(text.phrase().filled(fields, ink.texts()), text.align(), text.emphasis(), slip);
                }
            }
            case Step.Columns line -> {
                if (!line.onlyIfTold()
                        || !line.left().lacks(fields) && !line.right().lacks(fields)) {
                    slip.columns(
                            line.left().filled(fields, ink.texts()),
                            line.right().filled(fields, ink.texts()),
                            line.emphasis());
                }
            }
            case Step.Qr qr ->
                slip.qr(qr.data().filled(fields, ink.texts()), qr.caption().filled(fields, ink.texts()));
            case Step.Bars bars -> slip.bars(bars.kind(), bars.data().filled(fields, ink.texts()));
            case Step.Plain plain -> slip.add(plain.what());
            case Step.Logo _ -> ink.logo().ifPresent(slip::logo);
            case Step.Each each -> {
                for (Fields member : fields.list(each.list()).orElse(List.of())) {
                    set(each.steps(), member.within(fields), ink, slip);
                }
            }
            case Step.If condition -> {
                if (isTold(condition.name(), fields) != condition.not()) {
                    set(condition.steps(), fields, ink, slip);
                }
            }
        }
    }

    private static boolean isTold(String name, Fields fields) {
        return fields.text(name).filter(text -> !text.isEmpty()).isPresent()
                || fields.list(name).filter(list -> !list.isEmpty()).isPresent();
    }

    /// A text with several lines becomes several.
    private static void set(String text, Align align, Emphasis emphasis, Slip.Builder slip) {
        if (text.isEmpty()) {
            slip.add(new Line.Text("", align, emphasis));
        }
        text.lines().forEach(row -> slip.add(new Line.Text(row, align, emphasis)));
    }
}
