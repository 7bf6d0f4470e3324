package io.doorstep.identity.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a key is written: {@code ds_live_<prefix>_<secret><check>}. The prefix (10 of a-z0-9) finds it, the secret (32 of base 62, 190 random
 * bits) opens, the check (6 of base 62, CRC-32 of all before it) lets a scanner of leaked secrets tell a key from a look-alike offline.
 */
record KeyText(String prefix, String secret) {

    static final String START = "ds_live_";
    private static final Pattern FORM = Pattern.compile("ds_live_([a-z0-9]{10})_([A-Za-z0-9]{32})([A-Za-z0-9]{6})");
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int PREFIX_DIGITS = 36;

    static KeyText fresh(SecureRandom random) {
        return new KeyText(letters(random, 10, PREFIX_DIGITS), letters(random, 32, DIGITS.length()));
    }

    /** Empty for what was never a key of ours, without asking the database. */
    static Optional<KeyText> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var key = new KeyText(form.group(1), form.group(2));
        return key.check().equals(form.group(3)) ? Optional.of(key) : Optional.empty();
    }

    byte[] secretHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    /** The whole key: shown once, kept nowhere. */
    String shownOnce() {
        return start() + check();
    }

    @Override
    public String toString() {
        return START + prefix + "_...";
    }

    private String start() {
        return START + prefix + "_" + secret;
    }

    private String check() {
        var crc = new CRC32();
        crc.update(start().getBytes(US_ASCII));
        var rest = crc.getValue();
        var digits = new char[6];
        for (var i = digits.length - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    private static String letters(SecureRandom random, int length, int base) {
        return random.ints(length, 0, base)
                .mapToObj(DIGITS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
