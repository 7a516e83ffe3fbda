package org.countinghouse.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlipTest {
    @Test
    void aSlipIsSetInColumns() {
        var slip = Slip.titled("Z 17")
                .centred("Baguette & Co", Emphasis.LARGE)
                .rule()
                .columns("Expected", "73.50")
                .columns("Counted", "73.00", Emphasis.BOLD)
                .right("short 0.50")
                .feed(1)
                .qr("a3f9", "Z 17")
                .cut()
                .build();

        assertThat(slip.asText(24)).isEqualTo("""
                       Baguette &
                           Co
                ------------------------
                Expected           73.50
                Counted            73.00
                              short 0.50

                       [QR a3f9]
                          Z 17
                - - - - - - - - - - - -
                """);
    }

    @Test
    void noRowIsWiderThanThePaper() {
        var slip = Slip.titled("wide")
                .text("Croissant aux amandes, pain au chocolat, tarte-au-citron-meringuée-de-la-maison")
                .columns("A very long name of a thing that is for sale here", "1,234,567.00")
                .columns("sum", "១២៣៤៥៦ រៀល", Emphasis.LARGE)
                .build();

        assertThat(slip.asText(20).lines())
                .allSatisfy(row -> assertThat(Cells.width(row)).isLessThanOrEqualTo(20));
    }

    @Test
    void khmerVowelSignsAndSubscriptsTakeNoCellOfTheirOwn() {
        assertThat(Cells.width("ប្រាក់")).isEqualTo(2);
        assertThat(Cells.width("៥០០០៛")).isEqualTo(5);
        assertThat(Slip.titled("km").columns("ប្រាក់", "៥០០០៛").build().asText(16))
                .isEqualTo("ប្រាក់" + " ".repeat(9) + "៥០០០៛\n");
    }

    @Test
    void aNameCannotCarryPrinterCommands() {
        var kick = "Bob\u001Bp\u0000\u0019\u00FA";

        assertThat(Arrays.asList(
                        new Line.Text(kick, Align.LEFT, Emphasis.PLAIN).text(),
                        new Line.Columns(kick, kick, Emphasis.PLAIN).left(),
                        new Slip(kick, java.util.List.of()).title()))
                .containsOnly("Bob¿p¿¿\u00FA");
        assertThatThrownBy(() -> new Line.Qr(kick, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReprintSaysSo() {
        assertThat(Slip.titled("Z 17").text("body").build().marked("DUPLICATE").asText(20))
                .isEqualTo(" DUPLICATE\nbody\n".indent(0).replace(" DUPLICATE", "     DUPLICATE"));
    }
}
