package io.doorstep.language;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounds in whole currency units, as said; both alike for one figure. Stored in minor units. */
record Price(@Nullable Double min, @Nullable Double max, String currency, boolean monthly, boolean about) {

    Map<String, Object> value() {
        var value = new LinkedHashMap<String, Object>();
        if (min != null) value.put("min", minor(min));
        if (max != null) value.put("max", minor(max));
        value.put("currency", currency);
        value.put("period", monthly ? "month" : "total");
        value.put("about", about);
        return value;
    }

    private static long minor(double amount) {
        return Math.round(amount * 100);
    }

    String display() {
        var said = min == null
                ? "up to " + money(max)
                : max == null
                        ? "from " + money(min)
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
