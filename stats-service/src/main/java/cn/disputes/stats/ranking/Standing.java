package cn.disputes.stats.ranking;

import cn.disputes.stats.groups.GroupCount;
import java.util.List;

/**
 * Who stands where, as far as the reader may know.
 *
 * @param table of those that are held against each other
 * @param apart what a city deals with itself, which is no county's
 * @param withheld who would have a place, but may not be told about: the place alone, among rates that are known, would
 *     tell the rate
 */
record Standing(RankingRules.Table table, List<GroupCount> apart, List<GroupCount> withheld) {}
