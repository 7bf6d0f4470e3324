package io.doorstep.lifecycle.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.lifecycle.schema.TenantTable.Reference;
import io.doorstep.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasureOrderTest {

    @Test
    void in_the_real_schema_no_row_goes_before_one_that_refers_to_it() {
        var tables = TenantSchema.read(JdbcClient.create(TestDatabase.shared().admin()))
                .tables();

        var steps = ErasureOrder.of(tables);

        var place = new HashMap<String, Integer>();
        for (var step : steps) {
            step.tables().forEach(table -> place.put(table.name(), steps.indexOf(step)));
        }
        assertThat(place).hasSameSizeAs(tables);
        for (var table : tables) {
            for (var reference : table.references()) {
                if (place.containsKey(reference.parent())) {
                    assertThat(place.get(table.name()))
                            .as(table.name() + " before " + reference.parent())
                            .isLessThanOrEqualTo(place.get(reference.parent()));
                }
            }
        }
        assertThat(steps)
                .filteredOn(ErasureOrder.Step::whole)
                .extracting(ErasureOrder.Step::name)
                .anyMatch(name -> name.contains("deal_move") && name.contains("deal"))
                .contains("lead");
    }

    @Test
    void a_circle_that_no_key_waits_for_is_refused_by_name() {
        var hen = table("hen", reference("egg", false));
        var egg = table("egg", reference("hen", false));

        assertThatThrownBy(() -> ErasureOrder.of(List.of(hen, egg)))
                .hasMessageContaining("hen")
                .hasMessageContaining("egg");
        assertThat(ErasureOrder.of(List.of(hen, table("egg", reference("hen", true)))))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.whole()).isTrue();
                    assertThat(step.tables()).extracting(TenantTable::name).containsExactly("hen", "egg");
                });
    }

    private static TenantTable table(String name, Reference reference) {
        return new TenantTable(name, List.of(), List.of(), List.of(reference));
    }

    private static Reference reference(String parent, boolean deferrable) {
        return new Reference("to " + parent, List.of("tenant_id"), parent, List.of("tenant_id"), deferrable);
    }
}
