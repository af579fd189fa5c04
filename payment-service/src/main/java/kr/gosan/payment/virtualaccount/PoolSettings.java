package kr.gosan.payment.virtualaccount;

import io.smallrye.config.ConfigMapping;

/** How many account numbers are kept ready. */
@ConfigMapping(prefix = "gosan.virtual-accounts")
public interface PoolSettings {

    /** A bank is asked for more when it has fewer free numbers. */
    int low();

    /** How many it is asked for; from 1 to 1,000. */
    int block();

    /** How often the pool is looked at, as the scheduler reads it. */
    String every();
}
