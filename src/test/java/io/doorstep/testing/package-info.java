/** What tests share: a real PostgreSQL, a settable clock, fresh agencies. */
@org.jspecify.annotations.NullMarked
package io.doorstep.testing;
