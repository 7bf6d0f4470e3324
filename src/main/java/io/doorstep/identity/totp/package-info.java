/** One-time codes of an app (RFC 6238), and the recovery codes for the day on which the app is lost. */
@NullMarked
package io.doorstep.identity.totp;

import org.jspecify.annotations.NullMarked;
