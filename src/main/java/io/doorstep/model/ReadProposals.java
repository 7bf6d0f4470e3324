package io.doorstep.model;

import static java.util.Locale.ROOT;

import io.doorstep.language.FactProposal;
import io.doorstep.language.Intent;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes proposals into facts of the built-in engine's shapes, as far as the lead's words carry them. A quote that does not stand in the
 * message voids its fact, and so does an amount, a name or an address that its quote does not hold.
 */
final class ReadProposals {

    /** Under what the built-in engine is sure of, and over what counts as a guess. */
    static final double CONFIDENCE = 0.75;

    private static final int MOST_QUOTED = 12;
    private static final int SHORT = 5;
    private static final int MOST_ROOMS = 20;
    private static final int MOST_YEARS = 5;

    private static final Pattern OF_FINANCING = Pattern.compile(
            "(?iu)cash|approv|qualif|loan|mortgage|lender|bank|financ|fund|pay|credit|underwrit|saving|efectivo|contado"
                    + "|hipoteca|pr[eé]stamo|cr[eé]dito|aprobad|banco|ahorro");
    private static final Pattern OF_AGENTS = Pattern.compile("(?iu)agent|realtor|broker|agente|corredor|inmobiliari");

    private final String text;
    private final LocalDate today;
    private final String currency;
    private final List<FactProposal> facts = new ArrayList<>();

    private ReadProposals(String text, LocalDate today, String currency) {
        this.text = text;
        this.today = today;
        this.currency = currency;
    }

    static List<FactProposal> of(Proposals proposals, String text, LocalDate today, String currency) {
        var reading = new ReadProposals(text, today, currency);
        reading.choices(proposals);
        reading.areas(proposals.areas());
        reading.price("price", proposals.price());
        reading.price("priceExpectation", proposals.priceExpectation());
        reading.count("beds", proposals.beds());
        reading.count("baths", proposals.baths());
        reading.timeline(proposals.timeline());
        proposals.mustHaves().forEach(reading::mustHave);
        return reading.facts;
    }

    /** Only what has a question mark asks; the rest the built-in engine hears by its words. */
    static Set<Intent> asked(Proposals proposals, String text) {
        if (proposals.asks().isEmpty() || text.indexOf('?') < 0) return Set.of();
        var asked = EnumSet.of(Intent.QUESTION);
        for (var about : proposals.asks()) {
            asked.add(
                    switch (about) {
                        case LISTING -> Intent.ASKS_LISTING;
                        case AGENCY -> Intent.ASKS_AGENCY;
                        case PROCESS -> Intent.ASKS_PROCESS;
                    });
        }
        return asked;
    }

    private void choices(Proposals said) {
        if (said.intent() != null)
            word("intent", said.intent().value(), said.intent().quote());
        if (said.propertyType() != null)
            word(
                    "propertyType",
                    said.propertyType().value(),
                    said.propertyType().quote());
        if (said.motivation() != null)
            word("motivation", said.motivation().value(), said.motivation().quote());
        var financing = said.financing();
        if (financing != null && OF_FINANCING.matcher(financing.quote()).find())
            note("financing", financing.value().name(), financing.value().display, financing.quote());
        var represented = said.representedByAgent();
        if (represented != null && OF_AGENTS.matcher(represented.quote()).find()) {
            var yes = represented.value() == Proposals.YesNo.YES;
            note("representedByAgent", yes, yes ? "has an agent" : "no agent", represented.quote());
        }
        var home = said.currentHome();
        if (home != null) note("currentHome", home.value().value, home.value().display, home.quote());
        var address = said.propertyAddress();
        if (address != null && !address.value().isBlank() && address.quote().contains(address.value()))
            note("propertyAddress", address.value(), address.value(), address.quote());
    }

    private void word(String key, Enum<?> value, String quote) {
        var word = value.name().toLowerCase(ROOT).replace('_', ' ');
        note(key, word, word, quote);
    }

    private void areas(Proposals.@Nullable Areas areas) {
        if (areas == null || areas.names().isEmpty()) return;
        var quote = areas.quote().toLowerCase(ROOT);
        var said = areas.names().stream().allMatch(name -> !name.isBlank() && quote.contains(name.toLowerCase(ROOT)));
        if (said) note("areas", List.copyOf(areas.names()), String.join(", ", areas.names()), areas.quote());
    }

