package cn.disputes.cases.audit;

/**
 * Who did what an entry speaks of.
 *
 * @param subject {@code sub} of a person, or the name of the service's own work
 * @param address where the request came from; empty for the service's own work
 * @param region the entry's region when no case gives one
 */
public record AuditActor(String subject, String address, String region) {
    /** Work the service does by itself, such as {@code retention}. */
    public static AuditActor service(String work) {
        return new AuditActor(work, "", "100000");
    }
}
