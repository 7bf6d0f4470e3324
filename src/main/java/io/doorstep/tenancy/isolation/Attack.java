package io.doorstep.tenancy.isolation;

/** What is tried. The numbers are stable: they name an attack in reports and reviews. */
public enum Attack {
    ROW_SECURITY_OFF(1, "a table without row level security, or not forced on its owner"),
    NO_TENANT_COLUMN(2, "a table outside the reviewed list without tenant_id not null"),
    OTHER_POLICY(3, "a policy that is not the template, or a second one"),
    POWERFUL_ROLE(4, "a login that is superuser, bypasses policies, owns or inherits something"),
    EXCESS_PRIVILEGE(5, "a privilege beyond plain DML on the reviewed tables, or a dangerous function"),
    KEY_WITHOUT_TENANT(6, "a key that compares rows of two agencies"),
    VIEW_AS_OWNER(7, "a view that reads as its owner, a materialized view, a foreign table"),
    DEFINER_FUNCTION(8, "a SECURITY DEFINER function that is unreviewed, callable or hijackable"),
    UNSAFE_FUNCTION(9, "an IMMUTABLE helper in a policy, or an index that policies cannot use safely"),
    SHARD_RULE(10, "an index, sequence or trigger that works across agencies"),
    BACK_DOOR(11, "a publication, slot, PUBLIC grant or default privilege"),
    NO_TENANT_SET(12, "reading and writing with no, empty, malformed or unknown tenant"),
    FOREIGN_ROW(13, "reading, changing, locking, deleting, merging, copying another agency's rows"),
    SMUGGLED_TENANT(14, "writing a row for another agency, or moving one there"),
    FOREIGN_PARENT(15, "a child row under another agency's parent"),
    KEY_ORACLE(16, "learning from a refused key that another agency has it"),
    FOREIGN_UPSERT(17, "an upsert that meets another agency's row"),
    SIDE_DOOR(18, "partitions, inherited and TOAST tables read directly"),
    OTHER_PATH(19, "views, functions, triggers and generated columns that could carry a row across"),
    LIFTED_SECURITY(20, "row_security=off, another role, changed policies, new objects"),
    LEAKY_FUNCTION(21, "a failing or talking function that is asked about another agency's rows"),
    STALE_PLAN(22, "a prepared generic plan that remembers another agency"),
    OTHER_EXECUTION(23, "parallel workers, compiled and cached plans, cursors, CTEs, in turn for two agencies"),
    NESTED_TENANT(24, "a savepoint that leaves another tenant behind"),
    METADATA(25, "statistics, activity, locks, sequences and EXPLAIN that show another agency's values"),
    INJECTION(26, "a parameter that tries to set the tenant"),
    POOLED_CONNECTION(27, "a pooled connection that carries something to its next user"),
    BROKEN_OFF(31, "a cancel, a timeout or a killed server process between tenant and query"),
    COLLEAGUES_LEAD(50, "a restricted agent reaching a colleague's lead, or what hangs on it"),
    FORGED_SEAL(51, "another agency named in SQL, where the database asks for a seal");

    /** The parts of a report. */
    enum Chapter {
        CATALOG("What the catalog says"),
        SQL("What plain SQL can do"),
        CONNECTIONS("What a connection carries on"),
        MEMBERS("What members of one agency see of each other");

        private final String heading;

        Chapter(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }

    private final int number;
    private final String sentence;

    Attack(int number, String sentence) {
        this.number = number;
        this.sentence = sentence;
    }

    public int number() {
        return number;
    }

    public String sentence() {
        return sentence;
    }

    Chapter chapter() {
        return number <= 11
                ? Chapter.CATALOG
                : number <= 26 ? Chapter.SQL : number <= 49 ? Chapter.CONNECTIONS : Chapter.MEMBERS;
    }
}
