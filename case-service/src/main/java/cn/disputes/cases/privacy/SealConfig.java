package cn.disputes.cases.privacy;

import org.jdbi.v3.core.config.JdbiConfig;

/** Lets whatever maps or binds a row reach the seal. */
public final class SealConfig implements JdbiConfig<SealConfig> {
    private Seal seal;

    public SealConfig() {}

    private SealConfig(Seal seal) {
        this.seal = seal;
    }

    void use(Seal configured) {
        seal = configured;
    }

    public Seal seal() {
        if (seal == null) throw new IllegalStateException("no key for personal data");
        return seal;
    }

    @Override
    public SealConfig createCopy() {
        return new SealConfig(seal);
    }
}
