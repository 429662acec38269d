package cn.disputes.cases.privacy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The keys as they are configured: the first one encrypts, all of them decrypt, so that a key can be replaced. */
public final class DataKeys {
    private final List<DataKey> keys;

    private DataKeys(List<DataKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * @param configured Base64 of 32 bytes each, separated by commas or white space, the newest first
     * @throws IllegalArgumentException none given, or one that is not a key; the message quotes nothing of it
     */
    public static DataKeys parse(String configured) {
        var keys = new ArrayList<DataKey>();
        for (var text : configured.strip().split("[\\s,]+")) {
            try {
                keys.add(new DataKey(Base64.getDecoder().decode(text)));
            } catch (IllegalArgumentException notAKey) {
                throw new IllegalArgumentException("key " + (keys.size() + 1) + " is not Base64 of 32 bytes");
            }
        }
        return new DataKeys(keys);
    }

    DataKey newest() {
        return keys.get(0);
    }

    List<DataKey> all() {
        return keys;
    }

    DataKey of(String id) {
        for (var key : keys) if (key.id.equals(id)) return key;
        throw new IllegalStateException("data sealed under key " + id + ", which is not configured");
    }
}
