package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.countinghouse.reports.Paper;
import org.countinghouse.reports.Templates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopTemplatesTest {
    @TempDir
    Path data;

    private Path folder;

    @BeforeEach
    void makeTheFolder() throws IOException {
        folder = Files.createDirectories(data.resolve("receipt"));
    }

    @Test
    void aStationWithoutAFolderUsesWhatWeBring() {
        var shop = ShopTemplates.in(data.resolve("elsewhere"));
        assertThat(shop.templates().edited()).isEmpty();
        assertThat(shop.mistakes()).isEmpty();
        assertThat(shop.notice()).isEmpty();
    }

    @Test
    void whatTheShopWroteIsUsedAlsoWithTheMarkAnEditorPutsBeforeIt() throws IOException {
        Files.writeString(folder.resolve("receipt.txt"), "\uFEFFcentre: Hello {shop}\ncut\n");
        Files.writeString(folder.resolve("receipt.txt~"), "nonsense an editor left");
        var shop = ShopTemplates.in(data);
        assertThat(shop.mistakes()).isEmpty();
        assertThat(shop.templates().edited()).containsExactly(Paper.RECEIPT);
    }

    @Test
    void aMistakeNamesFileLineWhatIsWrongAndWhatToDo() throws IOException {
        Files.writeString(folder.resolve("z.txt"), "centre: {shop}\ncolums: a | b\n");
        Files.writeString(folder.resolve("receipt.txt"), "text: {totl}\n");
        Files.writeString(folder.resolve("x.txt"), Templates.text(Paper.X));
        var shop = ShopTemplates.in(data);
        assertThat(shop.mistakes())
                .extracting(ShopTemplates.Mistake::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(
                                        "receipt/receipt.txt, line 1: \"totl\" is nothing this slip knows. Use one of "),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "receipt/z.txt, line 2: \"colums: a | b\" is no line of a template. Begin it with"
                                                + " text:, centre:, right:, columns:, rule, feed 1, qr:, barcode, logo, cut, each, if"
                                                + " or end."));
        assertThat(shop.templates().edited()).containsExactly(Paper.X);
        assertThat(shop.notice()).hasValueSatisfying(told -> {
            assertThat(told.key()).isEqualTo("device.template.line");
            assertThat(told.details())
                    .containsEntry("file", "receipt/receipt.txt")
                    .containsEntry("line", 1);
        });
    }

    @Test
    void whatIsNoTemplateAtAllIsRefused() throws IOException {
        Files.writeString(folder.resolve("recipt.txt"), "cut");
        Files.writeString(folder.resolve("receipt.txt"), "rule\n".repeat(20_000));
        Files.write(folder.resolve("z.txt"), "text: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("x.txt"));
        Files.writeString(folder.resolve("logo.png"), "GIF89a");
        var shop = ShopTemplates.in(data);
        assertThat(shop.mistakes())
                .extracting(ShopTemplates.Mistake::file)
                .containsExactlyInAnyOrder(
                        "receipt/recipt.txt",
                        "receipt/receipt.txt",
                        "receipt/z.txt",
                        "receipt/x.txt",
                        "receipt/logo.png");
        assertThat(shop.mistakes()).extracting(ShopTemplates.Mistake::line).containsOnly(0);
        assertThat(shop.notice()).map(Notice::key).hasValue("device.template.file");
        assertThat(shop.templates().edited()).isEmpty();
    }

    @Test
    void whatWeBringIsWrittenToBeginWithAndNothingIsOverwritten() throws IOException {
        Path own = Files.writeString(folder.resolve("z.txt"), "cut");
        var written = ShopTemplates.write(data, EnumSet.allOf(Paper.class));
        assertThat(written).hasSize(Paper.values().length).containsEntry(own, false);
        assertThat(written.values()).containsOnlyOnce(false);
        assertThat(own).content().isEqualTo("cut");
        var shop = ShopTemplates.in(data);
        assertThat(shop.mistakes()).isEqualTo(List.of());
        assertThat(shop.templates().edited()).containsExactlyInAnyOrder(Paper.values());
    }
}
