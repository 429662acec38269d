package cn.disputes.cases.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.disputes.contract.security.Caller;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTest {
    private static Caller caller(String role, String subject) {
        var token = new JsonWebToken() {
            @Override
            public String getName() {
                return subject;
            }

            @Override
            public Set<String> getClaimNames() {
                return Set.of("sub");
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String name) {
                return (T) (name.equals("sub") ? subject : null);
            }
        };
        return new Caller(QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRole(role)
                .build());
    }

    @ParameterizedTest(name = "{0} {1}: assigned to {2}, recused {3}, registered by {4}: {5}")
    @CsvSource({
        "case-officer, 甲, , , , true",
        "case-officer, 甲, 甲, , , true",
        "case-officer, 甲, 乙, , , false",
        "case-officer, 甲, 乙, , 甲, true",
        "case-officer, 甲, 乙, , 丙, false",
        "case-officer, 甲, , 甲, , false",
        "case-officer, 甲, 甲, 甲, 甲, false",
        "approver, 甲, 乙, , , true",
        "approver, 甲, 乙, 甲, , false",
        "coordinator, 甲, , , , false",
        "coordinator, 甲, 甲, , 甲, false",
        "agency-liaison, 甲, , , , false",
        "auditor, 甲, , , , false",
        "admin, 甲, 甲, , , false"
    })
    void wholeNamesAreForTheOfficersOfTheCase(
            String role, String subject, String assignedTo, String recused, String registeredBy, boolean whole) {
        var handling = new Handling(assignedTo, recused == null ? List.of() : List.of(recused), registeredBy);
        assertEquals(whole, Personal.mayBeSeenBy(caller(role, subject), handling));
    }
}
