package cn.disputes.deploy.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of every overlay say nothing that Kubernetes does not know. */
class KubernetesSchemaTest {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1/Namespace",
            Namespace.class,
            "v1/ConfigMap",
            ConfigMap.class,
            "v1/Service",
            io.fabric8.kubernetes.api.model.Service.class,
            "apps/v1/Deployment",
            Deployment.class,
            "networking.k8s.io/v1/NetworkPolicy",
            NetworkPolicy.class,
            "networking.k8s.io/v1/Ingress",
            Ingress.class,
            "autoscaling/v2/HorizontalPodAutoscaler",
            HorizontalPodAutoscaler.class,
            "policy/v1/PodDisruptionBudget",
            PodDisruptionBudget.class);

    private static final Map<String, Class<?>> OPERATORS = Map.of(
            "postgresql.cnpg.io/v1/Cluster", DatabaseKinds.Cluster.class,
            "postgresql.cnpg.io/v1/ScheduledBackup", DatabaseKinds.ScheduledBackup.class,
            "barmancloud.cnpg.io/v1/ObjectStore", DatabaseKinds.ObjectStore.class);

    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production", "recovery"})
    void saysNothingKubernetesDoesNotKnow(String overlay) throws Exception {
        for (var document : Manifests.of(overlay).all()) {
            var kind = document.path("apiVersion").asText() + "/"
                    + document.path("kind").asText();
            var type = KINDS.containsKey(kind) ? KINDS.get(kind) : OPERATORS.get(kind);
            assertTrue(type != null, kind + " is not known here");
            var read = STRICT.treeToValue(document, type);
            if (KINDS.containsKey(kind))
                noLeftOvers(read, document.path("metadata").path("name").asText());
        }
    }

    /** The classes take what they do not know into a map of their own instead of refusing it. */
    private static void noLeftOvers(Object bean, String where)
            throws InvocationTargetException, IllegalAccessException {
        if (bean == null) return;
        if (bean instanceof Collection<?> all) {
            for (var one : all) noLeftOvers(one, where);
            return;
        }
        if (bean instanceof Map<?, ?> all) {
            for (var one : all.values()) noLeftOvers(one, where);
            return;
        }
        if (!bean.getClass().getName().startsWith("io.fabric8.kubernetes.api.model.")
                || bean.getClass().isEnum()) return;
        for (var getter : bean.getClass().getMethods()) {
            if (!getter.getName().startsWith("get") || getter.getParameterCount() > 0) continue;
            var value = getter.invoke(bean);
            if (getter.getName().equals("getAdditionalProperties"))
                assertEquals(Map.of(), value, where + ": " + bean.getClass().getSimpleName());
            else if (value != bean) noLeftOvers(value, where);
        }
    }

    @Test
    void aFieldThatIsMisspeltIsFound() throws Exception {
        var document = Manifests.of("production").container("case-service").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) document).put("imagePullPolcy", "Always");
        var read = STRICT.treeToValue(document, io.fabric8.kubernetes.api.model.Container.class);
        org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> noLeftOvers(read, "case-service"));
    }
}
