package org.countinghouse.app.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countinghouse.app.shell.DataOptions;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countinghouse script FILE|-`.
@Command(
        name = "script",
        mixinStandardHelpOptions = true,
        description = "The station's commands as JSON lines, one reply line for each, printed once it is durable."
                + " The grammar is in desktop/app/README.md.")
public final class ScriptCommand implements Callable<Integer> {
    /// Opens a station for a script.
    public interface Opener {
        /// @param devices addresses as an installer types them
        Workplace open(DataOptions options, List<String> devices);
    }

    private final Opener opener;

    @Parameters(paramLabel = "FILE", description = "the script; - reads standard input")
    private @Nullable String file;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--device",
            paramLabel = "ADDRESS",
            description = "a cash machine or a printer, by its address; repeatable")
    private List<String> devices = List.of();

    @Option(names = "--stop-on-error", description = "stop at the first command that is refused, with exit code 1")
    private boolean stopOnError;

    public ScriptCommand(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        var texts = Texts.load(Language.ENGLISH);
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (var in = new BufferedReader(source());
                var stage = opener.open(options, devices)) {
            boolean allDone = new ScriptLines(new Script(stage, texts), new Replies(texts), stopOnError).run(in, out);
            return allDone || !stopOnError ? 0 : 1;
        }
    }

    private Reader source() {
        if ("-".equals(file)) {
            return new InputStreamReader(System.in, StandardCharsets.UTF_8);
        }
        Path path = Path.of(String.valueOf(file));
        try {
            return Files.newBufferedReader(path);
        } catch (IOException e) {
            throw new StationFault(
                    "cannot read the script " + path + ": there is no such file, or it may not be read", e);
        }
    }
}
