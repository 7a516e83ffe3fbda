package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.countinghouse.app.backoffice.CorrectionViewModel.Step;
import org.countinghouse.app.backoffice.Period.Preset;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Proof;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verification.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditViewModelTest {
    private static final int DAY = 86_400;

    private final SampleStation station = SampleStation.bakery();

    @BeforeEach
    void aPaidOutAndANoSale() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        station.order(new Command.PayOut(station.shop.till(), Cash.of(station.money("12.00")), "milk", "two crates"));
        station.order(new Command.OpenDrawer(station.shop.till(), "change"));
    }

    private AuditViewModel model(String employee) {
        return new AuditViewModel(station.session(employee), trail(), SampleStation.atOnce());
    }

    private AuditTrail trail() {
        return new AuditTrail(station.desk, station.shop, station, station.proof);
    }

    private String manager() {
        return station.desk.ask(books -> books.people().stream()
                .filter(person -> person.may(Verb.READ_LEDGER) && person.may(Verb.CORRECT))
                .findFirst()
                .orElseThrow()
                .employee());
    }

    private AuditRow row(AuditViewModel model, Class<?> fact) {
        return model.sheet().shown().stream()
                .filter(row -> fact.isInstance(row.entry().fact()))
                .findFirst()
                .orElseThrow();
    }

    private static String said(AuditViewModel model) {
        return model.noticeProperty().get().map(Notice::key).orElse("");
    }

    @Test
    void everyEntryOfThePeriodIsThereInOrder() {
        var model = model(manager());
        assertThat(model.sheet().shown().stream().map(AuditRow::sequence))
                .isSorted()
                .hasSameSizeAs(station.desk.entries(0, 100));
        assertThat(row(model, PaidOut.class).detail()).isEqualTo("Milk \u00b7 two crates");
    }

    @Test
    void aPeriodHoldsItsBusinessDatesOnly() {
        station.desk.waitSeconds(3 * DAY);
        station.order(new Command.RefuseSignIn("dara"));
        var model = model(manager());
        model.choose(Preset.YESTERDAY);
        assertThat(model.sheet().size()).isZero();
        model.choice().fromProperty().set("2026-11-20");
        model.choice().toProperty().set("2026-11-21");
        model.look();
        assertThat(model.sheet().shown())
                .isNotEmpty()
                .allMatch(row -> row.date().equals("2026-11-21"));
        model.choice().toProperty().set("the day before");
        model.look();
        assertThat(said(model)).isEqualTo("backoffice.period.unreadable");
    }

    @Test
    void aWeekBeginsOnMondayAndAMonthOnTheFirst() {
        var wednesday = LocalDate.of(2026, 11, 25);
        assertThat(Preset.WEEK.before(wednesday)).isEqualTo(new Period(LocalDate.of(2026, 11, 23), wednesday));
        assertThat(Preset.MONTH.before(wednesday)).isEqualTo(new Period(LocalDate.of(2026, 11, 1), wednesday));
    }

    @Test
    void whatIsWrittenMeanwhileFollows() {
        var model = model(manager());
        int before = model.sheet().size();
        station.order(new Command.OpenDrawer(station.shop.till(), "change"));
        assertThat(model.sheet().size()).isEqualTo(before + 1);
        model.close();
        station.order(new Command.OpenDrawer(station.shop.till(), "change"));
        assertThat(model.sheet().size()).isEqualTo(before + 1);
    }

    @Test
    void theLimitIsToldWhenItIsHit() {
        var model = new AuditViewModel(station.session(manager()), trail(), SampleStation.atOnce(), 3);
        assertThat(model.sheet().size()).isEqualTo(3);
        assertThat(said(model)).isEqualTo("backoffice.audit.limit");
    }

    @Test
    void aReadingThatIsStoppedSaysSo() {
        var work = new ArrayList<Runnable>();
        var model = new AuditViewModel(station.session(manager()), trail(), new Background(work::add, Runnable::run));
        assertThat(model.readingProperty().get()).isTrue();
        model.stop();
        work.removeFirst().run();
        assertThat(model.readingProperty().get()).isFalse();
        assertThat(said(model)).isEqualTo("backoffice.audit.stopped");
    }

    @Test
    void aCorrectionIsLookedAtThenWrittenAndLinksBothWays() {
        var model = model(manager());
        model.choose(Optional.of(row(model, PaidOut.class)));
        model.correct();
        var correction = model.correction();
        correction.goOn();
        assertThat(correction.stepProperty().get()).isEqualTo(Step.ENTERING);
        correction.reasonProperty().set("typed twice");
        correction.goOn();
        assertThat(correction.sentence()).contains("Paid-out").contains("typed twice");
        assertThat(station.desk.facts(CorrectionMade.class)).isEmpty();
        correction.back();
        correction.goOn();
        correction.write();
        correction.write();
        assertThat(station.desk.facts(CorrectionMade.class)).hasSize(1);
        var wrong = row(model, PaidOut.class);
        assertThat(model.isCorrected(wrong)).isTrue();
        assertThat(said(model)).isEqualTo("backoffice.correct.done");
        var by = model.chosenProperty()
                .get()
                .orElseThrow()
                .about()
                .orElseThrow()
                .correctedBy()
                .orElseThrow();
        model.follow(by);
        var about = model.chosenProperty().get().orElseThrow().about().orElseThrow();
        assertThat(about.corrects()).contains(wrong.entry());
    }

    @Test
    void whatWasCorrectedIsNotCorrectedAgain() {
        var model = model(manager());
        var wrong = row(model, PaidOut.class);
        correct(wrong.entry());
        model.choose(Optional.of(wrong));
        assertThat(model.isCorrectable(model.chosenProperty().get().orElseThrow()))
                .isFalse();
    }

    /// Nothing is offered that the ledger would not do, and nothing kept back that it would.
    @Test
    void whatCanBeCorrectedIsWhatTheLedgerCorrects() {
        for (Entry entry : station.desk.entries(0, 100)) {
            boolean refused = correct(entry) instanceof Answer.Refused no && no.why() == Refusal.NOT_CORRECTABLE;
            assertThat(AuditTrail.isCorrectable(entry.fact()))
                    .as(entry.fact().kind())
                    .isEqualTo(!refused);
        }
    }

    private Answer correct(Entry entry) {
        return station.desk.perform(new Order(
                UUID.randomUUID(),
                manager(),
                Optional.empty(),
                new Command.Correct(station.shop.till(), entry.id(), "test", "")));
    }

    @Test
    void aReasonOfTheShopThatNeedsANoteGetsOne() {
        station.policy(new Policy(List.of(), List.of(new Policy.Reason(Matter.CORRECTION, "other", true)), 3));
        var model = model(manager());
        model.choose(Optional.of(row(model, PaidOut.class)));
        model.correct();
        model.correction().reasonProperty().set("other");
        model.correction().goOn();
        assertThat(model.correction().noticeProperty().get().map(Notice::key)).contains("refused.note-missing");
        model.correction().noteProperty().set("the milk came back");
        model.correction().goOn();
        model.correction().write();
        assertThat(station.desk.facts(CorrectionMade.class))
                .singleElement()
                .satisfies(made -> assertThat(made.note()).isEqualTo("the milk came back"));
    }

    @Test
    void aLateEntryIsWrittenForAClosedDay() {
        var model = model(manager());
        var late = model.correction();
        late.recordLate();
        late.reasonProperty().set("found in the drawer");
        late.goOn();
        assertThat(late.noticeProperty().get().map(Notice::key)).contains("safe.missing.amount");
        late.amountProperty().set("7.50");
        late.goOn();
        assertThat(late.sentence()).contains("2026-11-20").contains("7.50 GBP");
        late.write();
        assertThat(station.desk.facts(LateRecorded.class)).singleElement().satisfies(made -> {
            assertThat(made.amount()).isEqualTo(station.money("7.50"));
            assertThat(made.note()).isEqualTo("found in the drawer");
        });
    }

    @Test
    void theChosenEntrysSlipIsPrintedOnce() {
        var model = model(manager());
        model.choose(Optional.of(row(model, PaidOut.class)));
        model.print();
        assertThat(station.printed).hasSize(1);
        assertThat(said(model)).isEqualTo("report.printed");
    }

    @Test
    void whoMustCountBlindReadsNoAmountOfAnOpenShift() {
        station.desk.perform(new Order(
                UUID.randomUUID(),
                manager(),
                Optional.empty(),
                new Command.ChangePermission("dara", Verb.READ_LEDGER, true)));
        var model = model("dara");
        assertThat(row(model, PaidOut.class).amounts()).isEmpty();
        assertThat(row(model, PaidOut.class).detail()).doesNotContain("12");
        model.choose(Optional.of(row(model, PaidOut.class)));
        var whole = model.chosenProperty().get().orElseThrow();
        assertThat(model.isPrintable(whole)).isFalse();
        assertThat(model.isCorrectable(whole)).isFalse();
        assertThat(row(model, NoSale.class).hidden()).isTrue();
    }

    @Test
    void theCheckTellsWhatItFound() {
        station.proof = Optional.of(proved(new Verification.Broken(7, Fault.HASH, "a", "b")));
        var model = model(manager());
        assertThat(model.checksBooks()).isTrue();
        model.check().begin();
        assertThat(model.check().noticeProperty().get())
                .contains(new Notice(Notice.Tone.DANGER, "backoffice.verify.broken", java.util.Map.of("sequence", 7L)));
    }

    @Test
    void aCheckThatIsStoppedSaysHowFarItCame() {
        var work = new ArrayList<Runnable>();
        station.proof = Optional.of(proved(new Verification.Broken(7, Fault.HASH, "a", "b")));
        var check = new VerifyViewModel(trail(), new Background(work::add, Runnable::run));
        check.begin();
        check.stop();
        work.removeFirst().run();
        assertThat(check.noticeProperty().get().map(Notice::key)).contains("backoffice.verify.stopped");
        assertThat(check.runningProperty().get()).isFalse();
    }

    private static Proof proved(Verification found) {
        return new Proof() {
            @Override
            public Optional<String> hash(long sequence) {
                return Optional.of("5f0c9a1e77d203bb00");
            }

            @Override
            public Optional<Verification> verify(LongPredicate goOn) {
                return goOn.test(3) ? Optional.of(found) : Optional.empty();
            }
        };
    }

    @Test
    void aHashIsReadOutInShortWords() {
        assertThat(AuditWords.spoken("5f0c9a1e77d203bb00")).isEqualTo("5f0c 9a1e 77d2 03bb");
    }
}
