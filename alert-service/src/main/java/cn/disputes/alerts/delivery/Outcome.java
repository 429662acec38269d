package cn.disputes.alerts.delivery;

import java.time.Duration;

/**
 * What became of a try.
 *
 * @param status the answer's code, null where there was none
 * @param failure in a few words, quoting nothing that was sent or answered; null when it arrived
 * @param hopeless trying again cannot help
 * @param down the recipient as a whole seems not to work, not this letter
 * @param retryAfter the pause the recipient asked for, null where it asked for none
 */
record Outcome(Integer status, String failure, boolean hopeless, boolean down, Duration retryAfter) {
    static Outcome arrived(Integer status) {
        return new Outcome(status, null, false, false, null);
    }

    static Outcome down(String failure) {
        return new Outcome(null, failure, false, true, null);
    }

    static Outcome hopeless(Integer status, String failure) {
        return new Outcome(status, failure, true, false, null);
    }
}
