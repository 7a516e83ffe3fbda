package org.countinghouse.app.device;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// One chip per device.
public final class DeviceStripView implements View {
    private static final Duration ASK_AGAIN = Duration.seconds(5);

    private final DeviceStripViewModel model;
    private final Session session;
    private final Timeline asking;
    private final InvalidationListener changed = _ -> showChips();

    @FXML
    private HBox chips;

    public DeviceStripView(DeviceStripViewModel model, Session session) {
        this.model = model;
        this.session = session;
        asking = new Timeline(new KeyFrame(ASK_AGAIN, _ -> model.refresh()));
        asking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        model.health().addListener(changed);
        showChips();
        model.refresh();
        asking.play();
    }

    private void showChips() {
        chips.getChildren().setAll(model.health().stream().map(this::chip).toList());
    }

    private Node chip(DeviceHealth health) {
        Texts texts = session.texts();
        var icon = new FontIcon(
                switch (health.kind()) {
                    case PRINTER -> "mdi2p-printer-outline";
                    case DRAWER -> "mdi2a-archive-outline";
                    case CASH_MACHINE -> "mdi2c-cash-multiple";
                    case LINE_DISPLAY -> "mdi2m-monitor";
                    case SCANNER -> "mdi2b-barcode-scan";
                });
        String device = switch (health.kind()) {
            case PRINTER -> "device.printer";
            case DRAWER -> "device.drawer";
            case CASH_MACHINE -> "device.cashMachine";
            case LINE_DISPLAY -> "device.display";
            case SCANNER -> "device.scanner";
        };
        String state = texts.text("device.state." + state(health.level(), health.fault(), health));
        var label = new Label(texts.text("device.strip", Map.of("device", texts.text(device), "state", state)), icon);
        label.getStyleClass().addAll("strip-item", style(health));
        label.setTooltip(new Tooltip(health.name() + ": " + health.detail()));
        return label;
    }

    private static String state(DeviceHealth.Level level, Optional<DeviceFault> fault, DeviceHealth health) {
        return fault.map(DeviceStripView::word).orElseGet(() -> switch (level) {
            case WELL, FAULT -> "ready";
            case WARNING -> health.kind() == DeviceHealth.Kind.PRINTER ? "paper-low" : "ready";
        });
    }

    private static String style(DeviceHealth health) {
        return switch (health.level()) {
            case WELL -> "ready";
            // A drawer without a sense wire is an ordinary drawer.
            case WARNING -> health.kind() == DeviceHealth.Kind.DRAWER ? "ready" : "attention";
            case FAULT -> "stopped";
        };
    }

    private static String word(DeviceFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void leave() {
        asking.stop();
        model.health().removeListener(changed);
    }
}
