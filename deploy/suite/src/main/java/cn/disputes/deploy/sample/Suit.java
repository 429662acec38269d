package cn.disputes.deploy.sample;

import java.time.LocalDate;
import java.util.Set;

/** One row of the litigation import. */
record Suit(
        String caseNumber,
        Court court,
        String instance,
        Agency defendant,
        Agency actor,
        String plaintiff,
        Subject subject,
        LocalDate filedOn,
        LocalDate servedOn,
        String reconsideration,
        String previous,
        Course course) {
    static final String HEADER =
            "caseNumber,court,instance,regionCode,plaintiffName,defendantCode,defendantName,actorCode,domain,actType,"
                    + "filedOn,servedOn,reconsiderationCaseNumber,previousCaseNumber,hearingOn,headAttendance,concludedOn,outcome,outcomeGround,"
                    + "effectiveOn";

    /** What the court has done by the end of the year; null is not yet. */
    record Course(
            LocalDate hearingOn,
            String attendance,
            LocalDate concludedOn,
            String outcome,
            String ground,
            LocalDate effectiveOn) {
        static final Course NOTHING_YET = new Course(null, null, null, null, null, null);
        private static final Set<String> SETTLING = Set.of("SETTLED", "AFTER_ACT_CHANGED");

        Course attendedBy(String attendance) {
            return new Course(hearingOn, attendance, concludedOn, outcome, ground, effectiveOn);
        }

        Course judged(String outcome) {
            return new Course(hearingOn, attendance, concludedOn, outcome, ground, effectiveOn);
        }

        Course effective(LocalDate day) {
            return new Course(hearingOn, attendance, concludedOn, outcome, ground, day);
        }

        boolean concludedIn(int year) {
            return concludedOn != null && concludedOn.getYear() == year;
        }

        /** The dispute itself is over, not only the suit. */
        boolean settled() {
            return "MEDIATED".equals(outcome) || ground != null && SETTLING.contains(ground);
        }
    }

    Suit with(Course course) {
        return new Suit(
                caseNumber,
                court,
                instance,
                defendant,
                actor,
                plaintiff,
                subject,
                filedOn,
                servedOn,
                reconsideration,
                previous,
                course);
    }

    /** As it stood before anything happened in court. */
    Suit opened() {
        return with(Course.NOTHING_YET);
    }

    boolean first() {
        return instance.equals("FIRST");
    }

    String csv() {
        return Csv.line(
                caseNumber,
                court.name(),
                instance,
                defendant.regionCode(),
                plaintiff,
                defendant.code(),
                defendant.name(),
                actor == null ? null : actor.code(),
                subject.domain(),
                subject.actType(),
                filedOn,
                servedOn,
                reconsideration,
                previous,
                course.hearingOn(),
                course.attendance(),
                course.concludedOn(),
                course.outcome(),
                course.ground(),
                course.effectiveOn());
    }
}
