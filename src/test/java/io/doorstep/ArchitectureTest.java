package io.doorstep;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.doorstep.tenancy.Gate;
import io.doorstep.tenancy.isolation.ScopeRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The few rules about how the rooms may touch each other. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.doorstep");

    @Test
    void rooms_use_only_what_they_declare() {
        ApplicationModules.of(Doorstep.class).verify();
    }

    @Test
    void only_identity_and_tenancy_speak_as_the_gate() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.doorstep.identity..", "io.doorstep.tenancy..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Gate.class)
                .check(PRODUCT);
    }

    @Test
    void only_the_life_cycle_speaks_as_the_keeper_and_no_controller_of_it() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.doorstep.lifecycle..", "io.doorstep.tenancy")
                .or()
                .areMetaAnnotatedWith(org.springframework.stereotype.Controller.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(io.doorstep.tenancy.Keeper.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.doorstep.lifecycle.erasure.EraseAgency")
                .check(PRODUCT.that(com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("io.doorstep.cli.."))));
    }

    @Test
    void platform_knows_no_domain_word() {
        noClasses()
                .that()
                .resideInAPackage("io.doorstep.platform..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.doorstep..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAnyPackage("io.doorstep.platform.."))))
                .check(PRODUCT);
    }

    @Test
    void time_and_ids_are_injected() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.doorstep.cli..", "io.doorstep.replay..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(PRODUCT);
    }

    @Test
    void session_settings_are_never_changed_from_code() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.doorstep.tenancy..", "io.doorstep.platform.database..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.postgresql.ds.PGSimpleDataSource")
                .check(PRODUCT);
    }

    @Test
    void tables_are_reached_through_packages_marked_for_null_safety() {
        classes()
                .that()
                .resideInAPackage("io.doorstep..")
                .should(new com.tngtech.archunit.lang.ArchCondition<>("stand in a @NullMarked package") {
                    @Override
                    public void check(
                            com.tngtech.archunit.core.domain.JavaClass type,
                            com.tngtech.archunit.lang.ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(org.jspecify.annotations.NullMarked.class)) {
                            events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                    type, type.getName() + " is in no @NullMarked package"));
                        }
                    }
                })
                .check(PRODUCT);
    }

    @Test
    void what_outlives_a_request_is_kept_by_tenant_and_nobody_goes_around_the_scope() {
        ScopeRules.CACHES_ARE_KEPT_BY_TENANT.check(PRODUCT);
        ScopeRules.NOBODY_GOES_AROUND_THE_SCOPE.check(PRODUCT);
    }
}
