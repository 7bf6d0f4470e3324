/** Which passwords are refused: NIST SP 800-63B-4 and ASVS 5.0 (6.2), so length and known leaks count, and no rule about kinds of characters. */
@NullMarked
package io.doorstep.identity.passwords;

import org.jspecify.annotations.NullMarked;
