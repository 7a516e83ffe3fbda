package org.countinghouse.app.firstrun;

import java.net.URI;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.PinEntry;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.replicator.CloudAddress;

/// What an answer must be like, in words where it is not.
final class Checks {
    private static final int LONGEST = 60;
    private static final Pattern ON_THE_WIRE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Pattern TILL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,14}[a-z0-9])?");
    private static final Pattern DIGITS =
            Pattern.compile("[0-9]{" + PinEntry.FEWEST_DIGITS + "," + PinEntry.MOST_DIGITS + "}");

    private final CurrencyBook currencies;

    Checks(CurrencyBook currencies) {
        this.currencies = currencies;
    }

    /// What is wrong on one page, by field; nothing when one may go on.
    Map<Field, Notice> of(Step step, Answers answers) {
        var problems = new EnumMap<Field, Notice>(Field.class);
        for (Field field : step.fields()) {
            problem(field, answers)
                    .ifPresent(word -> problems.put(field, Notice.of(Tone.WARNING, "firstrun.problem." + word)));
        }
        return problems;
    }

    private Optional<String> problem(Field field, Answers answers) {
        var typed = answers.of(field);
        return switch (field) {
            case NAME, PERSON -> needed(typed, field.word()).or(() -> tooLong(typed));
            case STREET, TOWN -> tooLong(typed);
            case ZONE -> unless(ZoneId.getAvailableZoneIds().contains(typed), "zone");
            case MAIN -> unless(currencies.find(typed).isPresent(), "main");
            case SECOND -> second(typed, answers);
            case TILL -> unless(TILL.matcher(answers.till()).matches() && isTill(answers.till()), "till");
            case PIN -> unless(DIGITS.matcher(typed).matches(), "pin");
            case AGAIN -> unless(typed.equals(answers.of(Field.PIN)), "again");
            case ACCOUNT -> unless(ON_THE_WIRE.matcher(answers.account()).matches(), "account");
            case CLOUD -> unless(typed.isEmpty() || isCloud(typed), "cloud");
            case CODE -> code(typed, answers.of(Field.CLOUD));
        };
    }

    private static Optional<String> needed(String typed, String word) {
        return unless(!typed.isEmpty(), word);
    }

    private static Optional<String> tooLong(String typed) {
        return unless(typed.length() <= LONGEST, "long");
    }

    private Optional<String> second(String typed, Answers answers) {
        return unless(typed.isEmpty() || currencies.find(typed).isPresent(), "main")
                .or(() -> unless(typed.isEmpty() || !typed.equals(answers.of(Field.MAIN)), "second"));
    }

    private static Optional<String> code(String code, String cloud) {
        return unless(cloud.isEmpty() || !code.isEmpty(), "code")
                .or(() -> unless(!cloud.isEmpty() || code.isEmpty(), "nowhere"));
    }

    private static boolean isTill(String name) {
        return name.chars().allMatch(TillId::isSpelledWith);
    }

    private static boolean isCloud(String typed) {
        try {
            return !new CloudAddress(URI.create(typed), "").toString().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<String> unless(boolean right, String problem) {
        return right ? Optional.empty() : Optional.of(problem);
    }
}
