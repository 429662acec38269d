package cn.disputes.conventions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A network, such as 10.0.0.0/8 or fd00::/8, or a single address. */
public record Network(byte[] address, int bits) {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** @throws IllegalArgumentException it is none; a name is none either */
    public static Network parse(String text) {
        var parts = text.strip().split("/", 2);
        var address = address(parts[0]).map(InetAddress::getAddress).orElseThrow(() -> none(text));
        if (parts.length == 1) return new Network(address, address.length * 8);
        try {
            var bits = Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= address.length * 8) return new Network(address, bits);
        } catch (NumberFormatException e) {
            // told below
        }
        throw none(text);
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException("not a network: " + text);
    }

    /** The address a text says, empty when it says none; nothing is looked up. */
    public static Optional<InetAddress> address(String text) {
        if (!LITERAL.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean holds(InetAddress candidate) {
        var other = candidate.getAddress();
        if (other.length != address.length) return false;
        for (var bit = 0; bit < bits; bit++) {
            var mask = 1 << (7 - bit % 8);
            if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
        }
        return true;
    }
}
