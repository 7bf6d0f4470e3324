package io.doorstep.demo;

import static java.time.ZoneOffset.UTC;

import io.doorstep.booking.DefaultWorkingHours;
import io.doorstep.demo.DemoAgency.Role;
import io.doorstep.demo.LeadStory.Ending;
import io.doorstep.demo.Ledger.Table;
import io.doorstep.identity.AddMember;
import io.doorstep.identity.Directory;
import io.doorstep.identity.SignUp;
import io.doorstep.knowledge.Knowledge;
import io.doorstep.platform.Ids;
import io.doorstep.qualification.OutcomeKnown;
import io.doorstep.qualification.Scorecard;
import io.doorstep.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes the two demo agencies with ninety days of synthetic history up to now, and older deals that have ended. Seeded: the same clock gives the same people. */
@Component
public class DemoData {

    private static final List<DemoAgency> AGENCIES = List.of(HarborPine.agency(), LindenRow.agency());
    private static final long SEED = 20_261_123;
    private static final int REJECTED_PER_THOUSAND = 46;

    private final SignUp signUp;
    private final AddMember addMember;
    private final DefaultWorkingHours workingHours;
    private final Directory directory;
    private final RemoveDemo removeDemo;
    private final Knowledge knowledge;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    DemoData(
            SignUp signUp,
            AddMember addMember,
            DefaultWorkingHours workingHours,
            Directory directory,
            RemoveDemo removeDemo,
            Knowledge knowledge,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.signUp = signUp;
        this.addMember = addMember;
        this.workingHours = workingHours;
        this.directory = directory;
        this.removeDemo = removeDemo;
        this.knowledge = knowledge;
        this.transaction = transaction;
        this.events = events;
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes what is missing; does nothing where the demo agencies stand. @param progress gets a line per step */
    public void ensure(Consumer<String> progress) {
        AGENCIES.stream()
                .filter(agency -> directory.tenantOfSlug(agency.slug()).isEmpty())
                .forEach(agency -> make(agency, progress));
    }

    /** Removes the demo agencies (only synthetic ones) and makes them anew. */
    public void reset(Consumer<String> progress) {
        AGENCIES.forEach(agency -> removeDemo.remove(agency, progress));
        AGENCIES.forEach(agency -> make(agency, progress));
    }

    public boolean present() {
        return AGENCIES.stream()
                .allMatch(agency -> directory.tenantOfSlug(agency.slug()).isPresent());
    }

    private void make(DemoAgency agency, Consumer<String> progress) {
        progress.accept("%s: signing up with %d people"
                .formatted(agency.name(), agency.team().size()));
        var owner = signUp.found(new SignUp.Request(
                agency.name(),
                agency.slug(),
                agency.zone(),
                agency.currency(),
                agency.team().getFirst(),
                agency.email(0),
                DemoAgency.PASSWORD,
                true));
        TenantScope.runIn(owner.tenant(), () -> {
            var members = new ArrayList<>(List.of(owner.memberId()));
            for (var at = 1; at < agency.team().size(); at++) {
                var member = addMember.add(
                        agency.team().get(at),
                        agency.email(at),
                        DemoAgency.PASSWORD,
                        io.doorstep.identity.Role.AGENT,
                        agency.zone(),
                        at + 1);
                members.add(member.id());
            }
            progress.accept("%s: making up %,d leads of ninety days"
                    .formatted(agency.name(), agency.cast().size() + agency.past()));
            transaction.executeWithoutResult(_ -> {
                members.stream().skip(1).forEach(workingHours::give);
                jdbc.update(
                        "update agency set accent_hue = ?, areas = ?",
                        agency.hue(),
                        agency.areas().toArray(String[]::new));
                DemoArticles.of(agency).forEach(knowledge::add);
                var ledger = new Ledger();
                var homes = homes(agency, ledger);
                tell(agency, ledger, members, homes);
                ledger.write(jdbc);
                events.publishEvent(new OutcomeKnown());
                progress.accept("%s: %,d rows written".formatted(agency.name(), ledger.size()));
            });
        });
    }

    private List<UUID> homes(DemoAgency agency, Ledger ledger) {
        var made = new ArrayList<UUID>();
        for (var home : agency.homes()) {
            var id = ids.next();
            made.add(id);
            ledger.add(
                    Table.LISTING,
                    id,
                    "%s-%03d".formatted(agency.slug(), made.size()),
                    home.name(),
                    home.address(),
                    home.area(),
                    home.offer(),
                    home.type(),
                    home.price() * (home.offer().equals("RENT") ? 100 : 100_000),
                    agency.currency(),
                    home.beds(),
                    new java.math.BigDecimal(home.baths()),
                    home.squareFeet(),
                    home.featureList(),
                    json.writeValueAsString(home.details(agency.city())),
                    clock.instant().minus(Duration.ofDays(60)).atOffset(UTC));
        }
        return made;
    }

    private void tell(DemoAgency agency, Ledger ledger, List<UUID> members, List<UUID> homes) {
        var random = new Random(SEED);
        var now = clock.instant();
        var pipelines = new HashMap<String, UUID>();
        jdbc.query("select kind, id from pipeline", row -> {
            pipelines.put(row.getString("kind"), row.getObject("id", UUID.class));
        });
        var card = json.readValue(
                jdbc.queryForObject("select definition from scorecard order by version desc limit 1", String.class),
                Scorecard.class);
        var setting = new LeadStory.Setting(
                agency,
                ledger,
                ids,
                json,
                card,
                Map.copyOf(pipelines),
                List.copyOf(members),
                homes,
                new Diary(agency.zone()),
                now);
        var talk = new Talk(agency, random);
        var number = 100; // the first hundred telephones belong to written conversations
        for (var role : agency.cast()) {
            open(setting, role, talk, random, number++);
        }
        var crowd = new Crowd(agency, random);
        for (var person : crowd.past()) {
            past(setting, person, talk, random, number++, 0);
        }
        for (var person : crowd.earlier()) {
            past(setting, person, talk, random, number++, 90 + random.nextInt(240));
        }
        for (var rejected = 0;
                rejected < (agency.cast().size() + agency.past()) * REJECTED_PER_THOUSAND / 1000;
                rejected++) {
            var id = ids.next();
            ledger.add(
                    Table.TOUCH,
                    id,
                    "FORM",
                    id.toString(),
                    "{\"website\":\"http://example.invalid\"}",
                    "REJECTED",
                    rejected % 3 == 0 ? "OVER_LIMIT" : "HONEYPOT",
                    null,
                    null,
                    null,
                    now.minusSeconds(random.nextInt(89 * 86_400)).atOffset(UTC));
        }
    }

    /** Somebody who is on the board now: the story ends a little before this moment. */
    private void open(LeadStory.Setting setting, Role role, Talk talk, Random random, int number) {
        var stage = LeadStory.wayOf(role.pipeline()).indexOf(role.stage());
        var fresh = stage == 0 && !role.kind().equals("ASSISTANT");
        var phone = setting.agency().phone(number);
        var made = talk.of(
                role, stage == 0 ? 0 : Math.min(stage, 2), phone, address(role.name()), 20 + random.nextInt(200));
        var lines = !role.thread().isEmpty() ? role.thread() : fresh ? talk.alone(role) : made;
        var days = pace(random);
        var since = days.subList(Math.min(3, stage + 1), stage + 1).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        var spoken = lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.split("\\|", 3)[1]))
                .sum();
        var rest = !role.thread().isEmpty() || stage == 0 ? 5 + random.nextInt(55) : 60 + random.nextInt(1_200);
        var back = stage < 3
                ? spoken + (role.dueHours() < 0 ? -role.dueHours() * 60 : Math.min(rest, 400))
                : spoken + rest + since * 1_440 + 4 * 1_440;
        new LeadStory(setting, role, Ending.OPEN, setting.now().minusSeconds((long) (back * 60))).tell(lines, days);
    }

    /** @param earlier days before the ninety days that this is told of */
    private void past(LeadStory.Setting setting, Crowd.Past past, Talk talk, Random random, int number, int earlier) {
        var role = past.role();
        var stage = LeadStory.wayOf(role.pipeline()).indexOf(role.stage());
        var days = pace(random);
        var needed =
                days.stream().mapToDouble(Double::doubleValue).limit(stage + 1).sum() + (stage >= 3 ? 9 : 1);
        var latest = Math.min(88, needed + 1);
        var back = latest + random.nextDouble() * (89 - latest);
        var minutes = past.minutesToAnswer();
        var lines = talk.of(role, past.level(), setting.agency().phone(number), address(role.name() + number), minutes);
        new LeadStory(setting, role, past.ending(), arrival(setting.now(), back + earlier, setting.agency(), random))
                .tell(lines, days);
    }

    /** Half of the leads write when the office is closed. */
    private static Instant arrival(Instant now, double daysBack, DemoAgency agency, Random random) {
        var day = now.minusSeconds((long) (daysBack * 86_400)).atZone(agency.zone());
        var hour = random.nextBoolean()
                ? 9 + random.nextInt(9)
                : List.of(6, 7, 8, 19, 20, 21, 22, 23).get(random.nextInt(8));
        var time = day.withHour(hour).withMinute(random.nextInt(60)).toInstant();
        return time.isBefore(now.minusSeconds(7_200)) ? time : now.minusSeconds(7_200 + random.nextInt(7_200));
    }

    /** Days from each stage to the next; the last is how long until a deal that went nowhere is given up. */
    private static List<Double> pace(Random random) {
        return List.of(
                0.0,
                0.0,
                0.0,
                spread(random, 0.2, 1),
                spread(random, 1.5, 3),
                spread(random, 1, 4),
                spread(random, 1, 3),
                spread(random, 3, 9),
                spread(random, 2, 5),
                spread(random, 12, 20),
                spread(random, 2, 9));
    }

    private static double spread(Random random, double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    private static String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "@example.com";
    }
}
