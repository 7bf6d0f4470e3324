package io.doorstep.demo;

import io.doorstep.demo.DemoAgency.Role;
import io.doorstep.demo.LeadStory.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The many who came and went, in the shares that agencies see: of 1,000, half answer, a tenth qualifies, nine buy. */
final class Crowd {

    /** @param level how far the conversation went @param minutesToAnswer until a person wrote; negative for never */
    record Past(Role role, int level, Ending ending, double minutesToAnswer) {}

    private static final List<String> FIRST = List.of(
            "Ava",
            "Noah",
            "Mia",
            "Liam",
            "Zoe",
            "Ethan",
            "Ruby",
            "Caleb",
            "Ivy",
            "Jonah",
            "Leah",
            "Owen",
            "Nina",
            "Felix",
            "Clara",
            "Hugo",
            "Ada",
            "Silas",
            "Tara",
            "Miles",
            "Elena",
            "Victor",
            "June",
            "Arlo",
            "Rosa",
            "Dean",
            "Priscilla",
            "Andre",
            "Maren",
            "Theo",
            "Wren",
            "Idris",
            "Paula",
            "Kenji",
            "Sanne",
            "Luis",
            "Freya",
            "Anton",
            "Mabel",
            "Karim");
    private static final List<String> LAST = List.of(
            "Abbott",
            "Barlow",
            "Castle",
            "Delgado",
            "Eastman",
            "Farrow",
            "Grant",
            "Holt",
            "Ibarra",
            "Jansen",
            "Keller",
            "Lowry",
            "Marsh",
            "Nolan",
            "Osborne",
            "Pruitt",
            "Quinn",
            "Rivers",
            "Stone",
            "Tanner",
            "Underhill",
            "Vance",
            "Weller",
            "Yates",
            "Zeller",
            "Ashby",
            "Bright",
            "Corwin",
            "Dalton",
            "Ellery",
            "Fenwick",
            "Garner",
            "Hale",
            "Irving",
            "Joyner",
            "Kendall",
            "Langley",
            "Mercer",
            "Norris",
            "Oakes");
    private static final List<String> SOURCES =
            List.of("PORTAL", "WEB_CHAT", "ADS", "FORM", "SMS", "REFERRAL", "EMAIL");
    private static final int[] SHARES = {312, 580, 754, 875, 933, 972, 1000};

    private final DemoAgency agency;
    private final Random random;

    Crowd(DemoAgency agency, Random random) {
        this.agency = agency;
        this.random = random;
    }

    List<Past> past() {
        var people = new ArrayList<Past>();
        add(people, share(9), "WON", 2, new Ending("", null));
        add(people, share(2), "OFFER", 2, lost("Another offer was taken"));
        add(people, share(9), "MET", 2, lost("Chose another agent"));
        add(people, share(18), "APPOINTMENT_SET", 2, lost("Did not come and did not answer again"));
        add(people, share(44), "QUALIFIED", 2, lost("Bought elsewhere"));
        add(people, share(48), "CONTACTED", 1, new Ending("NURTURE", null));
        add(people, share(310), "CONTACTED", 1, lost("Only browsing"));
        add(people, agency.past() - people.size(), "CONTACTED", 0, lost("No answer after six attempts"));
        Collections.shuffle(people, random);
        return people;
    }

    /** Deals that ended before the ninety days, kept so that scores can be measured against outcomes. */
    List<Past> earlier() {
        var people = new ArrayList<Past>();
        add(people, share(24), "WON", 2, new Ending("", null));
        add(people, share(14), "MET", 2, lost("Chose another agent"));
        add(people, share(20), "QUALIFIED", 2, lost("Bought elsewhere"));
        add(people, share(42), "CONTACTED", 1, lost("Only browsing"));
        Collections.shuffle(people, random);
        return people;
    }

    private static Ending lost(String reason) {
        return new Ending("LOST", reason);
    }

    private int share(int perThousand) {
        return Math.max(1, perThousand * agency.past() / 955);
    }

    private void add(List<Past> people, int count, String stage, int level, Ending ending) {
        for (var i = 0; i < count; i++) {
            var pipeline = stage.equals("WON")
                            || stage.equals("OFFER")
                            || stage.equals("MET")
                            || stage.equals("APPOINTMENT_SET")
                            || random.nextInt(10) < 8
                    ? "BUYER"
                    : random.nextBoolean() ? "SELLER" : "RENTAL";
            var rent = pipeline.equals("RENTAL");
            var role = new Role(
                    pick(FIRST) + " " + pick(LAST),
                    pipeline,
                    stage,
                    1 + random.nextInt(agency.team().size() - 1),
                    source(stage),
                    interest(level),
                    1 + random.nextInt(4),
                    pick(rent ? List.of("apartment", "flat") : List.of("house", "condo", "townhouse", "house")),
                    pick(agency.areas()),
                    rent ? 1_400 + 50L * random.nextInt(30) : 280 + 5L * random.nextInt(140),
                    "CALL",
                    "Weekly status call",
                    100,
                    List.of());
            people.add(new Past(role, level, ending, level == 0 ? lateMinutes() : minutes()));
        }
    }

    /** Referrals close far more often than anything that was paid for. */
    private String source(String stage) {
        if (stage.equals("WON") && random.nextInt(3) == 0) {
            return "REFERRAL";
        }
        var at = random.nextInt(1_000);
        for (var i = 0; i < SHARES.length; i++) {
            if (at < SHARES[i]) {
                return SOURCES.get(i);
            }
        }
        return "PORTAL";
    }

    private char interest(int level) {
        return switch (level) {
            case 0 -> 'N';
            case 1 -> random.nextInt(3) == 0 ? 'W' : 'N';
            default -> random.nextInt(5) < 3 ? 'H' : 'W';
        };
    }

    private double minutes() {
        return switch (random.nextInt(10)) {
            case 0 -> 0.7;
            case 1, 2, 3, 4 -> 1.5 + random.nextDouble() * 3.4;
            case 5, 6 -> 6 + random.nextInt(22);
            case 7 -> 35 + random.nextInt(24);
            case 8 -> 70 + random.nextInt(900);
            default -> 1_500 + random.nextInt(1_500);
        };
    }

    /** Those who were never heard of again had mostly waited long, or in vain. */
    private double lateMinutes() {
        return switch (random.nextInt(20)) {
            case 0 -> 0.8;
            case 1, 2 -> 2 + random.nextDouble() * 3;
            case 3, 4, 5 -> 8 + random.nextInt(20);
            case 6, 7, 8 -> 33 + random.nextInt(25);
            case 9, 10, 11, 12, 13 -> 70 + random.nextInt(1_300);
            case 14, 15 -> 1_500 + random.nextInt(3_000);
            default -> -1;
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
