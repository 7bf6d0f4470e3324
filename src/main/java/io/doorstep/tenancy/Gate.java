package io.doorstep.tenancy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;

/** Marks what speaks as {@code doorstep_gate}: global look-ups before a tenant is known. Only identity and tenancy may use it (ArchitectureTest). */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Gate {}
