package cn.disputes.cases.reconsideration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.cases.casefile.Diagram;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReconsiderationDiagramTest {
    @Test
    void theDiagramInTheDocsIsTheTableInTheCode() throws IOException {
        var drawn = Diagram.draw(
                ReconsiderationStatus.values(), ReconsiderationStepType.values(), ReconsiderationState::next);
        assertEquals(drawn, Diagram.kept("reconsideration", drawn));
    }
}
