package io.doorstep.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.doorstep.identity.AccessCache;
import io.doorstep.identity.AccessChanged;
import io.doorstep.identity.CurrentMember;
import io.doorstep.platform.Ids;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Short-lived bearer tokens of the API (JWT as of RFC 9068): ES256, {@code iss, aud, sub, iat, nbf, exp, jti, tenant, role, fam}. A token is
 * a statement about the past: whether its family and membership still stand, and with which role, is read again
 * ({@link AccessCache#STALE} old at most), so what was revoked acts long before the token ends.
 */
@Component
public class AccessTokens implements AccessChanged.Listener {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration LEEWAY = Duration.ofSeconds(5);
    private static final String ISSUER = "doorstep";
    private static final String AUDIENCE = "doorstep-api";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    /** No {@code jku, jwk, x5u, x5c, crit}: a token does not say by what it is to be judged. */
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    private static final int LONGEST = 2_000;

    private final SigningKeys keys;
    private final TokenFamilies families;
    private final Ids ids;
    private final Clock clock;
    private final AccessCache recent;

    record Issued(String token, Instant expiresAt) {}

    private record Claims(UUID user, UUID tenant, UUID family, Instant expiresAt) {}

    AccessTokens(SigningKeys keys, TokenFamilies families, Ids ids, Clock clock) {
        this.keys = keys;
        this.families = families;
        this.ids = ids;
        this.clock = clock;
        this.recent = new AccessCache(clock);
    }

    Issued issue(CurrentMember member, UUID family) {
        var key = keys.signing();
        var now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        var expires = now.plus(LIFE);
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(member.userId().toString())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(expires))
                        .jwtID(ids.next().toString())
                        .claim("tenant", member.tenant().toString())
                        .claim("role", member.role().name())
                        .claim("fam", family.toString())
                        .build());
        try {
            jwt.sign(new ECDSASigner(key));
            return new Issued(jwt.serialize(), expires);
        } catch (JOSEException missingAlgorithm) {
            throw new IllegalStateException(missingAlgorithm);
        }
    }

    /** Empty for a token that we did not sign, that is over, or whose family or membership is. */
    public Optional<CurrentMember> memberOf(String token) {
        return token.length() > LONGEST ? Optional.empty() : recent.get(token, this::read);
    }

    @Override
    public void accessChanged(Predicate<CurrentMember> touched) {
        recent.forget(touched);
    }

    private Optional<AccessCache.Admitted> read(String token) {
        return verified(token)
                .flatMap(claims -> families.memberOf(claims.family(), claims.user(), claims.tenant())
                        .map(member -> new AccessCache.Admitted(member, claims.expiresAt())));
    }

    private Optional<Claims> verified(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var header = jwt.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || !header.toJSONObject().keySet().equals(HEADER)) {
                return Optional.empty();
            }
            var key = keys.verifying(header.getKeyID());
            return key != null && jwt.verify(new ECDSAVerifier(key)) ? claims(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private Optional<Claims> claims(JWTClaimsSet claims) throws ParseException {
        var now = clock.instant();
        var issued = claims.getIssueTime();
        var notBefore = claims.getNotBeforeTime();
        var expires = claims.getExpirationTime();
        if (!ISSUER.equals(claims.getIssuer())
                || !List.of(AUDIENCE).equals(claims.getAudience())
                || issued == null
                || notBefore == null
                || expires == null
                || issued.toInstant().isAfter(now.plus(LEEWAY))
                || notBefore.toInstant().isAfter(now.plus(LEEWAY))
                || !expires.toInstant().isAfter(now)
                || expires.toInstant().isAfter(issued.toInstant().plus(LIFE))) {
            return Optional.empty();
        }
        return Optional.of(new Claims(id(claims, "sub"), id(claims, "tenant"), id(claims, "fam"), expires.toInstant()));
    }

    /** Exactly one text that is an id as we write it; a list of one is none. */
    private static UUID id(JWTClaimsSet claims, String name) throws ParseException {
        if (!(claims.getClaim(name) instanceof String text)) {
            throw new ParseException(name, 0);
        }
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new ParseException(name, 0);
        }
        return id;
    }
}
