package cn.disputes.alerts.delivery;

/** How a letter goes out. */
public enum Channel {
    WEBHOOK,
    MAIL
}
