package io.doorstep.conversation;

import io.doorstep.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between the JSON columns of a thread and their types. */
@Component
class MessageRows {

    private static final TypeReference<HashMap<String, Object>> MEMORY = new TypeReference<>() {};

    private final JsonMapper json;

    MessageRows(JsonMapper json) {
        this.json = json;
    }

    Message message(ResultSet row, int index) throws SQLException {
        var author = Author.valueOf(row.getString("author"));
        var extra = row.getString("attachment");
        return new Message(
                Columns.uuid(row, "id"),
                row.getLong("seq"),
                author,
                Columns.uuidOrNull(row, "member_id"),
                row.getString("member_name"),
                row.getString("body"),
                extra == null || author == Author.LEAD ? null : json.readValue(extra, Attachment.class),
                extra == null || author != Author.LEAD ? null : json.readValue(extra, VisitorAction.class),
                row.getString("client_id"),
                Columns.instant(row, "created_at"));
    }

    Map<String, Object> memory(String text) {
        return json.readValue(text, MEMORY);
    }

    String memory(Map<String, Object> memory) {
        return json.writeValueAsString(memory);
    }

    @Nullable
    String attachment(@Nullable Attachment attachment) {
        return attachment == null ? null : json.writerFor(Attachment.class).writeValueAsString(attachment);
    }

    @Nullable
    String action(@Nullable VisitorAction action) {
        return action == null ? null : json.writerFor(VisitorAction.class).writeValueAsString(action);
    }
}
