package cn.disputes.deploy.sample;

import java.time.LocalDate;

/** One row of the reconsideration import; dates not reached by the end of the year are null. */
record Reconsideration(
        String caseNumber,
        String regionCode,
        LocalDate receivedOn,
        String channel,
        String applicantKind,
        String applicantName,
        Agency respondent,
        Subject subject,
        Course course) {
    static final String HEADER =
            "caseNumber,regionCode,receivedOn,channel,applicantKind,applicantName,respondentCode,respondentName,"
                    + "respondentRegionCode,domain,actType,acceptedOn,procedure,copyServedOn,repliedOn,concludedOn,outcome,outcomeGround,"
                    + "decisionServedOn";

    /** What has happened to the case by the end of the year. */
    record Course(
            LocalDate acceptedOn,
            LocalDate copyServedOn,
            LocalDate repliedOn,
            LocalDate concludedOn,
            Ending ending,
            LocalDate decisionServedOn) {}

    String csv() {
        return Csv.line(
                caseNumber,
                regionCode,
                receivedOn,
                channel,
                applicantKind,
                applicantName,
                respondent.code(),
                respondent.name(),
                respondent.regionCode(),
                subject.domain(),
                subject.actType(),
                course.acceptedOn(),
                course.acceptedOn() == null ? null : "ORDINARY",
                course.copyServedOn(),
                course.repliedOn(),
                course.concludedOn(),
                outcome(),
                course.ending() == null ? null : course.ending().ground(),
                course.decisionServedOn());
    }

    /** Null while open. */
    String outcome() {
        return course.ending() == null ? null : course.ending().outcome();
    }
}
