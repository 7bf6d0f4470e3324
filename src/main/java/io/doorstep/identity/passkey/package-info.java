/**
 * Passkeys (WebAuthn level 2 and later): several per person, discoverable, with the person verified by the authenticator each time. A
 * passkey is two factors at once, so nothing else is asked for after it.
 */
@NullMarked
package io.doorstep.identity.passkey;

import org.jspecify.annotations.NullMarked;
