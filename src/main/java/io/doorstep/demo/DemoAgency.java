package io.doorstep.demo;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one demo agency is made of. Names, streets and numbers are invented; telephone numbers are of the ranges set aside for fiction.
 *
 * @param team the owner first
 * @param cast the people on the board today
 * @param past how many leads besides have come in over ninety days
 */
record DemoAgency(
        String slug,
        String name,
        ZoneId zone,
        String currency,
        int hue,
        String domain,
        List<String> team,
        List<String> areas,
        List<Home> homes,
        List<Role> cast,
        int past) {

    static final String PASSWORD = "doorstep-demo";

    /**
     * A home on offer; what is empty is not recorded.
     *
     * @param price in thousands, or per month when rented
     * @param garage spaces
     * @param pets and laundry in RESO's words, parted by commas like the features
     * @param fee of the association, a month
     */
    record Home(
            String name,
            String address,
            String area,
            String offer,
            String type,
            long price,
            int beds,
            String baths,
            int squareFeet,
            String built,
            String garage,
            String laundry,
            String pets,
            String fee,
            String features) {

        String[] featureList() {
            return listed(features).toArray(String[]::new);
        }

        /** Under the names of a listing's details. */
        Map<String, Object> details(String city) {
            var details = new LinkedHashMap<String, Object>();
            details.put("city", city);
            if (!built.isEmpty()) details.put("yearBuilt", Integer.valueOf(built));
            if (!garage.isEmpty()) details.put("garageSpaces", Integer.valueOf(garage));
            if (!fee.isEmpty()) {
                details.put("hoaFeeMinor", Long.parseLong(fee) * 100);
                details.put("hoaFeeFrequency", "Monthly");
            }
            details.put("laundry", listed(laundry));
            details.put("petsAllowed", listed(pets));
            return details;
        }

        private static List<String> listed(String values) {
            return values.isEmpty() ? List.of() : List.of(values.split(","));
        }
    }

    /**
     * Somebody on the board today.
     *
     * @param interest H, W or N: how much of the facts is known
     * @param dueHours of the next action from now; negative is overdue
     * @param thread a written conversation, or empty for a made one
     */
    record Role(
            String name,
            String pipeline,
            String stage,
            int owner,
            String source,
            char interest,
            int beds,
            String type,
            String area,
            long price,
            String kind,
            String action,
            double dueHours,
            List<String> thread) {}

    String email(int member) {
        return team.get(member).split(" ")[0].toLowerCase(Locale.ROOT) + "@" + domain;
    }

    String city() {
        return american() ? "Austin" : "London";
    }

    boolean american() {
        return currency.equals("USD");
    }

    /** The n-th lead's telephone, in E.164. */
    String phone(int n) {
        if (!american()) {
            return "+442079460%03d".formatted(n % 1000);
        }
        var codes = List.of("512", "737", "210", "254", "361", "409", "430", "432", "469", "682", "713", "806", "830");
        return "+1" + codes.get(n / 100 % codes.size()) + "5550" + "%03d".formatted(100 + n % 100);
    }

    String spoken(String phone) {
        return american()
                ? "(" + phone.substring(2, 5) + ") " + phone.substring(5, 8) + "-" + phone.substring(8)
                : "0" + phone.substring(3, 5) + " " + phone.substring(5, 9) + " " + phone.substring(9);
    }

    /** "$650k", "£1.25m", "£1,900 a month". @param amount thousands for a sale, units for a month's rent */
    String price(long amount, boolean rent) {
        var sign = american() ? "$" : "£";
        if (rent) {
            return "%s%,d a month".formatted(sign, amount);
        }
        return amount < 1000 ? sign + amount + "k" : "%s%.2fM".formatted(sign, amount / 1000.0);
    }

    static List<Role> cast(String lines) {
        return lines.lines().map(DemoAgency::role).toList();
    }

    static List<Home> homes(String lines) {
        return lines.lines()
                .map(line -> line.split("\\|", -1))
                .map(part -> new Home(
                        part[0],
                        part[1],
                        part[2],
                        part[3],
                        part[4],
                        Long.parseLong(part[5]),
                        Integer.parseInt(part[6]),
                        part[7],
                        Integer.parseInt(part[8]),
                        part[9],
                        part[10],
                        part[11],
                        part[12],
                        part[13],
                        part[14]))
                .toList();
    }

    private static Role role(String line) {
        var part = line.split("\\|");
        return new Role(
                part[0],
                part[1],
                part[2],
                Integer.parseInt(part[3]),
                part[4],
                part[5].charAt(0),
                Integer.parseInt(part[6]),
                part[7],
                part[8],
                Long.parseLong(part[9]),
                part[10],
                part[11],
                Double.parseDouble(part[12]),
                Threads.of(part[0]));
    }
}
