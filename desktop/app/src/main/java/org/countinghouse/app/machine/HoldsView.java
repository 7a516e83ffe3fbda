package org.countinghouse.app.machine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Texts;

/// How the machine stands: its state and what is wrong in words; what it holds for whoever may read balances; filling
/// it from the safe for whoever may.
public final class HoldsView implements View {
    private final MachineWatch watch;
    private final MovementViewModel movement;
    private final Session session;
    private final Texts texts;
    private Optional<Sight> shown = Optional.empty();
    private Subscription life = Subscription.EMPTY;

    @FXML
    private WrappedLabel words;

    @FXML
    private VBox alarms;

    @FXML
    private GridPane holds;

    @FXML
    private WrappedLabel notTold;

    @FXML
    private HBox fills;

    public HoldsView(MachineWatch watch, MovementViewModel movement, Session session) {
        this.watch = watch;
        this.movement = movement;
        this.session = session;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        for (double part : new double[] {34, 22, 44}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(part);
            holds.getColumnConstraints().add(column);
        }
        life = watch.standingProperty().subscribe(this::show);
    }

    private void show(Standing standing) {
        words.setText(standing.machine()
                .map(view -> MachineWords.state(view).in(texts))
                .orElse(texts.text("machine.state.none")));
        Optional<Sight> sight = standing.machine().flatMap(HoldsView::seen);
        notTold.setText(texts.text(mayRead() ? "machine.holds.notKnown" : "machine.holds.whoMay"));
        boolean told = mayRead() && sight.flatMap(Sight::holdings).isPresent();
        present(holds, told);
        present(notTold, !told && standing.isConnected());
        if (!sight.equals(shown)) {
            shown = sight;
            alarms.getChildren().setAll(alarmed(sight));
            if (told) {
                sight.flatMap(Sight::holdings).ifPresent(this::fillIn);
            }
        }
        if (fills.getChildren().isEmpty() && mayFill()) {
            fills.getChildren()
                    .setAll(session.shop().currencies().stream()
                            .filter(standing::deals)
                            .map(this::fill)
                            .toList());
        }
    }

    private static Optional<Sight> seen(CashMachine.View view) {
        return switch (view) {
            case CashMachine.View.NoAnswer _ -> Optional.empty();
            case CashMachine.View.Seen(var _, var sight) -> Optional.of(sight);
        };
    }

    /// Whoever counts blind learns nothing here either.
    private boolean mayRead() {
        return !session.countsBlind()
                && session.person()
                        .filter(person -> person.may(Verb.READ_BALANCES))
                        .isPresent();
    }

    private boolean mayFill() {
        return session.person().filter(person -> person.may(Verb.MOVE_MACHINE)).isPresent();
    }

    private List<Label> alarmed(Optional<Sight> sight) {
        return sight.stream()
                .flatMap(seen -> seen.alarms().stream())
                .map(alarm -> {
                    var label = new Label(texts.text("machine.alarm."
                            + alarm.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
                    label.getStyleClass().add("machine-alarm");
                    return label;
                })
                .toList();
    }

    private void fillIn(Holdings held) {
        holds.getChildren().clear();
        int row = 0;
        row = heading(row);
        var pieces = held.in(Place.RECYCLER).counts();
        for (Currency currency : session.shop().currencies()) {
            for (var each : currency.denominations()) {
                Integer count = pieces.get(new Denomination(currency.code(), each.minorUnits()));
                if (count != null) {
                    var worth = currency.of(each.minorUnits());
                    row = line(
                            row,
                            Amounts.withCode(worth),
                            String.valueOf(count),
                            Amounts.text(currency.of(Math.multiplyExact(each.minorUnits(), count))));
                }
            }
        }
    }

    private int heading(int row) {
        int next = line(
                row, texts.text("machine.holds.denomination"), texts.text("count.quantity"), texts.text("count.sum"));
        holds.getChildren().forEach(each -> each.getStyleClass().add("hint"));
        return next;
    }

    private int line(int row, String denomination, String count, String sum) {
        var right = new Label(count);
        var total = new Label(sum);
        holds.addRow(row, new Label(denomination), right, total);
        for (Label each : List.of(right, total)) {
            each.setMaxWidth(Double.MAX_VALUE);
            each.getStyleClass().add("machine-number");
        }
        return row + 1;
    }

    private Button fill(Currency currency) {
        var button = new Button(texts.text("machine.fill.begin", Map.of("currency", currency.code())));
        button.setId("fill-" + currency.code());
        button.setOnAction(_ -> movement.fill(currency));
        return button;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
