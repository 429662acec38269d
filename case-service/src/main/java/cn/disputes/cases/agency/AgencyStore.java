package cn.disputes.cases.agency;

import cn.disputes.cases.identifier.CreditCode;
import cn.disputes.contract.codes.Domain;
import cn.disputes.contract.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The register of agencies. */
@ApplicationScoped
public class AgencyStore {
    private static final String COLUMNS = "code, name, region_code, level, domain, kind, version";

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST = 1000;

    private record Seen(Agency agency, long at) {}

    private final Map<String, Seen> recent = new ConcurrentHashMap<>();

    public Optional<Agency> find(Handle h, String code) {
        return h.registerRowMapper(ConstructorMapper.factory(Agency.class))
                .createQuery("SELECT " + COLUMNS + " FROM agency WHERE code = :code")
                .bind("code", code)
                .mapTo(Agency.class)
                .findOne();
    }

    /** @param field name of the request's field, for the refusal */
    public Agency require(Handle h, String field, String code) {
        if (!CreditCode.valid(code)) {
            throw ProblemException.invalid(
                    field, "不是有效的统一社会信用代码（GB 32100）", "Not a valid unified social credit code (GB 32100)");
        }
        return recent(h, code).orElseThrow(() -> new ProblemException(AgencyProblem.AGENCY_UNKNOWN, code)
                .field(field, "机关登记册中没有该机关", "Not in the agency register"));
    }

    /** Agencies change seldom, and every registration asks for one; a change shows after {@link #FRESH}. */
    private Optional<Agency> recent(Handle h, String code) {
        var now = System.nanoTime();
        var seen = recent.get(code);
        if (seen != null && now - seen.at() < FRESH.toNanos()) return Optional.of(seen.agency());
        var found = find(h, code);
        if (recent.size() >= MOST) recent.clear();
        found.ifPresent(agency -> recent.put(code, new Seen(agency, now)));
        return found;
    }

    public Map<String, Agency> findAll(Handle h, Collection<String> codes) {
        if (codes.isEmpty()) return Map.of();
        return h.registerRowMapper(ConstructorMapper.factory(Agency.class))
                .createQuery("SELECT " + COLUMNS + " FROM agency WHERE code = ANY (:codes)")
                .bindArray("codes", String.class, codes.toArray())
                .mapTo(Agency.class)
                .collect(Collectors.toMap(Agency::code, agency -> agency));
    }

    /** Different agencies may bear one name in different regions. */
    public Map<String, List<Agency>> findByName(Handle h, Collection<String> names) {
        if (names.isEmpty()) return Map.of();
        return h.registerRowMapper(ConstructorMapper.factory(Agency.class))
                .createQuery("SELECT " + COLUMNS + " FROM agency WHERE name = ANY (:names)")
                .bindArray("names", String.class, names.toArray())
                .mapTo(Agency.class)
                .collect(Collectors.groupingBy(Agency::name));
    }

    /** Adds what an import names and the register lacks; what it has stays as it is. */
    public void addFromImport(Handle h, Collection<Agency> agencies) {
        if (agencies.isEmpty()) return;
        var batch = h.prepareBatch(
                """
                INSERT INTO agency (code, name, region_code, level, domain) VALUES (:code, :name, :regionCode, :level, :domain)
                ON CONFLICT (code) DO NOTHING""");
        // one order for all, so that two imports do not wait for each other in a circle
        agencies.stream().sorted(java.util.Comparator.comparing(Agency::code)).forEach(a -> batch.bindMethods(a)
                .add());
        batch.execute();
    }

    Agency put(Handle h, Agency agency) {
        h.createUpdate(
                        """
                        INSERT INTO agency (code, name, region_code, level, domain, kind)
                        VALUES (:code, :name, :regionCode, :level, :domain, :kind)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name, region_code = excluded.region_code,
                            level = excluded.level, domain = excluded.domain, kind = excluded.kind, version = agency.version + 1""")
                .bindMethods(agency)
                .execute();
        recent.remove(agency.code());
        return find(h, agency.code()).orElseThrow();
    }

    List<Agency> list(Handle h, String region, Domain domain, String text, String after, int limit) {
        return h.registerRowMapper(ConstructorMapper.factory(Agency.class))
                .createQuery(
                        "SELECT " + COLUMNS
                                + """
                         FROM agency
                        WHERE code > :after
                          AND (CAST(:region AS text) IS NULL OR region_code LIKE :region || '%')
                          AND (CAST(:domain AS text) IS NULL OR domain = :domain)
                          AND (CAST(:text AS text) IS NULL OR name LIKE '%' || :text || '%')
                        ORDER BY code LIMIT :limit""")
                .bind("after", after)
                .bind("region", region)
                .bind("domain", domain == null ? null : domain.name())
                .bind("text", text)
                .bind("limit", limit)
                .mapTo(Agency.class)
                .list();
    }
}
