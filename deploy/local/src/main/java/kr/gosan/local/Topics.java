package kr.gosan.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Creates topics with six partitions. Runs in a JVM of its own on the broker's class path, because one start for all
 * topics is cheaper than one per topic, and because the launcher itself has no Kafka in it.
 */
final class Topics {

    private static final int PARTITIONS = 6;

    private Topics() {}

    /** @param arguments the address of the broker, then the names; topics that exist are left as they are */
    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        var wanted = Stream.of(arguments).skip(1).toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", arguments[0]))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = wanted.stream()
                    .filter(name -> !existing.contains(name))
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
        }
    }
}
