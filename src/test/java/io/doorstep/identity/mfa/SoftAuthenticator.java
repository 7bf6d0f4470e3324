package io.doorstep.identity.mfa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** An authenticator and a browser in one, ES256 and no attestation, that can be told to lie. Written from WebAuthn level 2, sections 5 and 6. */
final class SoftAuthenticator {

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int ATTESTED = 0x40;

    private final KeyPair key;
    private final byte[] credentialId = new byte[32];
    private String userHandle = "";
    private int count;

    String origin = "http://localhost";
    String rpId = "localhost";
    boolean verifiesUser = true;
    boolean presentUser = true;
    int flags = BACKUP_ELIGIBLE | BACKED_UP;
    boolean crossOrigin;

    SoftAuthenticator() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(credentialId);
    }

    String id() {
        return text(credentialId);
    }

    void countsFrom(int next) {
        count = next - 1;
    }

    /** The body of a registration, as our API takes it. */
    String create(String name, String challenge, String userHandle) {
        this.userHandle = userHandle;
        var point = ((ECPublicKey) key.getPublic()).getW();
        var cose = bytes(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                fixed(point.getAffineX().toByteArray()),
                new byte[] {0x22, 0x58, 0x20},
                fixed(point.getAffineY().toByteArray()));
        var attested = bytes(new byte[16], new byte[] {0, 32}, credentialId, cose);
        var data = bytes(authenticatorData(ATTESTED), attested);
        var object = bytes(
                new byte[] {(byte) 0xa3},
                cbor("fmt"),
                cbor("none"),
                cbor("attStmt"),
                new byte[] {(byte) 0xa0},
                cbor("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return """
                {"name": "%s", "clientData": "%s", "attestationObject": "%s", "transports": ["internal", "hybrid"]}""".formatted(name, text(clientData("webauthn.create", challenge)), text(object));
    }

    /** An assertion, as our API takes it. */
    String get(String challenge) {
        return get(challenge, userHandle);
    }

    String get(String challenge, String claimedHandle) {
        var data = authenticatorData(0);
        var client = clientData("webauthn.get", challenge);
        return assertion(data, client, sign(bytes(data, sha256(client))), claimedHandle);
    }

    /** Signed as unverified, sent as verified. */
    String getTampered(String challenge) {
        var data = authenticatorData(0);
        var client = clientData("webauthn.get", challenge);
        var signature = sign(bytes(data, sha256(client)));
        data[32] |= USER_VERIFIED;
        return assertion(data, client, signature, userHandle);
    }

    private String assertion(byte[] data, byte[] client, byte[] signature, String handle) {
        return """
                {"id": "%s", "clientData": "%s", "authenticatorData": "%s", "signature": "%s", "userHandle": "%s"}""".formatted(id(), text(client), text(data), text(signature), handle);
    }

    private byte[] authenticatorData(int more) {
        var all = flags | more | (presentUser ? USER_PRESENT : 0) | (verifiesUser ? USER_VERIFIED : 0);
        return ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) all)
                .putInt(++count)
                .array();
    }

    private byte[] clientData(String type, String challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s}""".formatted(type, challenge, origin, crossOrigin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] signed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] cbor(String text) {
        return bytes(new byte[] {(byte) (0x60 | text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] fixed(byte[] number) {
        var fixed = new byte[32];
        var from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
        return fixed;
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
