package org.countinghouse.javapos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jpos.BaseControl;
import jpos.BillAcceptor;
import jpos.BillDispenser;
import jpos.CashChanger;
import jpos.CashChangerConst;
import jpos.CoinAcceptor;
import jpos.CoinDispenser;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One JavaPOS device of a cash machine: a changer, or one of the four devices that only take or only give notes or
/// coins. The numbers of their states are the same but for a coin dispenser's, see [PartState].
final class CashPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CashPart.class);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(10);

    /// Some machines take everything out and count it when they are opened.
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(90);

    /// A call that pays or repays takes as long as there are pieces.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final VendorKind kind;
    private final ControlThread<CashControl> thread;
    private ControlThread.@Nullable Started<Introduction> opening;
    private Deadline openingEnd = Deadline.in(OPEN_LIMIT);
    private volatile boolean asyncOver;
    private Introduction known =
            new Introduction("", "", "", CashCounts.NONE, CashCounts.NONE, false, false, false, "");

    /// What a device says of itself when it is opened.
    ///
    /// @param currency empty when it does not tell
    /// @param pays the values it can pay out; a coin dispenser has no list and is asked what it holds
    /// @param takes the values it can take
    /// @param async whether a payout is begun by one call and ends by an event
    /// @param repays whether an open deposit can be given back
    /// @param bareLists whether the vendor writes one kind of cash without the semicolon
    /// @param unwell why its own check failed; empty when it did not
    record Introduction(
            String model,
            String serial,
            String currency,
            CashCounts pays,
            CashCounts takes,
            boolean async,
            boolean repays,
            boolean bareLists,
            String unwell) {}

    CashPart(VendorKind kind, String logicalName, News news) {
        this.kind = kind;
        thread = new ControlThread<>(
                logicalName,
                true,
                PATIENCE,
                () -> control(kind),
                base -> ByName.of(CashControl.class, base),
                new Ears() {
                    @Override
                    public void status(int status) {
                        if (status == CashChangerConst.CHAN_STATUS_ASYNC) {
                            asyncOver = true;
                        }
                        news.arrive();
                    }

                    @Override
                    public void data() {
                        news.arrive();
                    }
                });
    }

    private static BaseControl control(VendorKind kind) {
        return switch (kind) {
            case CASH_CHANGER -> new CashChanger();
            case BILL_ACCEPTOR -> new BillAcceptor();
            case BILL_DISPENSER -> new BillDispenser();
            case COIN_ACCEPTOR -> new CoinAcceptor();
            case COIN_DISPENSER -> new CoinDispenser();
            case PRINTER, DRAWER, LINE_DISPLAY, SCANNER -> throw new IllegalArgumentException(kind + " holds no cash");
        };
    }

    VendorKind kind() {
        return kind;
    }

    String name() {
        return thread.logicalName();
    }

    Introduction known() {
        return known;
    }

    /// Opens it anew. An opening that takes longer than the limit goes on, and the next try waits for it.
    ///
    /// @param currency to be set, if it is not the one that is
    Introduction open(Optional<String> currency, Duration limit) throws IOException {
        if (opening == null || openingEnd.isOver()) {
            thread.renew();
            asyncOver = false;
            openingEnd = Deadline.in(OPEN_LIMIT);
            opening = thread.start(seat -> {
                seat.ready();
                return introduced(seat.control(), currency.orElse(""));
            });
        }
        if (!opening.endsWithin(limit)) {
            throw new IOException(name() + " is still being opened");
        }
        try {
            known = opening.await(Duration.ZERO);
            return known;
        } catch (JposException e) {
            throw new IOException(name() + ": " + NoUse.words(e), e);
        } finally {
            opening = null;
        }
    }

    private Introduction introduced(CashControl control, String currency) throws JposException {
        String now = orElse("", control::getCurrencyCode);
        if (!currency.isEmpty() && !now.isEmpty() && !now.equals(currency)) {
            control.setCurrencyCode(currency);
        }
        String list = kind.pays() ? orElse("", control::getCurrencyCashList) : "";
        String deposits = kind.takes() && canDeposit(control) ? orElse("", control::getDepositCashList) : "";
        var statistics = Statistics.of(control);
        String model = statistics.model();
        return new Introduction(
                model.isEmpty() ? orElse(name(), control::getPhysicalDeviceDescription) : model,
                statistics.serial(),
                currency.isEmpty() ? now : currency,
                kind == VendorKind.COIN_DISPENSER
                        ? counted(control, new ArrayList<>()).orElse(CashCounts.NONE)
                        : listed(list),
                listed(deposits.isEmpty() && kind.takes() && canDeposit(control) ? list : deposits),
                kind.pays() && isAsync(control),
                kind == VendorKind.CASH_CHANGER && orElse(false, control::getCapRepayDeposit),
                !(list + deposits).contains(";"),
                checked(control));
    }

    private boolean canDeposit(CashControl control) throws JposException {
        return kind != VendorKind.CASH_CHANGER || orElse(false, control::getCapDeposit);
    }

    /// A jammed machine may fail its check and must be reachable all the same.
    private static String checked(CashControl control) {
        try {
            control.checkHealth(JposConst.JPOS_CH_INTERNAL);
            return "";
        } catch (JposException e) {
            return e.getErrorCode() == JposConst.JPOS_E_ILLEGAL ? "" : NoUse.words(e);
        }
    }

    private static boolean isAsync(CashControl control) {
        try {
            control.setAsyncMode(true);
            return true;
        } catch (JposException _) {
            return false;
        }
    }

    private CashCounts listed(String list) {
        try {
            return sided(CashCounts.readList(list));
        } catch (IOException e) {
            LOG.warn("{}: {}", name(), e.getMessage());
            return CashCounts.NONE;
        }
    }

    private CashCounts sided(CashCounts counts) {
        return kind.notesOnly() || kind.coinsOnly() ? counts.allAs(kind.notesOnly()) : counts;
    }

    /// What it holds and how it does.
    ///
    /// @param inside empty when it cannot tell, now or ever
    record Seen(Sight.State state, Optional<CashCounts> inside, List<Alarm> alarms) {}

    Seen look() throws IOException {
        if (thread.isOff()) {
            throw new IOException(name() + " is switched off or not plugged in");
        }
        var seen = ask(ASK_LIMIT, control -> {
            var alarms = new ArrayList<Alarm>();
            if (!known.unwell().isEmpty()) {
                alarms.add(Alarm.of(Alarm.Kind.FAULT, name() + ": " + known.unwell()));
            }
            var state = new PartState(kind, name(), control, alarms);
            return new Seen(state.state(), counted(control, alarms), alarms);
        });
        if (thread.isOff()) {
            throw new IOException(name() + " is switched off or not plugged in");
        }
        return seen;
    }

    private Optional<CashCounts> counted(CashControl control, List<Alarm> alarms) throws JposException {
        String[] counts = {""};
        boolean[] discrepancy = {false};
        try {
            control.readCashCounts(counts, discrepancy);
        } catch (JposException e) {
            if (isMissing(e) || e.getErrorCode() == JposConst.JPOS_E_BUSY) {
                return Optional.empty();
            }
            throw e;
        }
        if (discrepancy[0]) {
            alarms.add(Alarm.of(Alarm.Kind.DISCREPANCY, name() + " is not sure of its counts"));
        }
        try {
            return Optional.of(
                    sided(CashCounts.read(Optional.ofNullable(counts[0]).orElse(""))));
        } catch (IOException e) {
            alarms.add(Alarm.of(Alarm.Kind.DISCREPANCY, name() + " tells no counts: " + e.getMessage()));
            return Optional.empty();
        }
    }

    /// Sends the one call that pays out.
    ///
    /// @param byAmount whether the device chooses the pieces
    /// @throws JposException what the device says to it
    /// @throws Hangs when an asynchronous call did not come back: whether it was heard is not known
    Payout pay(CashCounts counts, boolean byAmount, Duration limit) throws JposException, Hangs {
        asyncOver = false;
        var started = thread.start(seat -> {
            if (byAmount) {
                seat.control().dispenseChange(Math.toIntExact(counts.worth()));
            } else {
                seat.control().dispenseCash(known.bareLists() ? counts.bare() : counts.text());
            }
            return true;
        });
        if (known.async()) {
            started.await(limit);
        } else if (started.endsWithin(limit)) {
            started.await(Duration.ZERO);
            asyncOver = true;
        }
        return new Payout(this, counts, byAmount, started);
    }

    boolean isAsync() {
        return known.async();
    }

    /// Whether the event that ends an asynchronous payout has come.
    boolean isAsyncOver() {
        return asyncOver;
    }

    /// Begins something that may take longer than anybody waits.
    <T> ControlThread.Started<T> start(Question<T> question) throws Hangs {
        return thread.start(seat -> question.to(seat.control()));
    }

    void stop() throws IOException {
        ask(ASK_LIMIT, control -> {
            orNothing(control::clearOutput);
            return true;
        });
    }

    <T> T ask(Question<T> question) throws IOException {
        return ask(ASK_LIMIT, question);
    }

    /// @throws IOException when there is no answer, or one nobody expects
    <T> T ask(Duration limit, Question<T> question) throws IOException {
        try {
            return thread.call(limit, seat -> {
                seat.ready();
                return question.to(seat.control());
            });
        } catch (JposException e) {
            throw new IOException(name() + ": " + NoUse.words(e), e);
        }
    }

    interface Question<T> {
        T to(CashControl control) throws JposException;
    }

    interface Property<T> {
        T get() throws JposException;
    }

    interface Call {
        void make() throws JposException;
    }

    /// What a device that lacks a property has instead of it.
    static <T> T orElse(T otherwise, Property<T> property) throws JposException {
        try {
            T value = property.get();
            return value == null ? otherwise : value;
        } catch (JposException e) {
            if (isMissing(e)) {
                return otherwise;
            }
            throw e;
        }
    }

    static void orNothing(Call call) throws JposException {
        try {
            call.make();
        } catch (JposException e) {
            if (!isMissing(e)) {
                throw e;
            }
        }
    }

    private static boolean isMissing(JposException e) {
        return e.getErrorCode() == JposConst.JPOS_E_ILLEGAL || e.getErrorCode() == JposConst.JPOS_E_NOSERVICE;
    }

    @Override
    public void close() {
        thread.close();
    }
}
