package org.countinghouse.app.device;

import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// One chip per device; the printer's opens its slips.
public final class DeviceStripView implements View {
    private static final Duration ASK_AGAIN = Duration.seconds(5);

    private final DeviceStripViewModel model;
    private final Session session;
    private final Timeline asking;
    private final InvalidationListener changed = _ -> showChips();
    private final PrintJobsViewModel slips;
    private final PrinterChip printer = new PrinterChip();
    private Subscription life = Subscription.EMPTY;

    @FXML
    private HBox strip;

    @FXML
    private HBox chips;

    @FXML
    private PrintJobsView printJobsController;

    public DeviceStripView(DeviceStripViewModel model, PrintJobsViewModel slips, Session session) {
        this.model = model;
        this.slips = slips;
        this.session = session;
        asking = new Timeline(new KeyFrame(ASK_AGAIN, _ -> model.refresh()));
        asking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        model.health().addListener(changed);
        life = slips.chipProperty().subscribe(_ -> showChips());
        printer.opens(printJobsController);
        strip.getChildren().addFirst(printer.node());
        model.refresh();
        asking.play();
    }

    /// The printer's chip stays in the scene: it may have the focus, and its list hangs on it.
    private void showChips() {
        var first = model.health().stream()
                .filter(health -> health.kind() == DeviceHealth.Kind.PRINTER)
                .findFirst()
                .filter(_ -> slips.hasPrinter());
        first.ifPresent(this::showSlips);
        printer.node().setVisible(first.isPresent());
        printer.node().setManaged(first.isPresent());
        chips.getChildren()
                .setAll(model.health().stream()
                        .filter(health -> first.filter(health::equals).isEmpty())
                        .map(this::label)
                        .toList());
    }

    private void showSlips(DeviceHealth health) {
        Texts texts = session.texts();
        String more = slips.chipProperty()
                .get()
                .map(told -> " \u00b7 " + told.in(texts))
                .orElse("");
        String style = slips.asksForALook() && health.fault().isEmpty() ? "attention" : style(health);
        printer.show(words(health) + more, style, tip(health), texts.text("device.print.open"));
    }

    private Node label(DeviceHealth health) {
        var icon = new FontIcon(
                switch (health.kind()) {
                    case PRINTER -> PrinterChip.ICON;
                    case DRAWER -> "mdi2a-archive-outline";
                    case CASH_MACHINE -> "mdi2c-cash-multiple";
                    case LINE_DISPLAY -> "mdi2m-monitor";
                    case SCANNER -> "mdi2b-barcode-scan";
                });
        var label = new Label(words(health), icon);
        label.getStyleClass().addAll("strip-item", style(health));
        label.setTooltip(new Tooltip(tip(health)));
        return label;
    }

    private static String tip(DeviceHealth health) {
        return health.name() + ": " + health.detail();
    }

    private String words(DeviceHealth health) {
        Texts texts = session.texts();
        String device = DeviceWords.kind(health.kind());
        String state = texts.text(DeviceWords.state(health));
        return texts.text("device.strip", Map.of("device", texts.text(device), "state", state));
    }

    private static String style(DeviceHealth health) {
        return switch (health.level()) {
            case WELL -> "ready";
            // A drawer without a sense wire is an ordinary drawer.
            case WARNING -> health.kind() == DeviceHealth.Kind.DRAWER ? "ready" : "attention";
            case FAULT -> "stopped";
        };
    }

    @Override
    public void leave() {
        asking.stop();
        model.health().removeListener(changed);
        life.unsubscribe();
        printJobsController.leave();
    }
}
