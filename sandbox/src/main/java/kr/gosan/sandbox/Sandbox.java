package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * All players behind one address. What the agency sends is signed and answered with a signature; what a payer does here
 * needs none, and is taken from this machine only.
 */
public final class Sandbox implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sandbox.class.getName());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Signatures signatures;
    private final Agency agency;
    private final Notices notices;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Orders orders;
    private final Map<String, Function<byte[], JsonNode>> plays = new HashMap<>();

    private Sandbox(Settings settings) throws IOException {
        signatures = new Signatures(settings.keys());
        agency = new Agency(settings, signatures);
        notices = new Notices(agency);
        Once once = new Once();
        orders = new Orders(journal, once);
        HeldNotices held = new HeldNotices(notices);
        Payments payments = new Payments(agency, notices, held, journal, once);
        Way.all().forEach(way -> plays.put(way.path(), body -> payments.pay(way, body)));
        plays.put("/reversals", payments::reverse);
        plays.put("/transfer-returns", new ReturnedTransfers(orders, notices)::sendBack);
        plays.put("/held-notices", held::send);
        plays.put("/faults", faults::order);
        plays.put("/collections", body -> new CollectedArrears(notices).tell(body));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    public static Sandbox start(Settings settings) throws IOException {
        Sandbox sandbox = new Sandbox(settings);
        sandbox.server.start();
        return sandbox;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            Exchange exchange = new Exchange(http);
            try {
                answer(exchange);
            } catch (Problem problem) {
                exchange.answer(problem.status(), code(problem.code()));
            } catch (LostAnswer lost) {
                LOG.log(System.Logger.Level.INFO, "an answer is lost on purpose");
            } catch (RuntimeException defect) {
                LOG.log(System.Logger.Level.ERROR, "defect", defect);
                exchange.answer(500, code("defect"));
            }
        }
    }

    private void answer(Exchange exchange) throws IOException {
        exchange.requireOurs();
        String path = exchange.path();
        Function<byte[], JsonNode> play = plays.get(path);
        String[] parts = path.substring(1).split("/", -1);
        if (play != null && exchange.method().equals("POST")) {
            exchange.answer(200, play.apply(exchange.body()));
        } else if (path.equals("/health")) {
            exchange.answer(200, Fields.JSON.createObjectNode().put("status", "UP"));
        } else if (exchange.method().equals("GET") && parts.length == 3 && parts[0].equals("statements")) {
            byte[] file = Fields.bytes(journal.file(player(parts[1]), Fields.day(parts[2])));
            exchange.answer(200, file, signatures.of(player(parts[1]), file));
        } else if (exchange.method().equals("GET") && parts.length == 3 && parts[1].equals("statements")) {
            Player player = player(parts[0]);
            signed(exchange, player, path.getBytes(), body -> journal.file(player, Fields.day(parts[2])));
        } else if (exchange.method().equals("GET") && parts.length == 2 && parts[0].equals("hand-overs")) {
            exchange.answer(200, orders.handedOver(parts[1]));
        } else if (exchange.method().equals("POST") && parts.length == 2) {
            Player player = player(parts[0]);
            signed(exchange, player, exchange.body(), order(player, parts[1]));
        } else {
            throw new Problem(404, "not-found");
        }
    }

    private static Player player(String id) {
        return Player.of(id).orElseThrow(() -> new Problem(404, "not-found"));
    }

    private Function<byte[], JsonNode> order(Player player, String name) {
        return switch (player + " " + name) {
            case "GIRO debits" -> body -> orders.debit(player, body);
            case "CARD charges" -> body -> orders.charge(player, body);
            case "WOORI transfers" -> body -> orders.transfer(player, body);
            case "WOORI transfer-outcomes" -> body -> orders.outcome(player, body);
            case "WOORI holder-checks" -> orders::holder;
            case "WOORI virtual-accounts", "HANA virtual-accounts" -> body -> orders.allot(player, body);
            case "NHIS hand-overs" -> orders::handOver;
            default -> throw new Problem(404, "not-found");
        };
    }

    /** Reads only what the agency signed, and signs every answer to it, refusals too. */
    private void signed(Exchange exchange, Player player, byte[] message, Function<byte[], JsonNode> action)
            throws IOException {
        if (!signatures.fits(player, exchange.signature(), message)) {
            throw new Problem(403, "signature-invalid");
        }
        Faults.Kind fault = faults.next(player);
        if (fault == Faults.Kind.UNAVAILABLE) {
            throw new Problem(503, "unavailable");
        }
        int status = 200;
        JsonNode answer;
        try {
            answer = action.apply(message);
        } catch (Problem problem) {
            status = problem.status();
            answer = code(problem.code());
        }
        byte[] body = Fields.bytes(answer);
        switch (fault) {
            case LOSE_ANSWER -> throw new LostAnswer();
            case BAD_SIGNATURE -> exchange.answer(status, body, signatures.of(player, new byte[0]));
            case UNAVAILABLE, NONE -> exchange.answer(status, body, signatures.of(player, body));
        }
    }

    private static JsonNode code(String code) {
        return Fields.JSON.createObjectNode().put("code", code);
    }

    @Override
    public void close() {
        notices.close();
        server.stop(0);
        threads.shutdownNow();
        agency.close();
    }
}
