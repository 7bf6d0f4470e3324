package io.doorstep.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked to read out of one message: the schema it gets is made from this record, and its answer is read into it. What
 * only the built-in engine reads is not in here: contact data, which no model sees, and everything that moves an appointment, a consent or
 * the conversation.
 */
record Proposals(
        @Nullable Chosen<Intention> intent,
        @Nullable Areas areas,
        @Nullable Price price,
        @Nullable Count beds,
        @Nullable Count baths,
        @Nullable Chosen<HomeType> propertyType,
        List<MustHave> mustHaves,
        @Nullable Timeline timeline,
        @Nullable Chosen<Motivation> motivation,
        @Nullable Chosen<Financing> financing,
        @Nullable Chosen<YesNo> representedByAgent,
        @Nullable Chosen<CurrentHome> currentHome,
        @Nullable Chosen<String> propertyAddress,
        @Nullable Price priceExpectation,
        List<Asks> asks) {

    /** @param quote the words of the message that say so, exactly */
    record Chosen<V>(V value, String quote) {}

    record Areas(List<String> names, String quote) {}

    record Price(
            @Nullable Double min, @Nullable Double max, String currency, Period period, boolean about, String quote) {}

    record Count(@Nullable Double min, @Nullable Double max, String quote) {}

    record MustHave(Wish feature, Wanted wanted, String quote) {}

    record Timeline(@Nullable LocalDate by, String quote) {}

    enum Intention {
        BUY,
        SELL,
        RENT,
        LET
    }

    enum Period {
        TOTAL,
        MONTH
    }

    enum HomeType {
        HOUSE,
        CONDO,
        TOWNHOUSE,
        APARTMENT,
        LAND
    }

    enum Wanted {
        YES,
        NO,
        EITHER
    }

    enum YesNo {
        YES,
        NO
    }

    enum Motivation {
        LANDLORD_SELLING,
        LEASE_ENDING,
        NEW_JOB,
        RELOCATION,
        MORE_SPACE,
        LESS_SPACE,
        INVESTMENT,
        FIRST_HOME
    }

    enum Financing {
        CASH("cash"),
        PRE_APPROVED("pre-approved"),
        IN_PROGRESS("in progress"),
        NEEDED("needed");

        final String display;

        Financing(String display) {
            this.display = display;
        }
    }

    enum CurrentHome {
        RENTS("rents", "rents"),
        OWNS("owns", "owns"),
        MUST_SELL("mustSell", "must sell first"),
        NOTHING_TO_SELL("nothingToSell", "nothing to sell");

        final String value;
        final String display;

        CurrentHome(String value, String display) {
            this.value = value;
            this.display = display;
        }
    }

    /** The built-in engine's must-haves, under the same keys. */
    enum Wish {
        GARAGE("garage", "garage"),
        LAUNDRY("laundry", "laundry"),
        YARD("yard", "a yard"),
        FURNISHED("furnished", "furnished"),
        PARKING("parking", "parking"),
        PETS("pets", "pets allowed"),
        STEP_FREE("stepFree", "step-free"),
        POOL("pool", "a pool"),
        BALCONY("balcony", "a balcony"),
        ELEVATOR("elevator", "an elevator"),
        AIR_CONDITIONING("airConditioning", "air conditioning");

        final String key;
        final String display;

        Wish(String name, String display) {
            this.key = "mustHaves." + name;
            this.display = display;
        }
    }

    /** What the lead asks about. */
    enum Asks {
        LISTING,
        AGENCY,
        PROCESS
    }
}
