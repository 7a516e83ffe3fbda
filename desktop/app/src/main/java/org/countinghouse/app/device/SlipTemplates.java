package org.countinghouse.app.device;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.ShopTemplates;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.reports.Paper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countinghouse devices templates`: how this station's slips are laid out, and the layouts to begin an own one with.
@Command(
        name = "templates",
        mixinStandardHelpOptions = true,
        description = "Tell which slips a shop lays out itself, and what is wrong with its files. --write puts the"
                + " layouts Countinghouse brings into the data folder's folder receipt, to be edited there; a file"
                + " that is there already stays as it is. How to edit them: README.md of the folder resources.")
final class SlipTemplates implements Callable<Integer> {
    @Mixin
    private RegistryOptions station = new RegistryOptions();

    @Option(names = "--write", description = "write the layouts into the data folder")
    private boolean write;

    @Parameters(
            arity = "0..*",
            paramLabel = "SLIP",
            description = "only these: receipt, x, z, cash-move, count, test; without any, all")
    private List<String> named = List.of();

    @Override
    public Integer call() {
        Set<Paper> papers = named.isEmpty()
                ? EnumSet.allOf(Paper.class)
                : named.stream().map(SlipTemplates::paper).collect(Collectors.toSet());
        if (write) {
            ShopTemplates.write(station.folder(), EnumSet.copyOf(papers))
                    .forEach((file, written) ->
                            System.out.printf("%-12s%s%n", written ? "written" : "left alone", file));
            return 0;
        }
        var shop = ShopTemplates.in(station.folder());
        tell(shop, papers);
        return shop.mistakes().isEmpty() ? 0 : 1;
    }

    /// What `devices list` adds about the slips of a station that lays some out itself.
    static void tell(ShopTemplates shop) {
        if (!shop.templates().edited().isEmpty() || !shop.mistakes().isEmpty()) {
            System.out.println("slips");
            tell(shop, shop.templates().edited());
        }
    }

    private static void tell(ShopTemplates shop, Set<Paper> papers) {
        for (Paper paper : EnumSet.allOf(Paper.class)) {
            if (papers.contains(paper)) {
                boolean own = shop.templates().edited().contains(paper);
                System.out.printf(
                        "  %-20s %s%n", paper.word(), own ? "as the shop lays it out" : "as Countinghouse brings it");
            }
        }
        shop.mistakes().forEach(mistake -> System.out.println("  " + mistake));
    }

    private static Paper paper(String word) {
        return Arrays.stream(Paper.values())
                .filter(paper -> paper.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new StationFault("there is no slip \"" + word + "\"; there are "
                        + Arrays.stream(Paper.values()).map(Paper::word).collect(Collectors.joining(", "))));
    }
}
