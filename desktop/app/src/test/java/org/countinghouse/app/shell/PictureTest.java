package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void aPictureReadsBackPixelByPixel() throws Exception {
        var drawn = new WritableImage(37, 11);
        for (int x = 0; x < 37; x++) {
            for (int y = 0; y < 11; y++) {
                drawn.getPixelWriter().setColor(x, y, Color.rgb(x * 6, y * 23, (x + y) * 5));
            }
        }
        var read = new Image(new ByteArrayInputStream(Picture.png(drawn)));
        assertThat(read.isError()).isFalse();
        for (int x = 0; x < 37; x++) {
            for (int y = 0; y < 11; y++) {
                assertThat(read.getPixelReader().getArgb(x, y))
                        .isEqualTo(drawn.getPixelReader().getArgb(x, y));
            }
        }
    }
}
