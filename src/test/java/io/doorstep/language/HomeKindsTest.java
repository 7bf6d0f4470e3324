package io.doorstep.language;

import static io.doorstep.language.Talk.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HomeKindsTest {

    @Test
    void two_kinds_are_both_kept() {
        assertThat(value("either a condo or a townhouse", "propertyType")).isEqualTo(List.of("condo", "townhouse"));
        assertThat(value("a house or a duplex", "propertyType")).isEqualTo(List.of("house", "multi-family"));
    }

    @Test
    void what_is_ruled_out_is_no_wish() {
        assertThat(value("a single family home, no condos", "propertyType")).isEqualTo("house");
        assertThat(value("a townhouse instead of a condo", "propertyType")).isEqualTo("townhouse");
        assertThat(value("anything but condos", "propertyType")).isNull();
    }

    @Test
    void the_home_they_leave_is_not_the_home_they_look_for() {
        assertThat(value("we want to sell our house and buy a condo", "propertyType"))
                .isEqualTo("condo");
        assertThat(value("we live in an apartment and look for a townhouse", "propertyType"))
                .isEqualTo("townhouse");
        assertThat(value("We want to list our condo", "propertyType")).isEqualTo("condo");
    }
}
