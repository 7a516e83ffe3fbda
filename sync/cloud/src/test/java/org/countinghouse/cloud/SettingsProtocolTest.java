package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.countinghouse.replicator.StationIdentity;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.Setting;
import org.countinghouse.wire.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsProtocolTest {
    private static final String PRINTER = """
            countinghouse devices 1
            version 1

            device Front <printer>
              role printer
              address tcp://192.168.1.40:9100
              property String pin 4711
            """;

    private final CloudRig cloud = CloudRig.running();
    private final String tenant = cloud.newTenant();
    private final Counter counter = cloud.enrolled(tenant, "counter-1");
    private final String target = target("counter-1", "devices");

    @TempDir
    Path folder;

    private String target(String station, String key) {
        return "/v1/tenants/" + tenant + "/stations/" + station + "/settings/" + key;
    }

    private HttpResponse<byte[]> post(StationIdentity as, String to, Setting made) {
        return cloud.push(as, to, made.json().getBytes(UTF_8));
    }

    private Setting.Reply sent(long on, String text) {
        return Setting.Reply.read(CloudRig.text(post(counter.identity, target, devices(on, text))));
    }

    private HttpResponse<byte[]> got() {
        return cloud.get(counter.identity, target);
    }

    private static Setting devices(long version, String text) {
        return new Setting("devices", version, text);
    }

    @Test
    void whatNobodySetIsNotThere() {
        assertThat(got().statusCode()).isEqualTo(404);
        assertThat(Setting.Reply.read(CloudRig.text(got()))).isEqualTo(new Setting.Reply.None());
    }

    @Test
    void theNewestVersionIsGivenBackVerbatim() {
        assertThat(sent(0, "first")).isEqualTo(new Setting.Reply.Accepted(1));
        assertThat(sent(1, PRINTER)).isEqualTo(new Setting.Reply.Accepted(2));
        assertThat(got().statusCode()).isEqualTo(200);
        assertThat(Setting.read(CloudRig.text(got()))).isEqualTo(devices(2, PRINTER));
    }

    @Test
    void theSameSentAgainGetsTheSameAnswerAndAddsNothing() {
        sent(0, "first");
        assertThat(sent(0, "first")).isEqualTo(new Setting.Reply.Accepted(1));
        assertThat(Setting.read(CloudRig.text(got()))).isEqualTo(devices(1, "first"));
    }

    @Test
    void whatWasNotMadeOnTheNewestIsToldTheNewestAndKeptNowhere() {
        sent(0, "first");
        sent(1, "second");
        var reply = post(counter.identity, target, devices(1, "other"));
        assertThat(reply.statusCode()).isEqualTo(409);
        assertThat(Setting.Reply.read(CloudRig.text(reply))).isEqualTo(new Setting.Reply.Newer(devices(2, "second")));
        assertThat(sent(7, "from a later life")).isEqualTo(new Setting.Reply.Newer(devices(2, "second")));
        assertThat(Setting.read(CloudRig.text(got()))).isEqualTo(devices(2, "second"));
    }

    @Test
    void whatWasMadeOnAVersionACloudWithoutAnyLostIsToldSo() {
        var reply = post(counter.identity, target, devices(3, "text"));
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(Setting.Reply.read(CloudRig.text(reply))).isEqualTo(new Setting.Reply.None());
    }

    @Test
    void ofManyAtOnceOneIsAcceptedAndTheOthersSeeIt() throws Exception {
        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Setting.Reply>> all = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Setting.Reply>) () -> sent(0, "text " + i))
                    .toList();
            int accepted = 0;
            for (var each : at.invokeAll(all)) {
                switch (each.get()) {
                    case Setting.Reply.Accepted(var version) -> {
                        assertThat(version).isEqualTo(1);
                        accepted++;
                    }
                    case Setting.Reply.Newer(var newest) ->
                        assertThat(newest.version()).isEqualTo(1);
                    case Setting.Reply.None _ -> throw new AssertionError("nothing was kept");
                }
            }
            assertThat(accepted).isEqualTo(1);
        }
    }

    @Test
    void anotherStationAnotherTenantAndNobodyReadAndWriteNothing() {
        sent(0, "mine");
        var neighbour = cloud.enrolled(tenant, "counter-2");
        var stranger = cloud.enrolled(cloud.newTenant(), "counter-1");
        for (var who : List.of(neighbour, stranger)) {
            assertThat(cloud.get(who.identity, target).statusCode()).isEqualTo(401);
            assertThat(post(who.identity, target, devices(1, "theirs")).statusCode())
                    .isEqualTo(401);
        }
        var unsigned = HttpRequest.newBuilder(cloud.address().resolve(target));
        assertThat(cloud.send(unsigned).statusCode()).isEqualTo(401);
        assertThat(Setting.read(CloudRig.text(got()))).isEqualTo(devices(1, "mine"));
    }

    @Test
    void aBodyChangedAfterSigningIsUnauthorised() {
        byte[] signed = devices(0, "mine").json().getBytes(UTF_8);
        byte[] changed = devices(0, "ours").json().getBytes(UTF_8);
        var reply = cloud.send(cloud.signed(counter.identity, "POST", target, signed, changed));
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(got().statusCode()).isEqualTo(404);
    }

    @Test
    void theKeyOfAnEarlierEpochSetsNothingAnyMore() {
        var next = new Counter(tenant, "counter-1", 77);
        assertThat(cloud.enrol(new Stream(tenant, "counter-1", 2), next.identity, CloudRig.CODE)
                        .statusCode())
                .isEqualTo(200);
        assertThat(got().statusCode()).isEqualTo(401);
        assertThat(post(counter.identity, target, devices(0, "old")).statusCode())
                .isEqualTo(401);
        assertThat(post(next.identity, target, devices(0, "new")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoSettingIsCorrupt() {
        for (byte[] body : List.of(
                "{}".getBytes(UTF_8),
                new byte[] {'"', (byte) 0xff, '"'},
                devices(0, "")
                        .json()
                        .replace("\"text\":\"\"", "\"text\":\"\\u0000\"")
                        .getBytes(UTF_8),
                new Setting("other", 0, "").json().getBytes(UTF_8))) {
            var reply = cloud.push(counter.identity, target, body);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(PushReply.read(CloudRig.text(reply))).isInstanceOf(PushReply.Corrupt.class);
        }
        assertThat(cloud.get(counter.identity, target("counter-1", "NO")).statusCode())
                .isEqualTo(400);
        assertThat(cloud.get(counter.identity, target("NO", "devices")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsOverTheLimitIsTooLarge() {
        assertThat(cloud.push(counter.identity, target, new byte[Setting.MOST_BYTES + 1])
                        .statusCode())
                .isEqualTo(413);
        var tooLong = devices(0, "").json().replace("\"\"", "\"" + "a".repeat(Setting.MOST_CHARACTERS + 1) + "\"");
        assertThat(cloud.push(counter.identity, target, tooLong.getBytes(UTF_8)).statusCode())
                .isEqualTo(413);
        assertThat(sent(0, "\n".repeat(Setting.MOST_CHARACTERS))).isEqualTo(new Setting.Reply.Accepted(1));
    }

    @Test
    void theOwnersPageShowsEachStationsDevicesAndNoSecrets() {
        var second = cloud.enrolled(tenant, "counter-2");
        sent(0, "countinghouse devices 1\n");
        sent(1, PRINTER);
        post(second.identity, target("counter-2", "devices"), devices(0, "what nobody reads"));
        var page =
                CloudRig.text(cloud.send(HttpRequest.newBuilder(cloud.address().resolve("/?tenant=" + tenant))));
        assertThat(page)
                .contains("<td>counter-1<td class=n>2<td>station")
                .contains("<td>Front &lt;printer&gt;<td>printer<td>tcp://192.168.1.40:9100")
                .contains("<td>counter-2<td class=n>1<td>station", "no list of devices")
                .doesNotContain("4711", "what nobody reads");
    }

    @Test
    void whoeverRunsTheCloudShowsAndSetsAStationsDevices() throws IOException {
        var file = Files.writeString(folder.resolve("devices.txt"), PRINTER);
        assertThat(devices()).isEqualTo(new Said(0, "", "no devices are kept for counter-1: version 0\n"));
        assertThat(devices("--set=" + file, "--on=0")).isEqualTo(new Said(0, "", "version 1 of counter-1\n"));
        assertThat(devices()).isEqualTo(new Said(0, PRINTER, "version 1 of counter-1\n"));
        assertThat(Setting.read(CloudRig.text(got()))).isEqualTo(devices(1, PRINTER));

        sent(1, "countinghouse devices 1\n");
        assertThat(devices("--set=" + file, "--on=1"))
                .satisfies(said -> assertThat(said.exit).isEqualTo(1))
                .satisfies(said -> assertThat(said.err).contains("the newest version is 2"));
        assertThat(Setting.read(CloudRig.text(got())).version()).isEqualTo(2);
    }

    @Test
    void whoeverRunsTheCloudIsToldWhatCannotBeMeant() throws IOException {
        var nonsense = Files.writeString(folder.resolve("notes.txt"), "milk\n");
        assertThat(devices("--set=" + nonsense, "--on=0").err).contains("is no list of devices");
        assertThat(devices("--set=" + nonsense).exit).isEqualTo(2);
        assertThat(devices("--station=counter-9").err).contains("no station counter-9 is enrolled yet");
        assertThat(devices("--tenant=nowhere").err).contains("there is no tenant nowhere");
        assertThat(got().statusCode()).isEqualTo(404);
    }

    private record Said(int exit, String out, String err) {}

    private Said devices(String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new StationDevices(Clock.systemUTC()))
                .setOverwrittenOptionsAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, command, _) -> {
                    command.getErr().println(e.getMessage());
                    return 1;
                });
        var arguments = new ArrayList<>(List.of("--data=" + cloud.data(), "--tenant=" + tenant, "--station=counter-1"));
        arguments.addAll(List.of(more));
        int exit = line.execute(arguments.toArray(String[]::new));
        return new Said(exit, out.toString(), err.toString());
    }
}
