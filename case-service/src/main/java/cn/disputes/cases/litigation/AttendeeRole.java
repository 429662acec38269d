package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;
import cn.disputes.contract.codes.HeadAttendance;

/** In what role somebody stood in court for the agency (法释〔2020〕3号 Art. 2, 10; 解释 Art. 128, 130). */
public enum AttendeeRole implements Code {
    PRINCIPAL("正职负责人", "principal", HeadAttendance.PRINCIPAL, true),
    DEPUTY("副职负责人", "deputy", HeadAttendance.DEPUTY, true),
    DEPUTY_LEVEL_IN_CHARGE(
            "参与分管的副职级别的负责人", "head of deputy rank in charge of the matter", HeadAttendance.OTHER_HEAD, true),
    OTHER_IN_CHARGE("其他参与分管的负责人", "another head in charge of the matter", HeadAttendance.OTHER_HEAD, true),
    DELEGATED_HEAD("受委托组织的负责人", "head of a delegated organisation", null, true),
    LOWER_AGENCY_HEAD("下级行政机关的负责人", "head of a lower agency", null, true),
    STAFF("行使职权的工作人员", "staff exercising the power", null, true),
    DELEGATED_STAFF("受委托组织或者下级行政机关的工作人员", "staff of a delegated organisation or a lower agency", null, true),
    LEGAL_OFFICE_STAFF("政府法制机构或者承办机关的工作人员", "staff of a government's legal office or handling agency", null, true),
    LAWYER("律师", "lawyer", null, false);

    private final String zh;
    private final String en;
    private final HeadAttendance head;
    private final boolean agency;

    AttendeeRole(String zh, String en, HeadAttendance head, boolean agency) {
        this.zh = zh;
        this.en = en;
        this.head = head;
        this.agency = agency;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** How the attendance counts, null when who came is no head of the agency sued. */
    HeadAttendance head() {
        return head;
    }

    boolean isHead() {
        return head != null;
    }

    /** A head, but not of the agency that is sued. */
    boolean isHeadElsewhere() {
        return this == DELEGATED_HEAD || this == LOWER_AGENCY_HEAD;
    }

    /** Counts as corresponding staff (相应的工作人员); a lawyer does not. */
    boolean isStaff() {
        return agency && head == null;
    }
}
