package kr.gosan.auth;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import kr.gosan.platform.testing.ApiContract;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiContractTest {

    @Test
    void clientsFindWhatTheyRelyOn() throws IOException {
        ApiContract.assertKept("auth");
    }
}
