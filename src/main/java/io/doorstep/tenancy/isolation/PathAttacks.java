package io.doorstep.tenancy.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ways to a row that are no table: every view, every function and procedure that the login may call, the built-in ones that run a query
 * of their own, the triggers that the attacker's own writes set off. The answers are looked through for the other agencies' sentinels.
 */
final class PathAttacks {

    /** An expression may only call what comes with the server, and the question for the tenant: an own function could read other rows while it is computed. */
    static final CatalogAttack EXPRESSION = new CatalogAttack(Attack.OTHER_PATH, """
            with expression as (
                select d.adrelid as relation, 'pg_attrdef'::regclass as class, d.oid from pg_attrdef d
                union all
                select k.conrelid, 'pg_constraint'::regclass, k.oid from pg_constraint k where k.contype in ('c', 'x')
                union all
                select x.indrelid, 'pg_class'::regclass, x.indexrelid from pg_index x where x.indexprs is not null or x.indpred is not null
            )
            select c.relname as subject,
                   'an expression of it calls ' || string_agg(f.oid::regprocedure::text, ', ') as problem
              from pg_class c
              left join expression e on e.relation = c.oid
              left join pg_depend d on d.classid = e.class and d.objid = e.oid and d.refclassid = 'pg_proc'::regclass
              left join pg_proc f on f.oid = d.refobjid and f.pronamespace <> 'pg_catalog'::regnamespace
               and f.oid::regprocedure::text <> 'current_tenant()'
             where c.relkind in ('r', 'p')
               and c.relnamespace in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema$)')
               and c.relname <> all (:globals)
             group by c.relname
             order by 1
            """);

    private static final List<String> BUILT_IN = List.of(
            "select schema_to_xml('public', true, false, '')",
            "select query_to_xml('select * from %s', true, false, '')",
            "select table_to_xml('%s', true, false, '')",
            "select * from ts_stat('select to_tsvector(cast(%s as text)) from %1$s')");

    private record Callable(String name, List<String> types, boolean procedure) {}

    private final Probe probe;
    private final ProbeAgencies agencies;
    private final Scenery scenery;
    private final List<Finding> findings = new ArrayList<>();

    PathAttacks(Probe probe, ProbeAgencies agencies, Scenery scenery) {
        this.probe = probe;
        this.agencies = agencies;
        this.scenery = scenery;
    }

    List<Finding> run(JdbcClient db, List<Table> attacked) {
        probe.enter(agencies.attacker());
        for (var view : views(db)) {
            reads(view, "copy (select * from " + view + ") to stdout", probe.copyOut("(select * from " + view + ")"));
        }
        for (var callable : callables(db)) {
            call(callable);
        }
        for (var statement : BUILT_IN) {
            for (var table : statement.contains("%") ? attacked : attacked.subList(0, Math.min(1, attacked.size()))) {
                var query = statement.formatted(table.name());
                reads(query, query, probe.undone(() -> probe.answer(query)).text());
            }
        }
        triggers(db, attacked);
        return findings;
    }

    private void reads(String subject, String statement, String answer) {
        findings.add(Finding.of(
                        Attack.OTHER_PATH,
                        subject,
                        !Sentinel.names(answer, agencies.victim(), agencies.twin()),
                        "answered another agency's value")
                .by(statement));
    }

    /** Asked about the victim and about nobody, with the id wherever one is taken; the answers must not differ but by the id's echo. */
    private void call(Callable callable) {
        var nobody = ProbeAgencies.nobody();
        var statement = statement(callable, agencies.victim());
        var answer = probe.undone(() -> probe.answer(statement)).text();
        var none = probe.undone(() -> probe.answer(statement(callable, nobody))).text();
        findings.add(Finding.of(
                        Attack.OTHER_PATH,
                        callable.name() + "(" + String.join(", ", callable.types()) + ")",
                        answer.equals(none.replace(
                                nobody.toString(), agencies.victim().toString())),
                        "answers otherwise about another agency than about none")
                .by(statement));
    }

    private static String statement(Callable callable, UUID tenant) {
        var arguments = callable.types().stream()
                .map(type -> "cast(" + argument(type, tenant) + " as " + type + ")")
                .collect(Collectors.joining(", "));
        return callable.procedure()
                ? "call " + callable.name() + "(" + arguments + ")"
                : "select cast(" + callable.name() + "(" + arguments + ") as text)";
    }

    private static String argument(String type, UUID tenant) {
        return switch (type) {
            case "uuid" -> "'" + tenant + "'";
            case "text", "character varying" -> "''";
            case "boolean" -> "true";
            case "smallint", "integer", "bigint", "numeric" -> "1";
            case "timestamp with time zone", "date" -> "now()";
            default -> "null";
        };
    }

    /** What the attacker's own writes set off must not touch a row of the victim, in whatever table. */
    private void triggers(JdbcClient db, List<Table> attacked) {
        var all = Table.readAll(db);
        var triggered = db.sql("""
                        select distinct quote_ident(c.relname) from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal
                        """).query(String.class).list();
        for (var table : attacked) {
            if (!triggered.contains(table.name())) {
                continue;
            }
            var update = "update " + table.name() + " set "
                    + table.columns().stream()
                            .map(column -> column.name() + " = " + column.name())
                            .collect(Collectors.joining(", "));
            var before = checksum(all);
            var after = probe.undone(() -> {
                probe.enter(agencies.attacker());
                scenery.insertAnother(table);
                probe.attempt(update);
                probe.attempt("delete from " + table.name());
                return checksum(all);
            });
            probe.enter(agencies.attacker());
            findings.add(Finding.of(
                            Attack.OTHER_PATH,
                            table.name() + " triggers",
                            before.equals(after),
                            "a trigger changed the victim's rows")
                    .by(update));
        }
    }

    private String checksum(List<Table> tables) {
        probe.enter(agencies.victim());
        return checksum(probe, tables, agencies);
    }

    /** Of all rows of the victim, in whose scope the probe stands. */
    static String checksum(Probe probe, List<Table> tables, ProbeAgencies agencies) {
        return probe.answer(tables.stream()
                        .map(table -> "select '" + table.name()
                                + "', hashtextextended(coalesce(string_agg(r::text, '' order by r::text), ''), 0) from "
                                + table.name() + " r where tenant_id = '" + agencies.victim() + "'")
                        .collect(Collectors.joining(" union all ")))
                .text();
    }

    private static List<String> views(JdbcClient db) {
        return db.sql("""
                select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('v', 'm', 'f')
                   and n.nspname !~ '^(pg_|information_schema$)'
                   and has_table_privilege(c.oid, 'select')
                   and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                 order by 1
                """).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    private static List<Callable> callables(JdbcClient db) {
        return db.sql("""
                select quote_ident(n.nspname) || '.' || quote_ident(f.proname) as name, f.prokind = 'p' as procedure,
                       array(select format_type(type, null) from unnest(f.proargtypes::oid[]) with ordinality argument (type, place) order by place) as types
                  from pg_proc f join pg_namespace n on n.oid = f.pronamespace
                 where f.prokind in ('f', 'p')
                   and f.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
                   and n.nspname !~ '^(pg_|information_schema$)'
                   and has_function_privilege(f.oid, 'execute')
                   and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = f.oid and d.deptype = 'e')
                 order by 1
                """)
                .query((row, _) -> new Callable(
                        row.getString("name"),
                        List.of((String[]) row.getArray("types").getArray()),
                        row.getBoolean("procedure")))
                .list();
    }
}
