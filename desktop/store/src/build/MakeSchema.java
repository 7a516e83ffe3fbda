import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/// Makes an empty ledger from the migrations, for the code generator to read. Runs in the build only.
class MakeSchema {
    public static void main(String[] args) throws Exception {
        Path database = Path.of(args[0]);
        Files.createDirectories(database.getParent());
        Files.deleteIfExists(database);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var migrations = Files.list(Path.of(args[1]))) {
            for (Path migration : migrations.sorted().toList()) {
                statement.executeUpdate(Files.readString(migration));
            }
        }
    }
}
