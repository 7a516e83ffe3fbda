package org.countinghouse.app.firstrun;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.resources.Language;

/// What was answered at the first start, and the shop that makes.
///
/// @param typed as it was typed; what nobody typed is empty
record Answers(Language language, Map<Field, String> typed) {
    /// The hour that ends the trading day where nobody says otherwise.
    private static final String DAY_ENDS = "04:00";

    private static final int LONGEST_SHORT_NAME = 16;
    private static final int LONGEST_ACCOUNT = 64;

    Answers {
        typed = Map.copyOf(typed);
    }

    String of(Field field) {
        var words = typed.getOrDefault(field, "");
        return field.isSecret() ? words : words.strip();
    }

    String till() {
        return of(Field.TILL).toLowerCase(Locale.ROOT);
    }

    /// The station's name on the wire.
    String station() {
        return "counter-" + till();
    }

    /// What entries of the first person are signed with: letters of their name, where it has some of ours.
    String shortName() {
        return slug(of(Field.PERSON), LONGEST_SHORT_NAME).orElse("manager");
    }

    /// The owner's name in the cloud.
    String account() {
        return of(Field.ACCOUNT).toLowerCase(Locale.ROOT);
    }

    /// What the account is called when nobody says otherwise.
    String proposedAccount() {
        return slug(of(Field.NAME), LONGEST_ACCOUNT).orElse("shop");
    }

    /// Letters and digits of a name, without marks, and `-` between its words.
    private static Optional<String> slug(String name, int longest) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = plain.substring(0, Math.min(longest, plain.length())).replaceAll("-+$", "");
        return Optional.of(cut).filter(word -> !word.isEmpty());
    }

    List<String> currencies() {
        return Stream.of(of(Field.MAIN), of(Field.SECOND))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /// The shop with its first person, whose PIN is in it.
    ShopFile shop() {
        return new ShopFile(
                account(),
                of(Field.NAME),
                Stream.of(of(Field.STREET), of(Field.TOWN))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                of(Field.ZONE),
                language.code(),
                DAY_ENDS,
                currencies(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(new ShopFile.Till(till(), station(), Map.of())),
                List.of(new ShopFile.Employee(shortName(), of(Field.PERSON), Role.OWNER.word(), of(Field.PIN))),
                List.of(),
                FirstReasons.read());
    }

    /// What this station keeps for itself.
    StationFile station(StationFile before) {
        return before.withLanguage(Optional.of(language.code())).withCloud(some(of(Field.CLOUD)), some(of(Field.CODE)));
    }

    private static Optional<String> some(String words) {
        return Optional.of(words).filter(each -> !each.isEmpty());
    }

    /// Without the PINs.
    @Override
    public String toString() {
        return "Answers of " + of(Field.NAME);
    }
}
