package io.doorstep.identity;

import io.doorstep.platform.Refusal;
import io.doorstep.tenancy.Actor;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place where proof of who someone is becomes a session. Every way in ends here (password, link, OpenID Connect, passkey,
 * invitation, second step, another agency), so what holds for sessions holds for all of them: the agency's second factor is asked for,
 * each session is new, and the agency's log says who came in.
 */
@Component
public class FinishSignIn {

    private final Directory directory;
    private final Sessions sessions;
    private final ObjectProvider<SecondFactor> secondFactors;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FinishSignIn(
            Directory directory,
            Sessions sessions,
            ObjectProvider<SecondFactor> secondFactors,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = directory;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param session the cookie's value */
        record Opened(CurrentMember member, String session) implements Outcome {}

        /**
         * Nothing was opened. Call again with all that was shown and one of these.
         *
         * @param shown  what the person showed already
         * @param anyOf what would complete it
         */
        record SecondFactorNeeded(CurrentMember member, Set<Proof> shown, Set<Proof> anyOf) implements Outcome {}
    }

    /**
     * @param agency slug; null takes the first by name
     * @param shown  all that the person showed in this sign-in, at least one thing
     * @throws io.doorstep.platform.Refused {@code no-membership} when the user is no member of that agency
     */
    public Outcome of(UUID user, @Nullable String agency, Set<Proof> shown, Client client) {
        return open(memberOf(user, agency), shown, clock.instant(), client);
    }

    /** The same person in another of their agencies. What they showed goes along, and so does its age: a switch proves nothing anew. */
    Outcome elsewhere(CurrentMember current, String agency, Client client) {
        return switch (current.access()) {
            case Access.Session session
            when !session.own() ->
                throw new Refusal.Forbidden(
                                "own-proof-needed",
                                "You came in by this agency's company sign-in, which counts here only. Sign in with your own password, link or passkey.")
                        .asException();
            case Access.Session session ->
                open(memberOf(current.userId(), agency), session.proof(), session.authenticatedAt(), client);
            case Access.Token _, Access.ApiKey _ ->
                throw new Refusal.Forbidden("session-needed", "A token or key works in one agency. Take one there.")
                        .asException();
        };
    }

    /** Without a session, for tokens of the API. */
    public CurrentMember memberFor(UUID user, String agency, Set<Proof> shown) {
        var member = memberOf(user, agency);
        if (!missing(member, shown).isEmpty()) {
            throw new Refusal.Forbidden(
                            "second-factor-needed",
                            "A second factor is needed: send the code of your app along, as code. With a passkey only, use an API key.")
                    .asException();
        }
        return member;
    }

    private Outcome open(CurrentMember member, Set<Proof> shown, Instant shownAt, Client client) {
        var missing = missing(member, shown);
        if (!missing.isEmpty()) {
            return new Outcome.SecondFactorNeeded(member, shown, missing);
        }
        var session = sessions.open(member.userId(), member.tenant(), shown, shownAt, client);
        var actor = new Actor(member.memberId(), member.role().name(), "SESSION", client.address());
        TenantScope.callAs(member.tenant(), actor, () -> {
            transaction.executeWithoutResult(_ -> audit.record(
                    "member.signed-in",
                    "member",
                    member.memberId().toString(),
                    Map.of("by", shown.stream().map(Proof::name).sorted().collect(Collectors.joining(", ")))));
            return true;
        });
        return new Outcome.Opened(member, session);
    }

    private Set<Proof> missing(CurrentMember member, Set<Proof> shown) {
        return secondFactors.stream()
                .flatMap(factor -> factor.missing(member, shown).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private CurrentMember memberOf(UUID user, @Nullable String agency) {
        return directory.membershipsOf(user).stream()
                .filter(membership -> agency == null || membership.slug().equals(agency))
                .map(membership ->
                        new CurrentMember(membership.tenant(), membership.memberId(), user, membership.role()))
                .findFirst()
                .orElseThrow(() -> directory
                        .closedAgencyOf(user, agency)
                        .map(ClosedAgency::refusal)
                        .orElseGet(() ->
                                new Refusal.Forbidden("no-membership", "This account is not a member of that agency."))
                        .asException());
    }
}
