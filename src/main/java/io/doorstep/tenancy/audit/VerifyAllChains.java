package io.doorstep.tenancy.audit;

import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.Sealing;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import io.doorstep.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the chains of all agencies, each in its own scope as the application sees it; needs no administrator. */
public final class VerifyAllChains {

    private static final Pattern HEAD = Pattern.compile("([a-z0-9-]{2,40}):(\\d{1,18}):([0-9a-f]{64})");

    private final JdbcClient gate;
    private final TransactionTemplate transaction;
    private final VerifyChain chain;

    private VerifyAllChains(JdbcClient gate, TransactionTemplate transaction, VerifyChain chain) {
        this.gate = gate;
        this.transaction = transaction;
        this.chain = chain;
    }

    /** @param sealing as the database asks for it */
    public static VerifyAllChains of(DatabaseSettings settings, Sealing sealing) {
        var manager = new TenantTransactions(settings.as(DatabaseRole.APP), sealing);
        var transaction = new TransactionTemplate(manager);
        transaction.setReadOnly(true);
        var db = JdbcClient.create(java.util.Objects.requireNonNull(manager.getDataSource()));
        return new VerifyAllChains(
                JdbcClient.create(settings.as(DatabaseRole.GATE)), transaction, new VerifyChain(new AuditEntries(db)));
    }

    private record Agency(UUID id, String slug) {}

    private record Expected(String slug, VerifyChain.Noted head) {}

    /** @return 0 when every chain holds, 1 when one is broken, 2 when the arguments name nothing */
    public int run(@Nullable String only, List<String> expected, Consumer<String> out) {
        var heads = new ArrayList<Expected>();
        for (var text : expected) {
            var match = HEAD.matcher(text);
            if (!match.matches()) {
                out.accept(
                        "--expect takes a head as this command prints it, such as harbor-pine:12:0a1b…; not " + text);
                return 2;
            }
            heads.add(new Expected(
                    match.group(1), new VerifyChain.Noted(Long.parseLong(match.group(2)), match.group(3))));
        }
        var agencies = agencies().stream()
                .filter(agency -> only == null || agency.slug().equals(only))
                .toList();
        var unknown = heads.stream()
                .map(Expected::slug)
                .filter(slug ->
                        agencies.stream().noneMatch(agency -> agency.slug().equals(slug)))
                .findFirst();
        if (only != null && agencies.isEmpty() || unknown.isPresent()) {
            out.accept("There is no agency " + unknown.orElse(only) + " here.");
            return 2;
        }
        var broken = 0;
        for (var agency : agencies) {
            broken += verify(agency, heads, out) ? 0 : 1;
        }
        out.accept(
                broken == 0
                        ? "%d chains, all unbroken. Keep the heads elsewhere; --expect finds what was written anew."
                                .formatted(agencies.size())
                        : "%d of %d chains are BROKEN.".formatted(broken, agencies.size()));
        return broken == 0 ? 0 : 1;
    }

    private boolean verify(Agency agency, List<Expected> heads, Consumer<String> out) {
        var mine = heads.stream()
                .filter(head -> head.slug().equals(agency.slug()))
                .map(head -> Optional.of(head.head()))
                .toList();
        for (var noted : mine.isEmpty() ? List.of(Optional.<VerifyChain.Noted>empty()) : mine) {
            var state =
                    TenantScope.callIn(new TenantId(agency.id()), () -> transaction.execute(_ -> chain.verify(noted)));
            switch (state) {
                case ChainState.Unbroken(var entries, var hash) ->
                    out.accept("  unbroken  %s:%d:%s".formatted(agency.slug(), entries, hash));
                case ChainState.Broken(var seq, var problem) -> {
                    out.accept("  BROKEN    %s at entry %d: %s".formatted(agency.slug(), seq, problem));
                    return false;
                }
                case null -> throw new IllegalStateException("no answer");
            }
        }
        return true;
    }

    private List<Agency> agencies() {
        return gate.sql(
                        "select id, slug from tenant_directory where status not in ('PROVISIONING', 'CLOSED') order by slug")
                .query((row, _) -> new Agency(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }
}
