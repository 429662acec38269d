package cn.disputes.stats.ranking;

import cn.disputes.stats.groups.GroupCount;
import java.util.List;

/**
 * Who stands where, as far as the reader may know.
 *
 * @param table of those that are held against each other
 * @param apart what a city deals with itself, which is no county's
 * @param withheld who may not be told about: the place alone, among rates that are known, would tell the rate, and that
 *     there is none would tell that there are few cases
 */
record Standing(RankingRules.Table table, List<GroupCount> apart, List<GroupCount> withheld) {}
