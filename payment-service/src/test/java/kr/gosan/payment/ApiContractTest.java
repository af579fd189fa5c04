package kr.gosan.payment;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import kr.gosan.platform.testing.ApiContract;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ApiContractTest {

    @Test
    void clientsFindWhatTheyRelyOn() throws IOException {
        ApiContract.assertKept("payment");
    }
}
