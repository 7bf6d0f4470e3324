package io.doorstep.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import io.doorstep.identity.passkey.Challenges.Purpose;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who someone is, by a passkey (WebAuthn 7.2). The credential alone finds its person; nobody types an e-mail. All failures get one answer:
 * which check failed is for our log.
 */
@Component
public class ProvePasskey {

    private static final Logger log = LoggerFactory.getLogger(ProvePasskey.class);

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final RelyingParty relyingParty;
    private final Clock clock;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attestedData = new AttestedCredentialDataConverter(converter);

    ProvePasskey(Passkeys passkeys, Challenges challenges, RelyingParty relyingParty, Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.relyingParty = relyingParty;
        this.clock = clock;
    }

    /** For whoever comes: the browser lists what it has. */
    public RequestOptions begin(String browser) {
        var challenge = challenges.issue(Purpose.SIGN_IN, browser, null);
        return new RequestOptions(Bytes.text(challenge), relyingParty.id(), List.of(), Challenges.LIFE.toMillis());
    }

    /** For a person who is here already. */
    public RequestOptions beginFor(UUID user, String browser) {
        var challenge = challenges.issue(Purpose.CONFIRM, browser, user);
        var allowed = passkeys.handlesOf(user).stream()
                .map(handle ->
                        new CreationOptions.PasskeyHandle(Bytes.text(handle.credentialId()), handle.transports()))
                .toList();
        return new RequestOptions(Bytes.text(challenge), relyingParty.id(), allowed, Challenges.LIFE.toMillis());
    }

    /**
     * @return the user
     * @throws io.doorstep.platform.Refused {@code challenge-ended} or {@code passkey-refused}
     */
    public UUID finish(String browser, Assertion assertion) {
        return prove(Purpose.SIGN_IN, browser, null, assertion);
    }

    /** @throws io.doorstep.platform.Refused also when the passkey is not this user's */
    public void finishFor(UUID user, String browser, Assertion assertion) {
        prove(Purpose.CONFIRM, browser, user, assertion);
    }

    private UUID prove(Purpose purpose, String browser, @Nullable UUID expected, Assertion assertion) {
        var answer = parse(assertion);
        var challenge = Challenges.in(answer.getCollectedClientData());
        challenges.take(challenge, purpose, browser, expected);
        var passkey = passkeys.find(Bytes.of(assertion.id())).orElseThrow(() -> refused("unknown credential"));
        if (!Arrays.equals(answer.getUserHandle(), Bytes.of(passkey.userId()))
                || (expected != null && !expected.equals(passkey.userId()))) {
            throw refused("passkey " + passkey.id() + " of another user");
        }
        verify(answer, challenge, passkey);
        var data = answer.getAuthenticatorData();
        if (data == null || !passkeys.used(passkey.id(), data.getSignCount(), data.isFlagBS(), clock.instant())) {
            throw refused("passkey " + passkey.id() + " counts backwards; two authenticators may share its key");
        }
        return passkey.userId();
    }

    private void verify(AuthenticationData answer, byte[] challenge, Passkey.Stored passkey) {
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                attestedData.convert(passkey.attested()),
                null,
                null,
                null,
                null);
        try {
            webAuthn.verify(
                    answer, new AuthenticationParameters(relyingParty.expecting(challenge), record, null, true, true));
        } catch (MaliciousCounterValueException backwards) {
            throw refused("passkey " + passkey.id() + " counts backwards; two authenticators may share its key");
        } catch (WebAuthnException broken) {
            throw refused("passkey " + passkey.id() + ": " + broken);
        }
    }

    private AuthenticationData parse(Assertion assertion) {
        try {
            return webAuthn.parse(assertion.request());
        } catch (
                RuntimeException
                        malformed) { // the library meets bytes that anyone may have sent, and fails in many ways
            throw refused("malformed answer");
        }
    }

    private static Refused refused(String why) {
        log.warn("passkey refused: {}", why);
        return new Refusal.Forbidden("passkey-refused", "This passkey does not open this account. Try another way in.")
                .asException();
    }
}
