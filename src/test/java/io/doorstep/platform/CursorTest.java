package io.doorstep.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void a_cursor_brings_its_keys_back() {
        assertThat(Cursor.parse(Cursor.of("2026-05-14T10:30:00Z", 7), 2))
                .isEqualTo(new Cursor(List.of("2026-05-14T10:30:00Z", "7")));
    }

    @Test
    void no_cursor_is_the_first_page() {
        assertThat(Cursor.parse(null, 2)).isNull();
        assertThat(Cursor.parse("", 2)).isNull();
    }

    @Test
    void a_made_up_cursor_is_refused_by_name() {
        for (var text : List.of("%%%", "abc", Cursor.of("only one"))) {
            assertThatThrownBy(() -> Cursor.parse(text, 2))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("cursor");
        }
    }

    @Test
    void a_page_knows_whether_another_follows() {
        assertThat(Page.of(List.of("a", "b"), 2, Cursor::of)).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.of("a", "b", "c"), 2, last -> "after " + last))
                .isEqualTo(new Page<>(List.of("a", "b"), "after b"));
    }
}
