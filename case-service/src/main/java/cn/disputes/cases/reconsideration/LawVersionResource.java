package cn.disputes.cases.reconsideration;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;

/** Which texts the register applies, and which it knows of but has never seen. */
@Path("/v1/law-versions")
public class LawVersionResource {
    /**
     * @param effectiveFrom applications received from this day on
     * @param unverified true: its text was not available, nothing is derived from it and no case is put under it
     */
    public record LawVersionEntry(String code, LocalDate effectiveFrom, boolean unverified, String zh, String en) {}

    public record LawVersions(List<LawVersionEntry> items) {}

    private static final LawVersions ALL = new LawVersions(List.of(
            new LawVersionEntry(
                    LawVersion.XZFY_2017.wireName(),
                    LawVersion.XZFY_2017.effectiveFrom(),
                    false,
                    "行政复议法（1999年，2009年、2017年修正）和2007年实施条例",
                    "Reconsideration Law of 1999, amended 2009 and 2017, with the regulation of 2007"),
            new LawVersionEntry(
                    LawVersion.XZFY_2023.wireName(),
                    LawVersion.XZFY_2023.effectiveFrom(),
                    false,
                    "行政复议法（2023年修订）；2007年实施条例不相抵触的部分",
                    "Reconsideration Law revised 2023; of the regulation of 2007 what does not contradict it"),
            new LawVersionEntry(
                    RevisedRegulation.CODE,
                    RevisedRegulation.EFFECTIVE_FROM,
                    true,
                    "修订后的实施条例自2026年7月1日起施行，文本尚未取得；其后收到的申请仍按 XZFY-2023 计算，答复中注明 regulationVerified: false",
                    "The revised regulation is in force from 2026-07-01 and its text was not available; applications"
                            + " received since are counted under XZFY-2023 and say regulationVerified: false")));

    @GET
    @Authenticated
    public LawVersions list() {
        return ALL;
    }
}
