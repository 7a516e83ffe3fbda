package org.countinghouse.app.firstrun;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countinghouse.resources.Texts;

/// What will be set up, to be read once more. PINs are not in it.
final class Review {
    private Review() {}

    record Fact(String name, String value) {}

    static List<Fact> of(Answers answers, Texts texts) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.text("firstrun.language"), answers.language().ownName()));
        facts.add(new Fact(texts.text("firstrun.name"), answers.of(Field.NAME)));
        var address = answers.of(Field.STREET) + " " + answers.of(Field.TOWN);
        if (!address.isBlank()) {
            facts.add(new Fact(texts.text("firstrun.address"), address.strip()));
        }
        facts.add(new Fact(texts.text("firstrun.zone"), answers.of(Field.ZONE)));
        facts.add(new Fact(
                texts.text("firstrun.currencies"),
                answers.currencies().stream()
                        .map(code -> CurrencyChoice.words(code, texts))
                        .collect(Collectors.joining(", "))));
        facts.add(new Fact(texts.text("firstrun.till"), answers.till()));
        facts.add(new Fact(texts.text("firstrun.person"), answers.of(Field.PERSON) + " (" + answers.shortName() + ")"));
        facts.add(new Fact(texts.text("firstrun.account"), answers.account()));
        facts.add(new Fact(
                texts.text("firstrun.cloud"),
                answers.of(Field.CLOUD).isEmpty() ? texts.text("firstrun.cloud.none") : answers.of(Field.CLOUD)));
        return facts;
    }
}
