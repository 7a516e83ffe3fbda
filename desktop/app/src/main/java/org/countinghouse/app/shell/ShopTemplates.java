package org.countinghouse.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countinghouse.device.Png;
import org.countinghouse.reports.Paper;
import org.countinghouse.reports.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The slips' layouts a shop keeps in its station's data folder: `receipt/receipt.txt`, `receipt/z.txt` and so on, and
/// the picture `receipt/logo.png`. A file with a mistake is told and left aside; the layout we bring is used.
///
/// @param mistakes what is wrong, file by file; empty when all is well
public record ShopTemplates(Templates templates, List<Mistake> mistakes) {
    private static final Logger LOG = LoggerFactory.getLogger(ShopTemplates.class);
    private static final String FOLDER = "receipt";
    private static final String LOGO = "logo.png";
    private static final String ENDING = ".txt";

    /// More bytes are no layout of a slip.
    private static final int LARGEST_TEMPLATE = 64 * 1024;

    private static final int LARGEST_LOGO = 1 << 20;

    /// So many files of the folder are looked at.
    private static final int MOST_FILES = 100;

    public ShopTemplates {
        mistakes = List.copyOf(mistakes);
    }

    /// What is wrong with a file, in English.
    ///
    /// @param file below the data folder, such as `receipt/z.txt`
    /// @param line counts from 1; 0 when the whole file is meant
    public record Mistake(String file, int line, String what, String toDo) {
        @Override
        public String toString() {
            return file + (line == 0 ? "" : ", line " + line) + ": " + what + ". " + toDo + ".";
        }
    }

    /// Reads what the shop keeps in its data folder.
    public static ShopTemplates in(Path data) {
        return new Reading(data.resolve(FOLDER)).read();
    }

    /// The same for a station that starts: mistakes are logged.
    public static ShopTemplates starting(Path data) {
        var shop = in(data);
        shop.mistakes().forEach(mistake -> LOG.warn("the slip is laid out as we bring it: {}", mistake));
        return shop;
    }

    /// Writes the layouts we bring into the data folder, to be edited there. A file that is there already stays as it
    /// is.
    ///
    /// @return whether each of the files was written
    /// @throws UncheckedIOException when the folder cannot be written
    public static Map<Path, Boolean> write(Path data, Collection<Paper> papers) {
        Path folder = data.resolve(FOLDER);
        var written = new LinkedHashMap<Path, Boolean>();
        try {
            Files.createDirectories(folder);
            for (Paper paper : papers) {
                Path file = folder.resolve(paper.word() + ENDING);
                boolean isNew = !Files.exists(file);
                if (isNew) {
                    Files.writeString(file, Templates.text(paper), StandardOpenOption.CREATE_NEW);
                }
                written.put(file, isNew);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
    }

    /// What the person at the counter should know.
    public Optional<Notice> notice() {
        return mistakes.stream().findFirst().map(this::notice);
    }

    /// The same of every mistake, for whoever puts them right.
    public List<Notice> notices() {
        return mistakes.stream().map(this::notice).toList();
    }

    private Notice notice(Mistake mistake) {
        return new Notice(
                Notice.Tone.WARNING,
                mistake.line() == 0 ? "device.template.file" : "device.template.line",
                Map.of(
                        "file", mistake.file(),
                        "line", mistake.line(),
                        "what", mistake.what(),
                        "count", mistakes.size()));
    }

    private static final class Reading {
        private final Path folder;
        private final List<Mistake> mistakes = new ArrayList<>();
        private final Map<Paper, String> texts = new EnumMap<>(Paper.class);
        private Optional<Png> logo = Optional.empty();

        Reading(Path folder) {
            this.folder = folder;
        }

        ShopTemplates read() {
            for (String name : names()) {
                try {
                    read(name);
                } catch (IOException e) {
                    mistake(name, "it cannot be read (" + e.getMessage() + ")", "Let the station read it");
                }
            }
            var templates = Templates.edited(texts, logo);
            templates.mistakes().stream()
                    .map(each ->
                            new Mistake(FOLDER + "/" + each.template() + ENDING, each.line(), each.what(), each.toDo()))
                    .forEach(mistakes::add);
            return new ShopTemplates(templates, mistakes);
        }

        private Collection<String> names() {
            var names = new TreeSet<String>();
            if (!Files.isDirectory(folder)) {
                return names;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (names.size() < MOST_FILES) {
                        names.add(String.valueOf(file.getFileName()));
                    }
                }
            } catch (IOException e) {
                mistakes.add(new Mistake(FOLDER, 0, "the folder cannot be read", "Let the station read it"));
            }
            return names;
        }

        private void read(String name) throws IOException {
            if (name.equals(LOGO)) {
                readLogo();
            } else if (name.endsWith(ENDING)) {
                var paper = paper(name.substring(0, name.length() - ENDING.length()));
                if (paper.isPresent()) {
                    readTemplate(paper.get(), name);
                } else {
                    mistake(name, "no slip is laid out by a file of this name", "Call it one of " + words());
                }
            }
        }

        private void readTemplate(Paper paper, String name) throws IOException {
            byte[] bytes = bytes(name, LARGEST_TEMPLATE);
            if (bytes.length > LARGEST_TEMPLATE) {
                mistake(name, "it has more than " + LARGEST_TEMPLATE / 1024 + " KB", "Make it shorter");
                return;
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                texts.put(paper, text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException _) {
                mistake(name, "its letters are not written as UTF-8", "Save it as UTF-8");
            }
        }

        private void readLogo() throws IOException {
            try {
                logo = Optional.of(Png.of(bytes(LOGO, LARGEST_LOGO)));
            } catch (IllegalArgumentException e) {
                mistake(LOGO, String.valueOf(e.getMessage()), "Save it as a small PNG");
            }
        }

        /// One more than the most, when there are more.
        private byte[] bytes(String name, int most) throws IOException {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new IOException("it is no file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(most + 1);
            }
        }

        private void mistake(String name, String what, String toDo) {
            mistakes.add(new Mistake(FOLDER + "/" + name, 0, what, toDo));
        }

        private static Optional<Paper> paper(String word) {
            return Arrays.stream(Paper.values())
                    .filter(paper -> paper.word().equals(word))
                    .findFirst();
        }

        private static String words() {
            return Arrays.stream(Paper.values())
                    .map(paper -> paper.word() + ENDING)
                    .collect(Collectors.joining(", "));
        }
    }
}
