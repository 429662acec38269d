package cn.disputes.cases.litigation;

import static cn.disputes.cases.litigation.AttendanceFinding.*;

import cn.disputes.contract.codes.HeadAttendance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether a head of the agency stood in court (负责人出庭应诉): the rules of 法释〔2020〕3号, as one function of the facts. */
final class AttendanceRules {
    /** Art. 6: what cannot be corrected, or is not there at all, counts as absence. */
    private static final Set<IdentityProof> FAILED = EnumSet.of(IdentityProof.NOT_SUBMITTED, IdentityProof.REJECTED);

    private AttendanceRules() {}

    /** How the facts of a hearing count. */
    static HearingAttendance evaluate(LocalDate on, Appearance facts) {
        var findings = new ArrayList<AttendanceFinding>();
        var risks = new ArrayList<AttendanceFinding>();
        var attendance = head(facts, findings, risks);
        if (!attendance.headAttended() && !facts.left()) deputies(facts, findings, risks);
        if (attendance == HeadAttendance.ABSENT && !findings.contains(LEFT_EARLY)) {
            risks.add(0, ABSENT_WITHOUT_REASON);
            if (facts.postponed()) risks.add(1, ABSENT_AFTER_POSTPONEMENT);
        }
        return new HearingAttendance(on, attendance, hints(findings), hints(risks), facts.again());
    }

    /** When only the result was recorded. */
    static HearingAttendance evaluate(LocalDate on, HeadAttendance attendance) {
        var risks = attendance == HeadAttendance.ABSENT ? List.of(ABSENT_WITHOUT_REASON.hint()) : List.<Hint>of();
        return new HearingAttendance(on, attendance, List.of(), risks, false);
    }

    private static HeadAttendance head(
            Appearance facts, List<AttendanceFinding> findings, List<AttendanceFinding> risks) {
        var best = facts.came().stream()
                .map(AttendeeRole::head)
                .filter(Objects::nonNull)
                .min(HeadAttendance::compareTo);
        if (best.isEmpty()) return absent(facts, findings);
        if (facts.identity() != null && FAILED.contains(facts.identity())) {
            findings.add(IDENTITY_REJECTED);
            return HeadAttendance.ABSENT;
        }
        if (facts.left()) {
            findings.add(LEFT_EARLY);
            risks.add(LEFT_EARLY);
            return HeadAttendance.ABSENT;
        }
        findings.add(HEAD_ATTENDED);
        if (facts.identity() == IdentityProof.CORRECTABLE) findings.add(IDENTITY_TO_CORRECT);
        if (facts.silent()) findings.add(SILENT);
        if (facts.refused()) {
            findings.add(REFUSED_TO_EXPLAIN);
            risks.add(REFUSED_TO_EXPLAIN);
        }
        return best.get();
    }

    /** Art. 8, 9: a reason of the four kinds, proven, and accepted by the court. */
    private static HeadAttendance absent(Appearance facts, List<AttendanceFinding> findings) {
        if (facts.came().stream().anyMatch(AttendeeRole::isHeadElsewhere)) findings.add(NOT_A_HEAD);
        if (facts.absenceReason() == null) findings.add(NO_REASON);
        else if (!facts.proven()) findings.add(PROOF_MISSING);
        else if (facts.absenceAccepted() == null) findings.add(REASON_NOT_EXAMINED);
        else if (!facts.absenceAccepted()) findings.add(REASON_NOT_ACCEPTED);
        else {
            findings.add(JUSTIFIED);
            return HeadAttendance.ABSENT_JUSTIFIED;
        }
        return HeadAttendance.ABSENT;
    }

    /** Art. 10: where no head attends, staff must, and a lawyer alone is not enough (解释 Art. 128). */
    private static void deputies(Appearance facts, List<AttendanceFinding> findings, List<AttendanceFinding> risks) {
        if (facts.came().stream().anyMatch(AttendeeRole::isStaff)) {
            findings.add(ONLY_STAFF);
            return;
        }
        findings.add(facts.came().contains(AttendeeRole.LAWYER) ? ONLY_LAWYER : NOBODY);
        risks.add(NEITHER_HEAD_NOR_STAFF);
    }

    /**
     * Art. 7: one attended hearing is enough for the instance, unless the court called again and nobody came. Each
     * instance has its own duty.
     */
    static HeadDuty duty(List<HearingAttendance> hearings) {
        var state = hearings.isEmpty() ? HeadDuty.State.NO_HEARING : HeadDuty.State.EXCUSED;
        LocalDate fulfilledOn = null;
        for (var hearing : hearings) {
            var attendance = hearing.headAttendance();
            if (attendance.headAttended()) {
                state = HeadDuty.State.FULFILLED;
                if (fulfilledOn == null) fulfilledOn = hearing.on();
            } else if (attendance == HeadAttendance.ABSENT
                    && (state != HeadDuty.State.FULFILLED || hearing.calledAgain())) {
                state = HeadDuty.State.UNFULFILLED;
            }
        }
        return new HeadDuty(state, fulfilledOn, hearings);
    }

    /**
     * Whether the head who attends a hearing is still to be named. Where the duty of the instance is done already, only
     * a new notice of the court asks for one (Art. 7).
     *
     * @param named a head was named since the last hearing that was held
     */
    static boolean headToName(LitigationStep hearing, boolean named, List<HearingAttendance> held) {
        if (named) return false;
        return duty(held).state() != HeadDuty.State.FULFILLED || Boolean.TRUE.equals(hearing.headNotified());
    }

    private static List<Hint> hints(List<AttendanceFinding> findings) {
        return findings.stream().map(AttendanceFinding::hint).toList();
    }
}
