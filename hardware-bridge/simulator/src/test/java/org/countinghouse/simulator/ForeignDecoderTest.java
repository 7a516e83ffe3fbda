package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A decoder that others wrote (npos, MIT licence) reads the bytes we send to a printer: it knows every
/// command, finds the words, and its picture of a Khmer line is read by yet another program. It is older
/// than QR codes, which `zbarimg` reads.
@EnabledOnOs(OS.LINUX)
class ForeignDecoderTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Charset LETTERS = Charset.forName("IBM437");
    private static final String WATER = "ទឹកសុទ្ធ បាយសាច់ជ្រូក សូមអរគុណ";
    private static final Slip RECEIPT = Slip.titled("receipt")
            .centred("Bread Basket", Emphasis.LARGE)
            .columns("2 x Milk", "5.00")
            .text("Café\u001Bp\u0000crème")
            .text(WATER)
            .bars(Barcode.EAN_13, "5901234123457")
            .feed(2)
            .cut()
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void aForeignDecoderKnowsEveryCommandAndReadsWhatWeWrote() throws Exception {
        var bytes = folder.resolve("receipt.bin");
        Files.write(bytes, sent(RECEIPT));

        var commands = decoded(bytes);

        assertThat(commands).extracting(each -> each.get("command").asString()).doesNotContain("ESCp", "GSp");
        assertThat(commands.stream()
                        .mapToLong(each -> each.get("length").asLong())
                        .sum())
                .as("every byte belongs to a command or a text")
                .isEqualTo(Files.size(bytes));
        assertThat(texts(commands)).contains("Bread Basket", "2 x Milk", "5.00").doesNotContain("\u001B", "\u0000");
        assertThat(commands)
                .extracting(each -> each.get("command").asString())
                .startsWith("ESC@")
                .contains("GS!", "GSv0", "GSk", "GSV");
        assertThat(Recogniser.likeness(Recogniser.read(folder, picture(commands), "khm"), WATER))
                .isGreaterThan(0.85);
    }

    private List<JsonNode> decoded(Path bytes) throws IOException, InterruptedException {
        return NodeProgram.installed("foreign-decoder", "decode.js")
                .say(LIMIT, bytes.toString(), folder.toString())
                .stream()
                .map(JSON::readTree)
                .toList();
    }

    private static String texts(List<JsonNode> commands) {
        var all = new StringBuilder();
        commands.stream()
                .flatMap(each -> Optional.ofNullable(each.get("text")).stream())
                .forEach(
                        each -> all.append(new String(each.asString().getBytes(StandardCharsets.ISO_8859_1), LETTERS)));
        return all.toString();
    }

    /// The pictures among the commands, below each other.
    private BufferedImage picture(List<JsonNode> commands) throws IOException {
        var pictures = commands.stream()
                .flatMap(each -> Optional.ofNullable(each.get("picture")).stream())
                .map(each -> folder.resolve(each.asString()))
                .toList();
        assertThat(pictures).isNotEmpty();
        var all = new BufferedImage(600, 40 + 100 * pictures.size(), BufferedImage.TYPE_BYTE_GRAY);
        all.createGraphics().fillRect(0, 0, all.getWidth(), all.getHeight());
        int top = 20;
        for (Path each : pictures) {
            top += draw(all, each, top);
        }
        return all;
    }

    /// A plain bitmap of the netpbm programs: `P1`, width, height, then 1 for each black dot.
    private static int draw(BufferedImage onto, Path bitmap, int top) throws IOException {
        try (var dots = new Scanner(bitmap)) {
            assertThat(dots.next()).isEqualTo("P1");
            int width = dots.nextInt();
            int height = dots.nextInt();
            for (int i = 0; i < width * height; i++) {
                if (dots.nextInt() == 1) {
                    onto.setRGB(i % width, top + i / width, 0);
                }
            }
            return height;
        }
    }

    /// What our driver sends, to a far end that only listens.
    private static byte[] sent(Slip slip) throws Exception {
        try (var far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = CompletableFuture.supplyAsync(() -> heard(far));
            var address = DeviceAddress.of("tcp://127.0.0.1:" + far.getLocalPort() + "?answers=no");
            try (var devices = ((Devices.Connection.Connected) Devices.open(address, LIMIT)).devices()) {
                devices.printer().orElseThrow().print(slip);
            }
            return heard.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static byte[] heard(ServerSocket far) {
        try (var cable = far.accept()) {
            var all = new ByteArrayOutputStream();
            cable.getInputStream().transferTo(all);
            return all.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
