package org.countinghouse.javapos;

/// A device of ours over a control, which lets go of it without complaint.
interface OpenDevice extends AutoCloseable {
    @Override
    void close();
}
