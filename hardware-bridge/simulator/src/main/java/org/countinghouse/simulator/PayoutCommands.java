package org.countinghouse.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.countinghouse.device.Denomination;

/// Obeys the commands of SSP (GA138, the command tables of SMART Payout and SMART Hopper).
final class PayoutCommands {
    static final int OK = 0xF0;
    static final int UNKNOWN = 0xF2;
    private static final int WRONG_LENGTH = 0xF3;
    static final int OUT_OF_RANGE = 0xF4;
    static final int CANNOT = 0xF5;
    private static final int FAIL = 0xF8;
    private static final int REALLY = 0x58;
    private static final int TEST = 0x19;

    /// What must not be asked for in clear.
    private static final Set<Integer> SECRET = Set.of(0x33, 0x38, 0x3F, 0x46, 0x52);

    private final PayoutMachine machine;
    private final SmileyKeys keys;
    private final PayoutAnswers answers;
    private final BiConsumer<PayoutMachine, PayoutRun> motor;

    /// @param motor runs a payout that has just been started
    PayoutCommands(PayoutMachine machine, SmileyKeys keys, String name, BiConsumer<PayoutMachine, PayoutRun> motor) {
        this.machine = machine;
        this.keys = keys;
        answers = new PayoutAnswers(machine, name);
        this.motor = motor;
    }

    static boolean isSecret(byte[] command) {
        return SECRET.contains(command[0] & 0xFF);
    }

    /// Whether obeying moves money or opens the mouth.
    boolean movesMoney(byte[] command) {
        boolean really = command[command.length - 1] == REALLY;
        return switch (command[0] & 0xFF) {
            case 0x33, 0x46 -> really;
            case 0x3F, 0x52 -> true;
            case 0x0A -> machine.hasOpenChannels();
            default -> false;
        };
    }

    byte[] answer(byte[] command) {
        var rest = ByteBuffer.wrap(command, 1, command.length - 1).order(ByteOrder.LITTLE_ENDIAN);
        int code = command[0] & 0xFF;
        int needed = switch (code) {
            case 0x02 -> 2;
            case 0x06, 0x46, 0x49 -> 1;
            case 0x33, 0x4A, 0x4B, 0x4C -> 8;
            case 0x35 -> 7;
            default -> 0;
        };
        return rest.remaining() < needed ? code(WRONG_LENGTH) : obeyed(code, rest);
    }

    private byte[] obeyed(int code, ByteBuffer rest) {
        return switch (code) {
            case 0x33, 0x46, 0x3F, 0x52, 0x38 -> moving(code, rest);
            case 0x4A -> keys.generator(rest.getLong()) ? code(OK) : code(OUT_OF_RANGE);
            case 0x4B -> keys.modulus(rest.getLong()) ? code(OK) : code(OUT_OF_RANGE);
            case 0x4C ->
                keys.exchanged(rest.getLong())
                        .map(ours -> new PayoutWords(OK).all(ours).bytes())
                        .orElse(code(CANNOT));
            case 0x02, 0x06, 0x09, 0x0A, 0x49, 0x5B, 0x5C -> switched(code, rest);
            case 0x07 -> machine.poll(false);
            case 0x56 -> machine.poll(true);
            case 0x57 -> machine.acknowledge() ? code(OK) : code(CANNOT);
            default -> answers.told(code, rest);
        };
    }

    private byte[] moving(int code, ByteBuffer rest) {
        return switch (code) {
            case 0x33 -> payAmount(rest);
            case 0x46 -> payPieces(rest);
            case 0x3F -> empty(PayoutRun.Kind.EMPTY);
            case 0x52 -> empty(PayoutRun.Kind.SMART_EMPTY);
            default -> machine.halt() ? code(OK) : code(CANNOT);
        };
    }

    private byte[] switched(int code, ByteBuffer rest) {
        switch (code) {
            case 0x02 -> machine.open(rest.getShort() & 0xFFFF);
            case 0x06 -> {
                int version = rest.get() & 0xFF;
                if (version < 6 || version > 8) {
                    return code(FAIL);
                }
                machine.speak(version);
            }
            case 0x49 -> machine.open(rest.get() == 0 ? 0 : 0xFFFF);
            case 0x5B, 0x5C -> {
                if (machine.isHopper()) {
                    return code(UNKNOWN);
                }
                machine.switchPayout(code == 0x5C);
            }
            default -> machine.switchOn(code == 0x0A);
        }
        return code(OK);
    }

    private byte[] payAmount(ByteBuffer rest) {
        long amount = rest.getInt() & 0xFFFF_FFFFL;
        String currency = letters(rest);
        int option = rest.get() & 0xFF;
        if (option != REALLY && option != TEST || amount == 0) {
            return code(OUT_OF_RANGE);
        }
        var can = machine.canPay();
        if (can != PayoutMachine.Answer.YES) {
            return refused(can);
        }
        if (machine.levels().total(currency) < amount) {
            return refused(PayoutMachine.Answer.TOO_LITTLE);
        }
        return machine.choose(currency, amount)
                .map(pieces -> paid(currency, pieces, option))
                .orElse(refused(PayoutMachine.Answer.NOT_EXACTLY));
    }

    private byte[] payPieces(ByteBuffer rest) {
        int kinds = rest.get() & 0xFF;
        if (rest.remaining() != kinds * 9 + 1 || kinds == 0) {
            return code(WRONG_LENGTH);
        }
        var wanted = new ArrayList<Denomination>();
        for (int i = 0; i < kinds; i++) {
            int count = rest.getShort() & 0xFFFF;
            long value = rest.getInt() & 0xFFFF_FFFFL;
            String currency = letters(rest);
            if (value == 0
                    || !currency.matches("[A-Z]{3}")
                    || !currencyOf(wanted).orElse(currency).equals(currency)) {
                return code(OUT_OF_RANGE);
            }
            if (machine.levels().count(new Denomination(currency, value)) < count) {
                return refused(PayoutMachine.Answer.TOO_LITTLE);
            }
            for (int piece = 0; piece < count; piece++) {
                wanted.add(new Denomination(currency, value));
            }
        }
        int option = rest.get() & 0xFF;
        if (option != REALLY && option != TEST || wanted.isEmpty()) {
            return code(OUT_OF_RANGE);
        }
        var can = machine.canPay();
        return can == PayoutMachine.Answer.YES ? paid(currencyOf(wanted).orElseThrow(), wanted, option) : refused(can);
    }

    private byte[] paid(String currency, List<Denomination> pieces, int option) {
        if (option == REALLY) {
            motor.accept(machine, machine.start(PayoutRun.Kind.PAYOUT, currency, pieces));
        }
        return code(OK);
    }

    private byte[] empty(PayoutRun.Kind kind) {
        var can = machine.canPay();
        if (can != PayoutMachine.Answer.YES) {
            return refused(can);
        }
        motor.accept(machine, machine.start(kind, "", machine.everything()));
        return code(OK);
    }

    private static byte[] refused(PayoutMachine.Answer answer) {
        return new PayoutWords(CANNOT).one(answer.ordinal()).bytes();
    }

    private static Optional<String> currencyOf(List<Denomination> pieces) {
        return pieces.stream().map(Denomination::currency).findFirst();
    }

    static String letters(ByteBuffer from) {
        var letters = new byte[3];
        from.get(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }

    static byte[] code(int code) {
        return new byte[] {(byte) code};
    }
}
