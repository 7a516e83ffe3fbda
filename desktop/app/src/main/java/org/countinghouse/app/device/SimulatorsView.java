package org.countinghouse.app.device;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.View;

/// The simulated devices of a training: the printer with its drawer on one side, the cash machine on the other.
public final class SimulatorsView implements View {
    @FXML
    private ToggleButton showMachine;

    @FXML
    private ToggleButton showPrinter;

    @FXML
    private Node machine;

    @FXML
    private SimulatedMachineView machineController;

    @FXML
    private Node printer;

    @FXML
    private SimulatedPrinterView printerController;

    @FXML
    private void initialize() {
        showMachine.setOnAction(_ -> turn(true));
        showPrinter.setOnAction(_ -> turn(false));
        turn(true);
    }

    private void turn(boolean toMachine) {
        showMachine.setSelected(toMachine);
        showPrinter.setSelected(!toMachine);
        machine.setVisible(toMachine);
        printer.setVisible(!toMachine);
    }

    @Override
    public void enter(Destination destination) {
        machineController.focus();
    }

    @Override
    public void leave() {
        machineController.leave();
        printerController.leave();
    }
}
