package cn.disputes.deploy.operations;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does by itself: keeps cookies by host and path, follows redirects, sends the form of a page. */
final class Browser {
    private static final Pattern ACTION = Pattern.compile("(?s)<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");

    /** @param set the whole line it came with */
    record Cookie(String host, String path, String name, String value, String set) {
        boolean goesTo(URI address) {
            var below = path.endsWith("/") ? path : path + "/";
            return address.getHost().equals(host)
                    && (address.getPath().equals(path) || address.getPath().startsWith(below));
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<List<String>, Cookie> cookies = new LinkedHashMap<>();
    private final String stop;

    /** @param stop where it is not sent back to, but where it would have been; null follows everywhere */
    Browser(String stop) {
        this.stop = stop;
    }

    /** @param headers name and value in turn */
    HttpResponse<String> open(String address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).GET();
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> form)
            throws IOException, InterruptedException {
        var action = ACTION.matcher(page.body());
        if (!action.find()) throw new AssertionError(page.statusCode() + " has no form:\n" + page.body());
        return send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /** The page after a password, right or wrong, or the way back. */
    HttpResponse<String> password(HttpResponse<String> page, String username, String password)
            throws IOException, InterruptedException {
        return submit(page, Map.of("username", username, "password", password, "credentialId", ""));
    }

    /** From the provider's first page to wherever it sends the person back to. */
    HttpResponse<String> login(HttpResponse<String> first, Person person) throws IOException, InterruptedException {
        var page = password(first, person.username, person.password);
        for (var steps = 0; steps < 5; steps++) {
            var secret = SECRET.matcher(page.body());
            if (secret.find()) {
                person.enrol(secret.group(1));
                page = submit(
                        page, Map.of("totp", person.code(), "totpSecret", secret.group(1), "userLabel", "telephone"));
            } else if (page.body().contains("name=\"otp\"")) page = submit(page, Map.of("otp", person.code()));
            else return page;
        }
        throw new AssertionError(person.username + " is held up at " + page.uri() + "\n" + page.body());
    }

    /** What it would send along. */
    List<Cookie> cookies(String address) {
        return cookies.values().stream()
                .filter(cookie -> cookie.goesTo(URI.create(address)))
                .toList();
    }

    static String header(List<Cookie> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var along = header(cookies(request.build().uri().toString()));
        if (!along.isEmpty()) request.setHeader("Cookie", along);
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var set : response.headers().allValues("Set-Cookie")) keep(response.uri(), set);
        var location = response.headers().firstValue("Location");
        if (response.statusCode() / 100 != 3
                || location.isEmpty()
                || (stop != null && location.get().startsWith(stop))) return response;
        return send(
                HttpRequest.newBuilder(response.uri().resolve(location.get())).GET());
    }

    private void keep(URI from, String set) {
        var pair = set.split(";")[0].split("=", 2);
        var path = Pattern.compile("(?i);\\s*path=([^;]*)").matcher(set);
        var cookie = new Cookie(from.getHost(), path.find() ? path.group(1) : "/", pair[0], pair[1], set);
        var key = List.of(cookie.host(), cookie.path(), cookie.name());
        if (pair[1].isEmpty() || set.contains("Max-Age=0")) cookies.remove(key);
        else cookies.put(key, cookie);
    }
}
