package org.countinghouse.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.device.Align;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;
import org.countinghouse.reports.SlipTemplate.Step;

/// Reads a template, line by line. Blanks before a line and lines that begin with `#` mean nothing.
///
/// | line | what it prints |
/// |---|---|
/// | `text: …`, `centre: …`, `right: …` | a text; `bold` or `large` may stand before the colon |
/// | `columns: … \| …` | left and right; `bold` or `large` as well |
/// | `?columns: …`, `?text: …` | the same, left out when one of its fields is empty |
/// | `rule`, `feed 2`, `logo`, `cut` | a line across, blank lines, the shop's picture, the knife |
/// | `qr: … \| …` | a QR code and the words below it |
/// | `barcode code-128: …` | bars: ean-13, ean-8, upc-a, code-39, code-128, itf |
/// | `each lines` … `end` | its lines for each member of a list |
/// | `if change` … `end`, `if not change` … `end` | its lines when there is something to tell, or not |
///
/// In a text `{total}` is a field and `{@slip.total}` a text in the shop's language, with its own
/// placeholders filled in by the fields' names.
final class TemplateReader {
    private static final Pattern SET = Pattern.compile(
            "(?<told>\\?)?(?<word>text|centre|right|columns)(?: (?<loud>bold|large))?:(?: (?<rest>.*)|\\s*)");
    private static final Pattern CODE = Pattern.compile("(?:qr|barcode (?<kind>[a-z0-9-]+)):\\s*(?<rest>.*)");
    private static final Pattern FEED = Pattern.compile("feed ([1-9]|1[0-9]|20)");
    private static final Pattern BLOCK = Pattern.compile("(?<word>each|if not|if) (?<name>[A-Za-z]+)");
    private static final String DIVIDER = "|";
    private static final int MOST_LINES = 500;
    private static final int DEEPEST = 8;
    private static final int LONGEST_LINE = 500;

    private final String name;
    private final List<String> lines;
    private int at;

    private TemplateReader(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    static SlipTemplate read(String name, String text) throws TemplateMistake {
        var reader = new TemplateReader(name, text.lines().toList());
        if (reader.lines.size() > MOST_LINES) {
            throw reader.mistake(MOST_LINES, "it has more than " + MOST_LINES + " lines", "Make it shorter");
        }
        return new SlipTemplate(name, reader.steps(0, 0));
    }

    /// @param begun the line of the block these steps stand in; 0 outside of every block
    private List<Step> steps(int begun, int depth) throws TemplateMistake {
        var steps = new ArrayList<Step>();
        while (at < lines.size()) {
            String line = lines.get(at++).strip();
            if (line.equals("end")) {
                if (begun == 0) {
                    throw mistake(at, "\"end\" ends nothing", "Take it out");
                }
                return List.copyOf(steps);
            }
            if (line.length() > LONGEST_LINE) {
                throw mistake(at, "this line has more than " + LONGEST_LINE + " signs", "Make two lines of it");
            }
            if (!line.isEmpty() && !line.startsWith("#")) {
                steps.add(step(line, depth));
            }
        }
        if (begun != 0) {
            throw mistake(begun, "what begins here has no \"end\"", "Write \"end\" below its last line");
        }
        return List.copyOf(steps);
    }

    private Step step(String line, int depth) throws TemplateMistake {
        try {
            Matcher set = SET.matcher(line);
            Matcher code = CODE.matcher(line);
            Matcher feed = FEED.matcher(line);
            Matcher block = BLOCK.matcher(line);
            if (set.matches()) {
                return set(set);
            } else if (code.matches()) {
                return code(code);
            } else if (feed.matches()) {
                return new Step.Plain(at, new Line.Feed(Integer.parseInt(feed.group(1))));
            } else if (block.matches()) {
                return block(block, depth);
            }
        } catch (Phrase.Fault fault) {
            throw fault.in(name, at);
        }
        return switch (line) {
            case "rule" -> new Step.Plain(at, new Line.Rule());
            case "cut" -> new Step.Plain(at, new Line.Cut());
            case "logo" -> new Step.Logo(at);
            default ->
                throw mistake(
                        at,
                        "\"" + line + "\" is no line of a template",
                        "Begin it with text:, centre:, right:, columns:, rule, feed 1, qr:, barcode, logo, cut, each, if"
                                + " or end");
        };
    }

    private Step set(Matcher line) throws TemplateMistake, Phrase.Fault {
        boolean onlyIfTold = line.group("told") != null;
        String loud = line.group("loud");
        var emphasis = loud == null ? Emphasis.PLAIN : Emphasis.valueOf(loud.toUpperCase(Locale.ROOT));
        String rest = line.group("rest") == null ? "" : line.group("rest");
        return switch (line.group("word")) {
            case "columns" -> {
                var sides = sides(rest);
                yield new Step.Columns(at, onlyIfTold, emphasis, Phrase.read(sides[0]), Phrase.read(sides[1]));
            }
            case "centre" -> new Step.Text(at, onlyIfTold, Align.CENTRE, emphasis, Phrase.read(rest));
            case "right" -> new Step.Text(at, onlyIfTold, Align.RIGHT, emphasis, Phrase.read(rest));
            default -> new Step.Text(at, onlyIfTold, Align.LEFT, emphasis, Phrase.read(rest));
        };
    }

    private Step code(Matcher line) throws TemplateMistake, Phrase.Fault {
        String kind = line.group("kind");
        if (kind == null) {
            var sides = sides(line.group("rest"));
            return new Step.Qr(at, Phrase.read(sides[0]), Phrase.read(sides[1]));
        }
        var bars = Arrays.stream(Barcode.values())
                .filter(each -> word(each).equals(kind))
                .findFirst()
                .orElseThrow(() -> mistake(
                        at,
                        "\"" + kind + "\" is no kind of bar code",
                        "Use one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Barcode.values())
                                                .map(TemplateReader::word)
                                                .toList())));
        return new Step.Bars(at, bars, Phrase.read(line.group("rest")));
    }

    private Step block(Matcher line, int depth) throws TemplateMistake {
        int begun = at;
        if (depth == DEEPEST) {
            throw mistake(begun, "this stands in too many blocks", "Use at most " + DEEPEST + " within each other");
        }
        var steps = steps(begun, depth + 1);
        String what = line.group("name");
        return switch (line.group("word")) {
            case "each" -> new Step.Each(begun, what, steps);
            case "if" -> new Step.If(begun, false, what, steps);
            default -> new Step.If(begun, true, what, steps);
        };
    }

    /// Blanks before the left side are printed: they set a line in.
    private String[] sides(String rest) throws TemplateMistake {
        int divider = rest.indexOf(DIVIDER);
        if (divider < 0 || rest.indexOf(DIVIDER, divider + 1) >= 0) {
            throw mistake(at, "left and right are not divided by one \"|\"", "Write for example: left | right");
        }
        return new String[] {
            rest.substring(0, divider).stripTrailing(),
            rest.substring(divider + 1).strip()
        };
    }

    private static String word(Barcode kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private TemplateMistake mistake(int line, String what, String toDo) {
        return new TemplateMistake(name, line, what, toDo);
    }
}
