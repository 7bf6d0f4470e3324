package io.doorstep.testing;

import io.doorstep.identity.AddMember;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Role;
import io.doorstep.identity.SignUp;
import io.doorstep.tenancy.Agencies;
import io.doorstep.tenancy.Agency;
import io.doorstep.tenancy.TenantId;
import io.doorstep.tenancy.TenantScope;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Agencies made through the real sign-up, each with names that no other has. */
public final class TestAgencies {

    public static final String PASSWORD = "a password for tests";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final SignUp signUp;
    private final AddMember addMember;
    private final Agencies agencies;
    private final TransactionTemplate transaction;

    TestAgencies(SignUp signUp, AddMember addMember, Agencies agencies, TransactionTemplate transaction) {
        this.signUp = signUp;
        this.addMember = addMember;
        this.agencies = agencies;
        this.transaction = transaction;
    }

    public TestAgency fresh() {
        return in("America/Chicago");
    }

    public TestAgency in(String zone) {
        var number = COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        var slug = "agency-" + number;
        var email = "owner@" + slug + ".example";
        var owner = signUp.found(new SignUp.Request(
                "Agency " + number, slug, ZoneId.of(zone), "USD", "Olive Owner", email, PASSWORD, false));
        var settings = TenantScope.callIn(owner.tenant(), () -> transaction.execute(_ -> agencies.current()));
        return new TestAgency(owner, settings, email, transaction);
    }

    /** Beside whom the first owner may leave or step down. */
    public void addSecondOwner(TestAgency agency) {
        TenantScope.runIn(
                agency.tenant(),
                () -> addMember.add(
                        "Otto Owner",
                        "otto@" + agency.slug() + ".example",
                        PASSWORD,
                        Role.OWNER,
                        ZoneId.of("America/Chicago"),
                        2));
    }

    /** Runs code as this agency, in a transaction or bare. */
    public record TestAgency(CurrentMember owner, Agency settings, String email, TransactionTemplate transaction) {

        public TenantId tenant() {
            return owner.tenant();
        }

        public String siteKey() {
            return settings.siteKey();
        }

        public String slug() {
            return settings.slug();
        }

        public <T> T inTransaction(Supplier<T> work) {
            return TenantScope.callIn(tenant(), () -> transaction.execute(_ -> work.get()));
        }

        public void inTransaction(Runnable work) {
            TenantScope.runIn(tenant(), () -> transaction.executeWithoutResult(_ -> work.run()));
        }

        public <T> T inScope(Supplier<T> work) {
            return TenantScope.callIn(tenant(), work::get);
        }
    }
}
