package org.countinghouse.serial.glory;

/// Whether a status asks for the inventory to be verified: some `RequireVerify…` of a device with `val`
/// 1. Until that is done the machine is not sure of what is inside.
final class Verification {
    private Verification() {}

    static boolean isRequired(Node status) {
        boolean here = status.name().startsWith("RequireVerify")
                && status.attribute("val").filter("1"::equals).isPresent();
        return here || status.children().stream().anyMatch(Verification::isRequired);
    }
}
