package org.countinghouse.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstRunViewModelTest {
    @TempDir
    Path data;

    private final List<ShopFile> made = new ArrayList<>();
    private final Session session = new Session(SampleStation.bakery().shop, Language.ENGLISH, UUID::randomUUID);
    private boolean full;
    private int opened;
    private FirstRunViewModel model;

    @BeforeEach
    void begin() {
        var task = new FirstShop(Staging.begin(data), this::make);
        model = new FirstRunViewModel(
                session, task, SampleStation.atOnce(), ZoneId.of("Asia/Phnom_Penh"), () -> opened++);
    }

    private void make(Path folder, ShopFile shop) {
        if (full) {
            throw new StationFault("there is no room");
        }
        made.add(shop);
        shop.keepIn(folder);
    }

    private void type(Map<Field, String> words) {
        words.forEach((field, text) -> model.typed(field).set(text));
    }

    private void answerEverything() {
        type(Map.of(
                Field.NAME, "Café Soleil",
                Field.MAIN, "USD",
                Field.SECOND, "KHR",
                Field.PERSON, "Chan Maly",
                Field.PIN, "246810",
                Field.AGAIN, "246810"));
    }

    private void goTo(Step step) {
        while (model.stepProperty().get() != step) {
            var before = model.stepProperty().get();
            model.next();
            assertThat(model.stepProperty().get())
                    .as("%s says %s", before, model.problemsProperty().get())
                    .isNotEqualTo(before);
        }
    }

    private List<String> problems() {
        return model.problemsProperty().get().values().stream().map(Notice::key).toList();
    }

    @Test
    void whoAnswersEverythingHasAShopAndIsLedToTheSignIn() {
        answerEverything();
        goTo(Step.DONE);
        var shop = ShopFile.in(data);
        assertThat(shop.name()).isEqualTo("Café Soleil");
        assertThat(shop.tenant()).isEqualTo("cafe-soleil");
        assertThat(shop.currencies()).containsExactly("USD", "KHR");
        assertThat(shop.tills().getFirst().station()).isEqualTo("counter-1");
        assertThat(made.getFirst().employees().getFirst().employee()).isEqualTo("chan-maly");
        assertThat(made.getFirst().employees().getFirst().pin()).isEqualTo("246810");
        assertThat(StationFile.in(data).language()).contains("en");
        assertThat(opened).isZero();
        model.next();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenBeforeTheLastPage() throws IOException {
        answerEverything();
        goTo(Step.REVIEW);
        assertThat(made).isEmpty();
        assertThat(names()).containsExactly("first-run");
    }

    @Test
    void thePinsAreForgottenOnceTheShopIsThere() {
        answerEverything();
        goTo(Step.DONE);
        assertThat(model.typed(Field.PIN).get()).isEmpty();
        assertThat(model.typed(Field.AGAIN).get()).isEmpty();
    }

    @Test
    void whatFailsIsToldAndCanBeTriedAgain() throws IOException {
        answerEverything();
        goTo(Step.REVIEW);
        full = true;
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REVIEW);
        assertThat(model.noticeProperty().get()).hasValueSatisfying(told -> {
            assertThat(told.key()).isEqualTo("firstrun.failed");
            assertThat(told.details()).containsEntry("reason", "there is no room");
        });
        assertThat(names()).containsExactly("first-run");
        full = false;
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(Step.DONE);
    }

    @Test
    void onePressSetsUpOneShop() {
        answerEverything();
        goTo(Step.REVIEW);
        model.next();
        model.back();
        assertThat(model.stepProperty().get()).as("there is no way back").isEqualTo(Step.DONE);
        assertThat(made).hasSize(1);
    }

    @Test
    void goingBackKeepsWhatWasTyped() {
        answerEverything();
        goTo(Step.MANAGER);
        model.back();
        model.back();
        assertThat(model.stepProperty().get()).isEqualTo(Step.CURRENCIES);
        assertThat(model.typed(Field.PERSON).get()).isEqualTo("Chan Maly");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, '', name",
        "NAME, ' ', name",
        "STREET, 'ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss', long",
        "ZONE, Phnom Penh, zone",
        "MAIN, '', main",
        "MAIN, XXX, main",
        "SECOND, USD, second",
        "TILL, '', till",
        "TILL, kasse ä, till",
        "TILL, -1, till",
        "PERSON, '', person",
        "PIN, 123, pin",
        "PIN, 12345a, pin",
        "AGAIN, 246811, again",
        "ACCOUNT, Kedai Roti!, account",
        "CLOUD, cloud.example.org, cloud",
        "CLOUD, http://cloud.example.org, cloud",
        "CLOUD, https://cloud.example.org/path, cloud",
        "CLOUD, https://cloud.example.org, code",
        "CODE, ABCD-1234, nowhere"
    })
    void whatCannotBeRightIsToldInWordsAndHoldsThePage(Field field, String typed, String problem) {
        answerEverything();
        goTo(field.step());
        model.typed(field).set(typed);
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(field.step());
        assertThat(problems()).contains("firstrun.problem." + problem);
        assertThat(model.problemsProperty().get().values())
                .allSatisfy(told -> assertThat(session.texts().has(told.key())).isTrue());
    }

    @Test
    void aCloudIsKeptForTheStationWithItsCode() {
        answerEverything();
        type(Map.of(Field.CLOUD, "https://cloud.example.org", Field.CODE, "ABCD-1234", Field.ACCOUNT, "soleil"));
        goTo(Step.DONE);
        assertThat(ShopFile.in(data).tenant()).isEqualTo("soleil");
        assertThat(StationFile.in(data).cloud()).contains("https://cloud.example.org");
        assertThat(StationFile.in(data).code()).contains("ABCD-1234");
    }

    @Test
    void aNameWithoutOurLettersStillSigns() {
        answerEverything();
        type(Map.of(Field.PERSON, "ចាន់ ម៉ាលី", Field.NAME, "ហាងកាហ្វេ"));
        assertThat(model.answers().shortName()).isEqualTo("manager");
        assertThat(model.answers().proposedAccount()).isEqualTo("shop");
    }

    @Test
    void theReviewNamesNoPin() {
        answerEverything();
        assertThat(Review.of(model.answers(), session.texts()).toString())
                .contains("Café Soleil", "US dollar (USD), Cambodian riel (KHR)")
                .doesNotContain("246810");
        assertThat(model.answers().toString()).doesNotContain("246810");
    }

    @Test
    void aTimeZoneIsFoundByPartOfItsName() {
        type(Map.of(Field.ZONE, "phnom"));
        assertThat(model.zones()).containsExactly("Asia/Phnom_Penh");
        type(Map.of(Field.ZONE, "bangkok asia"));
        assertThat(model.zones()).containsExactly("Asia/Bangkok");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
