package org.countinghouse.app.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.shell.Approvals;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.OpenPayment;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.device.Devices;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.SampleShop;

/// A till with an open shift and a connected cash machine, without a window: the real books, the real journal of
/// intents, and whatever stands at the far end of the cable.
final class MachineFixture implements AutoCloseable, OpenPayment {
    private static final long LIMIT_SECONDS = 15;

    final SampleStation station;
    final Session session;
    final List<Command.Sell> sales = new ArrayList<>();
    Approvals approvals = (_, _) -> Optional.empty();
    MovementViewModel movement;
    SettleViewModel settle;
    OwedViewModel owed;
    MachineWatch watch;
    int drawerOpened;
    private final Supplier<Devices> devices;
    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final Background background = new Background(Runnable::run, screen);
    private final SimpleObjectProperty<Optional<Due>> due = new SimpleObjectProperty<>(Optional.empty());
    private Bridge bridge;

    MachineFixture(SampleShop shop, Supplier<Devices> devices) {
        this.station = SampleStation.of(shop);
        this.devices = devices;
        this.session = station.session("dara");
        var floats = station.shop.currencies().stream()
                .map(currency -> Cash.of(Money.parse("1000", currency)))
                .toList();
        station.order(new Command.OpenShift(station.shop.till(), floats, Optional.empty()));
        open();
    }

    private void open() {
        var currencies = station.shop.currencies();
        bridge = Bridge.over(
                List.of(devices.get()),
                new Bridge.Books(
                        station.desk,
                        id -> station.desk.entries(0, Integer.MAX_VALUE).stream()
                                .filter(entry -> entry.id().equals(id))
                                .findFirst(),
                        code -> currencies.stream()
                                .filter(each -> each.code().equals(code))
                                .findFirst()
                                .orElseThrow(),
                        station.shop.till(),
                        UUID::randomUUID));
        var machine = new TillMachine(
                bridge.cashMachines(), station.desk, station.shop, (order, refused) -> approvals.ask(order, refused));
        on(() -> {
            watch = new MachineWatch(machine, background);
            movement = new MovementViewModel(session, machine, watch, this, background, _ -> {});
            settle = new SettleViewModel(session, machine, watch, movement, background);
            owed = new OwedViewModel(session, machine, watch, this, background, () -> drawerOpened++);
            return true;
        });
    }

    /// The power fails; the station is started anew, on the same books.
    void cutThePower(Runnable meanwhile) {
        bridge.close();
        meanwhile.run();
        open();
    }

    /// A customer has to pay.
    UUID pays(String amount) {
        var id = UUID.randomUUID();
        Money left = usd(amount);
        act(() -> due.set(Optional.of(new Due(id, left, left.currency().zero()))));
        return id;
    }

    void paysNothing() {
        act(() -> due.set(Optional.empty()));
    }

    Money usd(String amount) {
        return Money.parse(amount, station.shop.mainCurrency());
    }

    @Override
    public ObservableValue<Optional<Due>> dueProperty() {
        return due;
    }

    /// Sells as the till does: once for each payment, when it is covered.
    @Override
    public boolean deposited(UUID payment, Money amount) {
        var open = due.get().filter(now -> now.payment().equals(payment));
        open.ifPresent(now -> {
            Money got = now.deposited().plus(amount);
            if (amount.compareTo(now.left()) >= 0) {
                var sell = new Command.Sell(
                        station.shop.till(),
                        got,
                        List.of(),
                        List.of(Tendered.of(Tender.MACHINE_DEPOSIT, got)),
                        List.of(),
                        "");
                assertThat(station.order(sell)).isInstanceOf(Answer.Done.class);
                sales.add(sell);
                due.set(Optional.empty());
            } else {
                due.set(Optional.of(new Due(payment, now.left().minus(amount), got)));
            }
        });
        return open.isPresent();
    }

    /// What the books have as owed at this till.
    String owedInBooks() {
        return station.desk.ask(books -> books.owed(station.shop.till())).toString();
    }

    String told() {
        return on(() -> movement.noticeProperty().get().map(each -> each.key()).orElse(""));
    }

    boolean isTaking() {
        return on(() -> movement.movementProperty()
                .get()
                .filter(now -> now.phase() == Movement.Phase.TAKING)
                .isPresent());
    }

    boolean isIdle() {
        return on(() -> movement.movementProperty().get().isEmpty());
    }

    void act(Runnable deed) {
        on(() -> {
            deed.run();
            return true;
        });
    }

    <T> T on(Callable<T> act) {
        try {
            return screen.submit(act).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    void until(BooleanSupplier claim) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time; told: %s", told()).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @Override
    public void close() {
        bridge.close();
        screen.shutdownNow();
    }
}
