package org.countinghouse.fuzz;

import java.util.List;
import org.countinghouse.device.DeviceAddressFuzz;
import org.countinghouse.device.KeyboardWedgeFuzz;
import org.countinghouse.serial.AnswersFuzz;
import org.countinghouse.serial.SlipFuzz;
import org.countinghouse.serial.cashdro.CashDroFuzz;
import org.countinghouse.serial.cashlogy.CashlogyFuzz;
import org.countinghouse.serial.cashmatic.CashmaticFuzz;
import org.countinghouse.serial.cctalk.CcTalkFuzz;
import org.countinghouse.serial.glory.GloryFuzz;
import org.countinghouse.serial.glory.SocketIoFuzz;
import org.countinghouse.serial.pole.LetteringFuzz;
import org.countinghouse.serial.scan.ScanReaderFuzz;
import org.countinghouse.serial.ssp.SspAnswersFuzz;
import org.countinghouse.serial.ssp.SspFramesFuzz;
import org.countinghouse.simulator.CcTalkEarFuzz;
import org.countinghouse.simulator.DisplayReaderFuzz;
import org.countinghouse.simulator.EscPosReaderFuzz;
import org.countinghouse.simulator.GloryAskedFuzz;
import org.countinghouse.simulator.PaperFuzz;
import org.countinghouse.simulator.SmileyFuzz;
import org.countinghouse.simulator.WebSocketFuzz;

/// Everything that is fuzzed. A new parser: write its `…Fuzz` class beside it, and add a line here.
final class Targets {
    private static final String EUR = "455552";
    private static final String SSP_LEVELS = "00" + "02" + "0300" + "f4010000" + EUR + "0100" + "e8030000" + EUR;
    private static final String SSP_PAYOUT =
            "01" + "06" + "30343436" + EUR + "000064" + "01" + "05" + "02" + "000064" + "08" + EUR + "05000000";
    private static final String SSP_HOPPER = "01" + "03" + "30363136" + EUR + "06" + "01" + "6400" + EUR;
    private static final String SSP_EVENTS = "0e" + "f1" + "ef01" + "ee01" + "d201f4010000" + EUR + "c9f4010000" + EUR;
    private static final String SSP_INCOMPLETE = "0d" + "dc01f401000000000000" + EUR + "b101f4010000" + EUR + "01";
    private static final String GLORY_ANSWER = """
            <InventoryResponse result="0"><SeqNo>7</SeqNo><Status><Code>1</Code></Status><Cash type="3">\
            <Denomination cc="EUR" fv="500" rev="0" devid="1"><Piece>5</Piece><Status>2</Status></Denomination>\
            </Cash><Cash type="4"></Cash></InventoryResponse>""";
    private static final String GLORY_EVENTS = """
            <BbxEventRequest><HeartBeatEvent/><StatusChangeEvent><Status>3</Status><Amount>500</Amount>\
            </StatusChangeEvent><GlyCashierEvent devid="1"><eventDepositCountChange><Denomination cc="EUR" \
            fv="500"><Piece>1</Piece></Denomination></eventDepositCountChange></GlyCashierEvent></BbxEventRequest>""";
    private static final String GLORY_REQUEST = """
            <e:Envelope xmlns:e="e"><e:Body><b:CashoutRequest xmlns:b="http://www.glory.co.jp/bruebox.xsd">\
            <b:SeqNo>7</b:SeqNo><Cash b:type="2"><Denomination b:cc="EUR" b:fv="500"><b:Piece>1</b:Piece>\
            </Denomination></Cash></b:CashoutRequest></e:Body></e:Envelope>""";
    private static final String SOCKET_IO_OPENING = """
            0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":5000}
            40
            42["login response",{"ret":0,"session_id":"a"}]
            42["credential ok"]
            42["sendFunctionSetting",{"FunctionSetting":{"SessionEnable":"1"}}]
            42["sendSessionID",{"SessionID":"S1"}]""";
    private static final String SOCKET_IO_LOGIN = """
            42["login response",{"ret":1}]
            42["credential ng"]""";
    private static final String CASHDRO_LEVELS = """
            {"code":1,"response":{"operation":{"operationId":"7","pieces":[{"Value":"500","Type":"2",\
            "LevelRecycler":"3","LevelCasete":"0","RecyclerLimit":"60"}]}}}""";
    private static final String CASHDRO_OPERATION = """
            {"code":1,"response":{"operation":{"operation":{"operationid":"7","state":"F","total":"500",\
            "totalin":"500","totalout":"-500","aliasid":"a"},"withError":"false"}}}""";
    private static final String CASHDRO_OLD = """
            {"code":1,"data":"{\\"operation\\":{\\"operationid\\":\\"7\\",\\"state\\":\\"E\\"}}"}""";
    private static final String CASHMATIC_LEVELS = """
            {"code":0,"message":"No error","data":[{"currency":"EUR","value":500,"level":3,"maxLevel":60,\
            "type":"note","routing":"recycler"}]}""";
    private static final String CASHMATIC_LAST = """
            {"code":0,"data":{"id":7,"operation":"payment","requested":500,"inserted":500,"dispensed":0,\
            "notDispensed":0,"reference":"a","end":"normal","success":true,"powerFail":false,\
            "piecesOut":[{"currency":"EUR","value":500,"count":1}]}}""";
    private static final String CASHMATIC_TOKEN = "{\"code\":0,\"data\":{\"token\":\"abc\"}}";

