package cn.disputes.cases.litigation;

import cn.disputes.contract.codes.Code;

/** Why a head cannot come (法释〔2020〕3号 Art. 8), in the order of its items. */
public enum AbsenceReason implements Code {
    FORCE_MAJEURE("不可抗力", "force majeure"),
    ACCIDENT("意外事件", "accident"),
    IRREPLACEABLE_DUTY("需要履行他人不能代替的公务", "a duty nobody else can perform"),
    OTHER_JUSTIFIED("无法出庭的其他正当事由", "another justified reason");

    private final String zh;
    private final String en;

    AbsenceReason(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
