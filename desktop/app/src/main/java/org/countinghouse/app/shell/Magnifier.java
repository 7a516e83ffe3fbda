package org.countinghouse.app.shell;

import javafx.beans.DefaultProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// Shows its page larger than the window where somebody wants larger letters, and moves the page under the window:
/// after the focus, by the wheel and by a finger. The page is laid out as on the smallest screen it was drawn for, so
/// that larger letters never cut a word off.
///
/// Not a scroll pane: that takes the focus wherever it is clicked, and a till that lost the focus loses digits.
@DefaultProperty("page")
public final class Magnifier extends Region {
    private final Scale scale = new Scale(1, 1);
    private final Rectangle window = new Rectangle();
    private @Nullable Region page;
    private double left;
    private double top;

    public Magnifier() {
        setClip(window);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        sceneProperty().flatMap(scene -> scene.focusOwnerProperty()).subscribe(owner -> {
            if (owner != null) {
                show(owner);
            }
        });
    }

    public @Nullable Region getPage() {
        return page;
    }

    public void setPage(Region shown) {
        page = shown;
        shown.getTransforms().setAll(scale);
        getChildren().setAll(shown);
    }

    void magnify(TextSize size) {
        scale.setX(size.scale());
        scale.setY(size.scale());
        left = 0;
        top = 0;
        requestLayout();
    }

    /// Shows the beginning of the page again.
    void home() {
        move(0, 0);
    }

    private boolean magnifies() {
        return scale.getX() > 1;
    }

    @Override
    protected void layoutChildren() {
        window.setWidth(getWidth());
        window.setHeight(getHeight());
        if (page != null) {
            page.resize(pageWidth(), pageHeight());
            move(left, top);
        }
    }

    private double pageWidth() {
        return magnifies() ? Math.max(Shell.WIDTH, getWidth() / scale.getX()) : getWidth();
    }

    private double pageHeight() {
        return magnifies() ? Math.max(Shell.HEIGHT, getHeight() / scale.getY()) : getHeight();
    }

    private void move(double toLeft, double toTop) {
        left = Math.clamp(toLeft, 0, Math.max(0, pageWidth() * scale.getX() - getWidth()));
        top = Math.clamp(toTop, 0, Math.max(0, pageHeight() * scale.getY() - getHeight()));
        if (page != null) {
            page.relocate(-left, -top);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (magnifies()) {
            move(left - event.getDeltaX(), top - event.getDeltaY());
            event.consume();
        }
    }

    /// Moves the page so that a part of it is seen. What fills the window already is left where it is.
    private void show(Node part) {
        if (!magnifies() || page == null || !isOn(part)) {
            return;
        }
        Bounds seen = sceneToLocal(part.localToScene(part.getBoundsInLocal()));
        move(
                left + beyond(seen.getMinX(), seen.getMaxX(), getWidth()),
                top + beyond(seen.getMinY(), seen.getMaxY(), getHeight()));
    }

    private boolean isOn(Node part) {
        for (Node each = part; each != null; each = each.getParent()) {
            if (each == page) {
                return true;
            }
        }
        return false;
    }

    /// How far a stretch lies beyond the room from 0 on; nothing for one that does not fit in.
    private static double beyond(double from, double to, double room) {
        if (to - from > room) {
            return 0;
        }
        return from < 0 ? from : Math.max(0, to - room);
    }
}
