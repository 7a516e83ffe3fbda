package org.countinghouse.serial.cctalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which hopper pays how many coins, in their order. It is written down, as text, before the first
/// command: after a crash it tells whom to ask.
record Plan(List<Share> shares) {
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3})x([0-9]{1,3})");
    private static final int MOST_SHARES = 255;

    Plan {
        shares = List.copyOf(shares);
    }

    /// @param hopper its address
    /// @param coins at least 1
    record Share(int hopper, int coins) {}

    /// What [#toString] wrote; empty when this is no plan.
    static Optional<Plan> read(String text) {
        var shares = new ArrayList<Share>();
        for (String part : text.split(" ", -1)) {
            var share = SHARE.matcher(part);
            if (!share.matches() || shares.size() == MOST_SHARES) {
                return Optional.empty();
            }
            shares.add(new Share(Integer.parseInt(share.group(1)), Integer.parseInt(share.group(2))));
        }
        return Optional.of(new Plan(shares));
    }

    /// `3x2 4x1`: two coins from hopper 3, then one from hopper 4.
    @Override
    public String toString() {
        var text = new StringBuilder();
        shares.forEach(share -> text.append(text.isEmpty() ? "" : " ")
                .append(share.hopper)
                .append('x')
                .append(share.coins));
        return text.toString();
    }
}
