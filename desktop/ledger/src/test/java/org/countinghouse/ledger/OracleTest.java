package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.GBP;
import static org.countinghouse.ledger.Day.TILL;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rule that refuses above the expected amount tells it: who asks often enough finds the amount where the answer
/// changes. Before the count is sealed no answer to a cashier changes there.
class OracleTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static final List<Function<Money, Command>> QUESTIONS = List.of(
            amount -> new Command.DropToSafe(TILL, Cash.of(amount), "17"),
            amount -> new Command.PayOut(TILL, Cash.of(amount), "milk", ""),
            amount -> new Command.PayIn(TILL, Cash.of(amount), "found", ""),
            amount -> new Command.LoanFloat(TILL, Cash.of(amount), ""),
            amount -> new Command.Refund(TILL, Cash.of(amount), Tender.CASH, Optional.empty(), "stale"),
            amount -> new Command.CountTill(TILL, List.of(Cash.of(amount))),
            amount -> new Command.CloseShift(TILL, List.of(Cash.of(amount)), "18", true),
            amount -> new Command.HandOver(TILL, "rith", List.of(Cash.of(amount)), "", ""),
            amount -> new Command.Recount(TILL, List.of(Cash.of(amount)), "look", ""),
            amount -> new Command.SendBag("7", Account.till(TILL), Account.SAFE, List.of(Cash.of(amount)), ""),
            amount -> new Command.Sell(
                    TILL,
                    GBP.of(1),
                    List.of(),
                    List.of(Tendered.of(Tender.CASH, amount.plus(GBP.of(1)))),
                    Optional.empty(),
                    ""));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noAnswerChangesAtTheExpectedAmount(long seed) {
        var shop = trade(seed);
        for (var question : QUESTIONS) {
            assertThat(tells(shop, question, OracleTest::decide)).isFalse();
        }
    }

    /// The suite can find such a rule.
    @Test
    void aDropRefusedAboveTheExpectedAmountWouldBeFound() {
        var shop = trade(1);
        BiFunction<Day, Command, Decision> leaky = (day, command) -> command instanceof Command.DropToSafe drop
                        && drop.amount().amount().compareTo(day.expected(GBP)) > 0
                ? CashRules.refuse(Refusal.DROP_EXCEEDS_COUNT)
                : decide(day, command);
        assertThat(tells(shop, QUESTIONS.getFirst(), leaky)).isTrue();
    }

    private static boolean tells(
            Day shop, Function<Money, Command> question, BiFunction<Day, Command, Decision> answer) {
        long expected = shop.expected(GBP).minorUnits();
        return LongStream.of(1, expected / 2, expected - 1, expected, expected + 1, 2 * expected, 100 * expected)
                        .mapToObj(minor -> inWords(answer.apply(shop, question.apply(GBP.of(minor)))))
                        .distinct()
                        .count()
                > 1;
    }

    /// What somebody sees of a decision, whatever amount they asked with.
    private static String inWords(Decision decision) {
        return switch (decision) {
            case Decision.Decided decided ->
                decided.facts().stream().map(fact -> fact.kind()).toList().toString();
            case Decision.Refused refused -> refused.why().code();
        };
    }

    private static Decision decide(Day shop, Command command) {
        return new CashRules(shop.books, new Circumstances(TODAY, "dara", Optional.empty(), History.in(List.of())))
                .decide(command);
    }

    private static Day trade(long seed) {
        var chance = new SplittableRandom(seed);
        var shop = Day.day("as nary");
        shop.give(new Command.SetPolicy(
                new Policy(List.of(new Policy.Limit(Role.CASHIER, Matter.OVER_SHORT, "GBP", 1_00)), List.of(), 3)));
        shop.then("as dara\nfloat " + amount(chance, 10_000, 90_000));
        for (int sale = 0; sale < 3 + chance.nextInt(10); sale++) {
            shop.then("sale " + amount(chance, 100, 9_000) + (chance.nextInt(3) == 0 ? " card" : ""));
        }
        return shop.then("paid-out " + amount(chance, 100, 900) + " milk");
    }

    private static String amount(SplittableRandom chance, int least, int most) {
        return GBP.of(chance.nextInt(least, most)).decimal();
    }
}
