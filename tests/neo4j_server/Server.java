import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j Community server on loopback: java -cp 'lib/*' Server.java HOME PORT [SETTING=VALUE ...]
 *
 * It stops when its standard input closes, so that it never outlives the tests that started it, not
 * even when they are killed.
 */
public class Server {
    public static void main(String[] args) throws Exception {
        var settings = new Properties();
        var address = "127.0.0.1:" + args[1];
        settings.setProperty("server.bolt.enabled", "true");
        settings.setProperty("server.bolt.listen_address", address);
        settings.setProperty("server.bolt.advertised_address", address);
        for (var i = 2; i < args.length; i++) {
            var pair = args[i].split("=", 2);
            settings.setProperty(pair[0], pair[1]);
        }
        var home = Path.of(args[0]);
        var file = home.resolve("server.conf");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        var server = new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(file).build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        System.out.println("ready " + args[1]);
        while (System.in.read() != -1) {
        }
        System.exit(0);
    }
}
