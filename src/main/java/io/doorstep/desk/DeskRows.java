package io.doorstep.desk;

import io.doorstep.identity.MemberRef;
import io.doorstep.platform.Columns;
import io.doorstep.qualification.Grade;
import io.doorstep.qualification.GradeRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what many statements of the desk have in common. */
final class DeskRows {

    private DeskRows() {}

    /** From {@code <prefix>_id, <prefix>_name, <prefix>_colour}. */
    static @Nullable MemberRef member(ResultSet row, String prefix) throws SQLException {
        var id = Columns.uuidOrNull(row, prefix + "_id");
        var name = row.getString(prefix + "_name");
        return id == null || name == null ? null : new MemberRef(id, name, row.getInt(prefix + "_colour"));
    }

    /** From {@code score, grade, by_hand}. */
    static @Nullable GradeRef grade(ResultSet row) throws SQLException {
        var grade = row.getString("grade");
        return grade == null
                ? null
                : new GradeRef(row.getInt("score"), Grade.valueOf(grade), row.getBoolean("by_hand"));
    }
}
