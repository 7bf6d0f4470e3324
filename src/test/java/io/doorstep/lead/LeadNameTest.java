package io.doorstep.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadNameTest {

    @ParameterizedTest
    @CsvSource({
        "Nora Whitfield, Nora Whitfield, NW",
        "Lena & Paul Hofmann, Lena & Paul Hofmann, LH",
        "nora, nora, N",
        "+15125550148, (512) 555-0148, 48",
        "+442079460018, +44 20 7946 0018, 18",
        "nora.whitfield@example.com, nora.whitfield@example.com, N",
        "Visitor 48F2, Visitor 48F2, 48",
    })
    void a_lead_is_called_by_what_is_known_of_them(String displayName, String shown, String initials) {
        assertThat(LeadName.of(displayName)).isEqualTo(new LeadName(shown, initials));
    }
}
