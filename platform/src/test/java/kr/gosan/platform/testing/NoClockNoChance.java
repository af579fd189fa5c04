package kr.gosan.platform.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** No call that answers differently tomorrow: {@code now()}, the system clock, random values; and no floating point. */
final class NoClockNoChance extends ArchCondition<JavaClass> {

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> CHANCE =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.lang.Math.random");

    NoClockNoChance() {
        super("ask neither clock nor chance and use no floating point");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            boolean clock = name.equals("now") && owner.startsWith("java.time")
                    || owner.equals("java.lang.System")
                            && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
            boolean chance = CHANCE.contains(owner)
                    || CHANCE.contains(owner + "." + name)
                    || owner.equals("java.util.UUID") && name.equals("randomUUID");
            boolean floating =
                    FLOATING.contains(call.getTarget().getRawReturnType().getName());
            if (clock || chance || floating) {
                events.add(SimpleConditionEvent.violated(type, call.getDescription()));
            }
        }
        type.getFields().stream()
                .filter(field -> FLOATING.contains(field.getRawType().getName()))
                .forEach(field -> events.add(SimpleConditionEvent.violated(type, field.getDescription())));
    }
}
