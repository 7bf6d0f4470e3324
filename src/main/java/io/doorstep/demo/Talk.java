package io.doorstep.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made conversations: the sentences of people who look for a home, with the facts marked in them. Same form as {@link Threads}. */
final class Talk {

    private static final List<String> FINANCING = List.of(
            "{financing=\"PRE_APPROVED\"#Pre-approved#we're already pre-approved}",
            "{financing=\"CASH\"#Cash#paying cash}",
            "{financing=\"PRE_APPROVED\"#Pre-approved#the bank has pre-approved us}");
    private static final List<String> SOON = List.of(
            "{timeline={\"horizonDays\":42}#in six weeks#in the next six weeks}",
            "{timeline={\"horizonDays\":60}#in two months#within two months}",
            "{timeline={\"horizonDays\":90}#in three months#in about three months}");
    private static final List<String> REASONS = List.of(
            "{motivation=\"lease ends\"#Lease ends#Our lease is ending}",
            "{motivation=\"new job\"#New job#I start a new job in town}",
            "{motivation=\"landlord is selling\"#Landlord is selling#The landlord is selling}",
            "{motivation=\"works from home\"#Works from home#We both work from home now and need a room more}");
    private static final List<String> WANTS = List.of(
            "is there %s around {areas=[\"%s\"]#%s#%s} for %s?",
            "We're after %s in {areas=[\"%s\"]#%s#%s}, %s.",
            "Saw your page. Looking for %s near {areas=[\"%s\"]#%s#%s}, budget %s",
            "Do you have %s in {areas=[\"%s\"]#%s#%s}? We could spend %s");

    private static final List<String> VISITS = List.of(
            "{visitPreference=\"saturday morning\"#Saturday morning#Saturday morning} would be great",
            "{visitPreference=\"after work\"#After work#any day after work}",
            "{visitPreference=\"friday\"#Friday#Friday} works");

    /** Minutes within which a person joins while the lead is still writing. */
    private static final double QUICK = 6;

    private final DemoAgency agency;
    private final Random random;

    Talk(DemoAgency agency, Random random) {
        this.agency = agency;
        this.random = random;
    }

    /**
     * @param level 0 wrote once and was never heard of again, 1 answered, 2 and more told everything
     * @param memberAfter minutes until a person wrote; negative for never
     */
    List<String> of(DemoAgency.Role role, int level, String phone, String email, double memberAfter) {
        var lines = new ArrayList<String>();
        lines.add("L|0|" + opening(role));
        lines.add(
                "A|0.0" + (2 + random.nextInt(5)) + "|Hi, I'm " + agency.name()
                        + "'s automated assistant. Thank you, noted. When would you like to move, and have you spoken to a lender?");
        var early = memberAfter >= 0 && memberAfter < QUICK;
        if (early) {
            lines.add(member(role, memberAfter));
        }
        if (level >= 1) {
            lines.add("L|" + (1 + random.nextInt(5)) + "|" + circumstances(role));
            lines.add("A|0.03|Good to know. What is your name, and how can your agent reach you?");
            if (role.interest() != 'N' || level >= 2) {
                lines.add(
                        "L|" + (1 + random.nextInt(4)) + "|I'm " + fact("contact.name", role.name(), role.name()) + ", "
                                + (random.nextInt(3) == 0
                                        ? fact("contact.email", email, email)
                                        : "{contact.phone=\"" + phone + "\"#" + agency.spoken(phone) + "#"
                                                + agency.spoken(phone) + "}"));
            }
        }
        if (level >= 2) {
            lines.add("A|0.02|Thank you. Which day would suit you for a viewing?");
            lines.add("L|" + (2 + random.nextInt(6)) + "|" + pick(VISITS));
        }
        if (memberAfter >= 0 && !early) {
            lines.add(member(role, memberAfter));
        }
        return lines;
    }

    /** Everything in one message, for somebody whom nobody has answered yet. */
    List<String> alone(DemoAgency.Role role) {
        return List.of("L|0|" + opening(role) + (role.interest() == 'N' ? "" : " " + circumstances(role)));
    }

    private String circumstances(DemoAgency.Role role) {
        return switch (role.interest()) {
            case 'H' ->
                rental(role)
                        ? cased(pick(SOON)) + ". " + pick(REASONS) + "."
                        : cased(pick(FINANCING)) + ", and " + pick(SOON) + " would be ideal. " + pick(REASONS) + ".";
            case 'W' ->
                rental(role)
                        ? cased(pick(SOON)) + ", I think"
                        : "{financing=\"IN_PROGRESS\"#Pre-approval under way#The pre-approval is under way}, "
                                + "{timeline={\"horizonDays\":140}#in four to five months#in four or five months} maybe";
            default -> "{timeline={\"horizonDays\":365}#next year#Maybe next year}, just looking for now";
        };
    }

    private String member(DemoAgency.Role role, double after) {
        var name = agency.team().get(role.owner()).split(" ")[0];
        return "M|" + after + "|"
                + pick(List.of(
                        "Hello, %s here from %s. I've picked a few homes for you; shall I send them over?"
                                .formatted(name, agency.name()),
                        "Hi, this is %s, a real person. Do you have ten minutes for a call today?".formatted(name),
                        "Hi, %s speaking for %s. I can show you two homes this week, which day is best?"
                                .formatted(name, agency.name())));
    }

    private String opening(DemoAgency.Role role) {
        var what = rental(role)
                ? "{intent=\"rent\"#Rent#to rent} {beds=%d#%d bed#a %d bed} %s"
                        .formatted(role.beds(), role.beds(), role.beds(), role.type())
                : "{beds=%d#%d bed%s#a %d bed} %s"
                        .formatted(role.beds(), role.beds(), role.beds() == 1 ? "" : "s", role.beds(), role.type());
        var price = agency.price(role.price(), rental(role));
        var minor = rental(role) ? role.price() * 100 : role.price() * 100_000;
        if (role.pipeline().equals("SELLER")) {
            return ("Hello, we {intent=\"sell\"#Sell#would like to sell} our house in {areas=[\"%s\"]#%s#%s}, "
                            + "{propertyAddress=\"%s\"#%s#%s}. We hope for {priceExpectation={\"max\":%d,\"currency\":\"%s\"}#about %s#%s}")
                    .formatted(
                            role.area(),
                            role.area(),
                            role.area(),
                            street(role),
                            street(role),
                            street(role),
                            minor,
                            agency.currency(),
                            price,
                            price);
        }
        var spoken = "{price={\"max\":%d,\"currency\":\"%s\"}#about %s#%s}"
                .formatted(minor, agency.currency(), price, price);
        return cased(pick(WANTS).formatted(what, role.area(), role.area(), role.area(), spoken));
    }

    private static String street(DemoAgency.Role role) {
        return (100 + Math.floorMod(role.name().hashCode(), 8000)) + " " + role.area()
                + (role.price() > 700 ? " Drive" : " Lane");
    }

    private static boolean rental(DemoAgency.Role role) {
        return role.pipeline().equals("RENTAL");
    }

    private static String fact(String key, String value, String words) {
        return "{" + key + "=\"" + value + "\"#" + words + "#" + words + "}";
    }

    /** Capital first letter, of the words and not of the mark. */
    private static String cased(String sentence) {
        var at = sentence.startsWith("{") ? sentence.indexOf('#', sentence.indexOf('#') + 1) + 1 : 0;
        return sentence.substring(0, at) + Character.toUpperCase(sentence.charAt(at)) + sentence.substring(at + 1);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
