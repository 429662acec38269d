package cn.disputes.deploy.sample;

/** The sample could not be loaded; the message says where and with which answer. */
final class LoadFailure extends RuntimeException {
    LoadFailure(String zh, String en) {
        super(zh + " / " + en);
    }

    LoadFailure(String zh, String en, Throwable cause) {
        super(zh + " / " + en, cause);
    }
}
