package org.countinghouse.app.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop.Reason;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.approval.PolicySet;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.ClockJumped;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.LedgerAccepted;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.entry.StreamOpened;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.machine.OwedWrittenOff;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.LockedOut;
import org.countinghouse.ledger.people.PermissionChanged;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.PersonLeft;
import org.countinghouse.ledger.people.PinChanged;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.people.SignedOut;
import org.countinghouse.ledger.people.TrainingBegan;
import org.countinghouse.ledger.people.TrainingDone;
import org.countinghouse.ledger.people.TrainingEnded;
import org.countinghouse.ledger.people.Unlocked;
import org.countinghouse.ledger.report.CopyPrinted;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.report.XReported;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.safe.PlaceCounted;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.ShiftParked;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.shift.ShiftResumed;
import org.countinghouse.ledger.shift.ShiftSuspended;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.shift.TillReceived;
import org.countinghouse.ledger.shift.TrayEmptied;
import org.countinghouse.ledger.till.DrawerSeen;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Texts;

/// Puts entries into words. Cash that leaves the till has a minus.
final class EntryWords {
    private final Session session;
    private final Texts texts;

    EntryWords(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    EntryRow row(Entry entry) {
        return new EntryRow(
                entry.sequence(),
                Times.time(entry.recordedAt(), session.shop().zone()),
                kind(entry.fact().kind()),
                detail(entry.fact()),
                amounts(entry.fact()).stream().map(Amounts::withCode).collect(Collectors.joining(", ")),
                entry.actor());
    }

    String kind(String kind) {
        String key = "report.kind." + kind;
        return texts.has(key) ? texts.text(key) : texts.text("report.kind.unknown", Map.of("kind", kind));
    }

    String detail(Fact fact) {
        return switch (fact) {
            case SaleMade sale -> sold(sale);
            case RefundMade refund -> joined(tender(refund.tender().word()), reason(refund.reason()));
            case PaidIn in -> joined(reason(in.reason()), in.note());
            case PaidOut out -> joined(reason(out.reason()), out.note());
            case NoSale none -> reason(none.reason());
            case DrawerSeen seen -> seen(seen.what());
            case SafeDropped drop -> drop.bag().isBlank() ? "" : bag(drop.bag());
            case FloatLoaned loan -> loan.note();
            case BankDeposited deposit -> deposit.slip();
            case ChangeReceived change -> change.slip();
            case ShiftOpened opened -> opened.shift().toString();
            case ShiftClosed closed -> closed.shift().toString();
            case TillCounted counted -> counted.shift().toString();
            case OverShortFound found -> overShort(found);
            case ZReported z -> texts.text("report.z.number", Map.of("number", z.number()));
            case PersonAdded added -> added.name();
            case SignedIn in -> in.employee();
            case SignInRefused refused -> refused.employee();
            case SignedOut out -> out.employee();
            case LockedOut out -> out.employee();
            case Unlocked unlocked -> unlocked.employee();
            case PersonLeft gone -> gone.employee();
            case PinChanged changed -> changed.employee();
            case PermissionChanged changed ->
                joined(
                        changed.employee(),
                        (changed.allowed() ? "+" : "-") + changed.verb().word());
            case TrainingBegan began -> began.employee();
            case TrainingEnded ended -> ended.employee();
            case TrainingDone done -> kind(done.what());
            case ShopSetUp shop -> shop.name();
            case StreamOpened opened -> opened.program();
            case ShiftSuspended suspended -> joined(suspended.shift().toString(), suspended.reason());
            case ShiftResumed resumed -> resumed.shift().toString();
            case ShiftParked parked -> parked.shift().toString();
            case ShiftRecounted recounted -> joined(recounted.shift().toString(), reason(recounted.reason()));
            case TrayEmptied emptied -> emptied.shift().toString();
            case TillHandedOver handed -> handed.from() + " \u2192 " + handed.to();
            case TillReceived received -> received.by();
            case TransferSent sent -> joined(bag(sent.bag()), sent.from() + " \u2192 " + sent.to());
            case TransferReceived received ->
                joined(bag(received.bag()), received.at().path(), received.slip());
            case PlaceCounted counted -> counted.place().path();
            case MachineMoved moved -> Account.machine(moved.at()).path();
            case MachineStepped stepped -> stepped(stepped.step());
            case OwedPaid paid -> paid.note();
            case OwedWrittenOff off -> joined(reason(off.reason()), off.note());
            case CorrectionMade made ->
                joined(
                        made.number() + ": " + texts.text("report.kind." + made.wrong()) + " " + made.sequence(),
                        reason(made.reason()));
            case LateRecorded late ->
                joined(late.number() + ": " + late.date(), late.what().word(), reason(late.reason()));
            case RateSet rate ->
                joined(Amounts.withCode(rate.one()) + " = " + Amounts.withCode(rate.take()), rate.source());
            case ItemSet set -> item(set);
            case PolicySet _ -> "";
            case XReported x -> Long.toString(x.number());
            case CopyPrinted copy -> texts.text("report.z.number", Map.of("number", copy.number()));
            case LedgerExported exported -> exported(exported);
            case ClockJumped jumped -> joined(moment(jumped.expected()), moment(jumped.found()));
            case LedgerAccepted accepted -> joined(accepted.fault(), accepted.note());
        };
    }

    private String exported(LedgerExported exported) {
        String period =
                exported.shift().map(ShiftId::toString).orElseGet(() -> exported.from() + " \u2013 " + exported.to());
        return joined(texts.text("backoffice.accounts.form." + exported.form()), period);
    }

    private String stepped(MachineStep step) {
        return joined(step.machine(), machine(step.purpose()), machine(step.stage()));
    }

    private String machine(Enum<?> word) {
        return texts.text(
                "device.machine." + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String bag(String number) {
        return texts.text("slip.bag") + " " + number;
    }

    private String sold(SaleMade sale) {
        String items = sale.lines().stream().map(this::line).collect(Collectors.joining(", "));
        String tenders = sale.tenders().stream()
                .map(each -> tender(each.tender().word()))
                .distinct()
                .collect(Collectors.joining(" + "));
        return joined(tenders, items);
    }

    private String line(SaleLine line) {
        String name = session.catalogue()
                .find(line.item())
                .map(each -> each.item().name(session.language()))
                .orElse(line.item());
        return line.quantity() == 1 ? name : line.quantity() + " \u00d7 " + name;
    }

    private String tender(String word) {
        return texts.text("till.tender." + word);
    }

    private String overShort(OverShortFound found) {
        String word = OverShort.of(found.difference()).name().toLowerCase(Locale.ROOT);
        return texts.text(
                "money." + word,
                Map.of("amount", Amounts.text(found.difference().absolute())));
    }

    /// The shop's name for a reason, where it has one.
    private String reason(String word) {
        var reasons = session.shop().reasons();
        return Stream.of(reasons.paidIn(), reasons.paidOut(), reasons.noSale(), reasons.refund())
                .flatMap(List::stream)
                .filter(reason -> reason.word().equals(word))
                .findFirst()
                .map((Reason reason) -> reason.name(session.language()))
                .orElse(word);
    }

    /// A price is no cash that moves, so it stands in the words and not among the amounts.
    private String item(ItemSet set) {
        String prices = set.prices().stream().map(Amounts::withCode).collect(Collectors.joining(", "));
        return joined(
                set.name(session.language().code()).orElse(set.item()),
                prices,
                set.onSale() ? "" : texts.text("catalogue.withdrawn"));
    }

    private String moment(Instant moment) {
        var zone = session.shop().zone();
        return Times.date(moment, zone) + " " + Times.time(moment, zone);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" \u00b7 "));
    }

    private String seen(DrawerSeen.What what) {
        return texts.text(
                switch (what) {
                    case OPENED_BY_KEY -> "device.drawer.openedByKey";
                    case FOUND_OPEN -> "device.drawer.foundOpen";
                    case LEFT_OPEN -> "device.drawer.leftOpen";
                });
    }

    static List<Money> amounts(Fact fact) {
        return switch (fact) {
            case SaleMade sale -> List.of(sale.total());
            case RefundMade refund -> out(refund.amount());
            case PaidIn in -> List.of(in.amount().amount());
            case PaidOut out -> out(out.amount());
            case SafeDropped drop -> out(drop.amount());
            case FloatLoaned loan -> List.of(loan.amount().amount());
            case BankDeposited deposit -> out(deposit.amount());
            case ChangeReceived change -> List.of(change.amount().amount());
            case ShiftOpened opened ->
                opened.floats().stream().map(each -> each.counted().amount()).toList();
            case ShiftClosed closed ->
                closed.counts().stream().map(each -> each.counted().amount()).toList();
            case TillCounted counted ->
                counted.counted().stream().map(Cash::amount).toList();
            case OverShortFound found -> List.of(found.difference());
            case ShiftRecounted recounted ->
                recounted.counts().stream().map(each -> each.counted().amount()).toList();
            case TrayEmptied emptied -> amounts(emptied.counted());
            case TillHandedOver handed -> out(handed.counted());
            case TillReceived received -> amounts(received.sent());
            case TransferSent sent -> out(sent.cash());
            case TransferReceived received ->
                received.counts().stream().map(each -> each.counted().amount()).toList();
            case PlaceCounted counted ->
                counted.counts().stream().map(each -> each.counted().amount()).toList();
            case MachineMoved moved -> List.of(moved.amount().amount());
            case MachineStepped stepped -> amounts(stepped.step());
            case OwedPaid paid -> out(paid.amount());
            case OwedWrittenOff off -> List.of(off.overShort());
            case CorrectionMade made ->
                made.lines().stream()
                        .filter(line -> !line.currency().isEmpty())
                        .findFirst()
                        .flatMap(line -> made.reversed().stream()
                                .map(posting -> posting.amount())
                                .filter(amount -> amount.currency().code().equals(line.currency()))
                                .findFirst())
                        .stream()
                        .toList();
            case LateRecorded late -> List.of(late.amount());
            case NoSale _,
                    DrawerSeen _,
                    ZReported _,
                    XReported _,
                    CopyPrinted _,
                    LedgerExported _,
                    ShopSetUp _,
                    StreamOpened _,
                    ClockJumped _ -> List.of();
            case ShiftSuspended _, ShiftResumed _, ShiftParked _, RateSet _, PolicySet _, LedgerAccepted _ -> List.of();
            case ItemSet _ -> List.of();
            case PersonAdded _, PersonLeft _, PermissionChanged _, PinChanged _ -> List.of();
            case SignedIn _, SignInRefused _, SignedOut _, LockedOut _, Unlocked _ -> List.of();
            case TrainingBegan _, TrainingEnded _, TrainingDone _ -> List.of();
        };
    }

    /// What was asked for until it is known what moved.
    private static List<Money> amounts(MachineStep step) {
        Money amount = step.stage().isProved()
                ? step.moved().amount()
                : step.asked().orElse(step.moved().amount());
        return List.of(step.purpose() == Purpose.PAY ? amount.negated() : amount);
    }

    private static List<Money> amounts(List<Cash> cash) {
        return cash.stream().map(Cash::amount).toList();
    }

    private static List<Money> out(List<Cash> cash) {
        return cash.stream().map(each -> each.amount().negated()).toList();
    }

    private static List<Money> out(Cash cash) {
        return List.of(cash.amount().negated());
    }
}
