/** The agency's audit log. */
@NullMarked
package io.doorstep.tenancy.audit;

import org.jspecify.annotations.NullMarked;
