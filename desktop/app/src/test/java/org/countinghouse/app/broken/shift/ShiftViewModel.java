package org.countinghouse.app.broken.shift;

import javafx.scene.Node;
import org.countinghouse.app.broken.till.Till;

final class ShiftViewModel {
    Object show(Till till, Node node) {
        return node == null ? till : node;
    }
}
