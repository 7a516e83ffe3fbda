package org.countinghouse.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.countinghouse.device.Png;
import org.countinghouse.device.Slip;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.ReceiptTemplate;
import org.countinghouse.resources.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How this shop's slips are laid out: as we bring them, or as the shop edited them. A template with a
/// mistake is told and left aside, and ours is used: the customer gets a receipt either way.
public final class Templates {
    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

    private final Map<Paper, SlipTemplate> brought;
    private final Map<Paper, SlipTemplate> edited = new EnumMap<>(Paper.class);
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Optional<Png> logo;

    /// What is wrong with a template somebody edited, in English.
    ///
    /// @param template which one, as its file is called without `.txt`
    /// @param line counts from 1
    /// @param toDo how to put it right
    public record Mistake(String template, int line, String what, String toDo) {
        @Override
        public String toString() {
            return "template " + template + ", line " + line + ": " + what + ". " + toDo + ".";
        }
    }

    private Templates(Map<Paper, SlipTemplate> brought, Optional<Png> logo) {
        this.brought = brought;
        this.logo = logo;
    }

    /// Those we bring along, without a logo.
    public static Templates brought() {
        return Brought.TEMPLATES;
    }

    /// @param byPaper the text of each template the shop edited
    /// @param logo the shop's picture, for templates with a line `logo`
    public static Templates edited(Map<Paper, String> byPaper, Optional<Png> logo) {
        var texts = Texts.load(Language.ENGLISH);
        var templates = new Templates(Brought.OURS, logo);
        byPaper.forEach((paper, text) -> {
            try {
                templates.edited.put(paper, read(paper, text, texts));
            } catch (TemplateMistake mistake) {
                templates.mistakes.add(mistake.mistake());
            }
        });
        return templates;
    }

    /// What is wrong with the shop's templates. Empty when all is well.
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /// The papers that are laid out as the shop edited them.
    public Set<Paper> edited() {
        return Set.copyOf(edited.keySet());
    }

    /// The text of the template we bring, for somebody who wants to edit it.
    public static String text(Paper paper) {
        return ReceiptTemplate.text(paper.word());
    }

    Slip slip(Paper paper, String title, Fields fields, Texts texts) {
        var own = edited.get(paper);
        if (own != null) {
            try {
                return own.slip(title, fields, SlipTemplate.Ink.bounded(texts, logo));
            } catch (TemplateMistake mistake) {
                LOG.warn("the slip is laid out as we bring it: {}", mistake.getMessage());
            }
        }
        try {
            return Objects.requireNonNull(brought.get(paper)).slip(title, fields, SlipTemplate.Ink.plenty(texts, logo));
        } catch (TemplateMistake mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    /// Read once; they never change.
    private static final class Brought {
        static final Map<Paper, SlipTemplate> OURS = ours(Texts.load(Language.ENGLISH));
        static final Templates TEMPLATES = new Templates(OURS, Optional.empty());
    }

    private static Map<Paper, SlipTemplate> ours(Texts texts) {
        var ours = new EnumMap<Paper, SlipTemplate>(Paper.class);
        for (Paper paper : Paper.values()) {
            try {
                ours.put(paper, read(paper, text(paper), texts));
            } catch (TemplateMistake mistake) {
                throw new IllegalStateException(mistake);
            }
        }
        return ours;
    }

    private static SlipTemplate read(Paper paper, String text, Texts texts) throws TemplateMistake {
        var template = TemplateReader.read(paper.word(), text);
        template.check(paper.names(), texts);
        return template;
    }
}
