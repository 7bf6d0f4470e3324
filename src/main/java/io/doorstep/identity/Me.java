package io.doorstep.identity;

import java.util.List;
import java.util.UUID;

/** Who is signed in, as which member of which agency, and what else they may switch to. */
public record Me(UserView user, MemberView member, AgencyView agency, List<AgencyChoice> agencies) {

    /** @param mustChangePassword the password is on a list of stolen ones */
    public record UserView(UUID id, String name, String email, boolean mustChangePassword) {}

    public record MemberView(
            UUID id, String name, String initials, int colour, Role role, boolean takingLeads, String timeZone) {}

    public record AgencyView(
            UUID id, String name, String slug, String timeZone, String currency, int accentHue, boolean synthetic) {}

    public record AgencyChoice(String slug, String name, Role role) {}
}
