package cn.disputes.alerts.routing;

import java.util.List;

/**
 * Who answers for a case.
 *
 * @param leader who acts, in person or as substitute; null when nobody does
 * @param duty the duty that was chosen, null when none was
 * @param through the substitutes asked on the way from the duty's leader
 * @param reason why nobody answers, null when somebody does
 */
public record Route(Leader leader, Duty duty, List<String> through, NoLeader reason) {}
