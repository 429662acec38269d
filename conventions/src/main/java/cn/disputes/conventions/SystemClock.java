package cn.disputes.conventions;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The only place that reads the machine's clock; a legal day is a day of Shanghai. */
class SystemClock {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        return Clock.system(SHANGHAI);
    }
}
