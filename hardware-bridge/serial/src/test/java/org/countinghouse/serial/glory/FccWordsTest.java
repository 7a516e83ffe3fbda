package org.countinghouse.serial.glory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests as they are sent, and answers as machines were seen to give them.
class FccWordsTest {
    private static final Denomination TEN_CENTS = new Denomination("EUR", 10);
    private static final FccCash.Line TWO_TENS =
            new FccCash.Line(new Denomination("EUR", 1000), 0, 1, 2, FccCash.Fill.NOT_TOLD);

    @Test
    void aRequestInItsEnvelope() {
        assertThat(SoapText.of(FccRequest.change(-1250).dressed("10000000042", Optional.of("S1"))))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                        + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:bru=\"http://www.glory.co.jp/bruebox.xsd\"><soapenv:Body><bru:ChangeRequest>"
                        + "<bru:Id>Countinghouse</bru:Id><bru:SeqNo>10000000042</bru:SeqNo>"
                        + "<bru:SessionID>S1</bru:SessionID><bru:Amount>-1250</bru:Amount>"
                        + "<Option bru:type=\"1\"></Option></bru:ChangeRequest></soapenv:Body></soapenv:Envelope>");
    }

    @Test
    void piecesInARequest() {
        assertThat(bare(FccRequest.cashout(List.of(TWO_TENS))))
                .isEqualTo(
                        "<Cash bru:type=\"2\"><Denomination bru:cc=\"EUR\" bru:devid=\"1\" bru:fv=\"1000\" bru:rev=\"0\">"
                                + "<bru:Piece>2</bru:Piece><bru:Status>0</bru:Status></Denomination></Cash>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open        | Open        | OpenOperation        | <bru:User>till &amp; 1</bru:User><bru:UserPwd>&lt;pw&gt;</bru:UserPwd><bru:DeviceName>Countinghouse</bru:DeviceName>
            close       | Close       | CloseOperation       | ''
            occupy      | Occupy      | OccupyOperation      | ''
            release     | Release     | ReleaseOperation     | ''
            status      | Status      | GetStatus            | <Option bru:type="0"></Option><RequireVerification bru:type="1"></RequireVerification>
            inventory   | Inventory   | InventoryOperation   | <Option bru:type="0"></Option>
            changeCancel| ChangeCancel| ChangeCancelOperation| <Option bru:type="0"></Option>
            startCashin | StartCashin | StartCashinOperation | <Option bru:type="0"></Option>
            endCashin   | EndCashin   | EndCashinOperation   | ''
            cashinCancel| CashinCancel| CashinCancelOperation| ''
            reset       | Reset       | ResetOperation       | ''
            lock        | LockUnit    | LockUnitOperation    | <Option bru:type="1"></Option>
            unlock      | UnLockUnit  | UnLockUnitOperation  | <Option bru:type="2"></Option>
            register    | RegisterEvent   | RegisterEventOperation   | <bru:Url>192.168.1.10</bru:Url><bru:Port>55561</bru:Port>
            unregister  | UnRegisterEvent | UnRegisterEventOperation | <bru:Url>192.168.1.10</bru:Url><bru:Port>55561</bru:Port>
            time        | AdjustTime  | AdjustTimeOperation  | <Date bru:day="11" bru:month="3" bru:year="2019"></Date><Time bru:hour="10" bru:minute="30" bru:second="0"></Time>
            fill        | StartReplenishmentFromEntrance  | StartReplenishmentFromEntranceOperation  | ''
            endFill     | EndReplenishmentFromEntrance    | EndReplenishmentFromEntranceOperation    | ''
            cancelFill  | ReplenishmentFromEntranceCancel | ReplenishmentFromEntranceCancelOperation | ''
            """)
    void everyRequestAsItIsSent(String which, String name, String operation, String body) {
        FccRequest request = named(which);
        assertThat(request.name()).isEqualTo(name);
        assertThat(request.operation()).isEqualTo(operation);
        assertThat(bare(request)).isEqualTo(body);
    }

    @Test
    void anAnswerARealMachineGave() throws UnreadableXml {
        var reply = FccReply.of(SoapText.bodyOf("""
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>\
                </soapenv:Header><soapenv:Body><n:ChangeResponse xmlns:n="http://www.glory.co.jp/bruebox.xsd" \
                n:result="0"><n:Id>0</n:Id><n:SeqNo>1006</n:SeqNo><n:User></n:User><n:Amount>500</n:Amount>\
                <n:ManualDeposit>0</n:ManualDeposit><Status><n:Code>19</n:Code><DevStatus n:devid="1" n:val="0" \
                n:st="1500"></DevStatus></Status><Cash n:type="1"><Denomination n:cc="THB" n:fv="1000" n:rev="0" \
                n:devid="2"><n:Piece>1</n:Piece><n:Status>0</n:Status></Denomination></Cash><Cash n:type="2">\
                <Denomination n:cc="THB" n:fv="500" n:rev="0" n:devid="2"><n:Piece>1</n:Piece><n:Status>0</n:Status>\
                </Denomination></Cash></n:ChangeResponse></soapenv:Body></soapenv:Envelope>
                """));

        assertThat(reply.name()).isEqualTo("ChangeResponse");
        assertThat(reply.result()).isEqualTo(FccResult.DONE);
        assertThat(reply.sequence()).isEqualTo("1006");
        assertThat(reply.status()).isEqualTo(FccStatus.WAITING_FOR_INVENTORY);
        assertThat(reply.cash(FccCash.IN, "")).contains(Pieces.of(new Denomination("THB", 1000), 1));
        assertThat(reply.cash(FccCash.OUT, "")).contains(Pieces.of(new Denomination("THB", 500), 1));
        assertThat(reply.cash(FccCash.DISPENSABLE, "")).isEmpty();
    }

    @Test
    void anInventoryWithoutNameSpacesAndCurrency() throws UnreadableXml {
        var reply = FccReply.of(FccXml.read("<InventoryResponse result=\"0\"><Cash type=\"4\"><Denomination fv=\"10\">"
                        + "<Piece>5</Piece><Status>1</Status></Denomination></Cash></InventoryResponse>")
                .getFirst());

        var stock = Stock.of(reply, "EUR");

        assertThat(stock.dispensableOf("EUR")).isEqualTo(Pieces.of(TEN_CENTS, 5));
        assertThat(stock.alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.denomination()).contains(TEN_CENTS));
    }

    @Test
    void anEventAMachineTold() throws UnreadableXml {
        assertThat(FccEvent.in("""
                <BbxEventRequest><StatusChangeEvent>
                    <Status>4</Status>
                    <Amount>1500</Amount>
                    <Error>0</Error>
                    <RecoveryURL />
                    <User />
                    <SeqNo />
                </StatusChangeEvent></BbxEventRequest>
                """, "")).containsExactly(new FccEvent.StatusChanged(FccStatus.COUNTING, 1500, ""));
    }

    @Test
    void severalEventsInOneFrame() throws UnreadableXml {
        assertThat(FccEvent.in(
                        "<BbxEventRequest><HeartBeatEvent><SerialNo>7</SerialNo></HeartBeatEvent></BbxEventRequest>"
                                + "<BbxEventRequest><GlyCashierEvent devid=\"1\"><eventWaitForRemoving>"
                                + "<DevicePositionID>3</DevicePositionID></eventWaitForRemoving></GlyCashierEvent>"
                                + "<CashoutResponse result=\"0\"><SeqNo>0012</SeqNo></CashoutResponse></BbxEventRequest>",
                        ""))
                .hasSize(3)
                .startsWith(new FccEvent.HeartBeat(), new FccEvent.WaitsForHand())
                .last()
                .isInstanceOf(FccEvent.Answered.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, BUSY",
        "1, READY",
        "2, BUSY",
        "3, TAKING",
        "4, TAKING",
        "5, PAYING",
        "6, TAKING",
        "7, PAYING",
        "8, BUSY",
        "12, BUSY",
        "13, JAMMED",
        "16, TAKING",
        "21, PAYING",
        "22, PAYING",
        "23, BUSY",
        "26, OUT_OF_ORDER",
        "30, JAMMED",
        "40, BUSY",
        "41, OUT_OF_ORDER",
        "77, BUSY"
    })
    void aStatusInOurWords(int code, Sight.State state) {
        assertThat(FccStatus.of(code).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "1, REFUSED",
        "2, JAMMED",
        "3, BUSY",
        "5, REFUSED",
        "6, REFUSED",
        "10, REFUSED",
        "11, BUSY",
        "12, JAMMED",
        "13, JAMMED",
        "21, REFUSED",
        "40, REFUSED",
        "96, REFUSED",
        "98, REFUSED",
        "99, JAMMED",
        "100, JAMMED",
        "77, JAMMED"
    })
    void aResultInOurWords(int code, DeviceFault fault) {
        assertThat(FccResult.of(code).fault()).contains(fault);
        assertThat(FccResult.of(0).fault()).isEmpty();
    }

    @Test
    void numbersOfMoneyAndOfQuestionsNeverMeet() {
        var intent = UUID.fromString("019ABCDE-1234-7000-8000-000000000000");
        assertThat(SequenceNumbers.of(intent))
                .isEqualTo(SequenceNumbers.of(intent))
                .matches("[1-9][0-9]{10}");
        assertThat(SequenceNumbers.of(UUID.fromString("019ABCDE-1235-7000-8000-000000000000")))
                .isNotEqualTo(SequenceNumbers.of(intent));
        var questions = new SequenceNumbers();
        assertThat(questions.next()).matches("0[0-9]{10}").isNotEqualTo(questions.next());
    }

    @Test
    void piecesOfOneDenominationInTwoPlacesAreAskedFromBoth() {
        var note = new Denomination("EUR", 500);
        var stock = new Stock(
                List.of(
                        new FccCash.Line(note, 0, 1, 2, FccCash.Fill.SOME),
                        new FccCash.Line(note, 1, 1, 3, FccCash.Fill.SOME)),
                List.of());

        assertThat(stock.named(Pieces.of(note, 4)))
                .extracting(FccCash.Line::revision, FccCash.Line::pieces)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 2), org.assertj.core.groups.Tuple.tuple(1, 2));
        assertThat(FccCash.sum(stock.named(Pieces.of(Map.of(note, 9, TEN_CENTS, 1)))))
                .isEqualTo(Pieces.of(note, 9));
    }

    private static String bare(FccRequest request) {
        String text = SoapText.of(request.dressed("1", Optional.empty()));
        String head = "<bru:SeqNo>1</bru:SeqNo>";
        return text.substring(text.indexOf(head) + head.length(), text.indexOf("</bru:" + request.name() + "Request>"));
    }

    private static FccRequest named(String which) {
        return switch (which) {
            case "open" -> FccRequest.open("till & 1", "<pw>");
            case "close" -> FccRequest.close();
            case "occupy" -> FccRequest.occupy();
            case "release" -> FccRequest.release();
            case "status" -> FccRequest.status();
            case "inventory" -> FccRequest.inventory();
            case "changeCancel" -> FccRequest.changeCancel();
            case "startCashin" -> FccRequest.startCashin();
            case "endCashin" -> FccRequest.endCashin();
            case "cashinCancel" -> FccRequest.cashinCancel();
            case "reset" -> FccRequest.reset();
            case "lock" -> FccRequest.lockUnit(1);
            case "unlock" -> FccRequest.unlockUnit(2);
            case "register" -> FccRequest.registerEvent("192.168.1.10", 55_561);
            case "unregister" -> FccRequest.unRegisterEvent("192.168.1.10", 55_561);
            case "time" -> FccRequest.adjustTime(LocalDateTime.of(2019, 3, 11, 10, 30));
            case "fill" -> FccRequest.startReplenishment();
            case "endFill" -> FccRequest.endReplenishment();
            case "cancelFill" -> FccRequest.cancelReplenishment();
            default -> throw new IllegalArgumentException(which);
        };
    }
}
