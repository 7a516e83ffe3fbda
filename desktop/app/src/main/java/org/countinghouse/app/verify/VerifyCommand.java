package org.countinghouse.app.verify;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.DataFolder;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `countinghouse verify --data DIR`.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Go through a ledger from its first entry to its last: every hash, every sum, and what the cloud"
                + " acknowledged. Exit code 1 names the first bad entry.")
public final class VerifyCommand implements Callable<Integer> {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int SHORT_DIGITS = 8;
    private static final Pattern ANCHOR = Pattern.compile("([1-9][0-9]{0,17}):([0-9A-Fa-f]{" + SHORT_DIGITS + ",64})");

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the station's data folder")
    private @Nullable Path data;

    @Option(
            names = "--from",
            paramLabel = "SEQ:HASH",
            description =
                    "begin at an entry known from outside, by the sequence and hash of a slip or as many digits of it"
                            + " as are there; newest begins at the newest high-water mark or acknowledgement")
    private @Nullable String from;

    private Verification verified(Verifier verifier) {
        if (from == null) {
            return verifier.verify();
        }
        if (from.equals("newest")) {
            return verifier.verifyFromNewest();
        }
        var anchor = ANCHOR.matcher(from);
        if (!anchor.matches()) {
            throw new StationFault("--from is newest, or a sequence and a hash of at least " + SHORT_DIGITS
                    + " digits such as 480:5f0c9a1e, not " + from);
        }
        return verifier.verifyFrom(Long.parseLong(anchor.group(1)), anchor.group(2));
    }

    @Override
    public Integer call() {
        var texts = Texts.load(Language.ENGLISH);
        Path folder = Path.of(String.valueOf(data));
        DataFolder.refuseDamage(folder);
        long start = System.nanoTime();
        var verification =
                verified(new Verifier(folder, CurrencyBook.load(), done -> System.err.printf("\r%,d entries", done)));
        long nanos = System.nanoTime() - start;
        System.err.print("\r");
        return switch (verification) {
            case Verification.Whole whole -> {
                System.out.printf(
                        "whole: %,d entries of %s, head %s (%,d entries/s)%n",
                        whole.entries(),
                        whole.stream(),
                        whole.head().shortHex(),
                        whole.entries() * NANOS_PER_SECOND / Math.max(nanos, 1));
                yield 0;
            }
            case Verification.WholeFrom whole -> {
                System.out.printf(
                        "whole from entry %,d: %,d entries behind it, head %s%n",
                        whole.anchor().sequence(),
                        whole.head().sequence() - whole.anchor().sequence(),
                        whole.head().hash().shortHex());
                yield 0;
            }
            case Verification.Broken broken -> {
                System.err.println(texts.text(
                        "refused.chain-broken",
                        Map.of(
                                "sequence", Long.toString(broken.sequence()),
                                "found", broken.found(),
                                "expected", broken.expected())));
                yield 1;
            }
            case Verification.BooksDiffer differ -> {
                System.err.println(texts.text(
                        "refused.books-differ", Map.of("found", differ.found(), "expected", differ.expected())));
                yield 1;
            }
        };
    }
}
