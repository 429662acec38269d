package cn.disputes.conventions;

import cn.disputes.contract.events.EventJson;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.postgres.PostgresPlugin;

/** JDBI over the service's own database. */
class Database {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return jdbi(dataSource, dataSource::getConnection);
    }

    @Produces
    @Singleton
    @Patient
    Jdbi patient(
            AgroalDataSource dataSource,
            @ConfigProperty(name = "db.patience-seconds", defaultValue = "20") int usualSeconds) {
        return jdbi(dataSource, new PatientConnections(dataSource, Duration.ofSeconds(usualSeconds)));
    }

    private static Jdbi jdbi(AgroalDataSource dataSource, ConnectionFactory connections) {
        var jdbi = Jdbi.create(connections).installPlugin(new PostgresPlugin()).installPlugin(new Jackson2Plugin());
        jdbi.getConfig(Jackson2Config.class).setMapper(EventJson.MAPPER);
        jdbi.getConfig(SqlStatements.class).setSqlLogger(new LostConnections(dataSource));
        return jdbi;
    }

    /** Where one connection is lost the others mostly are too: those that lie idle are not handed out any more. */
    private record LostConnections(AgroalDataSource dataSource) implements SqlLogger {
        @Override
        public void logException(StatementContext context, SQLException fault) {
            var state = fault.getSQLState();
            if (state != null && (state.startsWith("08") || state.startsWith("57P"))) dataSource.flush(FlushMode.IDLE);
        }
    }

    /** A dead line is still noticed, though only after hours. */
    private record PatientConnections(AgroalDataSource dataSource, Duration usual) implements ConnectionFactory {
        private static final Duration LONGEST = Duration.ofHours(2);

        @Override
        public Connection openConnection() throws SQLException {
            var connection = dataSource.getConnection();
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST.toMillis());
            return connection;
        }

        @Override
        public void closeConnection(Connection connection) throws SQLException {
            // the pool does not set it back
            try {
                if (!connection.isClosed()) connection.setNetworkTimeout(Runnable::run, (int) usual.toMillis());
            } finally {
                connection.close();
            }
        }
    }
}
