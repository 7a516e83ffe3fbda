/// Devices in the shop's words. No library, no cable: drivers and simulators enter through
/// `device.spi`.
@org.jspecify.annotations.NullMarked
module org.countinghouse.device {
    requires static org.jspecify;

    exports org.countinghouse.device;
    exports org.countinghouse.device.money;
    exports org.countinghouse.device.registry;
    exports org.countinghouse.device.setup;
    exports org.countinghouse.device.spi;

    uses org.countinghouse.device.spi.DeviceImport;
    uses org.countinghouse.device.spi.Driver;
    uses org.countinghouse.device.spi.Cables;
    uses org.countinghouse.device.spi.Probe;
    uses org.countinghouse.device.spi.SimulatedPeers;
}
