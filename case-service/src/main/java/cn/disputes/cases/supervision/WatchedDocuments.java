package cn.disputes.cases.supervision;

import cn.disputes.cases.warning.WatchedCase;
import cn.disputes.cases.warning.WatchedCases;
import cn.disputes.cases.warning.WatchedClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The clocks of supervision documents that warnings hang on. */
@ApplicationScoped
class WatchedDocuments implements WatchedCases {
    private final SupervisionRegister register;
    private final Clock clock;

    WatchedDocuments(SupervisionRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "supervision-documents";
    }

    @Override
    public String table() {
        return "supervision_document";
    }

    @Override
    public List<WatchedCase> read(Handle h, Collection<UUID> ids) {
        var today = LocalDate.now(clock);
        return h
                .registerRowMapper(ConstructorMapper.factory(SupervisionDocument.class))
                .createQuery("SELECT * FROM supervision_document WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(SupervisionDocument.class)
                .stream()
                .map(document -> new WatchedCase(
                        kind(),
                        document.id(),
                        document.documentNumber(),
                        document.regionCode(),
                        List.of(document.issuedToCode()),
                        register.deadlines(h, document, false).stream()
                                .map(deadline -> WatchedClock.of(deadline, today))
                                .toList()))
                .toList();
    }
}
