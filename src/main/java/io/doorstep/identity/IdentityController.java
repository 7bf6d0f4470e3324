package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.TenantScope;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up, sign-in, sign-out, who am I, API tokens. */
@RestController
@Tag(name = "identity")
class IdentityController {

    private final SignUp signUp;
    private final SignIn signIn;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Directory directory;
    private final Members members;
    private final Agencies agencies;
    private final SignInLimits limits;
    private final TransactionTemplate transaction;

    IdentityController(
            SignUp signUp,
            SignIn signIn,
            Sessions sessions,
            AccessTokens tokens,
            Directory directory,
            Members members,
            Agencies agencies,
            SignInLimits limits,
            TransactionTemplate transaction) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.directory = directory;
        this.members = members;
        this.agencies = agencies;
        this.limits = limits;
        this.transaction = transaction;
    }

    record SignUpRequest(
            @NotBlank(message = "is needed: the agency's name") @Size(max = 120)
            String agencyName,

            @NotNull
            @Pattern(regexp = "[a-z0-9](-?[a-z0-9])*", message = "takes small letters, digits and single hyphens")
            @Size(min = 2, max = 40, message = "needs 2 to 40 characters")
            String slug,

            @NotBlank String timeZone,

            @NotBlank(message = "is needed: your name") @Size(max = 120)
            String ownerName,

            @NotBlank @Email(message = "is not an e-mail address") @Size(max = 254)
            String email,

            @NotNull @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST, message = "needs 10 to 200 characters")
            String password) {}

    record SignInRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = Passwords.LONGEST) String password,
            @Nullable String agency) {}

    record TokenRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull @Size(max = Passwords.LONGEST) String password,
            @NotBlank String agency) {}

    record SwitchRequest(@NotBlank String slug) {}

    record Token(String accessToken, String tokenType, OffsetDateTime expiresAt) {}

    record Me(UserView user, MemberView member, AgencyView agency, List<AgencyChoice> agencies) {}

    record UserView(UUID id, String name, String email) {}

    record MemberView(
            UUID id, String name, String initials, int colour, Role role, boolean takingLeads, String timeZone) {}

    record AgencyView(
            UUID id, String name, String slug, String timeZone, String currency, int accentHue, boolean synthetic) {}

    record AgencyChoice(String slug, String name, Role role) {}

    @PostMapping("/api/sign-up")
    ResponseEntity<Me> signUp(@Valid @RequestBody SignUpRequest request, HttpServletRequest http) {
        limits.take(http.getRemoteAddr(), request.email());
        var zone = TimeZones.parse(request.timeZone(), "timeZone");
        var member = signUp.found(new SignUp.Request(
                request.agencyName().strip(),
                request.slug(),
                zone,
                Currencies.usedIn(zone),
                request.ownerName().strip(),
                request.email(),
                request.password(),
                false));
        return signedIn(201, member, http);
    }

    @PostMapping("/api/sign-in")
    ResponseEntity<Me> signIn(@Valid @RequestBody SignInRequest request, HttpServletRequest http) {
        limits.take(http.getRemoteAddr(), request.email());
        return signedIn(200, signIn.with(request.email(), request.password(), request.agency()), http);
    }

    @PostMapping("/api/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest http) {
        SignedIn.sessionToken(http).ifPresent(sessions::revoke);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone().toString())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    @GetMapping("/api/me")
    Me me(@AuthenticationPrincipal CurrentMember current) {
        return view(current);
    }

    @PostMapping("/api/me/agency")
    ResponseEntity<Me> switchAgency(
            @AuthenticationPrincipal CurrentMember current,
            @Valid @RequestBody SwitchRequest request,
            HttpServletRequest http) {
        var user = directory
                .user(current.userId())
                .orElseThrow(() -> Refusal.NotFound.of("user").asException());
        return signedIn(200, signIn.memberships(user, request.slug()), http);
    }

    @PostMapping("/api/token")
    Token issueToken(@Valid @RequestBody TokenRequest request, HttpServletRequest http) {
        limits.take(http.getRemoteAddr(), request.email());
        var issued = tokens.issue(signIn.with(request.email(), request.password(), request.agency()));
        return new Token(issued.token(), "Bearer", issued.expiresAt().atOffset(ZoneOffset.UTC));
    }

    /** A new session each time: an old cookie never becomes a signed-in one. */
    private ResponseEntity<Me> signedIn(int status, CurrentMember member, HttpServletRequest http) {
        SignedIn.sessionToken(http).ifPresent(sessions::revoke);
        var token = sessions.open(member.userId(), member.tenant(), Set.of(Proof.PASSWORD), Client.of(http));
        return ResponseEntity.status(status)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.holding(token).toString())
                .body(view(member));
    }

    private Me view(CurrentMember current) {
        var user = directory
                .user(current.userId())
                .orElseThrow(() -> Refusal.NotFound.of("user").asException());
        var choices = directory.membershipsOf(user.id()).stream()
                .map(membership -> new AgencyChoice(membership.slug(), membership.agencyName(), membership.role()))
                .toList();
        return TenantScope.callIn(
                current.tenant(),
                () -> transaction.execute(_ -> {
                    var member = members.find(current.memberId())
                            .orElseThrow(() -> Refusal.NotFound.of("member").asException());
                    var agency = agencies.current();
                    return new Me(
                            new UserView(user.id(), user.name(), user.email()),
                            new MemberView(
                                    member.id(),
                                    member.name(),
                                    member.ref().initials(),
                                    member.colour(),
                                    member.role(),
                                    member.takingLeads(),
                                    member.timeZone().getId()),
                            new AgencyView(
                                    agency.id().value(),
                                    agency.name(),
                                    agency.slug(),
                                    agency.timeZone().getId(),
                                    agency.currency(),
                                    agency.accentHue(),
                                    agency.synthetic()),
                            choices);
                }));
    }
}
