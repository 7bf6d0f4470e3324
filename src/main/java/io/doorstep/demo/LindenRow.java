package io.doorstep.demo;

import java.time.ZoneId;
import java.util.List;

/** Linden Row in London: a smaller house, sales and lettings, in pounds. */
final class LindenRow {

    private static final String CAST = """
            Cora Marlowe|BUYER|NEW|1|WEB_CHAT|W|2|flat|Hackney|620|CALL|First call|0.2
            Tobias Finch|BUYER|CONTACTED|2|PORTAL|W|3|house|Walthamstow|780|CALL|Call again|-3
            Anwen Pryce|BUYER|QUALIFIED|1|WEB_CHAT|H|2|flat|Stoke Newington|695|BOOK|Book a viewing|5
            Rafe Holloway|BUYER|APPOINTMENT_SET|2|REFERRAL|H|3|house|Crouch End|1150|MEET|Viewing|28
            Ottilie Brand|BUYER|OFFER|1|FORM|H|2|flat|Islington|840|CALL|Follow the offer up|24
            Callum Reid|RENTAL|CONTACTED|3|PORTAL|W|1|flat|Bow|1750|CALL|Call again|4
            Sunita Rao|RENTAL|QUALIFIED|3|WEB_CHAT|W|2|flat|Dalston|2250|BOOK|Book a viewing|6
            Ewan Sharp|RENTAL|VIEWING_SET|2|PORTAL|W|2|flat|Hackney|2400|MEET|Viewing|30
            Beatrix Cole|RENTAL|APPLICATION|3|WEB_CHAT|H|1|flat|Islington|2100|DOCUMENT|Check the application|25
            Leonie Ward|SELLER|CONTACTED|1|FORM|W|3|house|Leyton|705|CALL|Call again|20
            """;

    private static final String HOMES = """
            Amhurst Road flat|Flat 2, 114 Amhurst Road|Hackney|SALE|APARTMENT|615|2|1|720|1890||In Kitchen|||Bay Window
            Palmerston terrace|38 Palmerston Road|Walthamstow|SALE|HOUSE|775|3|1|1040|1902|0|Utility Room|||Garden,Fireplace
            Weston Park house|61 Weston Park|Crouch End|SALE|HOUSE|1140|3|2|1320|1911|0|Utility Room|||Garden,Cellar
            Cloudesley garden flat|9a Cloudesley Street|Islington|SALE|APARTMENT|835|2|2|810|1985||In Kitchen||140|Garden
            Bow Quarter one-bed|Flat 17, 22 Fairfield Row|Bow|RENT|APARTMENT|1725|1|1|520|1911||Common Area|No||Concierge,Elevator
            Ridley Lofts two-bed|Flat 5, 80 Ridley Lane|Dalston|RENT|APARTMENT|2200|2|1|690|2012||In Kitchen|Cats OK||Balcony,Elevator
            """;

    static DemoAgency agency() {
        return new DemoAgency(
                "linden-row",
                "Linden Row",
                ZoneId.of("Europe/London"),
                "GBP",
                28,
                "linden-row.example",
                List.of("Edith Hart", "Daniel Osei", "Mairi Campbell", "Jonas Weber"),
                List.of(
                        "Hackney",
                        "Islington",
                        "Stoke Newington",
                        "Walthamstow",
                        "Crouch End",
                        "Dalston",
                        "Bow",
                        "Leyton"),
                DemoAgency.homes(HOMES),
                DemoAgency.cast(CAST),
                290);
    }

    private LindenRow() {}
}
