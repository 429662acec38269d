package cn.disputes.cases.litigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.cases.casefile.Diagram;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LitigationDiagramTest {
    @Test
    void theDiagramInTheDocsIsTheTableInTheCode() throws IOException {
        var drawn = Diagram.draw(LitigationStatus.values(), LitigationStepType.values(), LitigationState::next);
        assertEquals(drawn, Diagram.kept("litigation", drawn));
    }
}
