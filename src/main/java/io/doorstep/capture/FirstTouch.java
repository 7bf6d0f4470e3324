package io.doorstep.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorstep.tenancy.TenantScope;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;

/**
 * One first touch at a time for one visitor or one address. Only touches that may make a lead come here, and the lock ends with
 * their transaction. Two names that share 64 bits of a hash merely wait for each other.
 */
@Component
class FirstTouch {

    private final Touches touches;

    FirstTouch(Touches touches) {
        this.touches = touches;
    }

    void lock(String name) {
        touches.lockFirstTouch(key(TenantScope.current() + "/" + name));
    }

    private static long key(String name) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
