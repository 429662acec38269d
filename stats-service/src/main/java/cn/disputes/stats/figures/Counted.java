package cn.disputes.stats.figures;

/** Exact counts behind one figure of one group; {@code provisional} rows may still change it. */
record Counted(long numerator, long denominator, long provisional) {
    static final Counted NONE = new Counted(0, 0, 0);

    Counted plus(Counted other) {
        return new Counted(
                numerator + other.numerator, denominator + other.denominator, provisional + other.provisional);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