    private void count(String key, Proposals.@Nullable Count count) {
        if (count == null || !carried(count.min(), count.quote()) || !carried(count.max(), count.quote())) return;
        var least = count.min() == null ? count.max() : count.min();
        var most = count.max();
        if (least == null || least < 0 || least > MOST_ROOMS || most != null && (most > MOST_ROOMS || most < least))
            return;
        if (most == null) {
            note(key, Map.of("min", plain(least)), "at least " + plain(least), count.quote());
        } else if (most.equals(least)) {
            note(key, plain(least), least == 0 ? "studio" : plain(least).toString(), count.quote());
        } else {
            var range = new LinkedHashMap<String, Object>();
            range.put("min", plain(least));
            range.put("max", plain(most));
            note(key, range, "%s to %s".formatted(plain(least), plain(most)), count.quote());
        }
    }

    private void price(String key, Proposals.@Nullable Price price) {
        if (price == null) return;
        var min = positive(price.min());
        var max = positive(price.max());
        if (min == null && max == null || min != null && max != null && min > max) return;
        if (!carried(min, price.quote()) || !carried(max, price.quote())) return;
        var money =
                new Money(min, max, known(price.currency()), price.period() == Proposals.Period.MONTH, price.about());
        note(key, money.value(), money.display(), price.quote());
    }

    private void timeline(Proposals.@Nullable Timeline timeline) {
        if (timeline == null) return;
        var by = timeline.by();
        if (by == null || by.isBefore(today) || by.isAfter(today.plusYears(MOST_YEARS))) return;
        var value = new LinkedHashMap<String, Object>();
        value.put("text", timeline.quote());
        value.put("by", by.toString());
        value.put("horizonDays", ChronoUnit.DAYS.between(today, by));
        note("timeline", value, timeline.quote(), timeline.quote());
    }

    private void mustHave(Proposals.MustHave must) {
        var wish = must.feature();
        switch (must.wanted()) {
            case YES -> note(wish.key, true, wish.display, must.quote());
            case NO -> note(wish.key, false, "no " + wish.display, must.quote());
            case EITHER -> note(wish.key, "dontcare", wish.display + ": either way", must.quote());
        }
    }

    private void note(String key, Object value, String display, String quote) {
        var start = pointsAtSomething(quote) ? text.indexOf(quote) : -1;
        if (start < 0) return;
        facts.add(new FactProposal(key, value, display, quote, start, start + quote.length(), CONFIDENCE, false, true));
    }

    /** Who quotes all that was written for a fact has found none in it. */
    private boolean pointsAtSomething(String quote) {
        var words = words(quote);
        return !quote.isBlank() && words <= MOST_QUOTED && (words <= SHORT || words < words(text));
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }

    private static boolean carried(@Nullable Double amount, String quote) {
        return amount == null || Figures.hold(quote, amount);
    }

    private static @Nullable Double positive(@Nullable Double amount) {
        return amount == null || amount <= 0 ? null : amount;
    }

    private static Number plain(double count) {
        return count == Math.rint(count) ? (Number) (int) count : (Number) count;
    }

    private String known(String code) {
        return Currency.getAvailableCurrencies().stream()
                        .anyMatch(each -> each.getCurrencyCode().equals(code))
                ? code
                : currency;
    }

    private record Money(@Nullable Double min, @Nullable Double max, String currency, boolean monthly, boolean about) {

        Map<String, Object> value() {
            var value = new LinkedHashMap<String, Object>();
            if (min != null) value.put("min", Math.round(min * 100));
            if (max != null) value.put("max", Math.round(max * 100));
            value.put("currency", currency);
            value.put("period", monthly ? "month" : "total");
            value.put("about", about);
            return value;
        }

        String display() {
            var said = max == null
                    ? "from " + money(min)
                    : min == null
                            ? "up to " + money(max)
                            : min.equals(max) ? (about ? "about " : "") + money(min) : money(min) + " to " + money(max);
            return monthly ? said + " a month" : said;
        }

        private String money(@Nullable Double amount) {
            var format = NumberFormat.getCurrencyInstance(Locale.US);
            format.setCurrency(Currency.getInstance(currency));
            format.setMaximumFractionDigits(0);
            return amount == null ? "" : format.format(amount);
        }
    }
}
