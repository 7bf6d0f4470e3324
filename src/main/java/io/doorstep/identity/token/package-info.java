/** What API clients come in with: access tokens, the refresh tokens behind them, and the keys that sign. */
@NullMarked
@NamedInterface("token")
package io.doorstep.identity.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
