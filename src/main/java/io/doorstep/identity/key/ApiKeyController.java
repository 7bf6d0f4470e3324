package io.doorstep.identity.key;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.MemberRef;
import io.doorstep.identity.Members;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agency's keys for other programs. For owners and admins, and never for a key itself. */
@RestController
@RequestMapping("/api/settings/api-keys")
@Tag(name = "api-keys")
class ApiKeyController {

    private final ApiKeys keys;
    private final MakeApiKey make;
    private final Members members;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApiKeyController(ApiKeys keys, MakeApiKey make, Members members, TransactionTemplate transaction, Clock clock) {
        this.keys = keys;
        this.make = make;
        this.members = members;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Why a key opens nothing any more. A key whose maker left stops with him. */
    enum KeyState {
        IN_USE,
        EXPIRED,
        REVOKED,
        MAKER_LEFT
    }

    record ScopeView(String code, String meaning) {}

    record ApiKeyList(List<ApiKeyView> items, List<ScopeView> scopes) {}

    /** @param maker null where the maker is no member any more */
    record ApiKeyView(
            UUID id,
            String name,
            String start,
            List<String> scopes,
            KeyState state,
            @Nullable MemberRef maker,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt,
            @Nullable String lastAddress) {}

    record NewApiKey(
            @NotBlank(message = "is needed: which program is it for") @Size(max = 80)
            String name,

            @NotEmpty(message = "needs one at least: what may the key do") @Size(max = 60)
            List<@NotNull @Size(max = 60) String> scopes,

            @Nullable OffsetDateTime expiresAt) {}

    /** @param key the whole key, shown this once */
    record MadeApiKey(UUID id, String key) {}

    @GetMapping
    ApiKeyList apiKeys(@AuthenticationPrincipal CurrentMember current) {
        current.requireAdmin();
        var team = transaction.execute(_ -> members.active());
        var views = keys.of(current.tenant()).stream()
                .map(key -> new ApiKeyView(
                        key.id(),
                        key.name(),
                        KeyText.START + key.prefix(),
                        key.scopes(),
                        state(key),
                        team.stream()
                                .filter(member -> member.id().equals(key.memberId()))
                                .findFirst()
                                .map(io.doorstep.identity.Member::ref)
                                .orElse(null),
                        key.createdAt(),
                        key.expiresAt(),
                        key.lastUsedAt(),
                        key.lastAddress()))
                .toList();
        return new ApiKeyList(
                views,
                Arrays.stream(KeyScope.values())
                        .map(scope -> new ScopeView(scope.code(), scope.meaning()))
                        .toList());
    }

    @PostMapping
    ResponseEntity<MadeApiKey> makeApiKey(
            @AuthenticationPrincipal CurrentMember current, @Valid @RequestBody NewApiKey request) {
        var expires = request.expiresAt() == null ? null : request.expiresAt().toInstant();
        var made = make.by(current, request.name().strip(), request.scopes(), expires);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new MadeApiKey(made.id(), made.text()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revokeApiKey(@AuthenticationPrincipal CurrentMember current, @PathVariable UUID id) {
        make.revoke(current, id);
        return ResponseEntity.noContent().build();
    }

    private KeyState state(ApiKeys.Key key) {
        if ("MAKER_LEFT".equals(key.revokedFor())) return KeyState.MAKER_LEFT;
        if (key.revokedAt() != null) return KeyState.REVOKED;
        var ended = key.expiresAt() != null && !key.expiresAt().toInstant().isAfter(clock.instant());
        return ended ? KeyState.EXPIRED : KeyState.IN_USE;
    }
}
