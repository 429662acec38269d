package cn.disputes.alerts.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends a letter by SMTP. The Message-ID is the letter's, so that a mailbox knows the second try of the same letter. */
@ApplicationScoped
class MailSender {
    /** A permanent refusal, RFC 5321 section 4.2.1. */
    private static final Pattern REFUSED = Pattern.compile("\\b(5\\d\\d)[ -]");

    private final ReactiveMailer mailer;
    private final Context loop;
    private final Optional<String> from;
    private final DeliveryConfig config;

    MailSender(
            ReactiveMailer mailer,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from,
            DeliveryConfig config) {
        this.mailer = mailer;
        this.loop = vertx.getOrCreateContext();
        this.from = from;
        this.config = config;
    }

    Outcome send(Subscription to, Letter letter) {
        if (from.isEmpty()) return Outcome.hopeless(null, "no mail server is configured (QUARKUS_MAILER_FROM)");
        var mail = Mail.withText(to.target(), letter.subject(), letter.text())
                .addHeader("Message-ID", "<" + letter.id() + "@" + domain(from.get()) + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        var sent = new CompletableFuture<Void>();
        // always from one event loop: asked from another thread, the client may miss the server's greeting
        loop.runOnContext(now -> mailer.send(mail).subscribe().with(sent::complete, sent::completeExceptionally));
        try {
            sent.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
            return Outcome.arrived(null);
        } catch (TimeoutException e) {
            return Outcome.down(
                    "no answer of the mail server within " + config.patience().toSeconds() + " s");
        } catch (ExecutionException e) {
            return judge(e.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.down("stopped while the mail was on its way");
        }
    }

    private static Outcome judge(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            var refused = REFUSED.matcher(String.valueOf(cause.getMessage()));
            if (refused.find()) {
                var code = Integer.parseInt(refused.group(1));
                // 53x speaks of our own login, which a person may yet put right
                if (code >= 530 && code <= 539) return Outcome.down("the mail server refuses our login: " + code);
                return Outcome.hopeless(code, "the mail server refuses: " + code);
            }
        }
        return Outcome.down("mail server: " + fault.getClass().getSimpleName());
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }
}
