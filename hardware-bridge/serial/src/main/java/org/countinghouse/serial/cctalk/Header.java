package org.countinghouse.serial.cctalk;

/// The commands we use (ccTalk generic specification 4.6, part 2; their numbers are written there in
/// decimal).
final class Header {
    static final int REPLY = 0x00;
    static final int NAK = 0x05;

    static final int REQUEST_BILL_SCALING = 0x9C;
    static final int BILL_OPERATING_MODE = 0x99;
    static final int ROUTE_BILL = 0x9A;
    static final int REQUEST_BILL_ID = 0x9D;
    static final int READ_BILL_EVENTS = 0x9F;
    static final int REQUEST_CIPHER_KEY = 0xA0;
    static final int PUMP_RNG = 0xA1;
    static final int TEST_HOPPER = 0xA3;
    static final int ENABLE_HOPPER = 0xA4;
    static final int HOPPER_STATUS = 0xA6;
    static final int DISPENSE = 0xA7;
    static final int DISPENSE_COUNT = 0xA8;
    static final int EMERGENCY_STOP = 0xAC;
    static final int REQUEST_COIN_ID = 0xB8;
    static final int SORTER_PATH = 0xD2;
    static final int MASTER_INHIBIT = 0xE4;
    static final int READ_COIN_EVENTS = 0xE5;
    static final int INHIBIT_MASK = 0xE7;
    static final int READ_LEVEL = 0xEC;
    static final int SOFTWARE_REVISION = 0xF1;
    static final int SERIAL_NUMBER = 0xF2;
    static final int PRODUCT_CODE = 0xF4;
    static final int SIMPLE_POLL = 0xFE;

    private Header() {}
}
