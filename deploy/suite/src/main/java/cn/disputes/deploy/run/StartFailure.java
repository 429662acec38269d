package cn.disputes.deploy.run;

/** Something the operator can mend: printed as one line, without a stack trace. */
final class StartFailure extends RuntimeException {
    StartFailure(String zh, String en) {
        super(zh + " / " + en, null, false, false);
    }
}
