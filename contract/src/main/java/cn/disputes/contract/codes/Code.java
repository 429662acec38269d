package cn.disputes.contract.codes;

/** A value of a closed list that the services exchange by its name; both labels are shown to people. */
public interface Code {
    String name();

    /** The Chinese label, as printed on official forms. */
    String zh();

    /** The English label. */
    String en();
}
