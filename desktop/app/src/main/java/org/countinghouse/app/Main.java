package org.countinghouse.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Exit codes: 0 done, 1 the job failed and says why, 2 the command was not understood.
@Command(
        name = "countinghouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The station at a shop's counter: cash ledger, drawer, printer, shifts and reports.",
        subcommands = {})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
