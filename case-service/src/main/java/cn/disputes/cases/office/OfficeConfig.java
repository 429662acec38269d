package cn.disputes.cases.office;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** How an office works. */
@ConfigMapping(prefix = "office")
interface OfficeConfig {
    /** Region codes whose new cases are given to an officer at once; elsewhere somebody does it by hand. */
    Optional<Set<String>> assignOnRegistration();
}
