package io.doorstep.identity.token;

import io.doorstep.identity.Client;
import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.Proof;
import java.util.Set;

/** An API client's sign-in as a member, for tests of other rooms. */
public final class Bearer {

    private Bearer() {}

    /** @return the value of the header Authorization */
    public static String of(RefreshTokens tokens, CurrentMember member) {
        var pair = tokens.open(member, Set.of(Proof.PASSWORD), new Client("192.0.2.10", "a test"));
        return "Bearer " + pair.access().token();
    }
}
