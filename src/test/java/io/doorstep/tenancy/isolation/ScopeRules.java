package io.doorstep.tenancy.isolation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.doorstep.platform.database.DatabaseRole;
import io.doorstep.platform.database.DatabaseSettings;
import io.doorstep.tenancy.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;

/** How code may reach tenant data and keep it; {@code ArchitectureTest} holds the product against it, {@link PlantedBugsTest} planted bugs. */
public final class ScopeRules {

    /** What outlives a request and is not kept by tenant, with the reason that a reviewer accepted. */
    private static final Map<String, String> REVIEWED_CACHES = Map.ofEntries(
            Map.entry(
                    "io.doorstep.capture.MessageLimits.buckets", "counts by address or conversation; holds no content"),
            Map.entry("io.doorstep.identity.Directory.bySiteKey", "finds the tenant; the key is the agency's own"),
            Map.entry("io.doorstep.identity.Directory.bySlug", "finds the tenant"),
            Map.entry("io.doorstep.identity.AccessCache.recent", "by a credential's hash; finds tenant and member"),
            Map.entry("io.doorstep.identity.FailedSignIns.told", "by user, before a tenant is known"),
            Map.entry("io.doorstep.identity.SignInLimits.buckets", "by address, before a tenant is known"),
            Map.entry("io.doorstep.identity.key.KeyGuard.buckets", "by API key, whose id is one agency's"),
            Map.entry("io.doorstep.identity.FairShare.rates", "by member, whose id is one agency's"),
            Map.entry("io.doorstep.identity.LiveController.open", "by the stream itself"),
            Map.entry("io.doorstep.model.Lines.lines", "by the hash of a provider's key; holds no content"),
            Map.entry("io.doorstep.model.Lines$Line.quietUntil", "names of models; holds no content"));

    /** Whoever prepares, verifies, erases or listens, and never answers a request. */
    private static final DescribedPredicate<JavaClass> TRUSTED = DescribedPredicate.describe(
            "trusted with logins",
            type -> type.getPackageName().matches("io\\.doorstep\\.(tenancy|platform\\.database|cli|lifecycle)(\\..*)?")
                    || type.getName().matches("io\\.doorstep\\.(identity\\.AccessNotices|demo\\.RemoveDemo)(\\$.*)?"));

    public static final ArchRule CACHES_ARE_KEPT_BY_TENANT = fields().should(
                    new ArchCondition<>("keep what outlives a request by tenant, or be reviewed") {
                        @Override
                        public void check(JavaField field, ConditionEvents events) {
                            if (isCache(field)
                                    && !isKeyedByTenant(field)
                                    && !REVIEWED_CACHES.containsKey(field.getFullName())) {
                                events.add(
                                        SimpleConditionEvent.violated(
                                                field,
                                                field.getFullName()
                                                        + " is not kept by tenant: begin its key with a TenantId, or have it reviewed"));
                            }
                        }
                    });

    public static final ArchRule NOBODY_GOES_AROUND_THE_SCOPE = goAround(DescribedPredicate.not(TRUSTED));

    /** The same, wherever the class stands. */
    static final ArchRule NOBODY_AT_ALL_GOES_AROUND = goAround(DescribedPredicate.alwaysTrue());

    private static ArchRule goAround(DescribedPredicate<? super JavaClass> who) {
        return noClasses()
                .that(who)
                .should()
                .callMethod(DatabaseSettings.class, "admin")
                .orShould()
                .callMethod(DatabaseSettings.class, "as", DatabaseRole.class)
                .orShould()
                .callMethod(DatabaseSettings.class, "dataSource", String.class, String.class);
    }

    /** What a record or a local variable holds ends with its request. */
    private static boolean isCache(JavaField field) {
        var type = field.getRawType();
        return type.getName().startsWith("com.github.benmanes.caffeine.cache.")
                || type.isAssignableTo(ConcurrentMap.class)
                || type.isEquivalentTo(Map.class)
                        && !field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getOwner().getConstructorCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isAssignableTo(ConcurrentMap.class));
    }

    private static boolean isKeyedByTenant(JavaField field) {
        if (!(field.getType() instanceof JavaParameterizedType map)) {
            return false;
        }
        var key = map.getActualTypeArguments().getFirst().toErasure();
        return key.isEquivalentTo(TenantId.class)
                || key.isRecord()
                        && key.getFields().stream()
                                .anyMatch(part -> part.getRawType().isEquivalentTo(TenantId.class));
    }

    private ScopeRules() {}
}
