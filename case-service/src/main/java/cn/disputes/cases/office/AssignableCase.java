package cn.disputes.cases.office;

import java.util.List;
import java.util.UUID;

/**
 * What assignment needs to know of a case.
 *
 * @param assignedTo null while nobody has it
 * @param recused officers who take no part in it
 * @param agencies the agencies that are parties
 */
record AssignableCase(
        UUID id,
        String caseNumber,
        String regionCode,
        String assignedTo,
        List<String> recused,
        List<String> agencies,
        long version) {}
