package io.doorstep.tenancy.isolation;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A question to the catalog: the statement names every subject that was looked at, and beside it what is wrong with it, or null.
 * Parameters are the reviewed lists; each statement takes what it needs.
 */
record CatalogAttack(Attack attack, String statement) {

    static List<CatalogAttack> all() {
        return Stream.of(
                        TableCatalog.ATTACKS,
                        KeyCatalog.ATTACKS,
                        RoleCatalog.ATTACKS,
                        SightCatalog.ATTACKS,
                        List.of(PathAttacks.EXPRESSION, LeakyFunctionAttacks.LEAKPROOF))
                .flatMap(List::stream)
                .toList();
    }

    List<Finding> run(JdbcClient db) {
        return db.sql(statement)
                .param("globals", names(Reviewed.GLOBAL_TABLES.keySet()))
                .param("policies", names(Reviewed.POLICIES.keySet()))
                .param("gateTables", names(Reviewed.GATE_TABLES))
                .param("workerTables", names(Reviewed.WORKER_TABLES))
                .param("definers", names(Reviewed.DEFINER_FUNCTIONS.keySet()))
                .param("tenantQuestions", names(Reviewed.TENANT_QUESTIONS.keySet()))
                .param("indexes", names(Reviewed.INDEXES.keySet()))
                .param("leakyIndexes", names(Reviewed.LEAKY_INDEXES.keySet()))
                .param("deferred", names(Reviewed.DEFERRED_KEYS.keySet()))
                .query((row, _) -> {
                    var problem = row.getString("problem");
                    return Finding.of(attack, row.getString("subject"), problem == null, problem == null ? "" : problem)
                            .by(statement);
                })
                .list();
    }

    private static String[] names(java.util.Collection<String> names) {
        return names.toArray(String[]::new);
    }
}
