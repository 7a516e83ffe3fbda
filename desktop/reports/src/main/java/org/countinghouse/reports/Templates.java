package org.countinghouse.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final List<String> mistakes = new ArrayList<>();
    private final Optional<Png> logo;

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
                templates.mistakes.add(mistake.getMessage());
            }
        });
        return templates;
    }

    /// What is wrong with the shop's templates: which one, which line, and what to do, in English.
    /// Empty when all is well.
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /// The text of the template we bring, for somebody who wants to edit it.
    public static String text(Paper paper) {
        return ReceiptTemplate.text(paper.word());
    }

    Slip slip(Paper paper, String title, Fields fields, Texts texts) {
        var ink = new SlipTemplate.Ink(texts, logo);
        var own = edited.get(paper);
        if (own != null) {
            try {
                return own.slip(title, fields, ink);
            } catch (TemplateMistake mistake) {
                LOG.warn("the slip is laid out as we bring it: {}", mistake.getMessage());
            }
        }
        try {
            return Objects.requireNonNull(brought.get(paper)).slip(title, fields, ink);
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
