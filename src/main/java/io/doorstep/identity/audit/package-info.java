/** The audit log on a page: sentences, filters, export, and whether the chain holds. */
@NullMarked
package io.doorstep.identity.audit;

import org.jspecify.annotations.NullMarked;
