package cn.disputes.stats.facts;

/** The advisory locks of this service's database, each number once. Whoever needs several takes them in this order. */
public final class Locks {
    /** One rebuild at a time. */
    public static final int REBUILD = 77;

    /** Whoever writes cells: one process at a time, and no order of locks to get wrong. */
    public static final int CELLS = 79;

    /** One fold at a time: what a case is because of another must not be found out by two at once. */
    public static final int FOLD = 78;

    /** Shared by whoever reads cells and waiting changes as two statements, held alone by whoever moves between them. */
    public static final int MOVING = 80;

    /** One sealing at a time. */
    public static final int SEALING = 20;

    private Locks() {}
}
