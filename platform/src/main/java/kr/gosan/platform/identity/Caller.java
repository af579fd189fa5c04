package kr.gosan.platform.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import kr.gosan.kernel.number.BusinessNumber;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The member whose token came with the request. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    public Caller(JsonWebToken token) {
        this.token = token;
    }

    public String memberId() {
        return token.getClaim("member_id");
    }

    public String memberType() {
        return token.getClaim("member_type");
    }

    /** How the member proved who it is: {@code joint-certificate} or {@code client}. */
    public String authenticationLevel() {
        return token.getClaim("auth_level");
    }

    /** The business the member's certificate stands for, when it is an employer. */
    public Optional<BusinessNumber> businessNumber() {
        return Optional.<String>ofNullable(token.getClaim("business_number")).map(BusinessNumber::of);
    }

    /** The blind index of the worker's resident number, when the member is a worker. */
    public Optional<String> personKey() {
        return Optional.ofNullable(token.getClaim("person_key"));
    }
}
