package io.doorstep.tenancy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;

/** The raw pool of {@code doorstep_agent}; only {@link TenantTransactions} may open it. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface AgentPool {}
