package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.event.CloudEvent;
import kr.gosan.premium.filing.SlipArrears.Item;
import kr.gosan.premium.filing.SlipArrears.Kind;
import kr.gosan.premium.filing.SlipArrears.Movement;

/** Takes in what is told of the arrears of our returns: handed over to NHIS, taken back, collected, offset, made less. */
@Singleton
class FollowArrears {

    private static final String PREFIX = "kr.gosan.payment.";

    private final ObjectMapper mapper;
    private final SlipStore slips;
    private final SlipArrearsStore arrears;

    FollowArrears(ObjectMapper mapper, SlipStore slips, SlipArrearsStore arrears) {
        this.mapper = mapper;
        this.slips = slips;
        this.arrears = arrears;
    }

    /** What a movement is of; empty returnId for charges. */
    private record Of(SlipKey key, UUID returnId, WorkplaceNumber workplace, String causeId, Kind kind, LocalDate on) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Moved(
            WorkplaceNumber managementNo,
            String debtKind,
            UUID originId,
            UUID returnId,
            Insurance insurance,
            int period,
            UUID causeId,
            Kind reason,
            LocalDate on,
            List<Row> funds) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Row(Fund fund, Won principal, Won surcharge, Won amount, Won ofEstimate) {}
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Paid(
            WorkplaceNumber managementNo,
            UUID collectionId,
            UUID offsetId,
            Insurance insurance,
            LocalDate collectedOn,
            LocalDate offsetOn,
            List<PaidItem> items) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        record PaidItem(
                String debtKind,
                UUID originId,
                UUID returnId,
                Insurance insurance,
                int period,
                String item,
                Fund fund,
                Won amount) {}
    }

    /** The returns whose standing may have changed. */
    Set<UUID> on(CloudEvent event) {
        if (!event.type().startsWith(PREFIX)) {
            return Set.of();
        }
        return switch (event.type().substring(PREFIX.length())) {
            case "arrears-handed-over.v1" -> moved(event, Kind.HANDED_OVER);
            case "arrears-taken-back.v1" -> moved(event, Kind.TAKEN_BACK);
            case "arrears-reduced.v1" -> reduced(event.data(mapper, Moved.class));
            case "arrears-collected.v1" -> collected(event.data(mapper, Paid.class), Kind.COLLECTED);
            case "arrears-collection-reversed.v1" ->
                collected(event.data(mapper, Paid.class), Kind.COLLECTION_REVERSED);
            case "overpayment-offset.v1" -> offset(event.data(mapper, Paid.class));
            default -> Set.of();
        };
    }

    private Set<UUID> moved(CloudEvent event, Kind kind) {
        Moved it = event.data(mapper, Moved.class);
        if (!isOfReturn(it.debtKind())) {
            return Set.of();
        }
        Of of = new Of(key(it), it.returnId(), it.managementNo(), event.id(), kind, it.on());
        it.funds().forEach(row -> {
            boolean over = kind == Kind.HANDED_OVER;
            add(
                    of,
                    Item.PREMIUM,
                    row.fund(),
                    over ? row.principal() : row.principal().negate(),
                    Won.ZERO);
            if (over) {
                add(of, Item.SURCHARGE, row.fund(), row.surcharge(), Won.ZERO);
            }
        });
        return Set.of(it.returnId());
    }

    private Set<UUID> reduced(Moved it) {
        if (!isOfReturn(it.debtKind())) {
            return Set.of();
        }
        Of of = new Of(key(it), it.returnId(), it.managementNo(), it.causeId().toString(), it.reason(), it.on());
        it.funds().forEach(row -> {
            add(of, Item.PREMIUM, row.fund(), row.amount().negate(), row.ofEstimate());
            if (row.surcharge() != null) {
                add(of, Item.SURCHARGE, row.fund(), row.surcharge().negate(), Won.ZERO);
            }
        });
        return Set.of(it.returnId());
    }

    private Set<UUID> collected(Paid it, Kind kind) {
        return paid(it, it.collectionId(), it.collectedOn(), kind);
    }

    /** What an overpayment paid on a slip that NHIS has not is told with the slip in its place. */
    private Set<UUID> offset(Paid it) {
        return paid(it, it.offsetId(), it.offsetOn(), Kind.OFFSET);
    }

    private Set<UUID> paid(Paid it, UUID causeId, LocalDate on, Kind kind) {
        Map<Of, Map<Item, Map<Fund, Won>>> sums = new LinkedHashMap<>();
        for (Paid.PaidItem item : it.items()) {
            Insurance insurance = item.insurance() == null ? it.insurance() : item.insurance();
            boolean counts =
                    item.item().equals(Item.PREMIUM.name()) || item.item().equals(Item.SURCHARGE.name());
            if (isOfReturn(item.debtKind()) && counts) {
                UUID origin = item.debtKind().equals("CORRECTION") ? item.originId() : item.returnId();
                Of of = new Of(
                        new SlipKey(origin, insurance, item.period()),
                        item.returnId(),
                        it.managementNo(),
                        causeId.toString(),
                        kind,
                        on);
                sums.computeIfAbsent(of, first -> new EnumMap<>(Item.class))
                        .computeIfAbsent(Item.valueOf(item.item()), first -> new EnumMap<>(Fund.class))
                        .merge(item.fund(), item.amount(), Won::plus);
            }
        }
        Set<UUID> returns = new LinkedHashSet<>();
        sums.forEach((of, items) -> {
            items.forEach((item, funds) -> funds.forEach((fund, amount) ->
                    add(of, item, fund, kind == Kind.COLLECTION_REVERSED ? amount : amount.negate(), Won.ZERO)));
            returns.add(of.returnId());
        });
        return returns;
    }

    private void add(Of of, Item item, Fund fund, Won amount, Won ofEstimate) {
        if (!slips.exists(of.key())) {
            throw PaymentEventsConsumer.unknown(of.returnId());
        }
        arrears.add(
                of.key(),
                of.workplace(),
                of.causeId(),
                new Movement(of.kind(), item, fund, amount, ofEstimate, of.on()));
    }

    private static boolean isOfReturn(String debtKind) {
        return debtKind.equals("PERIOD") || debtKind.equals("CORRECTION");
    }

    private static SlipKey key(Moved it) {
        return new SlipKey(
                it.debtKind().equals("CORRECTION") ? it.originId() : it.returnId(), it.insurance(), it.period());
    }
}
