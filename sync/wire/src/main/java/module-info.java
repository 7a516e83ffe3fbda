/// What two machines must agree on: the envelope, its canonical bytes, the hash chain and the frames that carry it.
@org.jspecify.annotations.NullMarked
module org.countinghouse.wire {
    requires static org.jspecify;
    requires transitive tools.jackson.databind;

    exports org.countinghouse.wire;
}
