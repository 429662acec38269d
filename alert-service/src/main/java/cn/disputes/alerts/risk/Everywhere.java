package cn.disputes.alerts.risk;

import cn.disputes.contract.security.RegionScope;
import org.jdbi.v3.core.Handle;

/** Whose scope covers every region that the service serves: who may change what is one for all of them. */
public final class Everywhere {
    private Everywhere() {}

    /** Whether no case, suit or duty lies outside. */
    public static boolean covered(Handle h, RegionScope scope) {
        return h.createQuery(
                        """
                        SELECT NOT (EXISTS (SELECT FROM risk_case WHERE NOT (%1$s))
                            OR EXISTS (SELECT FROM litigation WHERE NOT (%1$s))
                            OR EXISTS (SELECT FROM duty WHERE NOT (%1$s)))"""
                                .formatted(scope.sql("region_code")))
                .mapTo(Boolean.class)
                .one();
    }
}
