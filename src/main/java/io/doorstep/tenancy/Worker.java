package io.doorstep.tenancy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;

/** Marks what speaks as {@code doorstep_worker}: the queue of due tasks over all tenants, and nothing else. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Worker {}