    static final List<Target> ALL = List.of(
            Target.of(DeviceAddressFuzz.class, "6a617661706f733a7463703a2f2f683a313f613d6226633d64", "7365726961"),
            Target.of(KeyboardWedgeFuzz.class, "0134013001300136010d", "7e3132330d"),
            Target.of(AnswersFuzz.class, "12161a", "37223030303100", "3722"),
            Target.of(SlipFuzz.class, "1b7000191d5600100401", "426f62"),
            Target.of(LetteringFuzz.class, "00e19e80e19f92e19e80", "02e282ac20352c3030"),
            Target.of(ScanReaderFuzz.class, "005d4530343030360d", "0502414243035a03"),
            Target.of(DisplayReaderFuzz.class, "1b401b74101f011f43001f24010148", "1b570131010203"),
            Target.of(
                    EscPosReaderFuzz.class, "1b401b74006869", "1d763000020001000f0f", "1d286b0300315130", "1b700019fa"),
            Target.of(
                    PaperFuzz.class,
                    "1b61011d21114869640a1d5641",
                    "1d286b0500315030616263" + "1d286b0300315130",
                    "1d6b49047b413132"),
            Target.of(SspFramesFuzz.class, "7f8001116582", "7f8001f02380", "7f7f9001116582007f9001f06001"),
            Target.of(SspAnswersFuzz.class, SSP_LEVELS, SSP_PAYOUT, SSP_HOPPER, SSP_EVENTS, SSP_INCOMPLETE),
            Target.of(SmileyFuzz.class, "7f8001116582", "7f7f80", "0001050106080a0109334e"),
            Target.of(CcTalkFuzz.class, "020001feff", "01020003414278", "020103004555313030410000000000"),
            Target.of(CcTalkEarFuzz.class, "020001feff", "feb801019d0101e501d202010100a0"),
            Target.ofText(GloryFuzz.class, GLORY_ANSWER, GLORY_EVENTS),
            Target.ofText(GloryAskedFuzz.class, GLORY_REQUEST),
            Target.ofText(SocketIoFuzz.class, SOCKET_IO_OPENING, SOCKET_IO_LOGIN, "451-[\"a\",{\"num\":0}]", "2probe"),
            Target.of(
                    WebSocketFuzz.class,
                    "818500000000" + "3432205b5d",
                    "01810000000041" + "808100000000" + "42",
                    "8980aabbccdd"),
            Target.ofText(CashDroFuzz.class, CASHDRO_LEVELS, CASHDRO_OPERATION, CASHDRO_OLD),
            Target.ofText(CashlogyFuzz.class, "#0#1:5,200:3;500:2,STACKER:0#1250#", "#WR:LEVEL#1250#", "#ER:BUSY#"),
            Target.ofText(CashmaticFuzz.class, CASHMATIC_LEVELS, CASHMATIC_LAST, CASHMATIC_TOKEN));

    private Targets() {}
}
