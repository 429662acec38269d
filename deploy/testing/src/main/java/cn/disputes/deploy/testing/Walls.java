package cn.disputes.deploy.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;

/** The walls of the house; every module checks its own classes against them. */
public final class Walls {
    /** A rule of the law is plain Java: it can be read and tried without a server. */
    @ArchTest
    static final ArchRule rulesNeedNoFramework = noClasses()
            .that()
            .haveNameMatching(".*(State|Rules|Deadlines|Term)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta.ws..",
                    "jakarta.inject..",
                    "jakarta.enterprise..",
                    "org.jdbi..",
                    "java.sql..")
            .allowEmptyShould(true);

    /** Features may use each other, but never in a circle. */
    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("cn.disputes.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveSimpleName("SystemClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..helper..", "..base..", "..misc..", "..impl..");

    /** The endpoint is the transaction boundary and the only place that speaks HTTP. */
    @ArchTest
    static final ArchRule onlyResourcesAreEndpoints = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true);

    /** Nothing prints: what a service has to say goes to the log, where no name may go. */
    @ArchTest
    static final ArchRule nothingPrints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    private Walls() {}
}
