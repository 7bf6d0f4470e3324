package io.doorstep.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.util.exception.WebAuthnException;
import io.doorstep.identity.passkey.Challenges.Purpose;
import io.doorstep.platform.Ids;
import io.doorstep.platform.Refusal;
import io.doorstep.platform.Refused;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a passkey (WebAuthn 7.1). No attestation is asked for: which authenticator a person uses is their own affair. */
@Component
public class RegisterPasskey {

    private static final Logger log = LoggerFactory.getLogger(RegisterPasskey.class);
    private static final int MOST_PER_PERSON = 20;
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final RelyingParty relyingParty;
    private final Ids ids;
    private final Clock clock;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attestedData = new AttestedCredentialDataConverter(converter);

    RegisterPasskey(Passkeys passkeys, Challenges challenges, RelyingParty relyingParty, Ids ids, Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.relyingParty = relyingParty;
        this.ids = ids;
        this.clock = clock;
    }

    public CreationOptions begin(UUID user, String email, String name, String browser) {
        var known = passkeys.handlesOf(user);
        if (known.size() >= MOST_PER_PERSON) {
            throw new Refusal.Conflict(
                            "too-many-passkeys", "You have " + MOST_PER_PERSON + " passkeys. Remove one first.")
                    .asException();
        }
        var challenge = challenges.issue(Purpose.REGISTER, browser, user);
        return new CreationOptions(
                Bytes.text(challenge),
                new CreationOptions.PasskeyParty(relyingParty.id(), RelyingParty.NAME),
                new CreationOptions.PasskeyUser(Bytes.text(Bytes.of(user)), email, name),
                ALGORITHMS.stream().map(algorithm -> (int) algorithm.getValue()).toList(),
                known.stream()
                        .map(handle -> new CreationOptions.PasskeyHandle(
                                Bytes.text(handle.credentialId()), handle.transports()))
                        .toList(),
                Challenges.LIFE.toMillis());
    }

    /**
     * @return the passkey's id
     * @throws io.doorstep.platform.Refused {@code challenge-ended}, or that the answer is not one to our question
     */
    public UUID finish(UUID user, String browser, Attestation attestation) {
        var made = parse(attestation);
        var challenge = Challenges.in(made.getCollectedClientData());
        challenges.take(challenge, Purpose.REGISTER, browser, user);
        try {
            webAuthn.verify(made, new RegistrationParameters(relyingParty.expecting(challenge), offered(), true, true));
        } catch (WebAuthnException refused) {
            log.warn("passkey of user {} refused at registration: {}", user, refused.toString());
            throw notAPasskey();
        }
        return keep(user, attestation, made);
    }

    private UUID keep(UUID user, Attestation attestation, RegistrationData made) {
        var object = made.getAttestationObject();
        var data = object == null ? null : object.getAuthenticatorData();
        var attested = data == null ? null : data.getAttestedCredentialData();
        if (data == null || attested == null) {
            throw notAPasskey();
        }
        var passkey = new Passkey.Stored(
                ids.next(),
                user,
                attestedData.convert(attested),
                data.getSignCount(),
                data.isFlagBE(),
                data.isFlagBS());
        var name = attestation.name().strip();
        if (!passkeys.add(attested.getCredentialId(), passkey, name, attestation.transports(), clock.instant())) {
            throw new Refusal.Conflict("passkey-known", "This passkey is registered already. Use another one.")
                    .asException();
        }
        return passkey.id();
    }

    private RegistrationData parse(Attestation attestation) {
        try {
            return webAuthn.parse(attestation.request());
        } catch (
                RuntimeException
                        malformed) { // the library meets bytes that anyone may have sent, and fails in many ways
            throw notAPasskey();
        }
    }

    private static List<PublicKeyCredentialParameters> offered() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    private static Refused notAPasskey() {
        return Refusal.Invalid.field(
                        "attestationObject", "is not a passkey made for this site. Try again, or use another device.")
                .asException();
    }
}
