package io.doorstep.qualification.calibration;

import static java.time.ZoneOffset.UTC;

import io.doorstep.platform.Columns;
import io.doorstep.platform.Ids;
import io.doorstep.qualification.Criterion;
import io.doorstep.qualification.Outcomes.Outcome;
import io.doorstep.qualification.calibration.Calibration.Bin;
import io.doorstep.qualification.calibration.Calibration.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was learnt, each time, and the scores it was learnt from. */
@Component
class Calibrations {

    /** A score later than this tells how the deal went on, not how it looked when somebody had to decide whom to call. */
    private static final Duration EARLY = Duration.ofDays(3);

    private final JdbcClient db;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Calibrations(JdbcClient db, JsonMapper json, Ids ids, Clock clock) {
        this.db = db;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    record Kept(Calibration calibration, Instant at) {}

    void add(Calibration calibration) {
        var verdict = calibration.verdict();
        db.sql("""
                insert into calibration (id, won, lost, brier, base_brier, model, reliability, at)
                values (:id, :won, :lost, :brier, :base, :model::jsonb, :reliability::jsonb, :at)
                """)
                .param("id", ids.next())
                .param("won", calibration.won())
                .param("lost", calibration.lost())
                .param("brier", verdict == null ? null : verdict.brier())
                .param("base", verdict == null ? null : verdict.baseBrier())
                .param("model", verdict == null ? null : json.writeValueAsString(verdict.model()))
                .param("reliability", verdict == null ? "[]" : json.writeValueAsString(verdict.reliability()))
                .param("at", clock.instant().atOffset(UTC))
                .update();
    }

    Optional<Kept> newest() {
        return db.sql("""
                select * from calibration order by id desc limit 1
                """).query(this::kept).optional();
    }

    /** The score that each of these deals had early on; deals of leads that were never scored are left out. */
    List<Sample> samples(List<Outcome> outcomes) {
        Map<Integer, Map<Criterion, Double>> shares = new HashMap<>();
        db.sql("""
                select deal.place, c.criterion, c.points, c.out_of
                  from unnest(:leads::uuid[], :moments::timestamptz[]) with ordinality deal (lead_id, moment, place)
                 cross join lateral (select q.id
                                       from qualification q
                                      where q.lead_id = deal.lead_id
                                      order by q.at <= deal.moment desc, case when q.at <= deal.moment then -q.revision else q.revision end
                                      limit 1) early
                  join contribution c on c.qualification_id = early.id
                """)
                .param("leads", outcomes.stream().map(Outcome::leadId).toArray(UUID[]::new))
                .param("moments", outcomes.stream().map(Calibrations::early).toArray(String[]::new))
                .query(row -> {
                    shares.computeIfAbsent(row.getInt("place"), _ -> new EnumMap<>(Criterion.class))
                            .put(
                                    Criterion.valueOf(row.getString("criterion")),
                                    row.getInt("points") / (double) row.getInt("out_of"));
                });
        List<Sample> samples = new ArrayList<>();
        for (int place = 1; place <= outcomes.size(); place++) {
            var earned = shares.get(place);
            if (earned != null)
                samples.add(new Sample(earned, outcomes.get(place - 1).won()));
        }
        return samples;
    }

    /** As text: the driver takes no array of times. */
    private static String early(Outcome outcome) {
        var later = outcome.openedAt().plus(EARLY);
        return (later.isBefore(outcome.closedAt()) ? later : outcome.closedAt()).toString();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        var model = row.getString("model");
        var verdict = model == null
                ? null
                : new Verdict(
                        json.readValue(model, ChanceModel.class),
                        row.getDouble("brier"),
                        row.getDouble("base_brier"),
                        List.of(json.readValue(row.getString("reliability"), Bin[].class)));
        return new Kept(new Calibration(row.getInt("won"), row.getInt("lost"), verdict), Columns.instant(row, "at"));
    }
}
