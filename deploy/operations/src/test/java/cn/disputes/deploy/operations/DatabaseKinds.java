package cn.disputes.deploy.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The part of CloudNativePG 1.30 and of its Barman plug-in that is used here, as records that take nothing else. Its own
 * schemas are too large to keep; these were compared with them.
 */
final class DatabaseKinds {
    record Metadata(String name) {}

    record Cluster(String apiVersion, String kind, Metadata metadata, ClusterSpec spec) {}

    record ClusterSpec(
            String imageName,
            int instances,
            Boolean enableSuperuserAccess,
            String primaryUpdateStrategy,
            Bootstrap bootstrap,
            Postgresql postgresql,
            Storage storage,
            Storage walStorage,
            Affinity affinity,
            Resources resources,
            List<Plugin> plugins,
            List<ExternalCluster> externalClusters) {}

    record Bootstrap(Initdb initdb, Recovery recovery) {}

    record Initdb(
            String database,
            String owner,
            String encoding,
            String localeCollate,
            String localeCType,
            boolean dataChecksums) {}

    record Recovery(String source, String database, String owner, RecoveryTarget recoveryTarget) {}

    record RecoveryTarget(String targetTime) {}

    record ExternalCluster(String name, Plugin plugin) {}

    record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

    record Synchronous(String method, int number, String dataDurability) {}

    record Storage(String size) {}

    record Affinity(boolean enablePodAntiAffinity, String podAntiAffinityType, String topologyKey) {}

    record Resources(Map<String, String> requests, Map<String, String> limits) {}

    record Plugin(String name, Boolean isWALArchiver, Map<String, String> parameters) {}

    record ScheduledBackup(String apiVersion, String kind, Metadata metadata, ScheduledBackupSpec spec) {}

    record ScheduledBackupSpec(
            String schedule, String backupOwnerReference, Name cluster, String method, Name pluginConfiguration) {}

    record Name(String name) {}

    record ObjectStore(String apiVersion, String kind, Metadata metadata, ObjectStoreSpec spec) {}

    record ObjectStoreSpec(String retentionPolicy, Store configuration) {}

    record Store(String destinationPath, String endpointURL, JsonNode s3Credentials, Files wal, Files data) {}

    record Files(String compression, String encryption) {}

    private DatabaseKinds() {}
}
