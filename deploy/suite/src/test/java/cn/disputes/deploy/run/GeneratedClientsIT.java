package cn.disputes.deploy.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.disputes.client.ApiClient;
import cn.disputes.client.ApiException;
import cn.disputes.client.ApiResponse;
import cn.disputes.client.api.ApprovalApi;
import cn.disputes.client.api.ReconsiderationApi;
import cn.disputes.client.model.ActType;
import cn.disputes.client.model.ApprovalStatus;
import cn.disputes.client.model.Channel;
import cn.disputes.client.model.Decision;
import cn.disputes.client.model.Domain;
import cn.disputes.client.model.Party;
import cn.disputes.client.model.PartyKind;
import cn.disputes.client.model.Procedure;
import cn.disputes.client.model.ReconsiderationOutcome;
import cn.disputes.client.model.ReconsiderationStatus;
import cn.disputes.client.model.ReconsiderationStep;
import cn.disputes.client.model.ReconsiderationStepGround;
import cn.disputes.client.model.ReconsiderationStepType;
import cn.disputes.client.model.ReconsiderationView;
import cn.disputes.client.model.Registration;
import cn.disputes.client.model.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clients generated from the committed OpenAPI document: each walks one case from its arrival to its service. */
class GeneratedClientsIT {
    private static final Path CLIENTS = Path.of("target/clients").toAbsolutePath();

    private static RunningSuite suite;

    @BeforeAll
    static void start() throws IOException {
        var folder = Path.of("target/clients-it").toAbsolutePath();
        suite = new RunningSuite(folder, RunningSuite.freePorts(3)).start("--reset", "--empty");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (suite != null) suite.close();
    }

    private static String token(String role) throws Exception {
        return suite.token("--role", role, "--region", "330700");
    }

    private static ApiClient client(String role) throws Exception {
        var token = token(role);
        var client = new ApiClient();
        client.updateBaseUri(suite.url(0, ""));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private static ReconsiderationStep step(ReconsiderationStepType type, String on) {
        return new ReconsiderationStep().type(type).on(LocalDate.parse(on));
    }

    private static String etag(ApiResponse<?> answer) {
        return answer.getHeaders().get("etag").get(0);
    }

    /** An officer's screen: what it last saw decides what it may change. */
    private static final class Screen {
        private final ReconsiderationApi cases;
        private String id;
        private String etag;

        Screen(ApiClient client) {
            cases = new ReconsiderationApi(client);
        }

        void register() throws ApiException {
            var opened = cases.createReconsiderationWithHttpInfo(
                    new Registration()
                            .regionCode("330700")
                            .receivedOn(LocalDate.of(2025, 3, 3))
                            .channel(Channel.ONLINE)
                            .applicants(List.of(
                                    new Party().kind(PartyKind.NATURAL_PERSON).name("合成丁")))
                            .respondentCode("11330700002592265Y")
                            .actType(ActType.PENALTY)
                            .domain(Domain.OTHER)
                            .claims("请求撤销（虚构）"),
                    null);
            id = opened.getData().getId().toString();
            etag = etag(opened);
        }

        ApiResponse<ReconsiderationView> record(ReconsiderationStep step) throws ApiException {
            var answer = cases.recordReconsiderationWithHttpInfo(id, step, null, etag);
            if (answer.getStatusCode() == 201) etag = etag(answer);
            return answer;
        }

        List<Object> grounds() throws ApiException {
            return cases.stepsReconsideration(id).getItems().stream()
                    .map(step -> step.getBody().getGround())
                    .filter(Objects::nonNull)
                    .map(ReconsiderationStepGround::getActualInstance)
                    .toList();
        }

        ReconsiderationView read() throws ApiException {
            var answer = cases.getReconsiderationWithHttpInfo(id);
            etag = etag(answer);
            return answer.getData();
        }
    }

    @Test
    void theJavaClientWalksACase() throws Exception {
        var screen = new Screen(client("case-officer"));
        screen.register();
        screen.record(step(ReconsiderationStepType.ACCEPTED, "2025-03-05").procedure(Procedure.ORDINARY));
        screen.record(step(ReconsiderationStepType.COPY_SERVED, "2025-03-10"));
        screen.record(step(ReconsiderationStepType.REPLY_RECEIVED, "2025-03-20"));
        screen.record(step(ReconsiderationStepType.SUSPENDED, "2025-03-24").ground(new ReconsiderationStepGround(7)));
        screen.record(step(ReconsiderationStepType.RESUMED, "2025-03-26"));
        var waiting = screen.record(
                step(ReconsiderationStepType.DECIDED, "2025-04-20").outcome(ReconsiderationOutcome.UPHELD));
        assertEquals(202, waiting.getStatusCode());
        var location = waiting.getHeaders().get("location").get(0);
        var decided = new ApprovalApi(client("approver"))
                .decideApproval(
                        location.substring(location.lastIndexOf('/') + 1), new Decision().decision(Verdict.APPROVED));
        assertEquals(ApprovalStatus.APPROVED, decided.getStatus());
        assertEquals(ReconsiderationStatus.CONCLUDED, screen.read().getStatus());
        screen.record(step(ReconsiderationStepType.DECISION_SERVED, "2025-04-22"));
        var served = screen.read();
        assertEquals(LocalDate.of(2025, 4, 22), served.getDecisionServedOn());
        assertEquals(List.of(7), screen.grounds());
        assertTrue(
                served.getDeadlines().stream().anyMatch(clock -> clock.getCode().equals("SUE")));
    }

    @Test
    void theTypeScriptClientCompilesAndWalksACase() throws Exception {
        assumeTrue(
                onPath("node") && onPath("npm"),
                "本机没有 Node.js，跳过 TypeScript 客户端 / no Node.js on this machine: the TypeScript client is skipped");
        var folder = Files.createDirectories(CLIENTS.resolve("walk"));
        for (var file : List.of("package.json", "package-lock.json", "tsconfig.json", "walk.ts")) {
            var source = Path.of("src/test/typescript").resolve(file);
            Files.copy(source, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(folder, "npm", "ci", "--no-audit", "--no-fund");
        run(folder, "node_modules/.bin/tsc", "-p", ".");
        assertTrue(run(folder, "node", "out/walk/walk.js").contains("walked"));
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }

    private static String run(Path folder, String... command) throws Exception {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command))).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVICE", suite.url(0, ""),
                        "OFFICER", token("case-officer"),
                        "APPROVER", token("approver")));
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
