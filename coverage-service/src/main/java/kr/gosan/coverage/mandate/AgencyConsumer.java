package kr.gosan.coverage.mandate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.util.Objects;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.event.CloudEvent;
import kr.gosan.platform.event.Inbox;
import kr.gosan.platform.identity.MemberType;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from auth-service which businesses are members as agencies; other members are none of its business. */
@Singleton
public class AgencyConsumer {

    private static final String MEMBER_REGISTERED = "kr.gosan.auth.member-registered.v1";

    private final Inbox inbox;
    private final ObjectMapper mapper;
    private final MandateStore mandates;

    AgencyConsumer(Inbox inbox, ObjectMapper mapper, MandateStore mandates) {
        this.inbox = inbox;
        this.mapper = mapper;
        this.mandates = mandates;
    }

    /** Data of the event, as far as it is needed; the number is there of an employer or an agency. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MemberRegistered(String memberId, String memberType, BusinessNumber businessNumber) {
        MemberRegistered {
            Objects.requireNonNull(memberId);
            Objects.requireNonNull(memberType);
            if (memberType.equals(MemberType.AGENCY)) {
                Objects.requireNonNull(businessNumber);
            }
        }
    }

    @Incoming("auth")
    @Blocking
    public void consume(String json) {
        inbox.once(json, this::apply);
    }

    private void apply(CloudEvent event) {
        if (event.type().equals(MEMBER_REGISTERED)) {
            MemberRegistered member = event.data(mapper, MemberRegistered.class);
            if (member.memberType().equals(MemberType.AGENCY)) {
                mandates.know(member.businessNumber(), member.memberId());
            }
        }
    }
}
