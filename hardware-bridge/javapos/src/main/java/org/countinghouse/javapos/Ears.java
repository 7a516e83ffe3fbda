package org.countinghouse.javapos;

/// Who is told of a control's events, on whatever thread the vendor's service has. It must return at once and may call
/// nothing of the control: JavaPOS tells while it holds the list of listeners.
interface Ears {
    /// @param status a number of the control's `…Const`, or a power state
    default void status(int status) {}

    /// Something was read; the control's properties hold it until data events are enabled again.
    default void data() {}

    Ears NONE = new Ears() {};
}
