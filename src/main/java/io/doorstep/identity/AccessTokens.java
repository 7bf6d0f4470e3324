package io.doorstep.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.doorstep.platform.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * Short-lived bearer tokens of the API: HS256, {@code iss, aud, exp, sub, tenant, role}. The membership is read again for each
 * token (at most {@link #STALE} old), so a removed member or a changed role acts long before the token ends.
 */
@Component
class AccessTokens implements AccessChanged.Listener {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final String ISSUER = "doorstep";
    private static final String AUDIENCE = "doorstep-api";

    private final Directory directory;
    private final Clock clock;
    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Cache<UUID, List<Directory.Membership>> memberships =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(STALE).build();

    record Issued(String token, Instant expiresAt) {}

    AccessTokens(Secret secret, Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        var key = new SecretKeySpec(secret.derive("jwt"), "HmacSHA256");
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        var time = new JwtTimestampValidator(Duration.ofSeconds(5));
        time.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                time,
                new JwtClaimValidator<String>("iss", ISSUER::equals),
                new JwtClaimValidator<List<String>>("aud", audience -> audience != null && audience.contains(AUDIENCE)),
                new JwtClaimValidator<Object>("exp", java.util.Objects::nonNull),
                new JwtClaimValidator<Object>("tenant", tenant -> tenant instanceof String)));
    }

    Issued issue(CurrentMember member) {
        var now = clock.instant();
        var expires = now.plus(LIFE);
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(member.userId().toString())
                .issuedAt(now)
                .expiresAt(expires)
                .claim("tenant", member.tenant().toString())
                .claim("role", member.role().name())
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return new Issued(
                encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue(), expires);
    }

    @Override
    public void accessChanged(Predicate<CurrentMember> touched) {
        memberships.invalidateAll();
    }

    Optional<CurrentMember> memberOf(String token) {
        try {
            var jwt = decoder.decode(token);
            var user = UUID.fromString(String.valueOf(jwt.getSubject()));
            var tenant = UUID.fromString(jwt.getClaimAsString("tenant"));
            return memberships.get(user, _ -> directory.membershipsOf(user)).stream()
                    .filter(membership -> membership.tenant().value().equals(tenant))
                    .map(membership ->
                            new CurrentMember(membership.tenant(), membership.memberId(), user, membership.role()))
                    .findFirst();
        } catch (JwtException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
