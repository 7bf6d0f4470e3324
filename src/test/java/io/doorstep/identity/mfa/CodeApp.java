package io.doorstep.identity.mfa;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, written from RFC 6238 and 4226 apart from the product's code. */
final class CodeApp {

    private final byte[] secret;
    private final Clock clock;

    CodeApp(String base32, Clock clock) {
        var bits = new StringBuilder();
        base32.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .forEach(value -> bits.append(
                        "%5s".formatted(Integer.toBinaryString(value)).replace(' ', '0')));
        secret = new byte[bits.length() / 8];
        for (var i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        this.clock = clock;
    }

    int secretBits() {
        return secret.length * 8;
    }

    String now() {
        return at(0);
    }

    String at(int steps) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(clock.instant().getEpochSecond() / 30 + steps)
                    .array());
            var from = hash[19] & 15;
            return "%06d".formatted((ByteBuffer.wrap(hash, from, 4).getInt() & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String wrong() {
        var taken = java.util.List.of(at(-2), at(-1), at(0), at(1), at(2));
        return java.util.stream.Stream.of("000000", "111111", "222222", "333333", "444444", "555555")
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }
}
