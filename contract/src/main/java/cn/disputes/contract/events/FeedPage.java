package cn.disputes.contract.events;

import java.util.List;

/**
 * One page of a feed.
 *
 * @param items in commit-safe order
 * @param next cursor for the next call's {@code after}; never null, and unchanged when there are no items
 */
public record FeedPage(List<CloudEvent> items, String next) {}
