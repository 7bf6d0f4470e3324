package io.doorstep.lifecycle.export;

import io.doorstep.platform.Secret;
import io.doorstep.tenancy.TenantScope;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals the parts of an export's file: AES-256-GCM under a key of this agency's export alone, with its place as associated data. A part that
 * was taken from another export, another agency or another place does not open; a stolen backup holds no readable copy beside the rows.
 */
@Component
class PartSeal {

    private static final int NONCE = 12;

    private final Secret secret;
    private final SecureRandom random = new SecureRandom();

    PartSeal(Secret secret) {
        this.secret = secret;
    }

    byte[] seal(UUID export, int seq, byte[] plain, int length) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, export, seq, nonce).doFinal(plain, 0, length);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    /** @throws IllegalStateException when the part is not what was sealed here for this place */
    byte[] open(UUID export, int seq, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, export, seq, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("a part of an export does not open", changed);
        }
    }

    private Cipher cipher(int mode, UUID export, int seq, byte[] nonce) throws GeneralSecurityException {
        var key = secret.derive("export/" + TenantScope.current() + "/" + export);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(ByteBuffer.allocate(4).putInt(seq).array());
        return cipher;
    }
}
