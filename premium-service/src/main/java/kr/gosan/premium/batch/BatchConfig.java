package kr.gosan.premium.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the service batches may take. */
@ConfigMapping(prefix = "gosan.batch")
public interface BatchConfig {

    /** Rows that are filed at the same time, over all batches: each needs a connection to the database. */
    @WithDefault("4")
    int workers();

    /** Batches that are posted at the same time; one more is asked to come later. */
    @WithDefault("8")
    int postings();
}
