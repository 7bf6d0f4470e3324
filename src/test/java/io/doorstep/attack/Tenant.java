package io.doorstep.attack;

import io.doorstep.identity.Role;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An agency with something of everything, all of it marked with a word that stands nowhere else. */
public final class Tenant {

    /** @param id the member's */
    public record Member(UUID id, String email, Pass.Session session, Pass.Bearer token) {}

    private final TestAgency agency;
    private final String mark;
    private final Map<Role, Member> members = new EnumMap<>(Role.class);
    private final Map<String, String> things = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();

    Tenant(TestAgency agency, String mark) {
        this.agency = agency;
        this.mark = mark;
        secrets.add(mark);
    }

    public TestAgency agency() {
        return agency;
    }

    public UUID id() {
        return agency.tenant().value();
    }

    /** The word in each of this agency's texts. */
    public String mark() {
        return mark;
    }

    void joins(Role role, Member member) {
        members.put(role, member);
    }

    public Member member(Role role) {
        return java.util.Objects.requireNonNull(members.get(role));
    }

    Map<Role, Member> members() {
        return members;
    }

    public Pass owner() {
        return member(Role.OWNER).session();
    }

    /** What a request can name: ids by kind ({@code lead, deal, member, …}), versions, keys of doors. */
    public Map<String, String> things() {
        return things;
    }

    public String thing(String kind) {
        var found = things.get(kind);
        if (found == null) throw new IllegalStateException("the world has no " + kind + "; make one in World");
        return found;
    }

    /** Texts and ids of this agency that nobody else may ever be told. */
    public Set<String> secrets() {
        return secrets;
    }

    @Override
    public String toString() {
        return mark;
    }
}
