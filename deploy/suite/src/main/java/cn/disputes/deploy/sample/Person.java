package cn.disputes.deploy.sample;

/** Invented parties, whose names say that they are invented (虚构). */
final class Person {
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

    private Person() {}

    static String natural(int number) {
        return "合成%s%04d（虚构）".formatted(STEMS.charAt(number % 10), number);
    }

    static String company(int number) {
        return "合成企业%04d（虚构）".formatted(number);
    }
}
