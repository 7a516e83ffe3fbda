package org.countinghouse.app.bench;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.ChangeAdvisor;

/// How long the change advisor takes, on random tills: from a drawer with a handful of each piece to one with
/// hundreds, and for anything from a coin to all but a coin of what it holds.
final class ChangeAdviceTimes {
    private static final long SEED = 20_261;
    private static final int TILLS = 1_000;
    private static final int WARM_UP = 20_000;

    private record Question(Money due, Pieces stock) {}

    private ChangeAdviceTimes() {}

    static void print(int rounds, int questions) {
        System.out.printf("%-36s %10s %10s%n", "", "p50 us", "p99 us");
        for (Currency currency : CurrencyBook.load().all(List.of("EUR", "KHR", "VND"))) {
            var timings = new Timings("change advice, " + currency);
            var chance = new SplittableRandom(SEED);
            var asked = IntStream.range(0, TILLS)
                    .mapToObj(_ -> question(currency, chance))
                    .toList();
            new Timings("warm-up").round(WARM_UP, () -> ask(asked, chance));
            for (int i = 0; i < rounds; i++) {
                timings.round(questions, () -> ask(asked, chance));
            }
            System.out.printf("%-36s %10.1f %10.1f%n", timings.name(), timings.micros(50), timings.micros(99));
        }
    }

    private static void ask(List<Question> asked, SplittableRandom chance) {
        Question question = asked.get(chance.nextInt(asked.size()));
        ChangeAdvisor.advise(question.due, question.stock);
    }

    private static Question question(Currency currency, SplittableRandom chance) {
        long most = chance.nextBoolean() ? 8 : 500;
        Map<Long, Long> counts = currency.denominations().stream()
                .collect(Collectors.toMap(Denomination::minorUnits, _ -> chance.nextLong(most)));
        Pieces stock = Pieces.of(currency, counts);
        long step = currency.denominations().getLast().minorUnits();
        long total = stock.total().minorUnits();
        long largest = currency.denominations().getFirst().minorUnits();
        long due = chance.nextLong(1 + (chance.nextBoolean() ? Math.min(total, largest) : total));
        return new Question(currency.of(due / step * step), stock);
    }
}
