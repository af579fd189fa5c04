package kr.gosan.premium.amendment;

import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;

/** Who corrects: an operator may act for every workplace, anybody else for those granted to it. */
public record Actor(String memberId, boolean isOperator) {

    public static Actor of(Caller caller) {
        return new Actor(caller.memberId(), MemberType.OPERATOR.equals(caller.memberType()));
    }

    public Optional<KnownWorkplace> workplace(Workplaces workplaces, WorkplaceNumber number) {
        return isOperator ? workplaces.find(number) : workplaces.grantedTo(memberId, number);
    }
}
