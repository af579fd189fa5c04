package kr.gosan.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void oneWonTooManyIsADifferenceAndEndsTheDemoWithOne() {
        Story story = new Story();
        story.figure("payable", 6_119_640, 6_119_640);
        assertEquals(0, story.exitCode());
        story.figure("payable", 6_119_640, 6_119_641);
        story.same("state", "SETTLED", "FILED");
        assertEquals(
                List.of("payable: expected 6119640, got 6119641", "state: expected SETTLED, got FILED"),
                story.differences());
        assertEquals(1, story.exitCode());
    }
}
