package cn.disputes.contract.security;

import cn.disputes.contract.codes.Regions;

/**
 * The part of the country a token may see: the GB/T 2260 code it names and all below it. In SQL: {@code region_code >=
 * from AND region_code < to}, compared as text.
 */
public record RegionScope(String region) {
    public RegionScope {
        if (!region.matches("\\d{6}")) throw new IllegalArgumentException("not a GB/T 2260 code");
    }

    public boolean covers(String code) {
        return code != null && code.startsWith(Regions.prefix(region));
    }

    /** Smallest code inside, inclusive. */
    public String from() {
        return Regions.prefix(region);
    }

    /** Smallest text beyond, exclusive; ':' sorts right after '9'. */
    public String to() {
        return Regions.prefix(region) + ":";
    }

    /**
     * The condition written out, digits only, for statements that choose between indexes: a plan made without knowing the
     * bounds takes any range for a two-hundredth of the table.
     */
    public String sql(String column) {
        return column + " >= '" + from() + "' AND " + column + " < '" + to() + "'";
    }
}
