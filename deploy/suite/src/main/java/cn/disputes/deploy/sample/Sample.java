package cn.disputes.deploy.sample;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The city's synthetic year 2022; the same rows every time. */
record Sample(
        List<Reconsideration> reconsiderations,
        List<Suit> suits,
        List<SupervisionDocument> documents,
        List<RiskPlan> risks) {
    /** Judgments against the agency (败诉). */
    static final Set<String> LOST = Set.of(
            "REVOKED",
            "PARTLY_REVOKED",
            "CHANGED",
            "ORDERED_TO_PERFORM",
            "ORDERED_TO_PAY",
            "CONFIRMED_UNLAWFUL",
            "CONFIRMED_VOID",
            "COMPENSATION",
            "AGREEMENT_REMEDY");

    static Sample of2022() {
        var reconsiderations = ReconsiderationYear.generate();
        var firstInstance = Judgments.of(FirstInstanceFilings.generate(reconsiderations));
        var suits = Attendance.at(Appeals.after(firstInstance));
        return new Sample(
                reconsiderations, suits, SupervisionYear.generate(reconsiderations), RiskYear.generate(suits));
    }

    String reconsiderationsCsv() {
        return Csv.file(
                Reconsideration.HEADER,
                reconsiderations.stream().map(Reconsideration::csv).toList());
    }

    String suitsCsv() {
        return suitsCsv(suits);
    }

    /** Before the first alert: the suits under alert have only been filed, and nothing builds on their judgments. */
    String suitsBeforeAlertsCsv() {
        var alerted = risks.stream().map(plan -> plan.suit().caseNumber()).collect(Collectors.toSet());
        return suitsCsv(suits.stream()
                .filter(suit -> suit.previous() == null || !alerted.contains(suit.previous()))
                .map(suit -> alerted.contains(suit.caseNumber()) ? suit.opened() : suit)
                .toList());
    }

    static String suitsCsv(List<Suit> suits) {
        return Csv.file(Suit.HEADER, suits.stream().map(Suit::csv).toList());
    }

    String documentsCsv() {
        return Csv.file(
                SupervisionDocument.HEADER,
                documents.stream().map(SupervisionDocument::csv).toList());
    }
}
